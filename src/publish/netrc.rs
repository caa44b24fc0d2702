//! `~/.netrc`: names and passwords for hosts, as curl and many others read it.

use data_encoding::BASE64;

/// The value of an `Authorization` header for a host, if the file knows one.
#[must_use]
pub fn authorization(netrc: &str, host: &str) -> Option<String> {
    let (login, password) = login(netrc, host)?;
    let pair = BASE64.encode(format!("{login}:{password}").as_bytes());
    Some(format!("Basic {pair}"))
}

fn login<'a>(netrc: &'a str, host: &str) -> Option<(&'a str, &'a str)> {
    let mut words = netrc.split_whitespace();
    let (mut matches, mut login) = (false, None);
    while let Some(word) = words.next() {
        match word {
            "machine" => (matches, login) = (words.next() == Some(host), None),
            "default" => (matches, login) = (true, None),
            "login" => login = words.next(),
            "password" => {
                let password = words.next()?;
                if let Some(login) = login.filter(|_| matches) {
                    return Some((login, password));
                }
            }
            _ => {}
        }
    }
    None
}

/// The host of an address, without user and port.
#[must_use]
pub fn host_of(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let authority = rest.split('/').next().unwrap_or_default();
    let host = authority.rsplit('@').next().unwrap_or_default();
    match host.rsplit_once(':') {
        Some((host, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => host,
        _ => host,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_entry_of_the_host_counts_and_else_the_default() {
        let netrc = "machine one.example login a password b\n\
                     machine two.example\n  login c\n  password d\n\
                     default login e password f\n";
        assert_eq!(login(netrc, "one.example"), Some(("a", "b")));
        assert_eq!(login(netrc, "two.example"), Some(("c", "d")));
        assert_eq!(login(netrc, "other.example"), Some(("e", "f")));
        assert_eq!(login("machine one.example login a", "one.example"), None);
        assert_eq!(authorization(netrc, "one.example").unwrap(), "Basic YTpi");
    }

    #[test]
    fn the_host_of_an_address_is_found() {
        for url in [
            "https://h.example/x",
            "http://h.example:80/",
            "https://u@h.example",
        ] {
            assert_eq!(host_of(url), "h.example", "{url}");
        }
    }
}
