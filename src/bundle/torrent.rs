//! A torrent of one file, with the mirrors as its seeds.
//!
//! Version 1 (BEP 3), which every program reads, hybrids not being readable by
//! all; one file, because a web seed of many files needs one request for each.
//! There is no tracker, which would learn who takes the site: the seeds are the
//! mirrors themselves (BEP 19), and programs find each other by their own ways.
//! Nothing in it but the file's name, size and hashes, the seeds and the
//! release's time: no comment and no name of a program.

use std::fmt;
use std::io::{self, Read};

use anyhow::Context;
use jiff::Timestamp;
use sha1::{Digest as _, Sha1};

/// Pieces are not smaller: their hashes would outweigh what a lost one costs.
const SMALLEST_PIECE: u64 = 32 << 10;

/// Pieces are not larger: some programs refuse more.
const LARGEST_PIECE: u64 = 16 << 20;

/// About as many pieces as there are to be, 20 bytes each.
const PIECES: u64 = 1_000;

/// A torrent's bytes, and what other programs call it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Torrent {
    /// The file.
    pub bytes: Vec<u8>,
    /// What its `info` hashes to, by which programs know it.
    pub info_hash: InfoHash,
}

/// The name of a torrent: the SHA-1 of its `info`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InfoHash([u8; 20]);

impl Torrent {
    /// The torrent of a file that is read once. `name` is the file's; `seeds`
    /// are the addresses at which the same file can be had.
    ///
    /// # Errors
    ///
    /// When the file cannot be read.
    pub fn of(
        mut file: impl Read,
        bytes: u64,
        name: &str,
        seeds: &[String],
        created: Timestamp,
    ) -> anyhow::Result<Torrent> {
        let piece = piece_length(bytes);
        let info = info(name, bytes, piece, &pieces(&mut file, bytes, piece)?);
        let info_hash = InfoHash(Sha1::digest(&info).into());
        Ok(Torrent {
            bytes: metainfo(&info, seeds, created),
            info_hash,
        })
    }
}

/// A power of two, the larger the file the larger.
fn piece_length(bytes: u64) -> u64 {
    bytes
        .div_ceil(PIECES)
        .clamp(SMALLEST_PIECE, LARGEST_PIECE)
        .next_power_of_two()
}

/// The SHA-1 of each piece, one after the other.
fn pieces(file: &mut impl Read, bytes: u64, length: u64) -> anyhow::Result<Vec<u8>> {
    let mut hashes = Vec::new();
    let mut left = bytes;
    while left > 0 {
        let mut hash = Hashing(Sha1::new());
        let wanted = left.min(length);
        let read = io::copy(&mut file.by_ref().take(wanted), &mut hash)?;
        if read < wanted {
            Err(io::Error::from(io::ErrorKind::UnexpectedEof))
                .context("the file changed while it was read")?;
        }
        hashes.extend_from_slice(&hash.0.finalize());
        left -= read;
    }
    Ok(hashes)
}

struct Hashing(Sha1);

impl io::Write for Hashing {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn info(name: &str, bytes: u64, piece: u64, pieces: &[u8]) -> Vec<u8> {
    let mut info = b"d".to_vec();
    put_text(&mut info, b"length");
    put_number(&mut info, bytes);
    put_text(&mut info, b"name");
    put_text(&mut info, name.as_bytes());
    put_text(&mut info, b"piece length");
    put_number(&mut info, piece);
    put_text(&mut info, b"pieces");
    put_text(&mut info, pieces);
    info.push(b'e');
    info
}

/// The keys stand in the order of their bytes, as the format asks.
fn metainfo(info: &[u8], seeds: &[String], created: Timestamp) -> Vec<u8> {
    let mut file = b"d".to_vec();
    put_text(&mut file, b"creation date");
    put_number(&mut file, created.as_second());
    put_text(&mut file, b"info");
    file.extend_from_slice(info);
    if !seeds.is_empty() {
        put_text(&mut file, b"url-list");
        file.push(b'l');
        seeds
            .iter()
            .for_each(|seed| put_text(&mut file, seed.as_bytes()));
        file.push(b'e');
    }
    file.push(b'e');
    file
}

fn put_text(out: &mut Vec<u8>, text: &[u8]) {
    out.extend_from_slice(format!("{}:", text.len()).as_bytes());
    out.extend_from_slice(text);
}

fn put_number(out: &mut Vec<u8>, number: impl fmt::Display) {
    out.extend_from_slice(format!("i{number}e").as_bytes());
}

impl fmt::Display for InfoHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bundle::samples::noise;

    fn torrent(bytes: &[u8], seeds: &[&str]) -> Torrent {
        let seeds: Vec<String> = seeds.iter().map(|&seed| seed.to_owned()).collect();
        let created: Timestamp = "2026-11-20T00:00:00Z".parse().unwrap();
        Torrent::of(bytes, bytes.len() as u64, "site.zip", &seeds, created).unwrap()
    }

    #[test]
    fn a_small_file_is_written_as_the_standard_says() {
        let made = torrent(b"hello", &["https://a.example/site.zip"]);
        let mut expected = b"d13:creation datei1795132800e4:infod6:lengthi5e4:name8:site.zip\
            12:piece lengthi32768e6:pieces20:"
            .to_vec();
        expected.extend(Sha1::digest(b"hello"));
        expected.extend(b"e8:url-listl26:https://a.example/site.zipee");
        assert_eq!(made.bytes, expected);
    }

    #[test]
    fn the_name_of_a_torrent_does_not_depend_on_seeds_but_on_every_byte() {
        let bytes = noise(100_000, 1);
        let mut other = bytes.clone();
        other[99_999] ^= 1;
        let made = torrent(&bytes, &[]);
        assert_eq!(
            made.info_hash,
            torrent(&bytes, &["http://b.example/"]).info_hash
        );
        assert_ne!(made.info_hash, torrent(&other, &[]).info_hash);
        assert!(!made.bytes.windows(8).any(|part| part == b"url-list"));
    }

    #[test]
    fn pieces_grow_with_the_file() {
        for (bytes, length) in [
            (0, 32 << 10),
            (32_768_000, 32 << 10),
            (32_768_001, 64 << 10),
            (1 << 30, 2 << 20),
            (1 << 50, 16 << 20),
        ] {
            assert_eq!(piece_length(bytes), length, "{bytes}");
        }
    }

    #[test]
    fn a_file_that_ends_too_early_is_an_error() {
        let created = Timestamp::UNIX_EPOCH;
        assert!(Torrent::of(&b"hell"[..], 5, "site.zip", &[], created).is_err());
    }
}
