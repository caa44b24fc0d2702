//! Fills templates, so that whatever a value holds stays one value.

use anyhow::bail;

/// Puts values in the place of `{{key}}`. Values are not searched for keys. A
/// line of nothing but a key whose value is empty goes away.
pub(super) fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut text = String::new();
    for line in template.lines() {
        let filled = fill_line(line, values);
        if !filled.trim().is_empty() || line.trim().is_empty() {
            text = text + &filled + "\n";
        }
    }
    text
}

fn fill_line(line: &str, values: &[(&str, &str)]) -> String {
    let mut parts = line.split("{{");
    let mut filled = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (key, rest) = part.split_once("}}").unwrap_or((part, ""));
        let value = values.iter().find(|(name, _)| *name == key);
        filled += value.map_or("", |(_, value)| value);
        filled += rest;
    }
    filled
}

/// A YAML string in double quotes.
pub(super) fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

/// A language map of one language.
pub(super) fn language_map(language: &str, text: &str) -> String {
    format!("{{{}: {}}}", map_key(language), quoted(text))
}

/// Norwegian is a truth value to older readers of YAML.
pub(super) fn map_key(language: &str) -> String {
    if language == "no" {
        quoted(language)
    } else {
        language.to_owned()
    }
}

/// A name on one line, with one space between words.
pub(super) fn one_line(name: &str) -> anyhow::Result<String> {
    if let Some(c) = name.chars().find(|&c| !is_printable(c)) {
        bail!(
            "the name holds the character U+{:04X}; write it on one line, without it",
            c as u32
        );
    }
    let words: Vec<&str> = name.split_whitespace().collect();
    if words.is_empty() {
        bail!("the name is empty; write it in quotes: `\"Имя Фамилия\"`");
    }
    Ok(words.join(" "))
}

/// Not a control, line end, direction mark or something that no text may hold.
fn is_printable(c: char) -> bool {
    !c.is_control()
        && !matches!(c,
            '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}'
            | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
        && (c as u32) & 0xFFFE != 0xFFFE
}
