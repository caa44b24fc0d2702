//! Where a file stands on a host: any path that stays below the host's root.

use std::fmt;
use std::sync::Arc;

use crate::output::SitePath;

/// A relative path with `/`. Unlike a [`SitePath`] it may have any name, because
/// hosts hold files of others, and some of their own begin with a dot.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct HostPath(Arc<str>);

impl HostPath {
    /// A path, unless it could leave the host's root or cannot be written on one line.
    #[must_use]
    pub fn new(path: &str) -> Option<Self> {
        let plain = |part: &str| !matches!(part, "" | "." | "..");
        let fits = path.split('/').all(plain) && !path.contains(is_odd);
        fits.then(|| HostPath(path.into()))
    }

    /// The path as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The last component.
    #[must_use]
    pub fn name(&self) -> &str {
        self.0.rsplit('/').next().unwrap_or_default()
    }

    /// The folders that hold it, the outermost first, the root left out.
    pub fn folders(&self) -> impl Iterator<Item = &str> {
        self.0.match_indices('/').map(|(at, _)| &self.0[..at])
    }
}

fn is_odd(c: char) -> bool {
    c.is_control() || c == '\\'
}

impl From<&SitePath> for HostPath {
    fn from(path: &SitePath) -> Self {
        HostPath(path.as_str().into())
    }
}

impl fmt::Display for HostPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_path_leaves_the_root() {
        for bad in ["", "/etc/passwd", "a/../b", "./a", "a//b", "a\\b", "a\nb"] {
            assert_eq!(HostPath::new(bad), None, "{bad:?}");
        }
        for good in [".htaccess", "_headers", "a/b c.html", "Имя"] {
            assert_eq!(HostPath::new(good).unwrap().as_str(), good);
        }
    }

    #[test]
    fn folders_come_from_the_outermost() {
        let path = HostPath::new("r/42/keys/1.txt").unwrap();
        assert_eq!(
            path.folders().collect::<Vec<_>>(),
            ["r", "r/42", "r/42/keys"]
        );
    }
}
