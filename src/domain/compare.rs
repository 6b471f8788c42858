//! Products side by side by what they cost for the same amount: groups of one kind, and what fits into none.
//!
//! Mass, volume and pieces are never compared with each other, and what a unit holds is never guessed. Prices are the
//! normal ones: a price of Jumat Beli Lokal holds for some days and in one shop only.

use crate::domain::measure::{Kind, Measure};
use crate::domain::money::Rupiah;
use crate::domain::order_by;
use crate::domain::product::Card;

/// Products that are compared with each other, the cheapest first.
#[derive(Clone, Debug, PartialEq)]
pub struct Group<'a> {
    /// What is measured.
    pub kind: Kind,
    /// The amount that prices are for: "100 g", "100 ml", "pcs".
    pub label: &'static str,
    /// At least two; of those at one price whoever was given first.
    pub rows: Vec<Row<'a>>,
}

/// One product of a group.
#[derive(Clone, Debug, PartialEq)]
pub struct Row<'a> {
    /// The product.
    pub card: &'a Card,
    /// What one unit holds.
    pub measure: Measure,
    /// The price of the group's amount, rounded to whole rupiah.
    pub price: Rupiah,
}

/// Why a product is compared with none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Apart {
    /// Nothing tells how much one unit holds.
    Unmeasured,
    /// No other one is measured in this kind.
    Alone(Kind),
}

/// What can be compared, and what cannot.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Comparison<'a> {
    /// At most one of each kind.
    pub groups: Vec<Group<'a>>,
    /// The others, as they were given.
    pub apart: Vec<(&'a Card, Apart)>,
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

/// Compares products by unit price.
pub fn compare<'a>(cards: &[&'a Card]) -> Comparison<'a> {
    let mut comparison = Comparison::default();
    for kind in [Kind::Mass, Kind::Volume, Kind::Count] {
        let own: Vec<(&'a Card, Measure)> = cards
            .iter()
            .filter_map(|card| Some((*card, held(card)?)))
            .filter(|(_, measure)| measure.kind == kind)
            .collect();
        if own.len() > 1 {
            comparison.groups.push(group(kind, &own));
        }
    }
    for card in cards.iter().copied() {
        let kind = held(card).map(|measure| measure.kind);
        match kind {
            None => comparison.apart.push((card, Apart::Unmeasured)),
            Some(kind) if !comparison.groups.iter().any(|group| group.kind == kind) => {
                comparison.apart.push((card, Apart::Alone(kind)));
            }
            Some(_) => {}
        }
    }
    comparison
}

fn group<'a>(kind: Kind, own: &[(&'a Card, Measure)]) -> Group<'a> {
    // By the exact price: 5.000 for 333 g is less than 5.000 for 332 g, whatever both are rounded to.
    let order = order_by::places(own.len(), &|a, b| {
        let ((a, in_a), (b, in_b)) = (&own[a], &own[b]);
        let cross = |price: Rupiah, amount: u32| u128::from(price.get()) * u128::from(amount);
        cross(a.price, in_b.amount).cmp(&cross(b.price, in_a.amount))
    });
    let rows = order
        .into_iter()
        .filter_map(|at| own.get(at))
        .map(|(card, measure)| Row {
            card,
            measure: *measure,
            price: measure.price_of_base(card.price),
        })
        .collect();
    Group { kind, label: kind.base().1, rows }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::offer::tests::card;

    fn sold(code: &str, price: u64, unit: &str, holds: &str) -> Card {
        let mut card = card(code);
        card.price = Rupiah::new(price);
        card.unit = unit.into();
        card.measure = Measure::parse(holds).ok();
        card
    }

    fn shown(comparison: &Comparison<'_>) -> Vec<(&'static str, Vec<(String, u64)>)> {
        let rows = |group: &Group<'_>| {
            group.rows.iter().map(|row| (row.card.code.to_string(), row.price.get())).collect()
        };
        comparison.groups.iter().map(|group| (group.label, rows(group))).collect()
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
        let cards: Vec<&Card> = cards.iter().collect();
        let comparison = compare(&cards);
        let row = |code: &str, price| (code.to_owned(), price);
        assert_eq!(
            shown(&comparison),
            [
                ("100 g", vec![row("kiloan", 5_000), row("besar", 6_000), row("kecil", 9_000)]),
                ("100 ml", vec![row("botol", 2_000), row("gelas", 2_500)]),
            ]
        );
        assert_eq!(comparison.apart, []);
    }

    #[test]
    fn what_is_sold_by_the_piece_is_compared_with_boxes_of_pieces() {
        let cards = [sold("satuan", 3_000, "pcs", ""), sold("isi-enam", 15_000, "kotak", "6 pcs")];
        let cards: Vec<&Card> = cards.iter().collect();
        let row = |code: &str, price| (code.to_owned(), price);
        assert_eq!(
            shown(&compare(&cards)),
            [("pcs", vec![row("isi-enam", 2_500), row("satuan", 3_000)])]
        );
    }

    #[test]
    fn unlike_kinds_and_unknown_amounts_stand_apart_with_the_reason() {
        let cards = [
            sold("berat", 9_000, "bungkus", "100 g"),
            sold("cair", 9_000, "botol", "100 ml"),
            sold("paket", 9_000, "paket", ""),
            sold("lusinan", 9_000, "lusin", ""),
            sold("literan", 9_000, "liter", ""),
        ];
        let cards: Vec<&Card> = cards.iter().collect();
        let comparison = compare(&cards);
        assert!(comparison.groups.is_empty());
        let why: Vec<Apart> = comparison.apart.iter().map(|(_, why)| *why).collect();
        let unmeasured = Apart::Unmeasured;
        assert_eq!(
            why,
            [
                Apart::Alone(Kind::Mass),
                Apart::Alone(Kind::Volume),
                unmeasured,
                unmeasured,
                unmeasured
            ]
        );
    }

    #[test]
    fn the_exact_price_decides_where_rounded_ones_are_equal() {
        let cards =
            [sold("dua", 5_000, "bungkus", "99999 g"), sold("satu", 5_000, "bungkus", "99,998 kg")];
        let cards: Vec<&Card> = [&cards[1], &cards[0]].to_vec();
        let comparison = compare(&cards);
        assert_eq!(shown(&comparison)[0].1[0].0, "dua");
        assert_eq!(comparison.groups[0].rows[0].price, comparison.groups[0].rows[1].price);
    }
}
