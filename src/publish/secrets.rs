//! Finds passwords where none belong, and keeps them from being printed.

use crate::decode::Value;
use crate::problem::{Place, Problem, Route, Step};
use crate::yaml::{self, Node};

/// Words by which people name what must stay secret.
const WORDS: [&str; 7] = [
    "secret",
    "password",
    "passwd",
    "token",
    "credential",
    "access_key",
    "private_key",
];

/// Reports every value that looks like a credential.
pub fn refuse(value: Value<'_>) {
    walk(value.node(), &Route::default(), &mut |route, why, _| {
        let problem = value.problem(why).hint(
            "delete it here and change it where it is used, since it was written down; `docs/publishing.md` says where each kind of host looks for it",
        );
        value.report(Problem {
            place: Place::Key(route.clone(), 0),
            ..problem
        });
    });
}

/// The credentials in a text, so that a report can hide them.
#[must_use]
pub fn found_in(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    if let Ok(node) = yaml::parse(text) {
        walk(&node, &Route::default(), &mut |_, _, value| {
            found.push(value.to_owned())
        });
    }
    found
}

fn walk(node: &Node, route: &Route, report: &mut dyn FnMut(&Route, String, &str)) {
    match node {
        Node::Map(map) => {
            for (key, node) in map {
                entry(key, node, &route.clone().then(&**key), report);
            }
        }
        Node::List(items) => {
            for (index, node) in items.iter().enumerate() {
                walk(node, &route.clone().then(Step::Index(index)), report);
            }
        }
        _ => {}
    }
}

fn entry(key: &str, node: &Node, route: &Route, report: &mut dyn FnMut(&Route, String, &str)) {
    let name = key.to_lowercase().replace('-', "_");
    let is_secret = WORDS.iter().any(|word| name.contains(word));
    match node {
        Node::Text(text) if is_secret => {
            report(
                route,
                format!("`{key}` looks like a credential, and this file holds none"),
                text,
            );
        }
        Node::Text(text) => {
            for secret in secrets_in(text) {
                let why = "this address holds a password or a token, or room for one";
                report(route, why.into(), secret);
            }
        }
        _ if is_secret => report(
            route,
            format!("`{key}` looks like a credential, and this file holds none"),
            "",
        ),
        _ => walk(node, route, report),
    }
}

/// What an address holds besides a place: whom a web host is to know, the
/// password of any other, and what follows a `?` or `#`.
fn secrets_in(address: &str) -> Vec<&str> {
    let Some(parts) = Parts::of(address) else {
        return Vec::new();
    };
    let user = parts.user.and_then(|user| match parts.is_web() {
        true => Some(user),
        false => user.split_once(':').map(|(_, password)| password),
    });
    user.into_iter().chain(parts.query).collect()
}

/// A text in which every address is without what opens it.
#[must_use]
pub fn redacted(text: &str) -> String {
    let ends = |c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '`' | '<' | '>');
    let mut plain = String::new();
    for word in text.split_inclusive(ends) {
        match Parts::of(word) {
            Some(parts) => plain += &parts.redacted(word.chars().next_back().filter(|c| ends(*c))),
            None => plain += word,
        }
    }
    plain
}

/// `SCHEME://USER@PLACE?QUERY`.
struct Parts<'a> {
    scheme: &'a str,
    user: Option<&'a str>,
    place: &'a str,
    query: Option<&'a str>,
}

impl<'a> Parts<'a> {
    fn of(address: &'a str) -> Option<Self> {
        let (scheme, rest) = address.split_once("://")?;
        let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
        let (user, start) = match rest[..end].rfind('@') {
            Some(at) => (Some(&rest[..at]), at + 1),
            None => (None, 0),
        };
        let (place, query) = match rest[start..].split_once(['?', '#']) {
            Some((place, query)) => (place, Some(query)),
            None => (&rest[start..], None),
        };
        Some(Parts {
            scheme,
            user,
            place,
            query,
        })
    }

    fn is_web(&self) -> bool {
        let scheme = self.scheme.to_ascii_lowercase();
        scheme.ends_with("http") || scheme.ends_with("https")
    }

    /// The address without its secrets; `end` closed the word that it stands in.
    fn redacted(&self, end: Option<char>) -> String {
        let login = self.user.filter(|_| !self.is_web());
        let login = login.map(|user| user.split(':').next().unwrap_or_default());
        let login = login.map_or_else(String::new, |login| format!("{login}@"));
        let cut = self.query.is_some();
        let end = end.filter(|_| cut).map(String::from).unwrap_or_default();
        format!("{}://{login}{}{end}", self.scheme, self.place)
    }
}

#[cfg(test)]
mod tests {
    use super::super::Config;
    use super::*;

    const BAD: &str = "\
targets:
  a: {kind: store, to: 's3://bucket', secret_access_key: hunter2}
  b: {kind: webdav, to: 'https://me:hunter3@host/'}
";

    #[test]
    fn a_credential_is_refused_where_it_stands_and_never_repeated() {
        let (config, problems) = Config::read("publish.yaml", BAD);
        assert!(config.is_none());
        let places: Vec<&Place> = problems.iter().map(|it| &it.place).collect();
        let key =
            |target: &str, key: &str| Place::Key(Route::key("targets").then(target).then(key), 0);
        assert!(
            places.contains(&&key("a", "secret_access_key")),
            "{places:?}"
        );
        assert!(places.contains(&&key("b", "to")), "{places:?}");
        assert!(!format!("{problems:?}").contains("hunter"));
        assert_eq!(found_in(BAD), ["hunter2", "me:hunter3"]);
    }

    #[test]
    fn a_token_in_an_address_is_refused_wherever_it_stands() {
        for (address, secret) in [
            ("https://ghp_TOKEN@host/x.git", Some("ghp_TOKEN")),
            ("HTTPS://ghp_TOKEN@host", Some("ghp_TOKEN")),
            (
                "https://host/x.git?access_token=hunter2",
                Some("access_token=hunter2"),
            ),
            ("az://box/site?sig=hunter2", Some("sig=hunter2")),
            ("https://host/#hunter2", Some("hunter2")),
            ("ssh://git:hunter2@host/x.git", Some("hunter2")),
            ("ssh://git@host/x.git", None),
            ("https://host/@me/x", None),
            ("/srv/what?/site#1", None),
        ] {
            assert_eq!(secrets_in(address), Vec::from_iter(secret), "{address}");
        }
    }

    #[test]
    fn an_address_is_printed_without_what_opens_it() {
        for (text, plain) in [
            (
                "asking https://me:pw@host/x?sig=1: no",
                "asking https://host/x no",
            ),
            (
                "to 'https://host/x?sig=1'; and more",
                "to 'https://host/x'; and more",
            ),
            (
                "PUT http://host/a\nhttps://t@host",
                "PUT http://host/a\nhttps://host",
            ),
            (
                "ssh://git:pw@host/x and git@host:x",
                "ssh://git@host/x and git@host:x",
            ),
            ("nothing: here? no#", "nothing: here? no#"),
        ] {
            assert_eq!(redacted(text), plain);
        }
    }
}
