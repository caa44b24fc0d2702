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
    let (scheme, rest) = text.split_once("://")?;
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (authority, path) = rest.split_at(end);
    let text = format!("{scheme}://{}{path}", plain_authority(authority)?);
    let uri: Uri = text.parse().ok()?;
    let web = matches!(uri.scheme_str(), Some("http" | "https"));
    let named = uri.host().is_some_and(|host| !host.is_empty());
    (web && named).then_some(WebAddress(text))
}

/// Host and port in one form, so that no other spelling of a name goes unnoticed;
/// none with a user, or with a port that is no number.
fn plain_authority(authority: &str) -> Option<String> {
    let (host, port) = match authority.rsplit_once(':') {
        Some((host, port)) if !authority.ends_with(']') => (host, Some(port)),
        _ => (authority, None),
    };
    let host = ascii_host(host)?;
    match port {
        None => Some(host),
        Some(port) => Some(format!("{host}:{}", port.parse::<u16>().ok()?)),
    }
}

/// A name as programs write it: `xn--80a1acny.xn--p1ai` for `почта.рф`.
fn ascii_host(host: &str) -> Option<String> {
    let ascii = match host.is_ascii() {
        true => host.into(),
        false => idna::domain_to_ascii_cow(host.as_bytes(), idna::AsciiDenyList::URL).ok()?,
    };
    let plain = !ascii.contains('@');
    plain.then(|| ascii.trim_end_matches('.').to_owned())
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
            "https://почта@a.example/",
            "https://a.example:x/",
            "https://./",
        ] {
            assert!(bad.parse::<WebAddress>().is_err(), "{bad:?}");
        }
    }

    #[test]
    fn a_host_has_one_name() {
        for (text, host) in [
            ("http://A.onion./", "a.onion"),
            ("http://a.onion.:80/x", "a.onion"),
            ("http://a\u{3002}onion/", "a.onion"),
            ("http://\u{ff41}.\u{ff4f}nion/", "a.onion"),
            ("https://почта.рф:8443/я", "xn--80a1acny.xn--p1ai"),
            ("http://[::1]:8080/", "[::1]"),
        ] {
            assert_eq!(address(text).host(), host, "{text}");
        }
        let port = address("https://почта.рф:8443/x");
        assert_eq!(port.as_str(), "https://xn--80a1acny.xn--p1ai:8443/x");
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
