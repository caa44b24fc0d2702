//! The icon as a `data:` address, so that no browser asks the host's root for one.

/// Percent-encodes what an attribute or an address would trip over. Every page
/// holds it, so double quotes become single ones where that changes nothing.
pub(super) fn data_uri(svg: &str) -> String {
    let quotes_can_change = !svg.contains('\'');
    let mut uri = String::from("data:image/svg+xml,");
    for byte in svg.trim().bytes() {
        match byte {
            b'"' if quotes_can_change => uri.push('\''),
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => uri.push(char::from(byte)),
            b'-' | b'.' | b'_' | b'/' | b'=' | b':' | b',' | b'\'' => uri.push(char::from(byte)),
            _ => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_end_the_attribute_is_encoded() {
        assert_eq!(
            data_uri("<a b=\"#1\">\n"),
            "data:image/svg+xml,%3Ca%20b='%231'%3E"
        );
        assert_eq!(
            data_uri("<a>'\"</a>"),
            "data:image/svg+xml,%3Ca%3E'%22%3C/a%3E"
        );
    }
}
