//! Products side by side by what they cost for the same amount: a group for each kind of measure, the cheapest first.
//!
//! Mass, volume and pieces are never compared with each other, and what a unit holds is never guessed. Which price
//! holds at the moment is for whoever asks to say.

use crate::domain::measure::{Kind, Measure};
use crate::domain::money::Rupiah;
use crate::domain::order_by;
use crate::domain::product::{Card, Stock};
use std::cmp::Ordering;

/// Products that can be compared with each other, the cheapest first.
#[derive(Clone, Debug, PartialEq)]
pub struct Group<'a> {
    /// What is measured.
    pub kind: Kind,
    /// At least one; of those at one price whoever was given first.
    pub rows: Vec<Row<'a>>,
}

/// One product of a group.
#[derive(Clone, Debug, PartialEq)]
pub struct Row<'a> {
    /// The product.
    pub card: &'a Card,
    /// What one unit holds.
    pub measure: Measure,
    /// The price of one unit that was compared.
    pub price: Rupiah,
    /// Whether none that can be had costs less for the same amount; never where there is nothing to compare with.
    pub is_cheapest: bool,
}

/// What can be compared, and what cannot.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Comparison<'a> {
    /// At most one of each kind, none of them empty.
    pub groups: Vec<Group<'a>>,
    /// Products of which nothing tells how much one unit holds, as they were given.
    pub unmeasured: Vec<&'a Card>,
}

/// What one unit holds: as its sheet says, else one piece where it is sold by the piece and a kilogram where it is sold by
/// the kilogram.
pub fn held(card: &Card) -> Option<Measure> {
    let by_unit = || {
        let measure = Measure::parse(&format!("1 {}", card.unit)).ok()?;
        let is_plain = matches!(
            measure,
            Measure { kind: Kind::Count, amount: 1 } | Measure { kind: Kind::Mass, amount: 1_000 }
        );
        is_plain.then_some(measure)
    };
    card.measure.or_else(by_unit)
}

/// Compares products by unit price; `price` tells the price of one unit that holds now.
pub fn compare<'a>(cards: &[&'a Card], price: &dyn Fn(&Card) -> Rupiah) -> Comparison<'a> {
    let mut comparison = Comparison::default();
    for kind in [Kind::Mass, Kind::Volume, Kind::Count] {
        let own = cards.iter().filter_map(|card| {
            let measure = held(card).filter(|measure| measure.kind == kind)?;
            Some(Row { card, measure, price: price(card), is_cheapest: false })
        });
        let rows = by_price(own.collect());
        if !rows.is_empty() {
            comparison.groups.push(Group { kind, rows });
        }
    }
    comparison.unmeasured = cards.iter().copied().filter(|card| held(card).is_none()).collect();
    comparison
}

/// The cheapest first, and marked.
fn by_price(rows: Vec<Row<'_>>) -> Vec<Row<'_>> {
    let order = order_by::places(rows.len(), &|a, b| match (rows.get(a), rows.get(b)) {
        (Some(a), Some(b)) => dearer(a, b),
        _ => Ordering::Equal,
    });
    let mut rows: Vec<Row<'_>> = order.into_iter().filter_map(|at| rows.get(at).cloned()).collect();
    let first = rows.iter().find(|row| row.card.stock != Stock::Habis).cloned();
    if let Some(first) = first.filter(|_| rows.len() > 1) {
        for row in &mut rows {
            let can_be_had = row.card.stock != Stock::Habis;
            row.is_cheapest = can_be_had && dearer(row, &first) == Ordering::Equal;
        }
    }
    rows
}

/// By the exact price: 5.000 for 333 g is less than 5.000 for 332 g, whatever both are rounded to.
fn dearer(a: &Row<'_>, b: &Row<'_>) -> Ordering {
    let cross = |price: Rupiah, amount: u32| u128::from(price.get()) * u128::from(amount);
    cross(a.price, b.measure.amount).cmp(&cross(b.price, a.measure.amount))
}

/// Whether another product is worth comparing: the same kind of goods, measured in the same kind, of another seller, and
/// to be had.
pub fn is_alike(card: &Card, other: &Card) -> bool {
    let kind = |card: &Card| held(card).map(|measure| measure.kind);
    card.category == other.category
        && card.seller != other.seller
        && other.stock != Stock::Habis
        && kind(card).is_some()
        && kind(card) == kind(other)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::code::Code;
    use crate::domain::offer::tests::card;

    fn sold(code: &str, price: u64, unit: &str, holds: &str) -> Card {
        let mut card = card(code);
        card.price = Rupiah::new(price);
        card.unit = unit.into();
        card.measure = Measure::parse(holds).ok();
        card
    }

    /// A row's code, price of the group's amount, and mark.
    type Shown = (String, u64, bool);

    /// Each group's amount with its rows.
    fn shown(cards: &[Card]) -> Vec<(&'static str, Vec<Shown>)> {
        let cards: Vec<&Card> = cards.iter().collect();
        let row = |row: &Row<'_>| {
            let price = row.measure.price_of_base(row.price).get();
            (row.card.code.to_string(), price, row.is_cheapest)
        };
        let comparison = compare(&cards, &|card| card.price);
        let groups = comparison.groups.iter();
        groups.map(|group| (group.kind.base().1, group.rows.iter().map(row).collect())).collect()
    }

    fn row(code: &str, price: u64, is_cheapest: bool) -> Shown {
        (code.to_owned(), price, is_cheapest)
    }

    #[test]
    fn products_of_one_kind_stand_by_the_price_of_the_same_amount() {
        let cards = [
            sold("besar", 30_000, "bungkus", "500 g"),
            sold("kecil", 9_000, "bungkus", "100 g"),
            sold("kiloan", 50_000, "kg", ""),
            sold("botol", 20_000, "botol", "1 l"),
            sold("gelas", 5_000, "gelas", "200 ml"),
        ];
        let mass = vec![
            row("kiloan", 5_000, true),
            row("besar", 6_000, false),
            row("kecil", 9_000, false),
        ];
        let volume = vec![row("botol", 2_000, true), row("gelas", 2_500, false)];
        assert_eq!(shown(&cards), [("100 g", mass), ("100 ml", volume)]);
    }

    #[test]
    fn what_is_sold_by_the_piece_is_compared_with_boxes_of_pieces() {
        let cards = [sold("satuan", 3_000, "pcs", ""), sold("isi-enam", 15_000, "kotak", "6 pcs")];
        let rows = vec![row("isi-enam", 2_500, true), row("satuan", 3_000, false)];
        assert_eq!(shown(&cards), [("pcs", rows)]);
    }

    #[test]
    fn unlike_kinds_stand_in_groups_of_their_own_without_a_cheapest() {
        let cards =
            [sold("berat", 9_000, "bungkus", "100 g"), sold("cair", 9_000, "botol", "100 ml")];
        let alone = |code| vec![row(code, 9_000, false)];
        assert_eq!(shown(&cards), [("100 g", alone("berat")), ("100 ml", alone("cair"))]);
    }

    #[test]
    fn what_a_unit_holds_is_never_guessed() {
        let cards = [
            sold("paket", 9_000, "paket", ""),
            sold("lusinan", 9_000, "lusin", ""),
            sold("literan", 9_000, "liter", ""),
        ];
        let cards: Vec<&Card> = cards.iter().collect();
        let comparison = compare(&cards, &|card| card.price);
        assert_eq!((comparison.groups, comparison.unmeasured), (vec![], cards));
    }

    #[test]
    fn the_exact_price_decides_where_rounded_ones_are_equal() {
        let cards =
            [sold("satu", 5_000, "bungkus", "99,998 kg"), sold("dua", 5_000, "bungkus", "99999 g")];
        assert_eq!(shown(&cards), [("100 g", vec![row("dua", 5, true), row("satu", 5, false)])]);
    }

    #[test]
    fn all_at_the_lowest_price_are_marked_and_what_is_sold_out_is_not() {
        let mut cards = [
            sold("habis", 1_000, "bungkus", "100 g"),
            sold("satu", 4_000, "bungkus", "200 g"),
            sold("dua", 2_000, "bungkus", "100 g"),
        ];
        cards[0].stock = Stock::Habis;
        let rows =
            vec![row("habis", 1_000, false), row("satu", 2_000, true), row("dua", 2_000, true)];
        assert_eq!(shown(&cards), [("100 g", rows)]);
    }

    #[test]
    fn the_price_that_holds_now_is_the_one_that_is_compared() {
        let cards =
            [sold("biasa", 9_000, "bungkus", "100 g"), sold("promo", 10_000, "bungkus", "100 g")];
        let cards: Vec<&Card> = cards.iter().collect();
        let now = |card: &Card| Rupiah::new(if card.price.get() == 10_000 { 8_000 } else { 9_000 });
        let comparison = compare(&cards, &now);
        let first = comparison.groups.first().and_then(|group| group.rows.first());
        let first = first.map(|row| (row.card.code.as_str(), row.price.get(), row.is_cheapest));
        assert_eq!(first, Some(("promo", 8_000, true)));
    }

    #[test]
    fn goods_alike_are_of_another_seller_and_of_the_same_kind_of_unit() {
        let own = sold("keripik", 9_000, "bungkus", "250 g");
        let other = |change: &dyn Fn(&mut Card)| {
            let mut other = sold("lain", 5_000, "bungkus", "100 g");
            other.seller = Code::parse("toko-lain").expect("a code");
            change(&mut other);
            is_alike(&own, &other)
        };
        assert!(other(&|_| ()));
        assert!(!other(&|card| card.seller = own.seller.clone()));
        assert!(!other(&|card| card.category = Code::parse("kriya").expect("a code")));
        assert!(!other(&|card| card.measure = Measure::parse("100 ml").ok()));
        assert!(!other(&|card| card.stock = Stock::Habis));
        let bare = sold("bare", 1, "paket", "");
        assert!(!is_alike(
            &bare,
            &Card { seller: Code::parse("lain").expect("a code"), ..bare.clone() }
        ));
    }
}
