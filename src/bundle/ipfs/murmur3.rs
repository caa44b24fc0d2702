//! Murmur3 x64 with seed 0, the first 64 of its 128 bits: where a trie puts a name.
//!
//! It need not resist anybody: two names in one place only lie deeper.

const C1: u64 = 0x87C3_7B91_1142_53D5;
const C2: u64 = 0x4CF5_AD43_2745_937F;

/// The hash, its highest byte first.
pub(super) fn hash(text: &[u8]) -> [u8; 8] {
    let (blocks, tail) = text.as_chunks::<16>();
    let (mut h1, mut h2) = (0_u64, 0_u64);
    for block in blocks {
        let (k1, k2) = halves(block);
        h1 = (h1 ^ mixed_1(k1)).rotate_left(27).wrapping_add(h2);
        h1 = h1.wrapping_mul(5).wrapping_add(0x52DC_E729);
        h2 = (h2 ^ mixed_2(k2)).rotate_left(31).wrapping_add(h1);
        h2 = h2.wrapping_mul(5).wrapping_add(0x3849_5AB5);
    }
    let mut last = [0; 16];
    last[..tail.len()].copy_from_slice(tail);
    let (k1, k2) = halves(&last);
    let length = text.len() as u64;
    h1 = h1 ^ mixed_1(k1) ^ length;
    h2 = h2 ^ mixed_2(k2) ^ length;
    h1 = h1.wrapping_add(h2);
    h2 = h2.wrapping_add(h1);
    finished(h1).wrapping_add(finished(h2)).to_be_bytes()
}

fn halves(block: &[u8; 16]) -> (u64, u64) {
    let both = u128::from_le_bytes(*block);
    (both as u64, (both >> 64) as u64)
}

fn mixed_1(key: u64) -> u64 {
    key.wrapping_mul(C1).rotate_left(31).wrapping_mul(C2)
}

fn mixed_2(key: u64) -> u64 {
    key.wrapping_mul(C2).rotate_left(33).wrapping_mul(C1)
}

fn finished(mut hash: u64) -> u64 {
    for factor in [0xFF51_AFD7_ED55_8CCD, 0xC4CE_B9FE_1A85_EC53] {
        hash = (hash ^ (hash >> 33)).wrapping_mul(factor);
    }
    hash ^ (hash >> 33)
}
