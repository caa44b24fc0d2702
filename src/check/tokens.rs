//! Secret keys and tokens in files of text.

use std::ops::Range;

use memchr::memmem;

/// A secret in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// What it is, in words.
    pub what: &'static str,
    /// Bytes of the text.
    pub range: Range<usize>,
}

/// A form of tokens: how they begin, how many characters follow, and which.
struct Form {
    what: &'static str,
    start: &'static str,
    length: Range<usize>,
    follows: fn(u8) -> bool,
}

const FORMS: [Form; 8] = [
    Form {
        what: "an AWS access key",
        start: "AKIA",
        length: 16..17,
        follows: is_capital_or_digit,
    },
    Form {
        what: "a GitHub token",
        start: "ghp_",
        length: 36..256,
        follows: is_alphanumeric,
    },
    Form {
        what: "a GitHub token",
        start: "gho_",
        length: 36..256,
        follows: is_alphanumeric,
    },
    Form {
        what: "a GitHub token",
        start: "ghs_",
        length: 36..256,
        follows: is_alphanumeric,
    },
    Form {
        what: "a GitHub token",
        start: "github_pat_",
        length: 40..256,
        follows: is_word,
    },
    Form {
        what: "a GitLab token",
        start: "glpat-",
        length: 20..256,
        follows: is_word,
    },
    Form {
        what: "a minisign secret key",
        start: "RWRTY0Iy",
        length: 40..400,
        follows: is_base64,
    },
    Form {
        what: "an age secret key",
        start: "AGE-SECRET-KEY-1",
        length: 50..80,
        follows: is_capital_or_digit,
    },
];

/// Every secret key and token in a text, in its order.
#[must_use]
pub fn tokens(text: &str) -> Vec<Token> {
    let mut found: Vec<Token> = FORMS.iter().flat_map(|form| of_form(text, form)).collect();
    found.extend(private_keys(text));
    found.extend(bot_tokens(text));
    found.extend(passwords(text));
    found.sort_by_key(|token| (token.range.start, token.range.end));
    found
}

fn is_alphanumeric(byte: u8) -> bool {
    byte.is_ascii_alphanumeric()
}

fn is_capital_or_digit(byte: u8) -> bool {
    byte.is_ascii_uppercase() || byte.is_ascii_digit()
}

fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-')
}

fn is_base64(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'=')
}

fn of_form<'a>(text: &'a str, form: &'a Form) -> impl Iterator<Item = Token> + 'a {
    places(text, form.start).filter_map(move |start| {
        let follows = run(text, start + form.start.len(), form.follows);
        let fits = form.length.contains(&follows) && begins_a_word(text, start);
        fits.then(|| Token {
            what: form.what,
            range: start..start + form.start.len() + follows,
        })
    })
}

/// Where some words stand in a text; every text of a site is searched for many.
fn places<'a>(text: &'a str, words: &'a str) -> impl Iterator<Item = usize> + 'a {
    memmem::find_iter(text.as_bytes(), words)
}

fn begins_a_word(text: &str, start: usize) -> bool {
    start == 0 || !text.as_bytes()[start - 1].is_ascii_alphanumeric()
}

/// How many bytes from a place on are of a kind.
fn run(text: &str, start: usize, is: fn(u8) -> bool) -> usize {
    text.as_bytes()[start..]
        .iter()
        .take_while(|byte| is(**byte))
        .count()
}

/// From a line that says so to the end of the key's block.
fn private_keys(text: &str) -> Vec<Token> {
    let begins = places(text, "-----BEGIN ").filter(|at| line(text, *at).contains("PRIVATE KEY"));
    let armour = begins.map(|start| {
        let end = text[start..]
            .find("-----END")
            .map_or(text.len(), |at| start + at);
        Token {
            what: "a private key",
            range: start..end,
        }
    });
    let comments = places(text, "untrusted comment:").filter_map(|start| {
        let comment = line(text, start);
        let key_end = start
            + text[start..]
                .splitn(3, '\n')
                .take(2)
                .map(|line| line.len() + 1)
                .sum::<usize>();
        let is_secret = comment.contains("secret key");
        is_secret.then(|| Token {
            what: "a minisign secret key",
            range: start..key_end.min(text.len()),
        })
    });
    armour.chain(comments).collect()
}

fn line(text: &str, start: usize) -> &str {
    text[start..].lines().next().unwrap_or("")
}

/// `123456789:` and 35 characters.
fn bot_tokens(text: &str) -> impl Iterator<Item = Token> + '_ {
    places(text, ":").filter_map(|colon| {
        let digits = text.as_bytes()[..colon]
            .iter()
            .rev()
            .take_while(|byte| byte.is_ascii_digit())
            .count();
        let follows = run(text, colon + 1, is_word);
        let fits = (8..=10).contains(&digits) && follows == 35;
        fits.then(|| Token {
            what: "a Telegram bot's token",
            range: colon - digits..colon + 1 + follows,
        })
    })
}

/// `https://user:password@host`.
fn passwords(text: &str) -> impl Iterator<Item = Token> + '_ {
    places(text, "://").filter_map(|at| {
        let start = at + 3;
        let ends = |c: char| {
            c.is_whitespace() || matches!(c, '/' | '?' | '#' | '"' | '\'' | '<' | '>' | ')')
        };
        let end = text[start..]
            .find(ends)
            .map_or(text.len(), |length| start + length);
        let (user, _) = text[start..end].rsplit_once('@')?;
        let (name, password) = user.split_once(':')?;
        let secret = start + name.len() + 1;
        (!password.is_empty()).then(|| Token {
            what: "a password in an address",
            range: secret..secret + password.len(),
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(text: &str) -> Vec<&'static str> {
        tokens(text).into_iter().map(|token| token.what).collect()
    }

    #[test]
    fn keys_and_tokens_are_known_by_their_form() {
        let thirty_six = "a1B2".repeat(9);
        for (text, what) in [
            ("AKIAABCDEFGHIJKLMNOP".to_owned(), "an AWS access key"),
            (format!("x ghp_{thirty_six}"), "a GitHub token"),
            (format!("github_pat_{thirty_six}_abcdef"), "a GitHub token"),
            (
                format!("123456789:{}", &thirty_six[1..]),
                "a Telegram bot's token",
            ),
            (
                "-----BEGIN OPENSSH PRIVATE KEY-----\nabc\n-----END".to_owned(),
                "a private key",
            ),
            (
                "untrusted comment: minisign encrypted secret key\nRWabc\n".to_owned(),
                "a minisign secret key",
            ),
            (
                "https://anna:hunter2@example.org/".to_owned(),
                "a password in an address",
            ),
        ] {
            assert_eq!(kinds(&text), [what], "{text}");
        }
    }

    #[test]
    fn what_only_looks_similar_is_left_alone() {
        for text in [
            "AKIAABC",
            "https://example.org/a:b@c",
            "https://t.me/@name",
            "mailto:a@example.org",
            "-----BEGIN PUBLIC KEY-----",
            "untrusted comment: minisign public key ABC",
            "12:30",
            "ghp_short",
        ] {
            assert!(kinds(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn only_the_password_of_an_address_is_the_secret() {
        let text = "https://anna:hunter2@example.org/";
        assert_eq!(&text[tokens(text)[0].range.clone()], "hunter2");
    }
}
