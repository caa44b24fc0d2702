//! The graphs of trees with an edge each have the roots that another program
//! gave them; `tests/peers/trees.mjs` describes the trees.

use std::collections::{BTreeMap, BTreeSet};

use sha2::{Digest as _, Sha256};

use super::*;
use crate::bundle::samples::Samples;

const MIB: usize = 1 << 20;

type Files = Vec<(String, Vec<u8>)>;

fn noise(length: usize, seed: usize) -> Vec<u8> {
    let mut state = seed as u32;
    let mut next = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 24) as u8
    };
    (0..length).map(|_| next()).collect()
}

fn one(length: usize, seed: usize) -> Files {
    vec![("a".into(), noise(length, seed))]
}

fn many(files: &[(&str, usize, usize)]) -> Files {
    let file =
        |(path, length, seed): &(&str, usize, usize)| ((*path).into(), noise(*length, *seed));
    files.iter().map(file).collect()
}

/// A folder of 4,096 links; the last name has so many letters.
fn full_folder(letters: usize) -> Files {
    let mut files: Files = (0..4095)
        .map(|at| (format!("{at:020}"), noise(1, at)))
        .collect();
    files.push(("x".repeat(letters), noise(1, 0)));
    files
}

fn people() -> Files {
    let person = |at: usize| (format!("ru/people/p-{at:05}.html"), noise(at % 90, at));
    let mut files: Files = (0..20_500).map(person).collect();
    files.push(("index.html".into(), noise(400, 13)));
    files
}

fn sized(chunk: usize, width: usize) -> Layout {
    Layout {
        chunk,
        width,
        ..UNIXFS_V1_2025
    }
}

fn trees() -> BTreeMap<&'static str, (Layout, Files)> {
    let plain = UNIXFS_V1_2025;
    BTreeMap::from([
        ("empty-file", (plain, one(0, 0))),
        ("one-byte", (plain, one(1, 1))),
        ("one-chunk", (plain, one(MIB, 2))),
        ("one-chunk-and-a-byte", (plain, one(MIB + 1, 3))),
        ("several-chunks", (plain, one(5 * MIB + 4711, 4))),
        (
            "folders",
            (
                plain,
                many(&[
                    ("a/b/c", 9, 5),
                    ("a/b.html", 10, 6),
                    ("a/b2", 0, 7),
                    ("b", 300, 8),
                ]),
            ),
        ),
        (
            "one-file-twice",
            (plain, many(&[("a/x", 70, 9), ("b/x", 70, 9), ("x", 70, 9)])),
        ),
        ("full-row", (sized(1000, 1024), one(1024 * 1000, 10))),
        (
            "more-than-a-row",
            (sized(1000, 1024), one(1024 * 1000 + 1, 11)),
        ),
        ("three-rows", (sized(4, 3), one(4 * 28 + 1, 12))),
        ("largest-plain-folder", (plain, full_folder(16))),
        ("smallest-trie", (plain, full_folder(17))),
        ("people", (plain, people())),
    ])
}

fn known() -> BTreeMap<&'static str, &'static str> {
    include_str!("../../../tests/peers/cids.txt")
        .lines()
        .filter_map(|line| line.split_once(' '))
        .collect()
}

#[test]
fn another_program_gives_the_same_roots() {
    let found: BTreeMap<&str, String> = trees()
        .into_iter()
        .map(|(name, (layout, files))| {
            let samples = Samples::of(files);
            let graph = Graph::laid_out(&samples.members, layout).unwrap();
            (name, graph.root().to_string())
        })
        .collect();
    let found: BTreeMap<&str, &str> = found.iter().map(|(name, cid)| (*name, &**cid)).collect();
    assert_eq!(found, known());
}

/// A block's name and its bytes.
type Named = (Vec<u8>, Vec<u8>);

/// The header of a CAR file, and its blocks in their order.
fn blocks(car: &[u8]) -> (Vec<u8>, Vec<Named>) {
    let mut rest = car;
    let mut sections = std::iter::from_fn(|| {
        let mut length = 0;
        for shift in (0..).step_by(7) {
            let (byte, after) = rest.split_first()?;
            rest = after;
            length |= usize::from(byte & 0x7F) << shift;
            if byte & 0x80 == 0 {
                break;
            }
        }
        let (section, after) = rest.split_at(length);
        rest = after;
        Some(section.to_vec())
    });
    let header = sections.next().unwrap();
    let block = |section: Vec<u8>| (section[..36].to_vec(), section[36..].to_vec());
    (header, sections.map(block).collect())
}

fn car(files: Files, layout: Layout) -> (String, Vec<u8>) {
    let samples = Samples::of(files);
    let graph = Graph::laid_out(&samples.members, layout).unwrap();
    let mut car = Vec::new();
    graph.write(&mut car).unwrap();
    (graph.root().to_string(), car)
}

#[test]
fn every_block_has_the_bytes_that_its_name_says_and_none_comes_twice() {
    let mut seen = 0;
    for (name, (layout, files)) in trees() {
        let (_, car) = car(files, layout);
        let (header, blocks) = blocks(&car);
        assert_eq!(header[13..49], blocks[0].0, "{name}: the root comes first");
        let names: BTreeSet<&Vec<u8>> = blocks.iter().map(|(cid, _)| cid).collect();
        assert_eq!(names.len(), blocks.len(), "{name}");
        for (cid, block) in &blocks {
            assert_eq!(cid[4..], Sha256::digest(block)[..], "{name}");
        }
        seen += blocks.len();
    }
    assert!(seen > 22_000, "{seen}");
}

#[test]
fn a_car_does_not_depend_on_the_order_of_its_members() {
    let samples = Samples::of(people());
    let mut turned = samples.members.clone();
    turned.reverse();
    let write = |members: &[crate::bundle::Member]| {
        let mut car = Vec::new();
        Graph::of(members).unwrap().write(&mut car).unwrap();
        car
    };
    assert!(write(&samples.members) == write(&turned));
}

#[test]
fn a_file_that_changes_between_the_two_readings_is_noticed() {
    let samples = Samples::of(one(100, 1));
    let graph = Graph::of(&samples.members).unwrap();
    std::fs::write(&samples.members[0].file, noise(100, 2)).unwrap();
    let error = graph.write(Vec::new()).unwrap_err().to_string();
    assert!(error.contains("changed while it was read"), "{error}");
}

#[test]
fn a_path_that_is_a_file_and_a_folder_is_refused() {
    for paths in [["a", "a/b"], ["a/b", "a/b"]] {
        let samples = Samples::of(paths.map(|path| (path, "x")));
        assert!(Graph::of(&samples.members).is_err(), "{paths:?}");
    }
}

#[test]
fn a_member_of_another_size_is_refused() {
    let mut samples = Samples::of(one(100, 1));
    samples.members[0].bytes = 99;
    assert!(Graph::of(&samples.members).is_err());
}
