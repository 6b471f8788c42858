//! The fair turn: an order that changes by day and in which no seller owns the top.
//!
//! All sellers are shuffled, and each day the next ten of that order stand first, until everyone has; then they are
//! shuffled anew. So in a year each stands among the first ten as often as any other, to within one or two, however many
//! sellers there are. Behind the day's ten the others stand as the day's own lot has them, so that lists of a part of
//! the market turn daily as well. In this order sellers take turns: first one product of each, then the second of each,
//! and so on; which of its products is a seller's first is drawn each day. A page of a kind of goods, a city or an edition
//! has a turn of its own among what it lists.
//!
//! Nothing in it can be bought, and anyone can recompute it: with n sellers the day d since 1970-01-01 begins in the
//! shuffle numbered by the whole part of 10·d ÷ n, at the place of the remainder. The rule is printed on the page.

use crate::domain::area::Kecamatan;
use crate::domain::gather::Gather;
use crate::domain::order_by;
use crate::domain::product::Card;
use crate::domain::time::Date;

/// So many sellers move to the front each day: what is seen of a list before anyone scrolls far.
const FRONT: i64 = 10;

/// For each card its place in the day's order: `places[i]` belongs to `cards[i]`.
pub fn places(cards: &[Card], day: Date) -> Vec<u32> {
    places_among(cards, day, &|_| true)
}

/// The same among the cards of one page alone, so that a page of a part of the market is as fair as that of all of it.
/// The others stand behind them.
pub fn places_among(cards: &[Card], day: Date, is_listed: &dyn Fn(&Card) -> bool) -> Vec<u32> {
    let listed: Vec<(usize, &Card)> =
        cards.iter().enumerate().filter(|(_, card)| is_listed(card)).gather();
    let own: Vec<&Card> = listed.iter().map(|(_, card)| *card).gather();
    let mut places = vec![u32::MAX; cards.len()];
    for ((at, _), place) in listed.into_iter().zip(turn(&own, day)) {
        if let Some(slot) = places.get_mut(at) {
            *slot = place;
        }
    }
    places
}

/// For each of these cards its place among them.
pub fn turn(cards: &[&Card], day: Date) -> Vec<u32> {
    let today = day.days() as u32;
    let lots: Vec<(u64, u64)> = cards
        .iter()
        .map(|card| (lot(0, card.seller.as_str()), lot(today, card.code.as_str())))
        .gather();
    // By seller first: within a seller the place is the turn.
    let by_seller = order_by::places(cards.len(), &|a, b| lots.get(a).cmp(&lots.get(b)));
    let mut sellers: Vec<&str> = Vec::new();
    let mut turns = vec![(0_u32, 0_usize); cards.len()];
    let mut last = None;
    let mut turn = 0;
    for at in by_seller {
        let seller = lots.get(at).map(|(seller, _)| *seller);
        turn = if seller == last { turn + 1 } else { 0 };
        last = seller;
        if let (0, Some(card)) = (turn, cards.get(at)) {
            sellers.push(card.seller.as_str());
        }
        if let Some(slot) = turns.get_mut(at) {
            *slot = (turn, sellers.len().saturating_sub(1));
        }
    }
    let row = row(&sellers, day);
    let place = |at: usize| turns.get(at).map(|(turn, seller)| (*turn, row.get(*seller)));
    inverse(order_by::places(cards.len(), &|a, b| place(a).cmp(&place(b))))
}

/// For each seller its place in the day's row.
fn row(sellers: &[&str], day: Date) -> Vec<u32> {
    let count = sellers.len().max(1) as i64;
    let seat = i64::from(day.days()) * FRONT;
    let (round, passed) = (seat.div_euclid(count) as u32, seat.rem_euclid(count) as u32);
    let drawn = |round: u32| {
        let lots: Vec<u64> = sellers.iter().map(|seller| lot(round, seller)).gather();
        inverse(order_by::places(lots.len(), &|a, b| lots.get(a).cmp(&lots.get(b))))
    };
    let (this, next) = (drawn(round), drawn(round.wrapping_add(1)));
    // Who has had a turn in this round waits for the next one, which may begin today.
    let waiting = |at: usize| match (this.get(at), next.get(at)) {
        (Some(this), _) if *this >= passed => (false, *this),
        (_, next) => (true, next.copied().unwrap_or_default()),
    };
    let queue = inverse(order_by::places(sellers.len(), &|a, b| waiting(a).cmp(&waiting(b))));
    let place = |at: usize| match (queue.get(at), sellers.get(at)) {
        (Some(ahead), Some(seller)) if i64::from(*ahead) >= FRONT => {
            (true, lot(day.days() as u32, seller))
        }
        (ahead, _) => (false, ahead.copied().map(u64::from).unwrap_or_default()),
    };
    inverse(order_by::places(sellers.len(), &|a, b| place(a).cmp(&place(b))))
}

/// From what stands at each place to the place of each.
fn inverse(order: Vec<usize>) -> Vec<u32> {
    let mut places = vec![0; order.len()];
    for (place, at) in order.into_iter().enumerate() {
        if let Some(slot) = places.get_mut(at) {
            *slot = place as u32;
        }
    }
    places
}

/// A number drawn from a number and a name: the same on every machine.
fn lot(seed: u32, name: &str) -> u64 {
    draw(&seed.to_le_bytes(), name)
}

/// A number drawn from a seed and a name (FNV-1a, then mixed so that neighbouring seeds differ everywhere).
pub(in crate::domain) fn draw(seed: &[u8], name: &str) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for byte in seed.iter().copied().chain(name.bytes()) {
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

    /// So many sellers, of whom some have twenty times as many products as others; every third product is kriya.
    fn unequal(sellers: usize) -> Vec<Card> {
        let products = if sellers < 100 { [1, 2, 20] } else { [1, 1, 4] };
        let mut cards = Vec::new();
        for seller in 0..sellers {
            for product in 0..products[seller % 3] {
                let mut card = card(&format!("produk-{seller}-{product}"));
                card.seller = Code::parse(&format!("toko-{seller}")).expect("a code");
                let is_kriya = (seller / 3 + product) % 3 == 0;
                card.category =
                    Code::parse(if is_kriya { "kriya" } else { "kuliner" }).expect("a code");
                cards.push(card);
            }
        }
        cards
    }

    /// The fewest and the most days of a year on which a seller stood among the first ten of what is listed.
    fn least_and_most(cards: &[Card], is_listed: &dyn Fn(&Card) -> bool) -> (u32, u32) {
        let first = Date::parse("2026-01-01").expect("a day");
        let mut stood: HashMap<Code, u32> = HashMap::new();
        for card in cards.iter().filter(|card| is_listed(card)) {
            stood.insert(card.seller.clone(), 0);
        }
        for days in 0..365 {
            for (card, place) in cards.iter().zip(places_among(cards, first.plus(days), is_listed))
            {
                if place < 10 {
                    *stood.entry(card.seller.clone()).or_default() += 1;
                }
            }
        }
        let days = |pick: fn(u32, u32) -> u32| stood.values().copied().reduce(pick);
        days(u32::min).zip(days(u32::max)).expect("a seller")
    }

    #[test]
    fn over_a_year_every_seller_stands_among_the_first_ten_about_equally_often() {
        for sellers in [12, 20, 37, 60, 300] {
            let (least, most) = least_and_most(&unequal(sellers), &|_| true);
            assert!(most * 2 <= least * 3, "{sellers} sellers: {least} to {most} days");
        }
    }

    #[test]
    fn a_page_of_a_part_of_the_market_has_a_turn_of_its_own() {
        let is_kriya = |card: &Card| card.category.as_str() == "kriya";
        for sellers in [60, 300] {
            let (least, most) = least_and_most(&unequal(sellers), &is_kriya);
            assert!(most * 2 <= least * 3, "{sellers} sellers: {least} to {most} days");
        }
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
