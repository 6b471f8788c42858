//! How often each of some codes is named, counted by many at once.
//!
//! It does not know whose codes they are.

use crate::domain::code::Code;
use std::collections::HashMap;
use std::sync::atomic::{AtomicU32, Ordering};

/// A counter for each of some codes.
#[derive(Debug)]
pub struct Tally<'a> {
    places: HashMap<&'a Code, usize>,
    counts: Vec<AtomicU32>,
}

impl<'a> Tally<'a> {
    /// Begins with nothing counted.
    pub fn of(codes: impl Iterator<Item = &'a Code>) -> Self {
        let codes: Vec<&Code> = codes.collect();
        let counts = codes.iter().map(|_| AtomicU32::default()).collect();
        Self { places: codes.into_iter().zip(0..).collect(), counts }
    }

    /// Counts one; a code that is none of them is passed over.
    pub fn count(&self, code: &Code) {
        let counter = self.places.get(code).and_then(|place| self.counts.get(*place));
        if let Some(counter) = counter {
            counter.fetch_add(1, Ordering::Relaxed);
        }
    }

    /// How often a code was named so far.
    pub fn get(&self, code: &Code) -> u32 {
        let counter = self.places.get(code).and_then(|place| self.counts.get(*place));
        counter.map(|counter| counter.load(Ordering::Relaxed)).unwrap_or_default()
    }

    /// In the order in which the codes were given.
    pub fn counts(self) -> Vec<u32> {
        self.counts.into_iter().map(AtomicU32::into_inner).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_counted_in_the_order_in_which_they_were_given() {
        let code = |text: &str| Code::parse(text).expect(text);
        let codes = [code("rajut"), code("dapur"), code("kopi")];
        let tally = Tally::of(codes.iter());
        for named in ["dapur", "rajut", "dapur", "lain"] {
            tally.count(&code(named));
        }
        assert_eq!((tally.get(&codes[1]), tally.get(&code("lain"))), (2, 0));
        assert_eq!(tally.counts(), [1, 2, 0]);
    }
}
