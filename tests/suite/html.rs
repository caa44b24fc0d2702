//! Just enough HTML to walk over pages that this program wrote: attributes are
//! quoted (but for raw HTML of bodies), and `<` and `>` stand for nothing but tags.

/// A start tag.
#[derive(Debug)]
pub struct Tag<'a> {
    pub name: &'a str,
    pub attributes: Vec<(&'a str, String)>,
}

impl Tag<'_> {
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes
            .iter()
            .find(|(other, _)| *other == name)
            .map(|(_, value)| value.as_str())
    }
}

/// The start tags of a page, in order; the insides of `style` and `script` are passed over.
pub fn tags(page: &str) -> Vec<Tag<'_>> {
    let mut tags = Vec::new();
    let mut rest = page;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        let end = rest.find('>').expect("a tag ends");
        let inner = &rest[..end];
        rest = &rest[end + 1..];
        if inner.starts_with(['/', '!']) {
            continue;
        }
        let tag = tag(inner);
        if matches!(tag.name, "style" | "script") {
            let end = format!("</{}>", tag.name);
            rest = &rest[rest.find(&end).expect("a style or a script ends")..];
        }
        tags.push(tag);
    }
    tags
}

/// The path that a link on a page leads to.
#[track_caller]
pub fn join(from: &str, target: &str) -> String {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in target.split('/') {
        match part {
            ".." => assert!(
                parts.pop().is_some(),
                "{from} links above the site: `{target}`"
            ),
            part => parts.push(part),
        }
    }
    parts.join("/")
}

fn tag(inner: &str) -> Tag<'_> {
    let (name, mut rest) = inner.split_at(inner.find([' ', '\n']).unwrap_or(inner.len()));
    let mut attributes = Vec::new();
    loop {
        rest = rest.trim_start();
        if rest.is_empty() {
            return Tag { name, attributes };
        }
        let name_end = rest.find(['=', ' ']).unwrap_or(rest.len());
        let name = &rest[..name_end];
        match rest[name_end..].strip_prefix("=\"") {
            Some(value) => {
                let end = value.find('"').expect("a value ends");
                attributes.push((name, unescape(&value[..end])));
                rest = &value[end + 1..];
            }
            None => {
                // Raw HTML of bodies stays as it was written: `class=warn`.
                let bare = rest[name_end..].strip_prefix('=').unwrap_or_default();
                let value = bare.split([' ', '\n']).next().unwrap_or_default();
                attributes.push((name, unescape(value)));
                let equals = usize::from(rest[name_end..].starts_with('='));
                rest = &rest[name_end + equals + value.len()..];
            }
        }
    }
}

/// What stands in the page's `style` element.
pub fn style(page: &str) -> &str {
    let start = page.find("<style>").expect("a page has a style") + "<style>".len();
    &page[start..start + page[start..].find("</style>").expect("a style ends")]
}

/// The page as somebody reads it: no tags, no style.
pub fn words(page: &str) -> String {
    let body = &page[page.find("<body>").unwrap_or(0)..];
    let mut words = String::new();
    for piece in body.split('<') {
        words += piece.split_once('>').map_or("", |(_, text)| text);
    }
    unescape(&words)
}

fn unescape(text: &str) -> String {
    let names = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#34;", "\""),
        ("&#39;", "'"),
        ("&#x27;", "'"),
        ("&#x2F;", "/"),
    ];
    let plain = names.iter().fold(text.to_owned(), |text, (name, sign)| {
        text.replace(name, sign)
    });
    plain.replace("&amp;", "&")
}

#[test]
fn tags_and_their_attributes_are_found() {
    let page = "<!doctype html><p class=\"a b\" hidden>1 &lt; 2</p><style>a>b{}</style><a href=\"x?a&amp;b\" class=warn>t</a>";
    let tags = tags(page);
    let names: Vec<&str> = tags.iter().map(|tag| tag.name).collect();
    assert_eq!(names, ["p", "style", "a"]);
    assert_eq!(
        (tags[0].get("class"), tags[0].get("hidden")),
        (Some("a b"), Some(""))
    );
    assert_eq!(tags[2].get("href"), Some("x?a&b"));
    assert_eq!(tags[2].get("class"), Some("warn"));
    assert_eq!(style(page), "a>b{}");
}
