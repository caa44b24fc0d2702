//! Lets the preview's own script and style through a page's content security policy.
//!
//! Whatever else a page's policy forbids stays forbidden, so that a page which
//! breaks its own policy is seen to be broken in the preview too.

use data_encoding::BASE64;
use sha2::{Digest as _, Sha256};

/// What the preview adds to a page.
pub(super) struct Additions<'a> {
    /// The text of an inline script, which calls this server.
    pub(super) script: &'a str,
    /// The text of an inline style.
    pub(super) style: &'a str,
}

/// The policy, with what the additions need and no more.
pub(super) fn loosen(policy: &str, additions: &Additions<'_>) -> String {
    let mut directives = parse(policy);
    permit(
        &mut directives,
        &["script-src-elem", "script-src"],
        &hash_source(additions.script),
    );
    permit(
        &mut directives,
        &["style-src-elem", "style-src"],
        &hash_source(additions.style),
    );
    permit(&mut directives, &["connect-src"], "'self'");
    let texts = directives
        .iter()
        .map(|it| [&[it.name.clone()][..], &it.values].concat().join(" "));
    texts.collect::<Vec<_>>().join("; ")
}

struct Directive {
    name: String,
    values: Vec<String>,
}

fn parse(policy: &str) -> Vec<Directive> {
    let directives = policy.split(';').filter_map(|directive| {
        let mut words = directive.split_ascii_whitespace().map(str::to_owned);
        let name = words.next()?.to_ascii_lowercase();
        Some(Directive {
            name,
            values: words.collect(),
        })
    });
    directives.collect()
}

/// Adds a source to the directive that decides: the first that there is, else
/// a copy of `default-src`, and without that everything is allowed anyway.
fn permit(directives: &mut Vec<Directive>, names: &[&str], source: &str) {
    let find = |directives: &[Directive], name: &str| {
        directives
            .iter()
            .position(|directive| directive.name == name)
    };
    let decides = names
        .iter()
        .find_map(|name| find(directives, name))
        .or_else(|| {
            let values = directives[find(directives, "default-src")?].values.clone();
            let name = (*names.last()?).to_owned();
            directives.push(Directive { name, values });
            Some(directives.len() - 1)
        });
    if let Some(index) = decides {
        add(&mut directives[index].values, source);
    }
}

/// A hash beside `'unsafe-inline'` would switch that off.
fn add(values: &mut Vec<String>, source: &str) {
    let is_strict = |value: &String| value.starts_with("'sha") || value.starts_with("'nonce-");
    let allows_all = values
        .iter()
        .any(|value| value.eq_ignore_ascii_case("'unsafe-inline'"))
        && !values.iter().any(is_strict);
    let needs_it = !values.iter().any(|value| value == source);
    if needs_it && !(allows_all && source.starts_with("'sha")) {
        values.retain(|value| !value.eq_ignore_ascii_case("'none'"));
        values.push(source.to_owned());
    }
}

fn hash_source(text: &str) -> String {
    format!(
        "'sha256-{}'",
        BASE64.encode(&Sha256::digest(text.as_bytes()))
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    const ADDITIONS: Additions<'_> = Additions {
        script: "alert(1)",
        style: "p{}",
    };
    const SCRIPT: &str = "'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='";

    fn style() -> String {
        hash_source("p{}")
    }

    #[test]
    fn a_hash_is_written_as_policies_have_it() {
        assert_eq!(hash_source("alert(1)"), SCRIPT);
    }

    #[test]
    fn a_strict_policy_gets_the_two_hashes_and_the_server() {
        let style = style();
        assert_eq!(
            loosen(
                "default-src 'none'; style-src 'sha256-x'; img-src 'self' data:",
                &ADDITIONS
            ),
            format!(
                "default-src 'none'; style-src 'sha256-x' {style}; img-src 'self' data:; \
                 script-src {SCRIPT}; connect-src 'self'"
            )
        );
    }

    #[test]
    fn what_a_directive_inherits_it_keeps() {
        assert_eq!(
            loosen(
                "default-src 'self'; connect-src 'self'; style-src 'none'",
                &ADDITIONS
            ),
            format!(
                "default-src 'self'; connect-src 'self'; style-src {}; script-src 'self' {SCRIPT}",
                style()
            )
        );
    }

    #[test]
    fn what_is_allowed_anyway_is_not_narrowed() {
        let open = "img-src 'self'";
        assert_eq!(loosen(open, &ADDITIONS), open);
        let inline = "script-src 'unsafe-inline'; style-src 'unsafe-inline'";
        assert_eq!(loosen(inline, &ADDITIONS), inline);
    }

    #[test]
    fn the_nearer_directive_decides() {
        assert_eq!(
            loosen("script-src 'none'; script-src-elem 'self'", &ADDITIONS),
            format!("script-src 'none'; script-src-elem 'self' {SCRIPT}")
        );
    }
}
