//! What is new in a market since it was last looked at.
//!
//! What was seen is a [`Mark`]: which data they were, and for a small market the price and stock of each product; for a
//! large one the newest day alone. Only codes and numbers stand in it. Where it is kept, and when it moves, is not
//! known here.

use crate::domain::code::Code;
use crate::domain::money::Rupiah;
use crate::domain::order_by::sorted;
use crate::domain::product::{Card, Stock};
use crate::domain::sorted::Sorted;
use crate::domain::time::Date;
use crate::domain::wire::record;
use std::cmp::Reverse;

/// Up to so many products are remembered one by one: some 200 kB on a phone.
pub const MOST: usize = 5_000;

/// What was seen of a market.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Which data they were, as the market names its generations.
    pub generation: String,
    /// The day on which they were looked at.
    pub day: Date,
    /// The newest day of a change among them.
    newest: Option<Date>,
    /// There were too many products to remember each.
    by_day: bool,
    /// Price and stock of each product by its code.
    products: Sorted<String, (Rupiah, Stock)>,
}
record!(Mark { generation, day, newest, by_day, products });

/// What has changed. In each list saved products stand first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct News<'a> {
    /// Products that were not there.
    pub new: Vec<&'a Card>,
    /// Other prices, with the former one: those that fell before those that rose.
    pub prices: Vec<(&'a Card, Rupiah)>,
    /// Sold out then, to be had now.
    pub back: Vec<&'a Card>,
    /// No longer sold.
    pub gone: Vec<Code>,
    /// Changed since that day, nobody knows how: all that is known of a market of more than [`MOST`] products.
    pub changed: Vec<&'a Card>,
}

impl News<'_> {
    /// Whether nothing has changed.
    pub fn is_empty(&self) -> bool {
        *self == News::default()
    }
}

impl Mark {
    /// What is seen now.
    pub fn of(cards: &[Card], generation: &str, day: Date) -> Self {
        let by_day = cards.len() > MOST;
        let mut products = Sorted::default();
        for card in cards.iter().filter(|_| !by_day) {
            products.insert(card.code.to_string(), (card.price, card.stock));
        }
        let newest = cards.iter().filter_map(|card| card.updated).max();
        Self { generation: generation.to_owned(), day, newest, by_day, products }
    }

    /// What has changed since then; `is_saved` tells what the visitor has saved.
    pub fn news<'a>(
        &self,
        cards: &'a [Card],
        generation: &str,
        is_saved: &dyn Fn(&Code) -> bool,
    ) -> News<'a> {
        let not_saved = |code: &Code| !is_saved(code);
        let own_first = |cards: Vec<&'a Card>| sorted(cards, |card| not_saved(&card.code));
        let mut news = News::default();
        if self.by_day {
            // A day may hold two generations: what changed on the last day seen is told again rather than never.
            let since = |card: &&Card| card.updated.is_some() && card.updated >= self.newest;
            if self.generation != generation {
                news.changed = cards.iter().filter(since).collect();
            }
            news.changed = own_first(news.changed);
            return news;
        }
        for card in cards {
            let Some((price, stock)) = self.products.get(&card.code.to_string()).copied() else {
                news.new.push(card);
                continue;
            };
            if price != card.price {
                news.prices.push((card, price));
            }
            if stock == Stock::Habis && card.stock != Stock::Habis {
                news.back.push(card);
            }
        }
        let here = sorted(cards.iter().map(|card| card.code.as_str()).collect(), |code| *code);
        news.gone = self
            .products
            .iter()
            .filter(|(code, _)| here.binary_search(&code.as_str()).is_err())
            .filter_map(|(code, _)| Code::parse(code).ok())
            .collect();
        News {
            new: own_first(news.new),
            prices: sorted(news.prices, |(card, before)| {
                (not_saved(&card.code), card.price > *before)
            }),
            back: own_first(news.back),
            gone: sorted(news.gone, not_saved),
            changed: Vec::new(),
        }
    }
}

/// Those whose published content changed last, the latest first.
pub fn newest(cards: &[Card], most: usize) -> Vec<&Card> {
    let dated: Vec<&Card> = cards.iter().filter(|card| card.updated.is_some()).collect();
    let mut dated = sorted(dated, |card| Reverse(card.updated));
    dated.truncate(most);
    dated
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::offer::tests::card;
    use crate::domain::wire;

    fn day(text: &str) -> Date {
        Date::parse(text).expect(text)
    }

    fn sold(code: &str, price: u64, stock: Stock, updated: &str) -> Card {
        let mut card = card(code);
        card.price = Rupiah::new(price);
        card.stock = stock;
        card.updated = Date::parse(updated).ok();
        card
    }

    fn codes<'a>(cards: impl IntoIterator<Item = &'a &'a Card>) -> Vec<&'a str> {
        cards.into_iter().map(|card| card.code.as_str()).collect()
    }

    #[test]
    fn each_kind_of_change_is_told_once_and_saved_products_stand_first() {
        let before = [
            sold("turun", 20_000, Stock::Siap, ""),
            sold("naik", 10_000, Stock::Siap, ""),
            sold("kembali", 5_000, Stock::Habis, ""),
            sold("habis", 5_000, Stock::Siap, ""),
            sold("tetap", 5_000, Stock::Siap, ""),
            sold("hilang-satu", 5_000, Stock::Siap, ""),
            sold("hilang-dua", 5_000, Stock::Siap, ""),
        ];
        let now = [
            sold("naik", 12_000, Stock::Siap, ""),
            sold("turun", 18_000, Stock::Siap, ""),
            sold("kembali", 5_000, Stock::Po, ""),
            sold("habis", 5_000, Stock::Habis, ""),
            sold("tetap", 5_000, Stock::Siap, ""),
            sold("baru-satu", 5_000, Stock::Siap, ""),
            sold("baru-dua", 5_000, Stock::Siap, ""),
        ];
        let mark = Mark::of(&before, "a", day("2026-11-20"));
        let news = mark.news(&now, "b", &|code| code.as_str().ends_with("dua"));
        assert_eq!(codes(&news.new), ["baru-dua", "baru-satu"]);
        let prices: Vec<(&str, u64)> =
            news.prices.iter().map(|(card, before)| (card.code.as_str(), before.get())).collect();
        assert_eq!(prices, [("turun", 20_000), ("naik", 10_000)]);
        assert_eq!(codes(&news.back), ["kembali"]);
        let gone: Vec<&str> = news.gone.iter().map(Code::as_str).collect();
        assert_eq!(gone, ["hilang-dua", "hilang-satu"]);
        let saved_rise = mark.news(&now, "b", &|code| code.as_str() == "naik");
        let first = saved_rise.prices.first().map(|(card, _)| card.code.as_str());
        assert_eq!(first, Some("naik"));
    }

    #[test]
    fn the_same_market_has_no_news() {
        let cards = [sold("satu", 5_000, Stock::Habis, "2026-11-20")];
        let mark = Mark::of(&cards, "a", day("2026-11-20"));
        assert!(mark.news(&cards, "b", &|_| false).is_empty());
    }

    #[test]
    fn of_a_large_market_the_days_of_changes_tell() {
        let name = |at: usize| format!("produk-{at}");
        let mut cards: Vec<Card> =
            (0..=MOST).map(|at| sold(&name(at), 5_000, Stock::Siap, "2026-11-18")).collect();
        cards[0].updated = Some(day("2026-11-19"));
        let mark = Mark::of(&cards, "a", day("2026-11-20"));
        assert!(mark.news(&cards, "a", &|_| false).is_empty(), "the same data");
        cards[7].updated = Some(day("2026-11-19"));
        cards[8].updated = Some(day("2026-11-21"));
        cards[9].updated = None;
        let news = mark.news(&cards, "b", &|code| code.as_str() == "produk-8");
        assert_eq!(codes(&news.changed), ["produk-8", "produk-0", "produk-7"]);
        assert!(wire::write(&mark).len() < 200, "no product stands in the mark of a large market");
    }

    #[test]
    fn a_mark_is_read_as_it_was_written_and_anything_else_is_none() {
        let cards =
            [sold("satu", 5_000, Stock::Habis, "2026-11-20"), sold("dua", 7, Stock::Po, "")];
        for cards in [cards.as_slice(), &[]] {
            let mark = Mark::of(cards, "m-0123.json", day("2026-11-20"));
            assert_eq!(wire::read(&wire::write(&mark)), Some(mark));
        }
        for text in [
            "",
            "{}",
            "null",
            "[1]",
            r#"{"day":"kemarin"}"#,
            r#"{"day":"20261120","products":{"a":7}}"#,
        ] {
            assert_eq!(wire::read::<Mark>(text), None, "{text}");
        }
    }

    #[test]
    fn the_latest_changes_stand_first_and_undated_ones_are_left_out() {
        let cards = [
            sold("lama", 1, Stock::Siap, "2026-11-01"),
            sold("tanpa", 1, Stock::Siap, ""),
            sold("baru", 1, Stock::Siap, "2026-11-20"),
            sold("tengah", 1, Stock::Siap, "2026-11-10"),
        ];
        assert_eq!(codes(&newest(&cards, 2)), ["baru", "tengah"]);
    }
}
