//! Text files that show whether they are whole: a head line, a body, and a digest of both.

use super::Fingerprint;

/// A text with a head line before and its digest after what `write` writes.
pub(super) fn seal(head: &str, write: impl FnOnce(&mut String)) -> String {
    let mut text = format!("{head}\n");
    write(&mut text);
    let digest = Fingerprint::of([text.as_bytes()]);
    text.push_str(&format!("end {digest}\n"));
    text
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
            let sealed = seal("list 1", |text| text.push_str(body));
            assert_eq!(unseal("list 1", &sealed), Some(body));
            assert_eq!(unseal("list 2", &sealed), None);
            for end in 0..sealed.len() {
                assert_eq!(unseal("list 1", &sealed[..end]), None);
            }
        }
        assert_eq!(
            unseal(
                "list 1",
                &seal("list 1", |it| it.push_str("one\n")).replace("one", "two")
            ),
            None
        );
    }
}
