//! Chance that can be repeated.

/// SplitMix64, and where it is.
pub struct Chance(pub u64);

impl Chance {
    /// A number below a limit.
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((z ^ (z >> 31)) % limit as u64).unwrap()
    }
}

/// The seed in `VESTOCHKA_SEED`, else this one.
pub fn seed_or(seed: u64) -> u64 {
    std::env::var("VESTOCHKA_SEED").map_or(seed, |seed| seed.parse().unwrap())
}
