//! `bundle/`: the whole copy as one file, for those who pass it on by other ways
//! than a link, and the list that says which of these files are genuine.

use std::fs::File;
use std::io::{BufWriter, Read as _, Write as _};
use std::path::Path;

use anyhow::Context as _;
use sha2::{Digest as _, Sha256};

use super::control::Files;
use super::staging::Staging;
use crate::bundle::{Member, Torrent, ipfs, zip};
use crate::output::{Digest, SitePath};
use crate::trust::{BundleFile, Bundles, FileRef, Mirror, MirrorKind, Mirrors, Release, SecretKey};

const ZIP: &str = "site.zip";
const CAR: &str = "site.car";
const TORRENT: &str = "site.torrent";

/// Writes the archives of the members and their signed list.
pub(super) fn write(
    staging: &Staging,
    members: &[Member],
    release: &Release,
    mirrors: &Mirrors,
    key: &SecretKey,
) -> anyhow::Result<()> {
    let create = |name: &str| anyhow::Ok(BufWriter::new(staging.create(&in_bundle(name)?)?));
    let mut out = create(ZIP)?;
    zip(members, release.created, &mut out)?;
    out.flush().context("writing `site.zip`")?;
    let mut out = create(CAR)?;
    ipfs::Graph::of(members)?.write(&mut out)?;
    out.flush().context("writing `site.car`")?;
    let torrent = torrent(staging, release, mirrors)?;
    staging.write(&in_bundle(TORRENT)?, &torrent.bytes)?;
    for (path, bytes) in list(staging, release, key)? {
        staging.write(&path, &bytes)?;
    }
    Ok(())
}

fn in_bundle(name: &str) -> anyhow::Result<SitePath> {
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
fn list(staging: &Staging, release: &Release, key: &SecretKey) -> anyhow::Result<Files> {
    let mut files = Vec::new();
    for name in [CAR, TORRENT, ZIP] {
        let FileRef { digest, bytes } = hash(&staging.file(&in_bundle(name)?))?;
        files.push(BundleFile {
            digest,
            bytes,
            name: SitePath::new(name)?,
        });
    }
    let bundles = Bundles {
        site: release.site.clone(),
        sequence: release.sequence,
        release: Digest::of(release.to_text().as_bytes()),
        files,
    };
    let text = bundles.to_text().into_bytes();
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
