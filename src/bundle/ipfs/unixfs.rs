//! What a node says of itself: the `Data` message of UnixFS.

use super::dag_pb::{put_bytes, put_number};

const DIRECTORY: u64 = 1;
const FILE: u64 = 2;
const HAMT_SHARD: u64 = 5;

/// The multicodec of the hash by which tries place names: Murmur3 x64, 64 bits.
const MURMUR3_X64_64: u64 = 0x22;

/// A folder whose links are its files and folders.
pub(super) fn folder() -> Vec<u8> {
    let mut data = Vec::new();
    put_number(&mut data, 1, DIRECTORY);
    data
}

/// A file whose links hold pieces of these sizes.
pub(super) fn file(sizes: &[u64]) -> Vec<u8> {
    let mut data = Vec::new();
    put_number(&mut data, 1, FILE);
    put_number(&mut data, 3, sizes.iter().sum());
    for size in sizes {
        put_number(&mut data, 4, *size);
    }
    data
}

/// A node of a trie that has links at these of its 256 places.
pub(super) fn shard(places: impl Iterator<Item = u8>) -> Vec<u8> {
    let mut data = Vec::new();
    put_number(&mut data, 1, HAMT_SHARD);
    put_bytes(&mut data, 2, &bits(places));
    put_number(&mut data, 5, MURMUR3_X64_64);
    put_number(&mut data, 6, 256);
    data
}

/// A number with these bits set, the highest byte first, without zeros before it.
fn bits(places: impl Iterator<Item = u8>) -> Vec<u8> {
    let mut field = [0_u8; 32];
    for place in places {
        field[31 - usize::from(place / 8)] |= 1 << (place % 8);
    }
    field.into_iter().skip_while(|byte| *byte == 0).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_bits_of_a_number() {
        assert_eq!(bits([0, 9].into_iter()), [0b10, 0b1]);
        assert_eq!(bits([255].into_iter()).len(), 32);
        assert!(bits([].into_iter()).is_empty());
    }
}
