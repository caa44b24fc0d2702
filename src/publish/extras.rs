//! Files that one kind of host needs besides the release, and no other host gets.
//!
//! They stand outside of what is signed: a checker knows their names and does
//! not call them strange.

use super::{HostPath, Item, Tree};

/// A file of a kind of host.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Extra {
    /// `.nojekyll`: GitHub Pages and hosts like it serve files as they are.
    Nojekyll,
    /// `_headers`: Netlify, Cloudflare Pages and others send these headers.
    Headers,
    /// `.htaccess`: Apache, on shared hosts.
    Htaccess,
}

impl Extra {
    /// Each with its word in `publish.yaml`.
    pub const ALL: [(&'static str, Extra); 3] = [
        ("nojekyll", Extra::Nojekyll),
        ("headers", Extra::Headers),
        ("htaccess", Extra::Htaccess),
    ];

    /// The name of the file.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Extra::Nojekyll => ".nojekyll",
            Extra::Headers => "_headers",
            Extra::Htaccess => ".htaccess",
        }
    }

    fn text(self) -> &'static str {
        match self {
            Extra::Nojekyll => "",
            Extra::Headers => include_str!("hosting/headers"),
            Extra::Htaccess => include_str!("hosting/htaccess"),
        }
    }
}

/// Whether a path is such a file.
#[must_use]
pub fn is_extra(path: &HostPath) -> bool {
    Extra::ALL
        .iter()
        .any(|(_, extra)| extra.name() == path.as_str())
}

/// Adds files for one host to what it gets.
pub fn add(tree: &mut Tree, extras: &[Extra]) {
    for extra in extras {
        if let Some(path) = HostPath::new(extra.name()) {
            tree.insert(path, Item::text(extra.text()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_signed_is_asked_for_each_time() {
        let rules: Vec<&str> = Extra::Headers.text().split("\n/").collect();
        for path in ["SHA256SUMS", "release.txt", "keys/*", "bundle/*"] {
            let rule = rules.iter().find(|rule| rule.lines().next() == Some(path));
            assert!(rule.is_some_and(|rule| rule.contains("no-cache")), "{path}");
        }
    }
}
