//! Makes a script smaller without understanding it: comments and white space go.

/// The script as a page holds it. Strings, templates and regular expressions stay as they are;
/// white space goes only where no two words or signs run into one. A line's end is kept where
/// the language might put a semicolon.
pub(super) fn lean(script: &str) -> String {
    let mut out = String::with_capacity(script.len());
    let mut rest = script;
    while !rest.is_empty() {
        let (gap, code) = rest.split_at(gap_len(rest));
        let (piece, after) = code.split_at(piece_len(code, &out));
        out.push_str(between(&out, gap, piece));
        out.push_str(piece);
        rest = after;
    }
    out
}

/// The length of the white space and the comments at the start.
fn gap_len(text: &str) -> usize {
    let mut rest = text.trim_start();
    loop {
        let end = match rest.get(..2) {
            Some("//") => rest.find('\n'),
            Some("/*") => rest.find("*/").map(|end| end + 2),
            _ => return text.len() - rest.len(),
        };
        rest = rest[end.unwrap_or(rest.len())..].trim_start();
    }
}

/// The length of the word, literal or sign at the start.
fn piece_len(rest: &str, before: &str) -> usize {
    match rest.chars().next() {
        Some('`') => template_len(rest),
        Some(quote @ ('"' | '\'')) => closed(rest, |c, _| c == quote).unwrap_or(rest.len()),
        Some('/') if !divides(before) => regex_len(rest).unwrap_or(1),
        Some(first) if is_word(first) => rest.find(|c| !is_word(c)).unwrap_or(rest.len()),
        Some(first) => first.len_utf8(),
        None => 0,
    }
}

/// The length of a literal up to the character that ends it, which no backslash stands before.
fn closed(rest: &str, mut ends: impl FnMut(char, usize) -> bool) -> Option<usize> {
    let mut is_escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        match c {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            c if ends(c, at) => return Some(at + c.len_utf8()),
            _ => {}
        }
    }
    None
}

/// A regular expression with its flags, if one ends on this line.
fn regex_len(rest: &str) -> Option<usize> {
    let line = rest.lines().next()?;
    let mut in_class = false;
    closed(line, |c, _| {
        in_class = c == '[' || (in_class && c != ']');
        c == '/' && !in_class
    })
}

/// A template, with the templates that stand in it.
fn template_len(rest: &str) -> usize {
    let mut inner = 0;
    let end = closed(rest, |c, at| {
        if at < inner {
            return false;
        }
        if c == '$' && rest[at..].starts_with("${") {
            inner = at + 2 + code_len(&rest[at + 2..]);
        }
        c == '`'
    });
    end.unwrap_or(rest.len())
}

/// Code in a template, up to the brace that ends it.
fn code_len(rest: &str) -> usize {
    let (mut at, mut depth) = (0, 0_usize);
    while at < rest.len() {
        let piece = &rest[at..][..piece_len(&rest[at..], &rest[..at])];
        match piece {
            "{" => depth += 1,
            "}" if depth == 0 => return at,
            "}" => depth -= 1,
            _ => {}
        }
        at += piece.len();
    }
    at
}

/// Whether `/` after this is a division: it stands after a value.
fn divides(before: &str) -> bool {
    const NO_VALUE: [&str; 6] = ["return", "typeof", "case", "of", "in", "else"];
    let before = before.trim_end();
    let word = before.rsplit(|c| !is_word(c)).next().unwrap_or_default();
    match before.chars().next_back() {
        Some(')' | ']' | '"' | '\'' | '`') => true,
        Some(last) => is_word(last) && !NO_VALUE.contains(&word),
        None => false,
    }
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || c == '$' || c == '#' || c == '@'
}

/// What stands in place of the white space between two pieces.
fn between(out: &str, gap: &str, next: &str) -> &'static str {
    const JOIN: &str = "+-/<>!*=&|?.";
    let (Some(last), Some(first)) = (out.chars().next_back(), next.chars().next()) else {
        return "";
    };
    let goes_on = "{([,;=?:&|".contains(last) || "})],?:;&|".contains(first);
    match gap.contains('\n') {
        _ if gap.is_empty() => "",
        true if goes_on => "",
        true => "\n",
        false if is_word(last) && (is_word(first) || first == '.') => " ",
        false if JOIN.contains(last) && JOIN.contains(first) => " ",
        false => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_and_comments_go() {
        let script =
            "// a\nconst a = (b, c) => {\n  return b + c; // d\n};\n\nlet e = /* f */ 1;\n";
        assert_eq!(lean(script), "const a=(b,c)=>{return b+c;};let e=1;");
    }

    #[test]
    fn what_would_run_into_one_stays_apart() {
        for script in [
            "return a in b",
            "a+ +b- -c",
            "a- ++b",
            "1 .toString()",
            "x=a< !b",
            "x=a- -b/ /c/.d",
            "async function f(){await g()}",
        ] {
            assert_eq!(lean(script), script);
        }
    }

    #[test]
    fn a_line_ends_where_a_semicolon_may_be_meant() {
        assert_eq!(lean("a = b\n  c()\n"), "a=b\nc()");
        assert_eq!(lean("f()\n(g)()"), "f()\n(g)()");
        assert_eq!(lean("}\n/a  b/.test(c)"), "}\n/a  b/.test(c)");
        assert_eq!(lean("a\n// b\n++c"), "a\n++c");
        assert_eq!(lean("a = {\n  b,\n  c\n}"), "a={b,c}");
    }

    #[test]
    fn literals_are_not_touched() {
        for script in [
            "a='b  // c';",
            r#"a="b \" /* c";"#,
            "a=/[/ '] \\/  \"/g.test(b);",
            "return/a  b/;",
            "a=`b  ${c} // d`;",
            "a=`b  ${c ? `d  ${'}'}` : {e}}  f`;",
            r"a=`\`  ${b}`;",
        ] {
            assert_eq!(lean(script), script);
        }
    }

    #[test]
    fn a_division_is_no_regular_expression() {
        assert_eq!(lean("a = b / c; d = 'e  / f';"), "a=b/c;d='e  / f';");
        assert_eq!(lean("(a) / b['c'] / d  / e"), "(a)/b['c']/d/e");
    }

    #[test]
    fn what_never_ends_does_not_break_it() {
        for script in ["a='b", "a=`b${c", "a=/b", "a=/[b/", "a=`${`", "\\", "a='\\"] {
            assert_eq!(lean(script), script);
        }
        assert_eq!(lean("a /* b"), "a");
    }
}
