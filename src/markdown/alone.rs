//! A body without the site around it: its pictures within it, and only those
//! links that lead somewhere.

/// The body with each picture's address put through `picture`, and without the
/// links to other pages of the site, whose words stay.
///
/// # Errors
///
/// Those of `picture`.
pub fn alone<E>(html: &str, picture: impl Fn(&str) -> Result<String, E>) -> Result<String, E> {
    let mut out = String::with_capacity(html.len());
    let mut is_cut_off = false;
    let mut rest = html;
    // In HTML of this module `<` and `>` stand for nothing but tags.
    while let Some(start) = rest.find('<') {
        let end = rest[start..]
            .find('>')
            .map_or(rest.len(), |end| start + end + 1);
        let tag = &rest[start..end];
        out.push_str(&rest[..start]);
        rest = &rest[end..];
        if tag.starts_with("<a ") {
            is_cut_off = attribute(tag, "href").is_some_and(leads_inside);
        }
        match attribute(tag, "src") {
            Some(src) => out.push_str(&tag.replacen(src, &picture(src)?, 1)),
            None if is_cut_off && (tag.starts_with("<a ") || tag == "</a>") => {}
            None => out.push_str(tag),
        }
    }
    out.push_str(rest);
    Ok(out)
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let (_, value) = tag.split_once(&format!(" {name}=\""))?;
    value.split_once('"').map(|(value, _)| value)
}

/// Neither to an anchor nor to an address with a scheme.
fn leads_inside(href: &str) -> bool {
    !href.starts_with('#') && !href.contains(':')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut_off(html: &str) -> String {
        alone(html, |src| Ok::<_, ()>(format!("data:{}", src.len()))).unwrap()
    }

    #[test]
    fn links_to_other_pages_become_words_and_others_stay() {
        for (html, expected) in [
            (
                "<p>a <a href=\"../people/b.html#x\" title=\"t\">b <em>c</em></a> d</p>",
                "<p>a b <em>c</em> d</p>",
            ),
            (
                "<a href=\"b.html\">b</a> <a href=\"https://c.example/\">c</a>",
                "b <a href=\"https://c.example/\">c</a>",
            ),
            (
                "<a href=\"#d\">d</a> <a href=\"mailto:e@f.example\">e</a>",
                "<a href=\"#d\">d</a> <a href=\"mailto:e@f.example\">e</a>",
            ),
            (
                "<a role=\"doc-backlink\" href=\"#g\">g</a><abbr>h</abbr>",
                "<a role=\"doc-backlink\" href=\"#g\">g</a><abbr>h</abbr>",
            ),
        ] {
            assert_eq!(cut_off(html), expected);
        }
    }

    #[test]
    fn pictures_get_another_address_in_links_too() {
        assert_eq!(
            cut_off("<a href=\"b.html\"><img src=\"../../images/a.png\" alt=\"a\"></a>"),
            "<img src=\"data:18\" alt=\"a\">"
        );
        assert!(alone("<img src=\"x\">", |_| Err("gone")).is_err());
    }
}
