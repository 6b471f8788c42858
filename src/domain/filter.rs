//! What a visitor asks of a list: words, facets and sort, as a value that round-trips through the address.
//!
//! The address is the only place where it is kept, so that a list can be shared, reloaded and gone back to.

use crate::domain::area::{City, Kecamatan};
use crate::domain::channel::Channel;
use crate::domain::code::Code;
use crate::domain::edition::Edition;
use crate::domain::gather::Gather;
use crate::domain::link::encode;
use crate::domain::money::Rupiah;
use crate::domain::product::{Card, Stock};
use crate::domain::time::Moment;
use percent_encoding::percent_decode_str;

/// The word in the address for what is ready before the next Friday.
const BEFORE_FRIDAY: &str = "jumat";

/// In which order results stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// Best match first; without words, the day's fair turn.
    #[default]
    Relevance,
    /// Same kecamatan, same city, the rest.
    Nearest,
    /// Lowest price first.
    Cheapest,
    /// Highest price first.
    Dearest,
    /// Last changed first.
    Newest,
}

impl Sort {
    /// All, as offered.
    pub const ALL: [Self; 5] =
        [Self::Relevance, Self::Nearest, Self::Cheapest, Self::Dearest, Self::Newest];

    /// The word in the address.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Relevance => "",
            Self::Nearest => "terdekat",
            Self::Cheapest => "termurah",
            Self::Dearest => "termahal",
            Self::Newest => "terbaru",
        }
    }
}

/// Which editions a product must take part in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum JblChoice {
    /// Any whose prices hold now.
    Now,
    /// This one.
    Edition(Code),
}

/// One thing to filter by; each is counted with all the others in force.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Facet {
    /// Kind of goods.
    Category,
    /// City.
    City,
    /// Kecamatan.
    Kecamatan,
    /// Price between two bounds.
    Price,
    /// Halal certificate.
    Halal,
    /// Ready, made to order, sold out.
    Stock,
    /// Editions of JBL.
    Jbl,
    /// Ways to order.
    Channel,
}

impl Facet {
    /// All, as shown.
    pub const ALL: [Self; 8] = [
        Self::Category,
        Self::City,
        Self::Kecamatan,
        Self::Price,
        Self::Halal,
        Self::Stock,
        Self::Jbl,
        Self::Channel,
    ];
}

/// What a visitor asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// The words typed.
    pub words: String,
    /// Any of these kinds.
    pub categories: Vec<Code>,
    /// Any of these cities.
    pub cities: Vec<City>,
    /// Any of these kecamatan.
    pub kecamatan: Vec<Kecamatan>,
    /// At least this price.
    pub price_min: Option<Rupiah>,
    /// At most this price.
    pub price_max: Option<Rupiah>,
    /// Only with a halal certificate.
    pub halal: bool,
    /// Any of these.
    pub stock: Vec<Stock>,
    /// Or ready before the next Friday, whichever stock that is.
    pub before_friday: bool,
    /// In any of these editions.
    pub jbl: Vec<JblChoice>,
    /// Through any of these channels.
    pub channels: Vec<Channel>,
    /// In this order.
    pub sort: Sort,
}

impl Filter {
    /// Reads the part of an address behind `?`. What is unknown or malformed is left out, never an error: an old
    /// or mistyped link still shows a list.
    pub fn from_query(query: &str) -> Self {
        let mut filter = Self::default();
        for pair in query.trim_start_matches('?').split('&') {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            let value =
                percent_decode_str(&value.replace('+', " ")).decode_utf8_lossy().into_owned();
            let values: Vec<&str> =
                value.split(',').map(str::trim).filter(|value| !value.is_empty()).gather();
            match key {
                "q" => filter.words = value.trim().to_owned(),
                "kategori" => filter.categories = unique(&values, |value| Code::parse(value).ok()),
                "kota" => {
                    filter.cities = unique(&values, |value| {
                        City::from_slug(value).or_else(|| City::find(value).ok())
                    })
                }
                "kecamatan" => {
                    filter.kecamatan = unique(&values, |value| Kecamatan::find(value).ok())
                }
                "harga_min" => filter.price_min = value.parse().ok().map(Rupiah::new),
                "harga_max" => filter.price_max = value.parse().ok().map(Rupiah::new),
                "halal" => {
                    filter.halal = values.iter().any(|value| matches!(*value, "ya" | "1" | "true"))
                }
                "stok" => {
                    filter.stock = unique(&values, Stock::from_word);
                    filter.before_friday = values.contains(&BEFORE_FRIDAY);
                }
                "jbl" => {
                    filter.jbl = unique(&values, |value| {
                        if value == "ya" {
                            Some(JblChoice::Now)
                        } else {
                            Code::parse(value).ok().map(JblChoice::Edition)
                        }
                    });
                }
                "kanal" => filter.channels = unique(&values, Channel::from_column),
                "urut" => {
                    filter.sort =
                        Sort::ALL.into_iter().find(|sort| sort.word() == value).unwrap_or_default()
                }
                _ => {}
            }
        }
        filter
    }

    /// The part of an address behind `?`; empty when nothing is asked. Keys stand in the contract's order.
    pub fn to_query(&self) -> String {
        let mut pairs: Vec<(&str, String)> = Vec::new();
        let mut push = |key, value: String| {
            if !value.is_empty() {
                pairs.push((key, value));
            }
        };
        push("q", encode(&self.words).replace("%20", "+"));
        push("kategori", joined(&self.categories, |code| code.to_string()));
        push("kota", joined(&self.cities, |city| city.slug()));
        push("kecamatan", joined(&self.kecamatan, |kecamatan| kecamatan.code().to_owned()));
        push("harga_min", self.price_min.map(|price| price.get().to_string()).unwrap_or_default());
        push("harga_max", self.price_max.map(|price| price.get().to_string()).unwrap_or_default());
        push("halal", if self.halal { "ya".to_owned() } else { String::new() });
        let stock = self.stock.iter().map(|stock| stock.word());
        let stock: Vec<&str> = stock.chain(self.before_friday.then_some(BEFORE_FRIDAY)).gather();
        push("stok", stock.join(","));
        push("jbl", joined(&self.jbl, JblChoice::word));
        push("kanal", joined(&self.channels, |channel| channel.column().to_owned()));
        push("urut", self.sort.word().to_owned());
        pairs.iter().map(|(key, value)| format!("{key}={value}")).gather().join("&")
    }

    /// Whether a product passes every facet but one.
    pub fn passes_without(
        &self,
        card: &Card,
        left_out: Option<Facet>,
        editions: &[Edition],
        now: Moment,
    ) -> bool {
        Facet::ALL
            .into_iter()
            .filter(|facet| Some(*facet) != left_out)
            .all(|facet| self.passes(card, facet, editions, now))
    }

    /// Whether a product passes one facet.
    pub fn passes(&self, card: &Card, facet: Facet, editions: &[Edition], now: Moment) -> bool {
        fn any<T: PartialEq>(wanted: &[T], value: &T) -> bool {
            wanted.is_empty() || wanted.contains(value)
        }
        match facet {
            Facet::Category => any(&self.categories, &card.category),
            Facet::City => any(&self.cities, &card.kecamatan.city()),
            Facet::Kecamatan => any(&self.kecamatan, &card.kecamatan),
            Facet::Price => {
                self.price_min.is_none_or(|least| card.price >= least)
                    && self.price_max.is_none_or(|most| card.price <= most)
            }
            Facet::Halal => !self.halal || card.halal,
            Facet::Stock => {
                !self.is_active(Facet::Stock)
                    || self.stock.contains(&card.stock)
                    || self.before_friday && is_before_friday(card, now)
            }
            Facet::Jbl => {
                self.jbl.is_empty()
                    || self.jbl.iter().any(|choice| choice.holds(card, editions, now))
            }
            Facet::Channel => {
                self.channels.is_empty()
                    || self.channels.iter().any(|channel| card.channels.contains(channel))
            }
        }
    }

    /// How many facets are in force.
    pub fn active(&self) -> usize {
        Facet::ALL.into_iter().filter(|facet| self.is_active(*facet)).count()
    }

    /// Whether that facet is in force.
    pub fn is_active(&self, facet: Facet) -> bool {
        match facet {
            Facet::Category => !self.categories.is_empty(),
            Facet::City => !self.cities.is_empty(),
            Facet::Kecamatan => !self.kecamatan.is_empty(),
            Facet::Price => self.price_min.is_some() || self.price_max.is_some(),
            Facet::Halal => self.halal,
            Facet::Stock => !self.stock.is_empty() || self.before_friday,
            Facet::Jbl => !self.jbl.is_empty(),
            Facet::Channel => !self.channels.is_empty(),
        }
    }

    /// The same without one facet.
    pub fn without(&self, facet: Facet) -> Self {
        let mut filter = self.clone();
        match facet {
            Facet::Category => filter.categories.clear(),
            Facet::City => filter.cities.clear(),
            Facet::Kecamatan => filter.kecamatan.clear(),
            Facet::Price => (filter.price_min, filter.price_max) = (None, None),
            Facet::Halal => filter.halal = false,
            Facet::Stock => {
                filter.stock.clear();
                filter.before_friday = false;
            }
            Facet::Jbl => filter.jbl.clear(),
            Facet::Channel => filter.channels.clear(),
        }
        filter
    }

    /// Only words and sort, without any facet.
    pub fn cleared(&self) -> Self {
        Self { words: self.words.clone(), sort: self.sort, ..Self::default() }
    }
}

impl JblChoice {
    /// The word in the address.
    pub fn word(&self) -> String {
        match self {
            Self::Now => "ya".to_owned(),
            Self::Edition(code) => code.to_string(),
        }
    }

    fn holds(&self, card: &Card, editions: &[Edition], now: Moment) -> bool {
        match self {
            Self::Edition(code) => card.jbl.contains(code),
            Self::Now => editions
                .iter()
                .any(|edition| edition.window.holds(now) && card.jbl.contains(&edition.code)),
        }
    }
}

/// Whether it can be had before the next Friday: it is ready, or made in the days that are left until then.
pub fn is_before_friday(card: &Card, now: Moment) -> bool {
    card.ready_before(now.date(), now.date().next_friday())
}

/// Puts a value into a list, or takes it out: what a tick in a facet does.
pub fn toggle<T: PartialEq>(list: &mut Vec<T>, value: T) {
    match list.iter().position(|known| *known == value) {
        Some(at) => {
            list.remove(at);
        }
        None => list.push(value),
    }
}

fn joined<T>(values: &[T], word: impl Fn(&T) -> String) -> String {
    values.iter().map(word).gather().join(",")
}

fn unique<T: PartialEq>(values: &[&str], read: fn(&str) -> Option<T>) -> Vec<T> {
    let mut out = Vec::new();
    for value in values {
        match read(value) {
            Some(value) if !out.contains(&value) => out.push(value),
            _ => {}
        }
    }
    out
}

#[cfg(test)]
mod tests;
