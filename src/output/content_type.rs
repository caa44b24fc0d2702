//! What a file of a site is to a browser, by its name.

use super::SitePath;

/// The media type of a file, with its character set where it is text.
#[must_use]
pub fn content_type(path: &SitePath) -> &'static str {
    let name = path.as_str().rsplit('/').next().unwrap_or_default();
    let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
    match extension {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "xml" if name == "feed.xml" => "application/atom+xml; charset=utf-8",
        "xml" => "application/xml; charset=utf-8",
        "ics" => "text/calendar; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "txt" | "minisig" | "" => "text/plain; charset=utf-8",
        "svg" => "image/svg+xml",
        "jpg" | "jpeg" => "image/jpeg",
        "png" => "image/png",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "webmanifest" => "application/manifest+json",
        "pdf" => "application/pdf",
        "zip" => "application/zip",
        "car" => "application/vnd.ipld.car",
        "torrent" => "application/x-bittorrent",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_feed_is_told_from_other_xml_and_a_name_without_extension_is_text() {
        for (path, expected) in [
            ("ru/index.html", "text/html; charset=utf-8"),
            ("ru/feed.xml", "application/atom+xml; charset=utf-8"),
            ("ru/other.xml", "application/xml; charset=utf-8"),
            ("photos/a.avif", "image/avif"),
            ("SHA256SUMS", "text/plain; charset=utf-8"),
            ("release.txt.minisig", "text/plain; charset=utf-8"),
            ("bundle/site.car", "application/vnd.ipld.car"),
            ("site.unknown", "application/octet-stream"),
        ] {
            assert_eq!(
                content_type(&SitePath::new(path).unwrap()),
                expected,
                "{path}"
            );
        }
    }
}
