//! The fair turn: an order that changes by day and in which no seller owns the top.
//!
//! Every day all sellers are shuffled by a seed that anyone can recompute (the day's number). Then they take
//! turns: first one product of each seller, then the second of each, and so on. It cannot be bought, and over
//! time every seller stands everywhere. The rule is printed on the page.

use crate::domain::area::Kecamatan;
use crate::domain::order_by;
use crate::domain::product::Card;
use crate::domain::time::Date;

/// For each card its place in the day's order: `places[i]` belongs to `cards[i]`.
pub fn places(cards: &[Card], day: Date) -> Vec<u32> {
    let seed = day.days() as u32;
    let lots: Vec<(u64, u64)> = cards
        .iter()
        .map(|card| (lot(seed, card.seller.as_str()), lot(seed, card.code.as_str())))
        .collect();
    // By seller first: within a seller the place is the turn.
    let by_seller = order_by::places(cards.len(), &|a, b| lots.get(a).cmp(&lots.get(b)));
    let mut turns = vec![0_u32; cards.len()];
    let mut last = None;
    let mut turn = 0;
    for at in by_seller {
        let seller = lots.get(at).map(|(seller, _)| *seller);
        turn = if seller == last { turn + 1 } else { 0 };
        last = seller;
        if let Some(slot) = turns.get_mut(at) {
            *slot = turn;
        }
    }
    let order = order_by::places(cards.len(), &|a, b| {
        (turns.get(a), lots.get(a)).cmp(&(turns.get(b), lots.get(b)))
    });
    let mut places = vec![0; cards.len()];
    for (place, at) in order.into_iter().enumerate() {
        if let Some(slot) = places.get_mut(at) {
            *slot = place as u32;
        }
    }
    places
}

/// A number drawn from the day and a name: the same on every machine (FNV-1a, then mixed so that neighbouring
/// days differ everywhere).
fn lot(seed: u32, name: &str) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for byte in seed.to_le_bytes().into_iter().chain(name.bytes()) {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    }
    hash ^= hash >> 33;
    hash = hash.wrapping_mul(0xff51_afd7_ed55_8ccd);
    hash ^ (hash >> 33)
}

/// How near a seller is to the visitor, without any map: same kecamatan, same city, the rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Nearness {
    /// The same kecamatan.
    Kecamatan,
    /// The same city.
    City,
    /// Elsewhere, or the visitor has not said.
    Elsewhere,
}

/// The seller's nearness to the visitor's kecamatan.
pub fn nearness(home: Option<Kecamatan>, seller: Kecamatan) -> Nearness {
    match home {
        Some(home) if home == seller => Nearness::Kecamatan,
        Some(home) if home.city() == seller.city() => Nearness::City,
        _ => Nearness::Elsewhere,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::code::Code;
    use crate::domain::offer::tests::card;
    use std::collections::HashMap;

    fn market() -> Vec<Card> {
        let mut cards = Vec::new();
        for seller in 0..20 {
            // Seller 0 has ten times as many products as the others.
            for product in 0..if seller == 0 { 30 } else { 3 } {
                let mut card = card(&format!("produk-{seller}-{product}"));
                card.seller = Code::parse(&format!("toko-{seller}")).expect("a code");
                cards.push(card);
            }
        }
        cards
    }

    fn in_order(cards: &[Card], day: Date) -> Vec<&Card> {
        let places = places(cards, day);
        let mut order: Vec<usize> = (0..cards.len()).collect();
        order.sort_by_key(|at| places[*at]);
        order.into_iter().map(|at| &cards[at]).collect()
    }

    #[test]
    fn no_seller_stands_twice_before_every_seller_stood_once() {
        let cards = market();
        let day = Date::parse("2026-11-21").expect("a day");
        let first: std::collections::BTreeSet<_> =
            in_order(&cards, day).into_iter().take(20).map(|c| c.seller.clone()).collect();
        assert_eq!(first.len(), 20);
    }

    #[test]
    fn the_order_is_the_same_all_day_and_another_the_next() {
        let cards = market();
        let day = Date::parse("2026-11-21").expect("a day");
        assert_eq!(places(&cards, day), places(&cards, day));
        assert_ne!(places(&cards, day), places(&cards, day.plus(1)));
    }

    #[test]
    fn over_a_year_every_seller_leads_about_equally_often() {
        let cards = market();
        let mut led: HashMap<Code, u32> = HashMap::new();
        for days in 0..365 {
            let day = Date::parse("2026-01-01").expect("a day").plus(days);
            *led.entry(in_order(&cards, day)[0].seller.clone()).or_default() += 1;
        }
        // 365 days over 20 sellers are 18 days each; five standard deviations either side.
        assert_eq!(led.len(), 20);
        assert!(led.values().all(|days| (1..=39).contains(days)), "{led:?}");
    }
}
