//! The Content-Security-Policy of a page, made from what the page holds.

use tera::{Function, Kwargs, State, TeraResult, Value};

use super::dress;

/// `policy(scripts=page.scripts)`, for pages that inline one style.
pub(super) struct Policy {
    /// Of the one script that a page holds itself.
    script: String,
}

impl Policy {
    pub(super) fn new(script: &str) -> Self {
        Policy {
            script: dress::source(script),
        }
    }

    /// `connect-src` lets checkers read `robots.txt`; `img-src` allows the icon and QR codes.
    fn text(&self, scripts: &str) -> String {
        let style = dress::STYLE_HASH;
        let scripts = match scripts {
            "inline" => format!(" script-src {};", self.script),
            "own" => " script-src 'self';".to_owned(),
            "own_with_worker" => " script-src 'self'; worker-src 'self';".to_owned(),
            _ => String::new(),
        };
        format!(
            "default-src 'none'; style-src {style};{scripts} img-src 'self' data:; \
             connect-src 'self'; base-uri 'none'; form-action 'none'"
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_without_scripts_allows_none() {
        assert_eq!(
            Policy::new("").text("none"),
            "default-src 'none'; style-src 'sha256-<style>'; \
             img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'"
        );
    }

    #[test]
    fn a_page_gets_no_more_than_it_holds() {
        let policy = Policy::new("alert(1)");
        assert!(!policy.text("inline").contains("script-src 'self'"));
        let script = dress::source("alert(1)");
        let wanted = format!(" script-src {script};");
        assert!(policy.text("inline").contains(&wanted));
        assert!(!policy.text("inline").contains("worker-src"));
        let with_worker = policy.text("own_with_worker");
        assert!(with_worker.contains("worker-src 'self';"));
    }
}
