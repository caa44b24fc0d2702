//! Archives of whole sites: what is packed comes out again, and nothing else with it.

use std::collections::BTreeSet;
use std::io::{Cursor, Read};
use std::path::Path;

use jiff::Timestamp;
use vestochka::bundle::{Member, Torrent, ipfs, zip};
use vestochka::output::SitePath;

use crate::site::{Site, Tree, assert_same_tree, read_tree};

/// The archives of a folder.
pub struct Bundles {
    pub zip: Vec<u8>,
    pub car: Vec<u8>,
    pub torrent: Vec<u8>,
}

impl Bundles {
    pub fn of(folder: &Path) -> Self {
        let members = members(folder);
        let created: Timestamp = "2026-11-21T00:00:00Z".parse().unwrap();
        let mut packed = Cursor::new(Vec::new());
        zip(&members, created, &mut packed).unwrap();
        let zip = packed.into_inner();
        let mut car = Vec::new();
        let graph = ipfs::Graph::of(&members).unwrap();
        graph.write(&mut car).unwrap();
        let seeds = ["https://mirror.example/bundle/site.zip".to_owned()];
        let length = zip.len() as u64;
        let torrent = Torrent::of(&zip[..], length, "site.zip", &seeds, created).unwrap();
        Bundles {
            zip,
            car,
            torrent: torrent.bytes,
        }
    }

    /// The files of the ZIP archive, each below its one folder.
    pub fn unpacked(&self) -> Tree {
        let mut archive = ::zip::ZipArchive::new(Cursor::new(&self.zip)).unwrap();
        let mut tree = Tree::new();
        for at in 0..archive.len() {
            let mut file = archive.by_index(at).unwrap();
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).unwrap();
            let path = file
                .name()
                .unwrap()
                .strip_prefix("site/")
                .unwrap()
                .to_owned();
            tree.insert(path, bytes);
        }
        tree
    }
}

fn members(folder: &Path) -> Vec<Member> {
    let member = |(path, bytes): (&String, &Vec<u8>)| Member {
        path: SitePath::new(path).unwrap(),
        file: folder.join(path),
        bytes: bytes.len() as u64,
    };
    read_tree(folder).iter().map(member).collect()
}

#[test]
fn what_is_packed_comes_out_again() {
    let site = Site::golden("full");
    let tree = site.built();
    let bundles = Bundles::of(&site.path().join("public"));
    assert_same_tree(&bundles.unpacked(), &tree, "zip");
    let blocks = blocks(&bundles.car);
    for (path, bytes) in &tree {
        assert!(blocks.contains(&bytes[..]), "{path} is not in the CAR");
    }
    assert!(blocks.len() > tree.len() / 2, "{}", blocks.len());
}

/// The blocks of a CAR file, without their names of 36 bytes.
fn blocks(car: &[u8]) -> BTreeSet<&[u8]> {
    let mut rest = car;
    let mut blocks = BTreeSet::new();
    while !rest.is_empty() {
        let digits = 1 + rest.iter().take_while(|byte| **byte >= 0x80).count();
        let digit = |length: usize, byte: &u8| length << 7 | usize::from(byte & 0x7F);
        let length = rest[..digits].iter().rev().fold(0, digit);
        blocks.insert(&rest[digits..][..length][36..]);
        rest = &rest[digits + length..];
    }
    blocks
}
