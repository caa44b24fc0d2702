//! Sorts the destinations of links and pictures, and refuses the unsafe ones.

use super::Trouble;

/// Where a link leads, as far as its words tell.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Destination<'a> {
    /// To an anchor of the same page.
    Local(&'a str),
    /// To a relative path, and perhaps an anchor there.
    Inside(&'a str, Option<&'a str>),
    /// To a URL with a scheme.
    Outside(&'a str),
}

/// The rules by which destinations are let through.
pub(super) struct Rules {
    /// Sorts a link's destination.
    pub link: fn(&str) -> Result<Destination<'_>, Trouble>,
    /// Refuses a picture's destination.
    pub image: fn(&str) -> Result<(), Trouble>,
}

/// The rules of every site.
pub(super) const STRICT: Rules = Rules { link, image };

fn link(written: &str) -> Result<Destination<'_>, Trouble> {
    if written.is_empty() {
        return Err(Trouble::new(
            "the link leads nowhere",
            "write where it leads: `[text](destination)`",
        ));
    }
    well_formed(written)?;
    if let Some(scheme) = scheme(written) {
        outside(written, scheme)?;
        return Ok(Destination::Outside(written));
    }
    rootless(written)?;
    Ok(match written.split_once('#') {
        Some(("", fragment)) => Destination::Local(fragment),
        Some((path, fragment)) => Destination::Inside(path, Some(fragment)),
        None => Destination::Inside(written, None),
    })
}

fn image(written: &str) -> Result<(), Trouble> {
    let under_images = "put the file under `content/images/` and name it here";
    if written.is_empty() {
        return Err(Trouble::new("the picture has no file", under_images));
    }
    well_formed(written)?;
    let remote = scheme(written).map(str::to_ascii_lowercase);
    if written.starts_with("//") || matches!(remote.as_deref(), Some("http" | "https")) {
        let message = format!("the picture `{written}` lies on another host");
        return Err(Trouble::new(message, under_images).rule("E8"));
    }
    if let Some(scheme) = remote {
        let message = format!("a picture cannot come from `{scheme}:`");
        return Err(Trouble::new(message, under_images));
    }
    rootless(written)
}

/// Browsers skip control characters and outer spaces, and take `\` for `/`:
/// a URL with them leads elsewhere than it reads.
fn well_formed(written: &str) -> Result<(), Trouble> {
    if written.contains(char::is_control) || written.trim() != written {
        return Err(Trouble::new(
            format!(
                "`{}` holds a line break, tab or outer space",
                written.escape_debug()
            ),
            "write the destination in one piece",
        ));
    }
    if written.contains('\\') {
        return Err(Trouble::new(
            format!("`{written}` holds a `\\`"),
            "write `/` between the parts of a path",
        ));
    }
    Ok(())
}

fn rootless(written: &str) -> Result<(), Trouble> {
    if written.starts_with("//") {
        return Err(Trouble::new(
            format!("`{written}` has no scheme"),
            format!("write `https:{written}`"),
        ));
    }
    if written.starts_with('/') {
        return Err(Trouble::new(
            format!(
                "`{written}` begins at the root of a host, where a mirror may hold another site"
            ),
            "name the record's file, without a `/` before it",
        ));
    }
    Ok(())
}

fn outside(written: &str, scheme: &str) -> Result<(), Trouble> {
    let rest = &written[scheme.len() + 1..];
    match scheme.to_ascii_lowercase().as_str() {
        "https" | "http" => host(written, rest),
        "mailto" | "tel" if rest.is_empty() => Err(Trouble::new(
            format!("`{written}` names nobody"),
            "write the address or number after it",
        )),
        "mailto" | "tel" => Ok(()),
        other => Err(Trouble::new(
            format!("links to `{other}:` are not allowed"),
            "use `https:`, `http:`, `mailto:` or `tel:`, or name a record's file",
        )),
    }
}

/// What stands before the path must be a plain host name: whom a link leads to
/// decides whether it needs a warning.
fn host(written: &str, rest: &str) -> Result<(), Trouble> {
    let authority = rest
        .strip_prefix("//")
        .and_then(|rest| rest.split(['/', '?', '#']).next())
        .unwrap_or_default();
    let plain = |character: char| character.is_alphanumeric() || ".-_:".contains(character);
    if authority.starts_with(char::is_alphanumeric) && authority.chars().all(plain) {
        return Ok(());
    }
    Err(Trouble::new(
        format!("`{written}` has no plain host name"),
        "write it as `https://example.org/path`",
    ))
}

/// The scheme of a URL, without its colon.
fn scheme(written: &str) -> Option<&str> {
    let (scheme, _) = written.split_once(':')?;
    let named = scheme.starts_with(|first: char| first.is_ascii_alphabetic());
    let rest = |byte: u8| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte);
    (named && scheme.bytes().all(rest)).then_some(scheme)
}
