//! What a host is told of a file, where it must be told: its type, and for how long it holds.

// Only buckets must be told how long a file holds.
#![cfg_attr(not(feature = "cloud"), allow(dead_code))]

use super::HostPath;
use super::role::Role;
use crate::output::{self, SitePath};

/// Nothing under these is ever replaced by other bytes.
const IMMUTABLE: &str = "public, max-age=31536000, immutable";

/// Short, so that a correction reaches readers within minutes.
const SHORT: &str = "public, max-age=300";

/// Signed files must be of one release: they are asked for each time.
const CHECKED: &str = "no-cache";

/// The media type of a file.
#[must_use]
pub fn content_type(path: &HostPath) -> &'static str {
    match SitePath::new(path.as_str()) {
        Ok(path) => output::content_type(&path),
        Err(_) => "text/plain; charset=utf-8",
    }
}

/// How long caches may keep a file.
#[must_use]
pub fn cache_control(path: &HostPath) -> &'static str {
    match Role::of(path) {
        Role::Copy(_) => IMMUTABLE,
        Role::Control(_) | Role::Key | Role::ArchiveList | Role::Archive => CHECKED,
        Role::Extra | Role::Part | Role::Of(_) | Role::Other => SHORT,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copies_hold_for_ever_signed_files_not_at_all_and_pages_for_minutes() {
        let cache = |path: &str| cache_control(&HostPath::new(path).unwrap());
        assert_eq!(cache("r/4/release.txt"), IMMUTABLE);
        assert_eq!(cache("release.txt"), CHECKED);
        assert_eq!(cache("bundle/site.zip"), CHECKED);
        assert_eq!(cache("ru/index.html"), SHORT);
        let kind = content_type(&HostPath::new(".htaccess").unwrap());
        assert_eq!(kind, "text/plain; charset=utf-8");
    }
}
