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
            if let Some(password) = password_in(text) {
                report(route, "this address holds a password".into(), password);
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

/// The password of `scheme://user:password@host`.
fn password_in(address: &str) -> Option<&str> {
    let (_, rest) = address.split_once("://")?;
    let authority = rest.split('/').next()?;
    let (user, _) = authority.rsplit_once('@')?;
    let (_, password) = user.split_once(':')?;
    Some(password)
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
        assert_eq!(found_in(BAD), ["hunter2", "hunter3"]);
    }
}
