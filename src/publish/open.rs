//! From the lines of `publish.yaml` to a host that can be asked.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::config::{Place, TargetConfig};
use super::target::{Folder, Git, GitCommit, Rsync, Webdav};
use super::{Http, Target, netrc};
use crate::trust::Release;

/// Where each kind of host finds what opens it; never the site's own files.
#[derive(Debug, Clone, Default)]
pub struct Environment {
    /// The site's folder.
    pub site: PathBuf,
    /// Notes about hosts: the site's `.vestochka/publish/`.
    pub notes: PathBuf,
    /// The text of `~/.netrc`.
    pub netrc: String,
    /// The variables of the process, and the keys of the user's profile.
    pub variables: BTreeMap<String, String>,
    /// The client for the web.
    pub http: Http,
}

/// Opens a host.
///
/// # Errors
///
/// It is not there, or a program that it takes is missing.
pub fn open(
    config: &TargetConfig,
    release: &Release,
    environment: &Environment,
) -> anyhow::Result<Box<dyn Target>> {
    Ok(match &config.place {
        Place::Folder(path) => Box::new(Folder::open(&environment.site.join(path))?),
        Place::Git {
            repository,
            branch,
            keep_history,
        } => {
            let commit = GitCommit {
                repository: absolute(repository, &environment.site),
                branch: branch.clone(),
                keep_history: *keep_history,
                created: release.created,
                sequence: release.sequence,
            };
            let own = environment
                .notes
                .join(format!("{}.git", config.name.as_str()));
            Box::new(Git::open(&own, commit)?)
        }
        Place::Rsync(to) => Box::new(Rsync::open(to, release.created)?),
        Place::Webdav(to) => {
            let authorization = netrc::authorization(&environment.netrc, netrc::host_of(to));
            Box::new(Webdav::new(to, authorization, environment.http.clone()))
        }
        Place::Store {
            url,
            endpoint,
            region,
        } => store(url, endpoint.as_deref(), region.as_deref(), environment)?,
    })
}

/// A repository that is a folder counts from the site's own.
fn absolute(repository: &str, site: &Path) -> String {
    let path = site.join(repository);
    if repository.contains("://") || !path.exists() {
        return repository.to_owned();
    }
    let real = path.canonicalize().unwrap_or(path);
    real.to_string_lossy().into_owned()
}

#[cfg(feature = "cloud")]
fn store(
    url: &str,
    endpoint: Option<&str>,
    region: Option<&str>,
    environment: &Environment,
) -> anyhow::Result<Box<dyn Target>> {
    let store = super::target::Store::open(url, endpoint, region, environment)?;
    Ok(Box::new(store))
}

#[cfg(not(feature = "cloud"))]
fn store(
    url: &str,
    _endpoint: Option<&str>,
    _region: Option<&str>,
    _environment: &Environment,
) -> anyhow::Result<Box<dyn Target>> {
    anyhow::bail!(
        "`{url}`: this program was built without object stores; build it with `--features cloud`"
    )
}
