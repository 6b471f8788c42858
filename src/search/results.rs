//! What a filter leaves of a market, in order, with the counts its facets show.

use crate::domain::area::{City, Kecamatan};
use crate::domain::channel::Channel;
use crate::domain::code::Code;
use crate::domain::edition::Edition;
use crate::domain::fair::nearness;
use crate::domain::filter::{Facet, Filter, Sort, is_before_friday};
use crate::domain::gather::Gather;
use crate::domain::money::Rupiah;
use crate::domain::offer::shown_price;
use crate::domain::order_by;
use crate::domain::product::{Card, Stock};
use crate::domain::time::Moment;
use crate::search::index::Index;
use crate::search::tally::Tally;
use std::cmp::Ordering;

/// What the visitor brings beside the filter.
#[derive(Clone, Copy, Debug)]
pub struct Visit<'a> {
    /// The moment.
    pub now: Moment,
    /// The visitor's kecamatan, where chosen.
    pub home: Option<Kecamatan>,
    /// All editions.
    pub editions: &'a [Edition],
}

/// What was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Results {
    /// Places of the cards, in order.
    pub hits: Vec<usize>,
    /// For every facet, how many there would be for each of its values.
    pub counts: FacetCounts,
}

/// Counts by value, each taken with all other facets in force.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FacetCounts {
    /// By kind of goods.
    pub categories: Tally<Code>,
    /// By city.
    pub cities: Tally<City>,
    /// By kecamatan.
    pub kecamatan: Tally<Kecamatan>,
    /// With a halal certificate.
    pub halal: u32,
    /// By stock.
    pub stock: Tally<Stock>,
    /// Ready before the next Friday.
    pub before_friday: u32,
    /// By edition.
    pub jbl: Tally<Code>,
    /// In an edition that is on now.
    pub jbl_now: u32,
    /// By way to order.
    pub channels: Tally<Channel>,
    /// How many there would be without that facet: what taking it away brings.
    pub without: Tally<Facet>,
}

/// Searches, filters, counts and sorts. `places` is the day's fair order (`fair::places`).
pub fn find(
    cards: &[Card],
    index: &Index,
    places: &[u32],
    filter: &Filter,
    visit: Visit<'_>,
) -> Results {
    let scores = index.search(&filter.words);
    let mut results = Results::default();
    for (at, card) in cards.iter().enumerate() {
        if scores.as_ref().is_some_and(|scores| scores.get(at) == Some(&0)) {
            continue;
        }
        // One facet may fail and the card still counts in that facet's own numbers; two failures count nowhere.
        let mut failed = Facet::ALL
            .into_iter()
            .filter(|facet| filter.is_active(*facet))
            .filter(|facet| !only(filter, *facet, card, visit));
        match (failed.next(), failed.next()) {
            (None, _) => {
                results.hits.push(at);
                for facet in Facet::ALL {
                    results.counts.add(facet, card, visit);
                }
            }
            (Some(facet), None) => results.counts.add(facet, card, visit),
            _ => {}
        }
    }
    let score = |at: &usize| {
        scores.as_ref().and_then(|scores| scores.get(*at)).copied().unwrap_or_default()
    };
    let place = |at: &usize| places.get(*at).copied().unwrap_or(u32::MAX);
    let near = |at: &usize| cards.get(*at).map(|card| nearness(visit.home, card.kecamatan));
    // By price means by the price that a card shows.
    let prices: Vec<Rupiah> = if matches!(filter.sort, Sort::Cheapest | Sort::Dearest) {
        cards.iter().map(|card| shown_price(card, visit.editions, visit.now)).gather()
    } else {
        Vec::new()
    };
    let price = |at: &usize| prices.get(*at).copied();
    let updated = |at: &usize| cards.get(*at).and_then(|card| card.updated);
    let sold_out = |at: &usize| cards.get(*at).is_some_and(|card| card.stock == Stock::Habis);
    let hits = std::mem::take(&mut results.hits);
    let compare = |a: &usize, b: &usize| {
        let fair = (near(a), place(a)).cmp(&(near(b), place(b)));
        match filter.sort {
            // What is sold out cannot be bought: it stands behind everything equally relevant.
            Sort::Relevance => {
                score(b).cmp(&score(a)).then(sold_out(a).cmp(&sold_out(b))).then(fair)
            }
            Sort::Nearest => fair,
            Sort::Cheapest => price(a).cmp(&price(b)).then(fair),
            Sort::Dearest => price(b).cmp(&price(a)).then(fair),
            Sort::Newest => updated(b).cmp(&updated(a)).then(fair),
        }
    };
    let order = order_by::places(hits.len(), &|a, b| match (hits.get(a), hits.get(b)) {
        (Some(a), Some(b)) => compare(a, b),
        _ => Ordering::Equal,
    });
    results.hits = order.into_iter().filter_map(|at| hits.get(at).copied()).gather();
    results
}

fn only(filter: &Filter, facet: Facet, card: &Card, visit: Visit<'_>) -> bool {
    filter.passes(card, facet, visit.editions, visit.now)
}

impl FacetCounts {
    fn add(&mut self, facet: Facet, card: &Card, visit: Visit<'_>) {
        self.without.add(facet);
        match facet {
            Facet::Category => self.categories.add(card.category.clone()),
            Facet::City => self.cities.add(card.kecamatan.city()),
            Facet::Kecamatan => self.kecamatan.add(card.kecamatan),
            Facet::Price => {}
            Facet::Halal => self.halal += u32::from(card.halal),
            Facet::Stock => {
                self.stock.add(card.stock);
                self.before_friday += u32::from(is_before_friday(card, visit.now));
            }
            Facet::Jbl => {
                for code in &card.jbl {
                    self.jbl.add(code.clone());
                }
                let now = visit.editions.iter().any(|edition| {
                    edition.window.holds(visit.now) && card.jbl.contains(&edition.code)
                });
                self.jbl_now += u32::from(now);
            }
            Facet::Channel => {
                for channel in &card.channels {
                    self.channels.add(*channel);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::fair;
    use crate::domain::offer::tests::card;
    use crate::domain::time::Date;

    fn market() -> Vec<Card> {
        [
            ("Keripik Tempe", "Tebet", "kuliner", 18_000),
            ("Keripik Singkong", "Gambir", "kuliner", 12_000),
            ("Vas Gerabah", "Tebet", "kriya", 120_000),
        ]
        .iter()
        .enumerate()
        .map(|(at, (name, place, category, price))| {
            let mut card = card(&format!("produk-{at}"));
            card.name = (*name).into();
            card.kecamatan = Kecamatan::find(place).expect("a kecamatan");
            card.category = Code::parse(category).expect("a code");
            card.price = Rupiah::new(*price);
            card
        })
        .collect()
    }

    fn find_in(query: &str, home: Option<&str>) -> (Vec<usize>, FacetCounts) {
        let cards = market();
        let now = Date::parse("2026-11-21").expect("a day").at(9, 0);
        let places = fair::places(&cards, now.date());
        let home = home.and_then(|name| Kecamatan::find(name).ok());
        let results = find(
            &cards,
            &Index::build(&cards),
            &places,
            &Filter::from_query(query),
            Visit { now, home, editions: &[] },
        );
        (results.hits, results.counts)
    }

    #[test]
    fn a_facet_counts_with_all_other_facets_in_force() {
        let (hits, counts) = find_in("q=keripik&kota=jakarta-selatan", None);
        assert_eq!(hits, [0]);
        let city = |name: &str| counts.cities.get(&City::find(name).expect("a city"));
        assert_eq!((city("Jakarta Selatan"), city("Jakarta Pusat")), (1, 1));
        assert_eq!(counts.categories.get(&Code::parse("kuliner").expect("a code")), 1);
    }

    #[test]
    fn an_empty_result_tells_what_each_facet_withholds() {
        let (hits, counts) = find_in("q=keripik&kategori=kriya", None);
        assert!(hits.is_empty());
        assert_eq!(counts.without.get(&Facet::Category), 2);
        assert_eq!(counts.without.get(&Facet::City), 0);
    }

    #[test]
    fn sorting_by_price_and_by_nearness() {
        assert_eq!(find_in("urut=termurah", None).0, [1, 0, 2]);
        assert_eq!(find_in("urut=termahal", None).0, [2, 0, 1]);
        assert_eq!(find_in("", Some("Gambir")).0.first(), Some(&1));
    }
}
