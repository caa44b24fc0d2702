//! A site as a ZIP archive that anybody can make again, byte for byte.
//!
//! After APPNOTE.TXT 6.3 of PKWARE, and within it the part that every program
//! reads: DEFLATE or stored, sizes before the data, no extra field. The members
//! lie below one folder, so that unpacking never strews files over a phone's
//! downloads. Each has the mode 0644 of a Unix system and the release's time,
//! in UTC; the format keeps no time zone, and seconds only in pairs. Pictures
//! are stored: they are compressed already.

use std::fs::File;
use std::io::{self, Seek, Write};

use ::zip::write::SimpleFileOptions;
use ::zip::{CompressionMethod, DateTime, System, ZipWriter};
use anyhow::{Context, ensure};
use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::Member;
use crate::picture::has_picture_name;

/// The one folder below which everything lies.
const FOLDER: &str = "site";

/// From here on a member needs the format's 64-bit sizes.
const LARGE: u64 = u32::MAX as u64;

/// Writes the archive of these members, in the order of their paths.
///
/// # Errors
///
/// When a member cannot be read or has not the size that it should have, or the
/// archive cannot be written.
pub fn zip(members: &[Member], created: Timestamp, out: impl Write + Seek) -> anyhow::Result<()> {
    let mut archive = ZipWriter::new(out);
    let time = dos_time(created);
    let mut sorted: Vec<&Member> = members.iter().collect();
    sorted.sort_by(|one, other| one.path.cmp(&other.path));
    for member in sorted {
        add(&mut archive, member, time).with_context(|| format!("packing `{}`", member.path))?;
    }
    archive.finish().context("ending the archive")?.flush()?;
    Ok(())
}

fn add<W: Write + Seek>(
    archive: &mut ZipWriter<W>,
    member: &Member,
    time: DateTime,
) -> anyhow::Result<()> {
    let options = SimpleFileOptions::DEFAULT
        .compression_method(method(member))
        .large_file(member.bytes >= LARGE)
        .last_modified_time(time)
        .system(System::Unix)
        .unix_permissions(0o644);
    archive.start_file(format!("{FOLDER}/{}", member.path), options)?;
    let mut file = File::open(&member.file).with_context(|| member.file.display().to_string())?;
    let copied = io::copy(&mut file, archive)?;
    ensure!(
        copied == member.bytes,
        "it has {copied} bytes instead of {}: it changed while it was read",
        member.bytes
    );
    Ok(())
}

fn method(member: &Member) -> CompressionMethod {
    if has_picture_name(member.path.as_str()) {
        CompressionMethod::Stored
    } else {
        CompressionMethod::Deflated
    }
}

/// The nearest time that the format can say: from 1980 to 2107.
fn dos_time(created: Timestamp) -> DateTime {
    let time = created.to_zoned(TimeZone::UTC).datetime();
    let field = |value: i8| u8::try_from(value).unwrap_or_default();
    let year = u16::try_from(time.year()).unwrap_or_default();
    DateTime::from_date_and_time(
        year,
        field(time.month()),
        field(time.day()),
        field(time.hour()),
        field(time.minute()),
        field(time.second()),
    )
    .unwrap_or_else(|_| {
        if year < 1980 {
            DateTime::default()
        } else {
            last()
        }
    })
}

fn last() -> DateTime {
    DateTime::from_date_and_time(2107, 12, 31, 23, 59, 58).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Read};

    use super::*;
    use crate::bundle::samples::{Samples, noise};

    fn packed(members: &[Member], created: &str) -> Vec<u8> {
        let mut out = Cursor::new(Vec::new());
        zip(members, created.parse().unwrap(), &mut out).unwrap();
        out.into_inner()
    }

    fn samples() -> Samples {
        Samples::of([
            ("photos/a.jpg", noise(3_000, 1)),
            ("index.html", b"<p>".repeat(500)),
            ("SHA256SUMS", b"sums".to_vec()),
            ("ru/people/empty.html", Vec::new()),
        ])
    }

    #[test]
    fn what_was_packed_comes_out_again() {
        let samples = samples();
        let bytes = packed(&samples.members, "2026-11-20T12:34:56Z");
        let mut archive = ::zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        assert_eq!(archive.len(), 4);
        for (at, member) in samples.members.iter().enumerate() {
            let mut entry = archive.by_index(at).unwrap();
            assert_eq!(entry.name().unwrap(), format!("site/{}", member.path));
            assert_eq!(entry.unix_mode(), Some(0o100_644));
            assert_eq!(entry.extra_data().unwrap_or_default(), b"");
            let time = entry.last_modified().unwrap();
            assert_eq!(time.to_string(), "2026-11-20 12:34:56");
            let stored = entry.compression() == CompressionMethod::Stored;
            assert_eq!(stored, member.path.as_str() == "photos/a.jpg");
            let mut found = Vec::new();
            entry.read_to_end(&mut found).unwrap();
            assert_eq!(found, std::fs::read(&member.file).unwrap());
        }
    }

    #[test]
    fn an_archive_follows_from_paths_bytes_and_time_alone() {
        let (one, other) = (samples(), samples());
        let mut turned = other.members.clone();
        turned.reverse();
        let bytes = packed(&one.members, "2026-11-20T00:00:00Z");
        assert_eq!(bytes, packed(&turned, "2026-11-20T00:00:00Z"));
        assert_ne!(bytes, packed(&turned, "2026-11-21T00:00:00Z"));
    }

    #[test]
    fn a_time_that_the_format_cannot_say_becomes_the_nearest() {
        for (created, nearest) in [
            ("1969-07-20T20:17:40Z", "1980-01-01 00:00:00"),
            ("2300-01-01T00:00:00Z", "2107-12-31 23:59:58"),
            ("2026-02-28T23:59:59Z", "2026-02-28 23:59:58"),
        ] {
            assert_eq!(dos_time(created.parse().unwrap()).to_string(), nearest);
        }
    }

    #[test]
    fn a_member_of_another_size_is_refused() {
        let mut samples = samples();
        samples.members[0].bytes += 1;
        let created = Timestamp::UNIX_EPOCH;
        let error = zip(&samples.members, created, Cursor::new(Vec::new())).unwrap_err();
        assert!(
            format!("{error:#}").contains("changed while it was read"),
            "{error:#}"
        );
    }
}
