//! Makes a stylesheet smaller without understanding it: comments and white space go.

/// The stylesheet as pages hold it. Strings stay as they are; white space goes
/// only where CSS never needs it.
pub(super) fn minified(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(first) = rest.chars().next() {
        let (piece, after) = rest.split_at(piece_len(rest, first));
        match first {
            '"' | '\'' => out.push_str(piece),
            '/' if piece.starts_with("/*") => {}
            first if first.is_ascii_whitespace() => push_space(&mut out, after),
            ';' if next_solid(after) == Some('}') => {}
            _ => out.push_str(piece),
        }
        rest = after;
    }
    out
}

/// The length of the string, comment, run of white space or character at the start.
fn piece_len(rest: &str, first: char) -> usize {
    match first {
        '"' | '\'' => string_len(rest, first),
        '/' if rest.starts_with("/*") => rest.find("*/").map_or(rest.len(), |end| end + 2),
        first if first.is_ascii_whitespace() => rest
            .find(|c: char| !c.is_ascii_whitespace())
            .unwrap_or(rest.len()),
        first => first.len_utf8(),
    }
}

fn string_len(rest: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            c if c == quote => return at + 1,
            _ => {}
        }
    }
    rest.len()
}

/// A space is needed between two words; next to these characters it never is.
/// (`:`, `(`, `+` and `-` are not among them: selectors and `calc()` need theirs.)
fn push_space(out: &mut String, after: &str) {
    const LOOSE: &[char] = &['{', '}', ';', ',', '>'];
    let before = out.chars().next_back();
    let next = next_solid(after);
    let loose = |c: Option<char>| c.is_none_or(|c| LOOSE.contains(&c));
    if !loose(before) && before != Some(' ') && before != Some(':') && !loose(next) {
        out.push(' ');
    }
}

/// The next character that is neither white space nor in a comment.
fn next_solid(mut rest: &str) -> Option<char> {
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace());
        if !rest.starts_with("/*") {
            return rest.chars().next();
        }
        rest = rest.find("*/").map_or("", |end| &rest[end + 2..]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_and_comments_go() {
        let css =
            "/* a */\nbody {\n  margin: 0 auto;\n  color: red;\n}\n\n.a > .b,\n.c { top: 0 }\n";
        assert_eq!(
            minified(css),
            "body{margin:0 auto;color:red}.a>.b,.c{top:0}"
        );
    }

    #[test]
    fn what_css_needs_stays() {
        for css in [
            "a :hover{top:calc(1px + 2px)}",
            "a b{c:d e}",
            "@media (a:b) and (c:d){e{f:g}}",
        ] {
            assert_eq!(minified(css), css);
        }
    }

    #[test]
    fn strings_are_not_touched() {
        assert_eq!(
            minified("a{content: \"; } /* \\\" */  \"; }"),
            "a{content:\"; } /* \\\" */  \"}"
        );
    }

    #[test]
    fn what_never_ends_does_not_break_it() {
        assert_eq!(minified("a{} /* open"), "a{}");
        assert_eq!(minified("a{content:\"open"), "a{content:\"open");
        assert_eq!(minified("a{b:c;"), "a{b:c;");
    }
}
