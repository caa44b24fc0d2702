//! The release before: what the next one follows.

use std::fs::{self, File};
use std::io::Read as _;
use std::path::Path;

use anyhow::{Context as _, anyhow, ensure};

use super::control::{Files, is_of_the_root};
use crate::check::Earlier;
use crate::output::{Digest, SitePath};
use crate::plan::{Output, path_of};
use crate::record::Id;
use crate::site::Signing;
use crate::trust::{Bundles, Control, PublicKey, Release, Signature, Sums};

/// A release that was made before, as far as the next one needs it.
#[derive(Debug, Clone)]
pub struct Past {
    /// What it states.
    pub release: Release,
    /// The hash of its `release.txt`.
    pub digest: Digest,
    /// Its files.
    pub sums: Sums,
    /// Its people.
    pub people: Earlier,
    /// Its archives; none for a copy without them, or whose list nobody has signed.
    pub bundles: Option<Bundles>,
    pub(super) files: Files,
}

impl Past {
    /// Reads the control files of a release in a folder; none if there is no
    /// `release.txt`.
    ///
    /// # Errors
    ///
    /// The folder holds something else, or a release that none of the site's
    /// keys has signed. A key that was revoked since then, or whose days are
    /// over, counts here: what it signed was the release before all the same.
    pub fn read(folder: &Path, site: &Id, signing: &Signing) -> anyhow::Result<Option<Self>> {
        let shown = folder.display();
        if !folder.join(Control::Release.name()).is_file() {
            let empty = !folder.exists() || fs::read_dir(folder)?.next().is_none();
            ensure!(
                empty,
                "{shown} is neither empty nor a release; choose another folder"
            );
            return Ok(None);
        }
        let mut past = Past::parse(read_files(folder)?, site, signing)
            .with_context(|| format!("the release in {shown}"))?;
        past.bundles = bundles(folder, signing);
        let people_json = folder.join(path_of(&Output::PeopleJson));
        let people_json = read_capped(&people_json, past.release.tree.largest);
        past.people = Earlier::new(&past.sums, people_json.as_deref());
        Ok(Some(past))
    }

    /// What the control files of the root say.
    fn parse(files: Files, site: &Id, signing: &Signing) -> anyhow::Result<Self> {
        let file = |control: Control| {
            let bytes = files.get(control.name());
            bytes.with_context(|| format!("`{}` is missing", control.name()))
        };
        let text = file(Control::Release)?;
        let signature = Signature::parse(file(Control::Signature)?)
            .context("`release.txt.minisig` is no signature")?;
        let signed = every_key(signing).any(|key| key.has_signed(text, &signature));
        ensure!(signed, "`release.txt` is not signed by a key of this site");
        let release = Release::parse(text).map_err(|fault| anyhow!("`release.txt`, {fault}"))?;
        ensure!(
            release.site == *site,
            "it is of another site, `{}`",
            release.site
        );
        let listed = file(Control::Sums)?;
        ensure!(
            release.files.is(listed),
            "`SHA256SUMS` is not the one that was signed"
        );
        let sums = Sums::parse(listed).map_err(|fault| anyhow!("`SHA256SUMS`, {fault}"))?;
        Ok(Past {
            digest: Digest::of(text),
            release,
            people: Earlier::new(&sums, None),
            bundles: None,
            sums,
            files,
        })
    }
}

/// Every key that was ever allowed to sign releases.
fn every_key(signing: &Signing) -> impl Iterator<Item = &PublicKey> {
    let keys = signing.sets.iter().flat_map(|set| &set.release);
    keys.map(|release| &release.key)
}

/// The list of the archives, if a key of the site has signed it.
fn bundles(folder: &Path, signing: &Signing) -> Option<Bundles> {
    let file = |name: &str, cap: u64| read_capped(&folder.join("bundle").join(name), cap);
    let text = file("bundles.txt", Bundles::LARGEST)?;
    let signature = Signature::parse(&file("bundles.txt.minisig", Signature::LARGEST)?)?;
    let signed = every_key(signing).any(|key| key.has_signed(&text, &signature));
    signed.then(|| Bundles::parse(&text).ok()).flatten()
}

/// A file of a copy, which may be anything: no more of it than it may have.
fn read_capped(file: &Path, cap: u64) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut piece = File::open(file).ok()?.take(cap.saturating_add(1));
    piece.read_to_end(&mut bytes).ok()?;
    (bytes.len() as u64 <= cap).then_some(bytes)
}

fn read_files(folder: &Path) -> anyhow::Result<Files> {
    let mut files = Files::new();
    let mut add = |name: String| -> anyhow::Result<()> {
        let Ok(path) = SitePath::new(&name) else {
            return Ok(());
        };
        let file = folder.join(&name);
        if is_of_the_root(&path) && file.is_file() {
            let bytes = fs::read(&file).with_context(|| format!("reading {}", file.display()))?;
            files.insert(path, bytes);
        }
        Ok(())
    };
    for control in Control::ALL {
        add(control.name().to_owned())?;
    }
    for entry in fs::read_dir(folder.join("keys")).into_iter().flatten() {
        let name = entry?.file_name();
        add(format!("keys/{}", name.to_string_lossy()))?;
    }
    Ok(files)
}
