//! Events: bazaars, places in malls, exhibitions, trainings and live shows that a visitor may go to.
//!
//! As with editions, the schedule is data and never computed.

use crate::domain::area::City;
use crate::domain::code::Code;
use crate::domain::edition::Window;
use crate::domain::link::SafeLink;
use crate::domain::time::Moment;
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

    /// By the word of the contract.
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }

    /// By its word, or by another in use for the same thing; case does not matter.
    pub fn from_word(word: &str) -> Option<Self> {
        let word = word.trim().to_lowercase();
        Self::of_word(&word).or(match word.as_str() {
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

/// Where an event stands in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EventState {
    /// Still to come.
    AkanDatang,
    /// It can be visited now.
    Berlangsung,
    /// Over.
    Selesai,
}

impl Event {
    /// Its state at a moment.
    pub fn state(&self, now: Moment) -> EventState {
        if now < self.window.from {
            EventState::AkanDatang
        } else if now < self.window.to {
            EventState::Berlangsung
        } else {
            EventState::Selesai
        }
    }
}

/// Which events are asked for; it round-trips through the address.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct EventFilter {
    /// Those of a city, and those that are all of Jakarta's.
    pub city: Option<City>,
    /// Those of a kind.
    pub kind: Option<EventKind>,
}

impl EventFilter {
    /// Reads what stands behind `?`; what means nothing is passed over.
    pub fn from_query(query: &str) -> Self {
        let mut filter = Self::default();
        for pair in query.split('&') {
            match pair.split_once('=') {
                Some(("kota", slug)) => filter.city = City::from_slug(slug),
                Some(("jenis", word)) => filter.kind = EventKind::of_word(word),
                _ => {}
            }
        }
        filter
    }

    /// As it stands behind `?`; empty where everything is asked for.
    pub fn to_query(self) -> String {
        let city = self.city.map(|city| format!("kota={}", city.slug()));
        let kind = self.kind.map(|kind| format!("jenis={}", kind.word()));
        city.into_iter().chain(kind).collect::<Vec<_>>().join("&")
    }

    /// Whether an event is one of those asked for.
    pub fn passes(self, event: &Event) -> bool {
        let here = self.city.is_none() || event.city.is_none() || event.city == self.city;
        here && self.kind.is_none_or(|kind| kind == event.kind)
    }
}

worded!(
    EventKind,
    |kind: &EventKind| kind.word().to_owned(),
    |text: &str| EventKind::of_word(text),
    EventKind::Bazar
);
record!(Event { code, kind, title, city, place, address, map, window, link, sellers });

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::time::Date;

    #[test]
    fn kinds_are_known_by_the_contracts_word_and_by_what_people_write() {
        for kind in EventKind::ALL {
            assert_eq!(EventKind::from_word(&kind.word().to_uppercase()), Some(kind));
        }
        assert_eq!(EventKind::from_word("Bazaar"), Some(EventKind::Bazar));
        assert_eq!(EventKind::from_word(" Workshop "), Some(EventKind::Pelatihan));
        assert_eq!(EventKind::from_word("rapat"), None);
    }

    fn event(city: Option<&str>, kind: EventKind) -> Event {
        let day = |text: &str| Date::parse(text).expect(text);
        Event {
            code: Code::parse("bazar").expect("a code"),
            kind,
            title: "Bazar".into(),
            city: city.map(|city| City::find(city).expect("a city")),
            place: String::new(),
            address: String::new(),
            map: None,
            window: Window { from: day("2026-12-03").at(9, 0), to: day("2026-12-04").at(15, 0) },
            link: None,
            sellers: Vec::new(),
        }
    }

    #[test]
    fn an_events_state_turns_to_the_second() {
        let event = event(None, EventKind::Bazar);
        let Window { from, to } = event.window;
        for (moment, state) in [
            (from.0 - 1, EventState::AkanDatang),
            (from.0, EventState::Berlangsung),
            (to.0 - 1, EventState::Berlangsung),
            (to.0, EventState::Selesai),
        ] {
            assert_eq!(event.state(Moment(moment)), state);
        }
    }

    #[test]
    fn a_filter_round_trips_through_the_address() {
        for query in ["", "kota=jakarta-selatan", "jenis=mal", "kota=kepulauan-seribu&jenis=live"] {
            assert_eq!(EventFilter::from_query(query).to_query(), query);
        }
        assert_eq!(EventFilter::from_query("kota=bandung&x&jenis="), EventFilter::default());
    }

    #[test]
    fn what_is_all_of_jakartas_is_every_citys_too() {
        let asked = EventFilter::from_query("kota=jakarta-barat&jenis=bazar");
        assert!(asked.passes(&event(Some("Jakarta Barat"), EventKind::Bazar)));
        assert!(asked.passes(&event(None, EventKind::Bazar)));
        assert!(!asked.passes(&event(Some("Jakarta Timur"), EventKind::Bazar)));
        assert!(!asked.passes(&event(Some("Jakarta Barat"), EventKind::Mal)));
    }
}
