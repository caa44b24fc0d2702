//! A file's data, read to their end and held against the size and CRC that were promised.

use std::io::{self, BufReader, Read};

use flate2::CrcReader;
use flate2::bufread::DeflateDecoder;
use rawzip::{RangeReader, ReaderAt};

use super::super::{Limits, Obstacle, Piece};
use super::record::{Record, STORE};

/// Reads a file, never beyond its limits.
pub(in crate::verify) fn unpack(
    reader: &impl ReaderAt,
    record: &Record,
    limits: &Limits<'_>,
) -> Result<Piece, Obstacle> {
    let packed = RangeReader::new(reader, record.data..record.data + record.packed);
    if record.method == STORE {
        let (piece, _) = read(packed, record, limits)?;
        return Ok(piece);
    }
    // A stream that goes on takes in the byte that does not belong to it.
    let packed = BufReader::new(packed).chain(&[0][..]);
    let (piece, decoder) = read(DeflateDecoder::new(packed), record, limits)?;
    if decoder.total_in() != record.packed {
        return Err(refused(
            "its compressed data end before or behind their place",
        ));
    }
    Ok(piece)
}

fn read<R: Read>(reader: R, record: &Record, limits: &Limits<'_>) -> Result<(Piece, R), Obstacle> {
    let mut reader = CrcReader::new(reader);
    let broken = |error: io::Error| refused(&format!("a broken archive: {error}"));
    let piece = Piece::read(&mut reader, limits).map_err(broken)??;
    if piece.file.bytes != record.size || reader.crc().sum() != record.crc {
        return Err(refused("it has another size or CRC than the archive says"));
    }
    Ok((piece, reader.into_inner()))
}

fn refused(why: &str) -> Obstacle {
    Obstacle::Refused(why.to_owned())
}
