//! What a filter leaves of a market, in order, with the counts its facets show.

use crate::domain::area::Kecamatan;
use crate::domain::edition::Edition;
use crate::domain::fair::nearness;
use crate::domain::filter::{Facet, Filter, JblChoice, Sort, is_before_friday};
use crate::domain::gather::Gather;
use crate::domain::money::Rupiah;
use crate::domain::offer::shown_price;
use crate::domain::order_by;
use crate::domain::product::{Card, Stock};
use crate::domain::time::Moment;
use crate::search::cards::Cards;
use crate::search::choice::Choice;
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
    /// Of each facet apart, so that few values are looked through.
    values: [Tally<Choice>; Facet::ALL.len()],
    /// How many there would be without that facet: what taking it away brings.
    without: [u32; Facet::ALL.len()],
}

/// Searches, filters, counts and sorts. `places` is the day's fair order (`fair::places`).
pub fn find(cards: &Cards, places: &[u32], filter: &Filter, visit: Visit<'_>) -> Results {
    let scores = cards.search(&filter.words);
    let cards = cards.cards.as_slice();
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
    /// How many products have that value.
    pub fn of(&self, choice: &Choice) -> u32 {
        self.values.get(choice.facet() as usize).map_or(0, |values| values.get(choice))
    }

    /// How many there would be without that facet.
    pub fn without(&self, facet: Facet) -> u32 {
        self.without.get(facet as usize).copied().unwrap_or_default()
    }

    fn add(&mut self, facet: Facet, card: &Card, visit: Visit<'_>) {
        let at = facet as usize;
        let (Some(values), Some(without)) = (self.values.get_mut(at), self.without.get_mut(at))
        else {
            return;
        };
        *without += 1;
        let mut add = |choice| values.add(choice);
        match facet {
            Facet::Category => add(Choice::Category(card.category.clone())),
            Facet::City => add(Choice::City(card.kecamatan.city())),
            Facet::Kecamatan => add(Choice::Kecamatan(card.kecamatan)),
            Facet::Price => {}
            Facet::Halal if card.halal => add(Choice::Halal),
            Facet::Halal => {}
            Facet::Stock => {
                add(Choice::Stock(card.stock));
                if is_before_friday(card, visit.now) {
                    add(Choice::BeforeFriday);
                }
            }
            Facet::Jbl => {
                for code in &card.jbl {
                    add(Choice::Jbl(JblChoice::Edition(code.clone())));
                }
                let is_on = |edition: &Edition| {
                    edition.window.holds(visit.now) && card.jbl.contains(&edition.code)
                };
                if visit.editions.iter().any(is_on) {
                    add(Choice::Jbl(JblChoice::Now));
                }
            }
            Facet::Channel => {
                for channel in &card.channels {
                    add(Choice::Channel(*channel));
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::area::City;
    use crate::domain::code::Code;
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
            &Cards::new(cards),
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
        let city = |name: &str| counts.of(&Choice::City(City::find(name).expect("a city")));
        assert_eq!((city("Jakarta Selatan"), city("Jakarta Pusat")), (1, 1));
        assert_eq!(counts.of(&Choice::Category(Code::parse("kuliner").expect("a code"))), 1);
    }

    #[test]
    fn an_empty_result_tells_what_each_facet_withholds() {
        let (hits, counts) = find_in("q=keripik&kategori=kriya", None);
        assert!(hits.is_empty());
        assert_eq!(counts.without(Facet::Category), 2);
        assert_eq!(counts.without(Facet::City), 0);
    }

    #[test]
    fn sorting_by_price_and_by_nearness() {
        assert_eq!(find_in("urut=termurah", None).0, [1, 0, 2]);
        assert_eq!(find_in("urut=termahal", None).0, [2, 0, 1]);
        assert_eq!(find_in("", Some("Gambir")).0.first(), Some(&1));
    }
}
