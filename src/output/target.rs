//! The folder that a site is written to, and where the notes about it are kept.

use std::fs::{self, DirBuilder};
use std::path::{Component, Path, PathBuf};

use anyhow::{Context as _, bail, ensure};

use super::{Digest, SitePath};

const STATE: &str = ".vestochka";

/// Folders of a site that hold somebody's work or private data.
const NOT_FOR_OUTPUT: [&str; 3] = ["content", "themes", STATE];

/// An output folder of a site, and its place in the site's `.vestochka/`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    site: PathBuf,
    output: PathBuf,
}

impl Target {
    /// The target for a site's folder and an output folder, which need not
    /// exist. Relative paths count from the current folder.
    ///
    /// # Errors
    ///
    /// The site's folder is missing, or the output would lie over the site
    /// itself, its `content/`, `themes/` or `.vestochka/`.
    pub fn new(site: &Path, output: &Path) -> anyhow::Result<Self> {
        let site = site
            .canonicalize()
            .with_context(|| format!("opening the site {}", site.display()))?;
        let target = Target {
            output: resolve(output)?,
            site,
        };
        target.refuse_to_cover_the_site()?;
        Ok(target)
    }

    /// The output folder, absolute and without links.
    #[must_use]
    pub fn output(&self) -> &Path {
        &self.output
    }

    /// Where a file of the site stands.
    #[must_use]
    pub fn file(&self, path: &SitePath) -> PathBuf {
        self.folder(path.as_str())
    }

    pub(super) fn folder(&self, path: &str) -> PathBuf {
        let mut full = self.output.clone();
        full.extend(path.split('/'));
        full
    }

    /// Where pages wait for all the others to be rendered. It is inside the
    /// output, because a rename cannot leave a file system; and one folder, so
    /// that what a killed build leaves is found without a walk.
    pub(super) fn staging(&self) -> PathBuf {
        self.output.join(".vestochka-staging")
    }

    pub(super) fn manifest(&self) -> PathBuf {
        self.note("manifest")
    }

    pub(super) fn journal(&self) -> PathBuf {
        self.note("journal")
    }

    pub(super) fn lock(&self) -> PathBuf {
        self.note("lock")
    }

    pub(super) fn site(&self) -> &Path {
        &self.site
    }

    /// The output as an editor would name it: relative to the site, if it is inside.
    pub(super) fn shown(&self) -> impl std::fmt::Display {
        self.output
            .strip_prefix(&self.site)
            .unwrap_or(&self.output)
            .display()
    }

    fn note(&self, extension: &str) -> PathBuf {
        let id = Digest::of(self.output.as_os_str().as_encoded_bytes()).to_string();
        self.site
            .join(STATE)
            .join(format!("output-{}.{extension}", &id[..16]))
    }

    fn refuse_to_cover_the_site(&self) -> anyhow::Result<()> {
        ensure!(
            !self.site.starts_with(&self.output),
            "the output `{}` would lie over the site itself; choose another `--output`",
            self.output.display()
        );
        for name in NOT_FOR_OUTPUT {
            let folder = self.site.join(name);
            let real = folder.canonicalize().unwrap_or_else(|_| folder.clone());
            let covers =
                |folder: &Path| self.output.starts_with(folder) || folder.starts_with(&self.output);
            if covers(&folder) || covers(&real) {
                bail!(
                    "the output `{}` would lie over the site's `{name}`; choose another `--output`",
                    self.shown()
                );
            }
        }
        Ok(())
    }
}

/// Creates a site's `.vestochka/`, if it is missing: for its owner alone, and
/// ignored by git, because it holds private data.
///
/// # Errors
///
/// The system does not let it be created.
pub fn state_folder(site: &Path) -> anyhow::Result<PathBuf> {
    let folder = site.join(STATE);
    if !folder.is_dir() {
        let create = || {
            private_folder().create(&folder)?;
            fs::write(folder.join(".gitignore"), "*\n")
        };
        create().with_context(|| format!("creating {}", folder.display()))?;
    }
    Ok(folder)
}

#[cfg(unix)]
fn private_folder() -> DirBuilder {
    use std::os::unix::fs::DirBuilderExt as _;
    let mut builder = DirBuilder::new();
    builder.mode(0o700);
    builder
}

#[cfg(not(unix))]
fn private_folder() -> DirBuilder {
    DirBuilder::new()
}

/// A path without links, of which the last parts need not exist yet.
fn resolve(path: &Path) -> anyhow::Result<PathBuf> {
    let about = || format!("opening the output {}", path.display());
    let absolute = std::path::absolute(path).with_context(about)?;
    let mut known = absolute.as_path();
    while fs::symlink_metadata(known).is_err() {
        known = known.parent().with_context(about)?;
    }
    let missing = absolute.strip_prefix(known).with_context(about)?;
    ensure!(
        missing
            .components()
            .all(|part| matches!(part, Component::Normal(_))),
        "the output `{}` goes through a folder that does not exist; write it without `..`",
        path.display()
    );
    let known = known.canonicalize().with_context(about)?;
    // Joining nothing would add a `/`, and so another name for one folder.
    Ok(if missing.as_os_str().is_empty() {
        known
    } else {
        known.join(missing)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site() -> tempfile::TempDir {
        let site = tempfile::tempdir().unwrap();
        fs::create_dir_all(site.path().join("content/people")).unwrap();
        site
    }

    #[test]
    fn an_output_has_one_manifest_before_and_after_it_exists() {
        let site = site();
        let output = site.path().join("public");
        let before = Target::new(site.path(), &output).unwrap();
        fs::create_dir(&output).unwrap();
        let after = Target::new(site.path(), &output).unwrap();
        assert_eq!(before.manifest(), after.manifest());
        let with_slash = Target::new(site.path(), &output.join("")).unwrap();
        assert_eq!(before.manifest(), with_slash.manifest());
    }

    #[test]
    fn an_output_beside_the_content_or_elsewhere_is_fine() {
        let site = site();
        let elsewhere = tempfile::tempdir().unwrap();
        for output in ["public", "a/b/c", "content-2"] {
            let target = Target::new(site.path(), &site.path().join(output)).unwrap();
            assert!(target.output().ends_with(output));
            assert_eq!(target.shown().to_string(), output);
        }
        assert!(Target::new(site.path(), elsewhere.path()).is_ok());
    }

    #[test]
    fn an_output_over_the_site_is_refused() {
        let site = site();
        for output in [
            "",
            "..",
            "/",
            "content",
            "content/people",
            "content/new",
            "themes",
            "themes/mine",
            ".vestochka",
            "content/../../",
            "public/../content",
        ] {
            let refused = Target::new(site.path(), &site.path().join(output)).is_err();
            assert!(refused, "{output:?}");
        }
        let error = Target::new(site.path(), &site.path().join("themes/mine")).unwrap_err();
        assert_eq!(
            error.to_string(),
            "the output `themes/mine` would lie over the site's `themes`; choose another `--output`"
        );
    }

    #[cfg(unix)]
    #[test]
    fn a_link_to_the_content_does_not_hide_it() {
        let site = site();
        std::os::unix::fs::symlink(site.path().join("content"), site.path().join("out")).unwrap();
        assert!(Target::new(site.path(), &site.path().join("out")).is_err());
        assert!(Target::new(site.path(), &site.path().join("out/new")).is_err());
    }

    #[test]
    fn two_outputs_have_two_manifests() {
        let site = site();
        let note = |output: &str| {
            Target::new(site.path(), &site.path().join(output))
                .unwrap()
                .manifest()
        };
        assert_ne!(note("public"), note("other"));
        assert_eq!(note("public"), note("public/"));
    }

    #[cfg(unix)]
    #[test]
    fn the_notes_are_for_their_owner_alone_and_not_for_git() {
        use std::os::unix::fs::PermissionsExt as _;
        let site = site();
        let folder = state_folder(site.path()).unwrap();
        assert_eq!(
            fs::metadata(&folder).unwrap().permissions().mode() & 0o777,
            0o700
        );
        assert_eq!(
            fs::read_to_string(folder.join(".gitignore")).unwrap(),
            "*\n"
        );
        assert!(state_folder(site.path()).is_ok());
    }
}
