//! `publish.yaml`: to which hosts a release is brought. It holds no secret.

use std::path::PathBuf;

use super::{Extra, Limits, secrets};
use crate::decode::{Decode, Fields, Value};
use crate::problem::Problem;
use crate::record::{Id, decode_file};
use crate::source::TextFile;

/// The name of the file, beside `content/`.
pub const FILE: &str = "publish.yaml";

/// The hosts, in the order of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Config {
    /// Each with a name of its own.
    pub targets: Vec<TargetConfig>,
}

/// One host.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TargetConfig {
    /// How it is called on the command line.
    pub name: Id,
    /// What it is, and where.
    pub place: Place,
    /// Where readers find it, to see that it is served.
    pub url: Option<String>,
    /// Whether it gets the archives.
    pub bundle: bool,
    /// What it needs besides.
    pub extras: Vec<Extra>,
    /// What its owner says that it can hold.
    pub limits: Limits,
}

/// A kind of host, with its address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// A folder of this machine, such as a USB stick.
    Folder(PathBuf),
    /// A branch of a git repository.
    Git {
        /// A URL, or a path.
        repository: String,
        /// The branch.
        branch: String,
        /// Whether earlier releases stay in its history.
        keep_history: bool,
    },
    /// Anything that `rsync` reaches.
    Rsync(String),
    /// A WebDAV folder.
    Webdav(String),
    /// An object store.
    Store {
        /// `s3://BUCKET/PREFIX`, or that of another store.
        url: String,
        /// The address of the store's service, if it is not the usual one.
        endpoint: Option<String>,
        /// Its region.
        region: Option<String>,
    },
}

#[derive(Clone, Copy)]
enum Kind {
    Folder,
    Git,
    Rsync,
    Webdav,
    Store,
}

const KINDS: [(&str, Kind); 5] = [
    ("folder", Kind::Folder),
    ("git", Kind::Git),
    ("rsync", Kind::Rsync),
    ("webdav", Kind::Webdav),
    ("store", Kind::Store),
];

impl Config {
    /// Reads the text of a `publish.yaml`.
    #[must_use]
    pub fn read(path: &str, text: &str) -> (Option<Self>, Vec<Problem>) {
        let text = if text.trim().is_empty() { "{}" } else { text };
        decode_file(&file(path, text), |value| {
            secrets::refuse(value);
            Config::decode(value)
        })
    }
}

/// The text as the decoder wants it: all of it is front matter.
fn file(path: &str, text: &str) -> TextFile {
    TextFile {
        path: path.into(),
        text: text.into(),
        front: text.len(),
        body: text.len(),
    }
}

impl Decode for Config {
    fn decode(value: Value<'_>) -> Option<Self> {
        let mut f = value.fields()?;
        let targets = f.with("targets", targets);
        f.end();
        match targets {
            Some(targets) => targets.map(|targets| Config { targets }),
            None => value.error_hint(
                "there are no `targets:`",
                "see `docs/publishing.md` for examples",
            ),
        }
    }
}

fn targets(value: Value<'_>) -> Option<Vec<TargetConfig>> {
    let crate::yaml::Node::Map(map) = value.node() else {
        return value.error_hint(
            "expected a map of names",
            "write `NAME:` and its keys below",
        );
    };
    let read = |(name, _): &(String, _)| value.child(name, |it| target(name, it)).flatten();
    Some(map.iter().filter_map(read).collect())
}

fn target(name: &str, value: Value<'_>) -> Option<TargetConfig> {
    let Some(id) = Id::parse(name) else {
        return value.error_hint(
            format!("`{name}` cannot be the name of a target"),
            "take small Latin letters, digits and `-`",
        );
    };
    let mut f = value.fields()?;
    let kind = f.need::<Kind>("kind");
    let to = f.with("to", |value| value.text());
    if to.is_none() {
        f.error(
            "to",
            "the key `to` is missing",
            "add `to:` with the host's address",
        );
    }
    let place = kind
        .zip(to.flatten())
        .and_then(|(kind, to)| place(&mut f, kind, to));
    let url = f.with("url", web_address).flatten();
    let bundle = f.get("bundle");
    let extras = f.list("extras");
    let limits = f.with("limits", limits).flatten().unwrap_or_default();
    f.end();
    let place = place?;
    Some(TargetConfig {
        name: id,
        bundle: bundle.unwrap_or(!matches!(place, Place::Git { .. })),
        place,
        url,
        extras,
        limits,
    })
}

impl Decode for Kind {
    fn decode(value: Value<'_>) -> Option<Self> {
        value.word("kind of target", &KINDS)
    }
}

impl Decode for Extra {
    fn decode(value: Value<'_>) -> Option<Self> {
        value.word("extra", &Extra::ALL)
    }
}

fn place(f: &mut Fields<'_>, kind: Kind, to: String) -> Option<Place> {
    if to.starts_with('-') {
        f.error(
            "to",
            "an address cannot begin with `-`",
            "write the whole address",
        );
        return None;
    }
    match kind {
        Kind::Folder => Some(Place::Folder(to.into())),
        Kind::Git => git(f, to),
        Kind::Rsync => rsync(f, to),
        Kind::Webdav => f.with("to", web_address).flatten().map(Place::Webdav),
        Kind::Store => store(f, to),
    }
}

fn git(f: &mut Fields<'_>, repository: String) -> Option<Place> {
    let branch = f.with("branch", branch).flatten();
    let keep_history = f.with("history", |value| {
        value.word("history", &[("none", false), ("keep", true)])
    });
    if !f.has("branch") {
        f.error(
            "branch",
            "the key `branch` is missing",
            "add `branch:`, such as `pages`",
        );
    }
    names_its_user(f, &repository, "git@host:group/pages.git")?;
    Some(Place::Git {
        repository,
        branch: branch?,
        keep_history: keep_history.flatten().unwrap_or(false),
    })
}

fn branch(value: Value<'_>) -> Option<String> {
    let name = value.text()?;
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '/' | '.');
    let fits =
        name.chars().all(plain) && !name.starts_with(['-', '/', '.']) && !name.contains("..");
    if fits {
        Some(name)
    } else {
        value.error(format!("`{name}` cannot be a branch"))
    }
}

fn rsync(f: &mut Fields<'_>, to: String) -> Option<Place> {
    let remote = to.starts_with("rsync://") || to.contains(':');
    if !remote || to.contains(char::is_whitespace) {
        f.error(
            "to",
            "this is no address of another machine",
            "write `user@host:folder` or `rsync://host/module/folder`; for a folder here take `kind: folder`",
        );
        return None;
    }
    names_its_user(f, &to, "user@host:folder")?;
    Some(Place::Rsync(to))
}

/// Without a name in the address, SSH sends that under which somebody is logged
/// in on this machine.
fn names_its_user(f: &mut Fields<'_>, to: &str, example: &str) -> Option<()> {
    let over_ssh = match to.split_once("://") {
        Some((scheme, rest)) => scheme.ends_with("ssh").then_some(rest),
        None => to
            .split_once(':')
            .filter(|(host, path)| is_host(host, path))
            .map(|(host, _)| host),
    };
    let named =
        over_ssh.is_none_or(|rest| rest.split('/').next().unwrap_or_default().contains('@'));
    if !named {
        let hint = format!("write it like `{example}`; without it your own login name is sent");
        f.error("to", "this address does not say as whom to log in", &hint);
    }
    named.then_some(())
}

/// `host:path`, but neither `host::module` nor a drive of Windows nor a path.
fn is_host(host: &str, path: &str) -> bool {
    host.len() > 1 && !host.contains(['/', '\\']) && !path.starts_with(':')
}

fn store(f: &mut Fields<'_>, url: String) -> Option<Place> {
    let endpoint = f.with("endpoint", web_address);
    let region = f.get("region");
    if !url.contains("://") {
        f.error(
            "to",
            "this is no address of a store",
            "write it like `s3://BUCKET` or `s3://BUCKET/FOLDER`",
        );
        return None;
    }
    Some(Place::Store {
        url,
        endpoint: endpoint.flatten(),
        region,
    })
}

fn web_address(value: Value<'_>) -> Option<String> {
    let text = value.text()?;
    let host = ["https://", "http://"]
        .iter()
        .find_map(|scheme| text.strip_prefix(scheme));
    let fits = host.is_some_and(|host| !host.is_empty() && !host.starts_with('/'));
    if !fits || text.contains(char::is_whitespace) {
        return value.error_hint(
            format!("`{text}` is no web address"),
            "write it like `https://example.org/`",
        );
    }
    Some(text)
}

fn limits(value: Value<'_>) -> Option<Limits> {
    const MB: u64 = 1_000_000;
    let mut f = value.fields()?;
    let (files, file, total) = (
        f.get::<u32>("files"),
        f.get::<u32>("file_mb"),
        f.get::<u32>("total_mb"),
    );
    f.end();
    Some(Limits {
        files: files.map(u64::from),
        largest: file.map(|mb| u64::from(mb) * MB),
        total: total.map(|mb| u64::from(mb) * MB),
        windows_names: false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Config, Vec<String>> {
        let (config, problems) = Config::read(FILE, text);
        let words = problems
            .into_iter()
            .map(|it| format!("{} ({})", it.message, it.hint.unwrap_or_default()));
        config.ok_or_else(|| words.collect())
    }

    fn one(keys: &str) -> Result<TargetConfig, String> {
        let config = read(&format!("targets:\n  here: {{{keys}}}\n"));
        config
            .map(|mut it| it.targets.remove(0))
            .map_err(|it| it.join("\n"))
    }

    #[test]
    fn each_kind_of_target_is_read() {
        assert_eq!(
            one("kind: folder, to: /media/usb").unwrap().place,
            Place::Folder("/media/usb".into())
        );
        let git = one("kind: git, to: 'git@host:a/b.git', branch: pages").unwrap();
        let place = Place::Git {
            repository: "git@host:a/b.git".into(),
            branch: "pages".into(),
            keep_history: false,
        };
        assert_eq!((git.place, git.bundle), (place, false));
        for to in ["u@host:site", "rsync://host/site", "host::site"] {
            assert_eq!(
                one(&format!("kind: rsync, to: '{to}'")).unwrap().place,
                Place::Rsync(to.into())
            );
        }
        let dav =
            one("kind: webdav, to: 'https://host/dav/', url: 'https://host/', extras: [htaccess]")
                .unwrap();
        assert_eq!(
            (dav.place, dav.bundle),
            (Place::Webdav("https://host/dav/".into()), true)
        );
        assert_eq!(
            (dav.url.as_deref(), dav.extras),
            (Some("https://host/"), vec![Extra::Htaccess])
        );
        let store =
            one("kind: store, to: 's3://bucket', region: eu-1, limits: {file_mb: 25}").unwrap();
        assert_eq!(store.limits.largest, Some(25_000_000));
    }

    #[test]
    fn what_would_fail_later_or_send_a_name_is_refused_now() {
        for (keys, said) in [
            ("kind: ftp, to: x", "unknown kind of target `ftp`"),
            ("kind: folder", "the key `to` is missing"),
            ("kind: folder, to: --delete", "cannot begin with `-`"),
            (
                "kind: git, to: /srv/site.git",
                "the key `branch` is missing",
            ),
            (
                "kind: git, to: /srv/site.git, branch: ../x",
                "cannot be a branch",
            ),
            (
                "kind: git, to: 'ssh://host/x', branch: x",
                "as whom to log in",
            ),
            ("kind: git, to: 'host:x', branch: x", "as whom to log in"),
            ("kind: rsync, to: 'host:x'", "as whom to log in"),
            (
                "kind: rsync, to: /srv/site",
                "no address of another machine",
            ),
            ("kind: webdav, to: 'ftp://host'", "no web address"),
            ("kind: store, to: bucket", "no address of a store"),
            ("kind: folder, to: x, colour: red", "unknown key `colour`"),
        ] {
            let found = one(keys).unwrap_err();
            assert!(found.contains(said), "{keys}: {found}");
        }
        assert!(
            read("").unwrap_err()[0].contains("no `targets:`"),
            "{:?}",
            read("")
        );
        assert!(
            read("targets: {Not A Name: {kind: folder, to: x}}").unwrap_err()[0]
                .contains("cannot be the name")
        );
    }
}
