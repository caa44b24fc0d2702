//! The Content-Security-Policy of a page, made from what the page holds.

use data_encoding::BASE64;
use sha2::{Digest, Sha256};
use tera::{Function, Kwargs, State, TeraResult, Value};

/// `policy(scripts=page.scripts)`, for pages that inline one style.
pub(super) struct Policy {
    /// Of pages without buttons and fields.
    style: String,
    /// Of pages with them, whose style is longer.
    long_style: String,
    /// Of the one script that a page holds itself.
    script: String,
}

impl Policy {
    pub(super) fn new(style: &str, controls: &str, script: &str) -> Self {
        Policy {
            style: source(style),
            long_style: source(&format!("{style}{controls}")),
            script: source(script),
        }
    }

    /// `connect-src` lets checkers read `robots.txt`; `img-src` allows the icon and QR codes.
    fn text(&self, scripts: &str) -> String {
        let (style, scripts) = match scripts {
            "inline" => (&self.long_style, format!(" script-src {};", self.script)),
            "own_with_worker" => {
                let both = " script-src 'self'; worker-src 'self';";
                (&self.long_style, both.to_owned())
            }
            _ => (&self.style, String::new()),
        };
        format!(
            "default-src 'none'; style-src {style};{scripts} img-src 'self' data:; \
             connect-src 'self'; base-uri 'none'; form-action 'none'"
        )
    }
}

/// What lets exactly this text through.
fn source(text: &str) -> String {
    format!("'sha256-{}'", BASE64.encode(&Sha256::digest(text)))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_without_scripts_allows_none() {
        assert_eq!(
            Policy::new("", "", "").text("none"),
            "default-src 'none'; style-src 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='; \
             img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'"
        );
    }

    #[test]
    fn a_page_gets_no_more_than_it_holds() {
        let policy = Policy::new("", "p{}", "alert(1)");
        assert!(!policy.text("inline").contains("script-src 'self'"));
        let script = source("alert(1)");
        assert!(
            policy
                .text("inline")
                .contains(&format!(" script-src {script};"))
        );
        assert!(
            policy
                .text("inline")
                .contains(&format!("style-src {};", source("p{}")))
        );
        assert!(!policy.text("inline").contains("worker-src"));
        assert!(
            policy
                .text("own_with_worker")
                .contains("worker-src 'self';")
        );
    }
}
