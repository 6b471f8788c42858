//! One value of one facet: whether it is chosen, what choosing it does to the filter, how many it would leave.

use crate::domain::area::{City, Kecamatan};
use crate::domain::channel::Channel;
use crate::domain::code::Code;
use crate::domain::filter::{Facet, Filter, JblChoice, toggle};
use crate::domain::gather::Gather;
use crate::domain::product::Stock;
use crate::search::results::FacetCounts;

/// A value that a visitor can choose in a facet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// This kind of goods.
    Category(Code),
    /// This city.
    City(City),
    /// This kecamatan.
    Kecamatan(Kecamatan),
    /// The two bounds of the price, which are one choice.
    Price,
    /// With a halal certificate.
    Halal,
    /// In this stock.
    Stock(Stock),
    /// Ready before the next Friday.
    BeforeFriday,
    /// In this edition, or in any that is on.
    Jbl(JblChoice),
    /// Through this channel.
    Channel(Channel),
}

impl Choice {
    /// The facet it belongs to.
    pub fn facet(&self) -> Facet {
        match self {
            Self::Category(_) => Facet::Category,
            Self::City(_) => Facet::City,
            Self::Kecamatan(_) => Facet::Kecamatan,
            Self::Price => Facet::Price,
            Self::Halal => Facet::Halal,
            Self::Stock(_) | Self::BeforeFriday => Facet::Stock,
            Self::Jbl(_) => Facet::Jbl,
            Self::Channel(_) => Facet::Channel,
        }
    }

    /// Everything that a filter chooses, in the order of the facets.
    pub fn chosen(filter: &Filter) -> Vec<Self> {
        let mut all = Vec::new();
        filter.categories.iter().cloned().map(Self::Category).gather_into(&mut all);
        filter.cities.iter().copied().map(Self::City).gather_into(&mut all);
        filter.kecamatan.iter().copied().map(Self::Kecamatan).gather_into(&mut all);
        filter.is_active(Facet::Price).then_some(Self::Price).into_iter().gather_into(&mut all);
        filter.halal.then_some(Self::Halal).into_iter().gather_into(&mut all);
        filter.stock.iter().copied().map(Self::Stock).gather_into(&mut all);
        filter.before_friday.then_some(Self::BeforeFriday).into_iter().gather_into(&mut all);
        filter.jbl.iter().cloned().map(Self::Jbl).gather_into(&mut all);
        filter.channels.iter().copied().map(Self::Channel).gather_into(&mut all);
        all
    }

    /// Whether the filter chooses it.
    pub fn is_chosen(&self, filter: &Filter) -> bool {
        match self {
            Self::Category(code) => filter.categories.contains(code),
            Self::City(city) => filter.cities.contains(city),
            Self::Kecamatan(kecamatan) => filter.kecamatan.contains(kecamatan),
            Self::Price => filter.is_active(Facet::Price),
            Self::Halal => filter.halal,
            Self::Stock(stock) => filter.stock.contains(stock),
            Self::BeforeFriday => filter.before_friday,
            Self::Jbl(jbl) => filter.jbl.contains(jbl),
            Self::Channel(channel) => filter.channels.contains(channel),
        }
    }

    /// The filter with it chosen, or no longer. The bounds of the price can only be taken away here.
    pub fn toggled(&self, filter: &Filter) -> Filter {
        let mut filter = filter.clone();
        match self {
            Self::Category(code) => toggle(&mut filter.categories, code.clone()),
            Self::City(city) => {
                toggle(&mut filter.cities, *city);
                // A kecamatan of a city that is no longer chosen would silently leave nothing.
                let cities = filter.cities.clone();
                if !cities.is_empty() {
                    filter.kecamatan.retain(|kecamatan| cities.contains(&kecamatan.city()));
                }
            }
            Self::Kecamatan(kecamatan) => toggle(&mut filter.kecamatan, *kecamatan),
            Self::Price => (filter.price_min, filter.price_max) = (None, None),
            Self::Halal => filter.halal = !filter.halal,
            Self::Stock(stock) => toggle(&mut filter.stock, *stock),
            Self::BeforeFriday => filter.before_friday = !filter.before_friday,
            Self::Jbl(jbl) => toggle(&mut filter.jbl, jbl.clone()),
            Self::Channel(channel) => toggle(&mut filter.channels, *channel),
        }
        filter
    }

    /// How many products have it, with all other facets in force.
    pub fn count(&self, counts: &FacetCounts) -> u32 {
        match self {
            Self::Price => counts.without(Facet::Price),
            _ => counts.of(self),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_filter_chooses_can_be_taken_away_again_one_by_one() {
        let mut filter = Filter::from_query(
            "q=kopi&kategori=kuliner&kota=jakarta-selatan&kecamatan=31.74.01&harga_max=50000&halal=ya&stok=siap,jumat&jbl=ya,jbl-1&kanal=whatsapp",
        );
        let chosen = Choice::chosen(&filter);
        assert_eq!(chosen.len(), 10);
        for choice in chosen {
            assert!(choice.is_chosen(&filter), "{choice:?}");
            filter = choice.toggled(&filter);
            assert!(!choice.is_chosen(&filter), "{choice:?}");
        }
        assert_eq!(filter.to_query(), "q=kopi");
    }

    #[test]
    fn another_city_takes_the_kecamatan_of_the_first_along() {
        let filter =
            Filter::from_query("kota=jakarta-selatan,jakarta-pusat&kecamatan=31.74.01,31.71.01");
        let selatan = Choice::City(City::find("selatan").expect("a city"));
        assert_eq!(selatan.toggled(&filter).to_query(), "kota=jakarta-pusat&kecamatan=31.71.01");
    }
}
