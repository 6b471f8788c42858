//! Numbers that look drawn and are the same on every machine: SplitMix64, begun anew for each row.
//!
//! A row is a function of the seed and its number alone, so a product can recompute its seller.

/// A source of numbers.
pub(super) struct Random(u64);

impl Random {
    /// For one row of one kind (`stream`).
    pub(super) fn of_row(seed: u64, stream: u64, number: u64) -> Self {
        let mut start = Self(seed ^ stream.wrapping_mul(0xd6e8_feb8_6659_fd93));
        let mixed = start.next() ^ number.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        Self(mixed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `end`; zero where there is none below it.
    pub(super) fn below(&mut self, end: u64) -> u64 {
        ((u128::from(self.next()) * u128::from(end)) >> 64) as u64
    }

    /// A number from `from` to `to`, both included.
    pub(super) fn between(&mut self, from: u64, to: u64) -> u64 {
        from + self.below(to.saturating_sub(from) + 1)
    }

    /// True so many times in a hundred.
    pub(super) fn percent(&mut self, of_hundred: u64) -> bool {
        self.below(100) < of_hundred
    }

    /// One of them.
    pub(super) fn pick<'a, T: ?Sized>(&mut self, from: &[&'a T]) -> &'a T
    where
        &'a T: Default,
    {
        from.get(self.below(from.len() as u64) as usize).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_differ_and_are_spread_evenly() {
        let mut counts = [0; 10];
        for number in 0..10_000 {
            counts[Random::of_row(1, 2, number).below(10) as usize] += 1;
        }
        // A thousand each; five standard deviations are 150.
        assert!(counts.iter().all(|count| (850..1_150).contains(count)), "{counts:?}");
        assert_ne!(Random::of_row(1, 2, 3).next(), Random::of_row(2, 2, 3).next());
        assert_ne!(Random::of_row(1, 2, 3).next(), Random::of_row(1, 3, 3).next());
    }
}
