//! The Content-Security-Policy of a page, made from what the page holds.

use sha2::{Digest, Sha256};
use tera::{Function, Kwargs, State, TeraResult, Value};

/// `policy(scripts=page.scripts)`, for pages that inline one style.
pub(super) struct Policy {
    style_source: String,
}

impl Policy {
    pub(super) fn for_style(style: &str) -> Self {
        let hash = base64(&Sha256::digest(style));
        Policy {
            style_source: format!("'sha256-{hash}'"),
        }
    }

    /// `connect-src` lets checkers read `robots.txt`; `img-src` allows the icon and QR codes.
    fn text(&self, scripts: &str) -> String {
        let scripts = match scripts {
            "own" => " script-src 'self';",
            "own_with_worker" => " script-src 'self'; worker-src 'self';",
            _ => "",
        };
        format!(
            "default-src 'none'; style-src {};{scripts} img-src 'self' data:; \
             connect-src 'self'; base-uri 'none'; form-action 'none'",
            self.style_source
        )
    }
}

impl Function<TeraResult<Value>> for Policy {
    fn call(&self, kwargs: Kwargs, _: &State) -> TeraResult<Value> {
        let scripts: &str = kwargs.must_get("scripts")?;
        Ok(Value::safe_string(&self.text(scripts)))
    }

    /// It holds no character but `'` that escaping would touch.
    fn is_safe(&self) -> bool {
        true
    }
}

/// RFC 4648, with padding.
pub(super) fn base64(bytes: &[u8]) -> String {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let group = (0..3).fold(0, |group, at| {
            group << 8 | usize::from(chunk.get(at).copied().unwrap_or_default())
        });
        for at in 0..4 {
            let sextet = group >> (18 - 6 * at) & 63;
            text.push(if at > chunk.len() {
                '='
            } else {
                char::from(ALPHABET[sextet])
            });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_pads_as_the_standard_says() {
        let pairs = [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
        ];
        for (plain, coded) in pairs {
            assert_eq!(base64(plain.as_bytes()), coded);
        }
    }

    #[test]
    fn a_page_without_scripts_allows_none() {
        assert_eq!(
            Policy::for_style("").text("none"),
            "default-src 'none'; style-src 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='; \
             img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'"
        );
    }

    #[test]
    fn a_page_gets_no_more_than_it_holds() {
        let policy = Policy::for_style("");
        assert!(policy.text("own").contains("script-src 'self';"));
        assert!(!policy.text("own").contains("worker-src"));
        assert!(
            policy
                .text("own_with_worker")
                .contains("worker-src 'self';")
        );
    }
}
