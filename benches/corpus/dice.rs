//! Numbers that look random and are the same on every machine and in every year.

/// SplitMix64 (Steele, Lea and Flood 2014), one for each record, so that a
/// record does not depend on how many others there are.
pub struct Dice(u64);

impl Dice {
    /// The dice of one record.
    pub fn of(kind: &str, index: usize) -> Self {
        let seed = kind.bytes().fold(index as u64, |seed, byte| {
            seed.wrapping_mul(0x0100_0000_01b3) ^ u64::from(byte)
        });
        Dice(seed)
    }

    /// A number from 0 to `sides`, which is not among them.
    pub fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % sides as u64) as usize
    }

    /// A number of days within a range.
    pub fn days(&mut self, from: i32, to: i32) -> i32 {
        from + self.roll((to - from) as usize) as i32
    }

    /// One of several.
    pub fn pick<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.roll(of.len())]
    }
}
