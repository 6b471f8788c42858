//! Events: bazaars, places in malls, exhibitions, trainings and live shows that a visitor may go to.
//!
//! As with editions, the schedule is data and never computed.

use crate::domain::area::City;
use crate::domain::code::Code;
use crate::domain::edition::Window;
use crate::domain::link::SafeLink;
use crate::domain::wire::{record, worded};

/// What kind of event it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EventKind {
    /// A bazaar.
    Bazar,
    /// A place in a mall.
    Mal,
    /// An exhibition.
    Pameran,
    /// A training for sellers.
    Pelatihan,
    /// A live show.
    Live,
}

impl EventKind {
    /// All, in the contract's order.
    pub const ALL: [Self; 5] = [Self::Bazar, Self::Mal, Self::Pameran, Self::Pelatihan, Self::Live];

    /// The word of the contract.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Bazar => "bazar",
            Self::Mal => "mal",
            Self::Pameran => "pameran",
            Self::Pelatihan => "pelatihan",
            Self::Live => "live",
        }
    }

    /// By its word, or by another in use for the same thing; case does not matter.
    pub fn from_word(word: &str) -> Option<Self> {
        let word = word.trim().to_lowercase();
        Self::ALL.into_iter().find(|kind| kind.word() == word).or(match word.as_str() {
            "bazaar" => Some(Self::Bazar),
            "mall" => Some(Self::Mal),
            "ekspo" | "expo" => Some(Self::Pameran),
            "workshop" | "bimtek" => Some(Self::Pelatihan),
            "siaran langsung" | "live streaming" => Some(Self::Live),
            _ => None,
        })
    }
}

/// One event.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// Its lasting name.
    pub code: Code,
    /// What it is.
    pub kind: EventKind,
    /// As it is announced.
    pub title: String,
    /// The city it is held in; absent: all of Jakarta, or none in particular.
    pub city: Option<City>,
    /// Where in that city.
    pub place: String,
    /// The address of the place.
    pub address: String,
    /// The place on a map.
    pub map: Option<SafeLink>,
    /// When it can be visited.
    pub window: Window,
    /// Where more is told, or where it is seen.
    pub link: Option<SafeLink>,
    /// Who sells there, by code.
    pub sellers: Vec<Code>,
}

worded!(
    EventKind,
    |kind: &EventKind| kind.word().to_owned(),
    |text: &str| EventKind::ALL.into_iter().find(|kind| kind.word() == text),
    EventKind::Bazar
);
record!(Event { code, kind, title, city, place, address, map, window, link, sellers });

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_known_by_the_contracts_word_and_by_what_people_write() {
        for kind in EventKind::ALL {
            assert_eq!(EventKind::from_word(&kind.word().to_uppercase()), Some(kind));
        }
        assert_eq!(EventKind::from_word("Bazaar"), Some(EventKind::Bazar));
        assert_eq!(EventKind::from_word(" Workshop "), Some(EventKind::Pelatihan));
        assert_eq!(EventKind::from_word("rapat"), None);
    }
}
