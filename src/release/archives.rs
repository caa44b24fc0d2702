//! `bundle/`: the whole copy as one file, for those who pass it on by other ways
//! than a link, and the list that says which of these files are genuine.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufWriter, Read as _, Write as _};
use std::path::Path;

use anyhow::{Context as _, ensure};
use sha2::{Digest as _, Sha256};

use super::control::Files;
use super::pages::Pages;
use super::staging::Staging;
use crate::bundle::{Member, Torrent, ipfs, zip};
use crate::output::{Digest, SitePath};
use crate::trust::{BundleFile, Bundles, FileRef, Mirror, MirrorKind, Mirrors, Release, SecretKey};

const ZIP: &str = "site.zip";
const CAR: &str = "site.car";
const TORRENT: &str = "site.torrent";

/// What zip and CAR hold: all pages and the control files of the root.
pub(super) fn members(staging: &Staging, pages: &Pages, files: &Files) -> Vec<Member> {
    let pages = pages.0.iter().map(|(path, file)| (path, file.bytes));
    let files = files.iter().map(|(path, it)| (path, it.len() as u64));
    let sizes: BTreeMap<&SitePath, u64> = pages.chain(files).collect();
    let member = |(path, bytes): (&SitePath, u64)| Member {
        path: path.clone(),
        file: staging.file(path),
        bytes,
    };
    sizes.into_iter().map(member).collect()
}

/// Writes the archives of the members, and says what each is.
pub(super) fn pack(
    staging: &Staging,
    members: &[Member],
    release: &Release,
    mirrors: &Mirrors,
) -> anyhow::Result<Vec<BundleFile>> {
    let create = |name: &str| anyhow::Ok(BufWriter::new(staging.create(&in_bundle(name)?)?));
    let mut out = create(ZIP)?;
    zip(members, release.created, &mut out)?;
    out.flush().context("writing `site.zip`")?;
    let mut out = create(CAR)?;
    ipfs::Graph::of(members)?.write(&mut out)?;
    out.flush().context("writing `site.car`")?;
    let torrent = torrent(staging, release, mirrors)?;
    staging.write(&in_bundle(TORRENT)?, &torrent.bytes)?;
    let names = [CAR, TORRENT, ZIP].into_iter();
    names.map(|name| made(staging, name)).collect()
}

fn made(staging: &Staging, name: &str) -> anyhow::Result<BundleFile> {
    let FileRef { digest, bytes } = hash(&staging.file(&in_bundle(name)?))?;
    Ok(BundleFile {
        digest,
        bytes,
        name: SitePath::new(name)?,
    })
}

/// Where an archive stands in the tree.
pub(super) fn in_bundle(name: &str) -> anyhow::Result<SitePath> {
    Ok(SitePath::new(&format!("bundle/{name}"))?)
}

fn torrent(staging: &Staging, release: &Release, mirrors: &Mirrors) -> anyhow::Result<Torrent> {
    let path = staging.file(&in_bundle(ZIP)?);
    let file = File::open(&path).context("reading `site.zip`")?;
    let bytes = file.metadata().context("reading `site.zip`")?.len();
    Torrent::of(file, bytes, ZIP, &seeds(mirrors), release.created)
}

/// Programs for torrents fetch from web hosts; they know nothing of onion services.
fn seeds(mirrors: &Mirrors) -> Vec<String> {
    let seeds = |mirror: &&Mirror| mirror.kind != MirrorKind::Onion;
    let address = |mirror: &Mirror| format!("{}bundle/{ZIP}", mirror.url.as_str());
    mirrors.0.iter().filter(seeds).map(address).collect()
}

/// `bundles.txt` and its signature.
pub(super) fn signed_list(
    mut files: Vec<BundleFile>,
    release: &Release,
    key: &SecretKey,
) -> anyhow::Result<Files> {
    files.sort_by(|one, other| one.name.cmp(&other.name));
    let bundles = Bundles {
        site: release.site.clone(),
        sequence: release.sequence,
        release: Digest::of(release.to_text().as_bytes()),
        files,
    };
    let text = bundles.to_text().into_bytes();
    ensure!(
        text.len() as u64 <= Bundles::LARGEST,
        "`bundles.txt` would have {} bytes, and may have {}; make the release without `--single-pages`",
        text.len(),
        Bundles::LARGEST
    );
    let signature = key.sign(&text, &bundles.comment())?;
    let signature = signature.to_text().as_bytes().to_vec();
    Ok(Files::from([
        (in_bundle("bundles.txt")?, text),
        (in_bundle("bundles.txt.minisig")?, signature),
    ]))
}

/// The hash and size of a file, read piece by piece.
fn hash(path: &Path) -> anyhow::Result<FileRef> {
    let read = || -> std::io::Result<FileRef> {
        let (mut file, mut hasher) = (File::open(path)?, Sha256::new());
        let mut piece = vec![0; 1 << 16];
        let mut bytes = 0;
        loop {
            match file.read(&mut piece)? {
                0 => break,
                length => {
                    hasher.update(&piece[..length]);
                    bytes += length as u64;
                }
            }
        }
        Ok(FileRef {
            digest: hasher.into(),
            bytes,
        })
    };
    read().with_context(|| format!("reading {}", path.display()))
}
