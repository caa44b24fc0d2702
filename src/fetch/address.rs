//! The address of a copy on the web, and where a redirect leads.

use std::fmt;
use std::str::FromStr;

use ureq::http::Uri;

use crate::output::SitePath;

/// An `http:` or `https:` address without user, query and fragment.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct WebAddress(String);

impl WebAddress {
    /// The address of a site's file, below this one as a folder.
    #[must_use]
    pub fn file(&self, path: &SitePath) -> WebAddress {
        WebAddress(format!("{}/{path}", self.0.trim_end_matches('/')))
    }

    /// The address as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The host in lower case, without the port.
    #[must_use]
    pub fn host(&self) -> String {
        let uri = self.uri();
        let host = uri.as_ref().and_then(Uri::host);
        host.unwrap_or_default().to_ascii_lowercase()
    }

    /// Where `Location: TEXT` leads from here; `None` where it is no web address.
    #[must_use]
    pub fn follow(&self, location: &str) -> Option<WebAddress> {
        let location = location.split('#').next().unwrap_or_default();
        let scheme = self.0.split_once("://").map(|(scheme, _)| scheme)?;
        if location.contains("://") {
            return absolute(location);
        }
        if let Some(rest) = location.strip_prefix("//") {
            return absolute(&format!("{scheme}://{rest}"));
        }
        let start = self.0.get(scheme.len() + 3..)?;
        let host = start.split('/').next()?;
        let base = if location.starts_with('/') {
            format!("{scheme}://{host}")
        } else {
            let (folder, _) = self.0.rsplit_once('/')?;
            format!("{folder}/")
        };
        absolute(&(base + location))
    }

    /// Whether a redirect from here may be followed: to the same host, at the
    /// same port or from `http:` up to `https:`.
    #[must_use]
    pub fn trusts(&self, next: &WebAddress) -> bool {
        let (Some(here), Some(there)) = (self.uri(), next.uri()) else {
            return false;
        };
        let same_port = port(&here) == port(&there) && here.scheme() == there.scheme();
        let upgrade = port(&here) == Some(80) && port(&there) == Some(443);
        self.host() == next.host() && (same_port || upgrade)
    }

    fn uri(&self) -> Option<Uri> {
        self.0.parse().ok()
    }
}

fn port(uri: &Uri) -> Option<u16> {
    uri.port_u16().or(match uri.scheme_str()? {
        "https" => Some(443),
        _ => Some(80),
    })
}

fn absolute(text: &str) -> Option<WebAddress> {
    let uri: Uri = text.parse().ok()?;
    let web = matches!(uri.scheme_str(), Some("http" | "https"));
    let host = uri.host().filter(|host| !host.is_empty())?;
    let plain = !uri.authority()?.as_str().contains('@') && !host.is_empty();
    (web && plain).then(|| WebAddress(text.to_owned()))
}

impl FromStr for WebAddress {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        if text.contains(['?', '#']) {
            return Err(format!(
                "`{text}` has a query or fragment; give the address of the site's root"
            ));
        }
        absolute(text).ok_or_else(|| {
            format!("`{text}` is no web address; it looks like `https://example.org/`")
        })
    }
}

impl fmt::Display for WebAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(text: &str) -> WebAddress {
        text.parse().unwrap()
    }

    #[test]
    fn files_stand_below_the_address() {
        let path = SitePath::new("ru/index.html").unwrap();
        for base in ["https://a.example/site", "https://a.example/site/"] {
            let file = address(base).file(&path);
            assert_eq!(file.as_str(), "https://a.example/site/ru/index.html");
        }
    }

    #[test]
    fn only_plain_web_addresses_are_taken() {
        for bad in [
            "",
            "a.example",
            "ftp://a.example/",
            "file:///etc/passwd",
            "https://",
            "https://user:word@a.example/",
            "https://a.example/?x=1",
            "https://a.example/#x",
            "https://a b.example/",
        ] {
            assert!(bad.parse::<WebAddress>().is_err(), "{bad:?}");
        }
    }

    #[test]
    fn redirects_resolve_as_in_a_browser() {
        let page = address("https://a.example/ru/x.html");
        for (location, expected) in [
            ("x", Some("https://a.example/ru/x")),
            ("/ru/x", Some("https://a.example/ru/x")),
            ("//b.example/x", Some("https://b.example/x")),
            ("http://b.example/#top", Some("http://b.example/")),
            ("ftp://a.example/x", None),
            ("https://", None),
        ] {
            let found = page.follow(location);
            assert_eq!(
                found.as_ref().map(WebAddress::as_str),
                expected,
                "{location}"
            );
        }
    }

    #[test]
    fn a_redirect_stays_on_its_host() {
        let here = address("http://a.example/x.html");
        for (next, followed) in [
            ("http://a.example/x", true),
            ("http://A.example/x", true),
            ("https://a.example/x", true),
            ("http://b.example/x.html", false),
            ("http://a.example:8080/x.html", false),
            ("http://www.a.example/x.html", false),
        ] {
            assert_eq!(here.trusts(&address(next)), followed, "{next}");
        }
        let secure = address("https://a.example/x.html");
        assert!(!secure.trusts(&address("http://a.example/x.html")));
    }
}
