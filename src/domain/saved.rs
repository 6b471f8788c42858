//! Saved products: hearts, and how copies of them in several tabs become one again.

use crate::domain::code::Code;
use crate::domain::gather::Gather;
use crate::domain::order_by::sorted;
use crate::domain::sorted::Sorted;
use crate::domain::wire::{Damage, Map, Value, Wire, fields, record};
use std::cmp::Reverse;

/// Whether a product is saved, and since when.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mark {
    /// When it last changed, in milliseconds since 1970.
    pub changed: u64,
    /// Saved, or no longer.
    pub on: bool,
}

/// All saved products, and those that no longer are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Saved {
    marks: Sorted<Code, Mark>,
}

impl Saved {
    /// Whether it is saved.
    pub fn holds(&self, code: &Code) -> bool {
        self.marks.get(code).is_some_and(|mark| mark.on)
    }

    /// Saves it, or no longer.
    pub fn toggle(&mut self, code: &Code, now: u64) {
        let before = self.marks.get(code).copied();
        let changed = before.map_or(now, |mark| now.max(mark.changed + 1));
        self.marks.insert(code.clone(), Mark { changed, on: !before.is_some_and(|mark| mark.on) });
    }

    /// The saved products, the last one first.
    pub fn codes(&self) -> Vec<Code> {
        let saved: Vec<&(Code, Mark)> = self.marks.iter().filter(|(_, mark)| mark.on).gather();
        let saved = sorted(saved, |(code, mark)| (Reverse(mark.changed), code));
        saved.into_iter().map(|(code, _)| code.clone()).gather()
    }

    /// Takes over what another copy knows better.
    pub fn merge(&mut self, other: &Self) {
        for (code, mark) in other.marks.iter() {
            let known = self.marks.get_or_insert(code.clone(), || *mark);
            *known = (*known).max(*mark);
        }
    }
}

record!(Mark { changed, on });

impl Wire for Saved {
    fn to_wire(&self) -> Value {
        let mut marks = Map::default();
        for (code, mark) in self.marks.iter() {
            marks.insert(code.to_string(), mark.to_wire());
        }
        Value::Object(marks)
    }

    fn from_wire(value: Value, damage: &mut Damage) -> Self {
        let mut marks = Sorted::default();
        for (code, mark) in fields(value, damage).into_vec() {
            let code = Code::from_wire(Value::String(code), damage);
            marks.insert(code, Mark::from_wire(mark, damage));
        }
        Self { marks }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(text: &str) -> Code {
        Code::parse(text).expect("a code")
    }

    #[test]
    fn the_last_saved_stands_first() {
        let mut saved = Saved::default();
        for (at, name) in ["kaos", "kopi", "batik"].iter().enumerate() {
            saved.toggle(&code(name), at as u64);
        }
        saved.toggle(&code("kopi"), 9);
        assert_eq!(saved.codes(), [code("batik"), code("kaos")]);
    }

    #[test]
    fn what_is_kept_is_read_again_and_what_was_taken_out_stays_out() {
        let mut saved = Saved::default();
        saved.toggle(&code("kaos"), 1);
        saved.toggle(&code("kopi"), 2);
        saved.toggle(&code("kaos"), 3);
        let read: Saved =
            crate::domain::wire::read(&crate::domain::wire::write(&saved)).expect("kept");
        assert_eq!(read.codes(), [code("kopi")]);
        let mut other = Saved::default();
        other.toggle(&code("kaos"), 2);
        other.merge(&read);
        assert!(!other.holds(&code("kaos")));
    }

    #[test]
    fn the_newest_change_wins_in_every_tab() {
        let mut here = Saved::default();
        here.toggle(&code("kaos"), 1);
        let there = here.clone();
        here.toggle(&code("kaos"), 2);
        here.merge(&there);
        assert!(!here.holds(&code("kaos")));
    }
}
