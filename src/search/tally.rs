//! Counting a few kinds of things: how many products each value of a facet has.
//!
//! A list instead of a map: no facet has more than some dozen values, and one short loop serves all of them.

/// Counts by value, in the order in which the values first came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally<K>(Vec<(K, u32)>);

impl<K> Default for Tally<K> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<K: PartialEq> Tally<K> {
    /// Counts one more.
    pub fn add(&mut self, key: K) {
        match self.0.iter_mut().find(|(known, _)| *known == key) {
            Some((_, count)) => *count += 1,
            None => self.0.push((key, 1)),
        }
    }

    /// How many of that value; zero where it never came.
    pub fn get(&self, key: &K) -> u32 {
        self.0.iter().find(|(known, _)| known == key).map_or(0, |(_, count)| *count)
    }
}
