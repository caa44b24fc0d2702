//! Text files that show whether they are whole: a head line, a body, and a digest of both.

use super::Fingerprint;

/// The body with its head line before and its digest after it.
pub(super) fn seal(head: &str, body: &str) -> String {
    let text = format!("{head}\n{body}");
    let digest = Fingerprint::of([text.as_bytes()]);
    format!("{text}end {digest}\n")
}

/// The body, if the text has this head line and is whole.
pub(super) fn unseal<'a>(head: &str, sealed: &'a str) -> Option<&'a str> {
    let (text, last) = sealed.strip_suffix('\n')?.rsplit_once('\n')?;
    let text = &sealed[..=text.len()];
    let digest: Fingerprint = last.strip_prefix("end ")?.parse().ok()?;
    let whole = Fingerprint::of([text.as_bytes()]) == digest;
    whole
        .then_some(text)?
        .strip_prefix(head)?
        .strip_prefix('\n')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_whole_text_opens() {
        for body in ["", "one\n", "one\ntwo\n"] {
            let sealed = seal("list 1", body);
            assert_eq!(unseal("list 1", &sealed), Some(body));
            assert_eq!(unseal("list 2", &sealed), None);
            for end in 0..sealed.len() {
                assert_eq!(unseal("list 1", &sealed[..end]), None);
            }
        }
        assert_eq!(
            unseal("list 1", &seal("list 1", "one\n").replace("one", "two")),
            None
        );
    }
}
