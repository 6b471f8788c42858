//! What is new in a market: for any two markets every change is told, in its list alone, and nothing else.

use crate::gebetan::product;
use etalase::domain::code::Code;
use etalase::domain::money::Rupiah;
use etalase::domain::news::Mark;
use etalase::domain::product::{Card, Stock};
use etalase::domain::time::Date;
use etalase::domain::wire;
use proptest::prelude::*;

/// Of each of a dozen products its price and stock, where it is sold.
fn market() -> impl Strategy<Value = Vec<Card>> {
    let stock = prop_oneof![Just(Stock::Siap), Just(Stock::Po), Just(Stock::Habis)];
    let one = prop::option::weighted(0.8, (1..4_u64, stock));
    prop::collection::vec(one, 12).prop_map(|market| {
        let sold = |(number, one): (usize, Option<(u64, Stock)>)| {
            let (price, stock) = one?;
            let mut card = product(number, number % 3, price * 1_000).card;
            card.stock = stock;
            Some(card)
        };
        market.into_iter().enumerate().filter_map(sold).collect()
    })
}

fn find<'a>(cards: &'a [Card], code: &Code) -> Option<&'a Card> {
    cards.iter().find(|card| card.code == *code)
}

fn in_order<T: Clone + Ord>(list: &[T]) -> Vec<T> {
    let mut list = list.to_vec();
    list.sort();
    list
}

proptest! {
    #[test]
    fn news_are_what_comparing_each_product_with_each_tells(
        before in market(),
        now in market().prop_shuffle(),
        saved in prop::collection::vec(any::<bool>(), 12),
    ) {
        let is_saved = |code: &Code| {
            let number = code.as_str().rsplit('-').next().and_then(|text| text.parse::<usize>().ok());
            number.and_then(|number| saved.get(number).copied()).unwrap_or_default()
        };
        let day = Date::new(2026, 11, 20).expect("a day");
        // What is kept on the device is what is compared with.
        let kept = wire::write(&Mark::of(&before, "satu", day));
        let mark: Mark = wire::read(&kept).expect("it was just written");
        let news = mark.news(&now, "dua", &is_saved);

        let code = |card: &&Card| card.code.clone();
        let new: Vec<Code> =
            now.iter().filter(|card| find(&before, &card.code).is_none()).map(|card| card.code.clone()).collect();
        prop_assert_eq!(in_order(&news.new.iter().map(code).collect::<Vec<_>>()), in_order(&new));
        let gone: Vec<Code> =
            before.iter().filter(|card| find(&now, &card.code).is_none()).map(|card| card.code.clone()).collect();
        prop_assert_eq!(in_order(&news.gone), in_order(&gone));
        let both = || now.iter().filter_map(|card| Some((card, find(&before, &card.code)?)));
        let prices: Vec<(Code, Rupiah)> = both()
            .filter(|(card, before)| card.price != before.price)
            .map(|(card, before)| (card.code.clone(), before.price))
            .collect();
        let told: Vec<(Code, Rupiah)> =
            news.prices.iter().map(|(card, before)| (card.code.clone(), *before)).collect();
        prop_assert_eq!(in_order(&told), in_order(&prices));
        let back: Vec<Code> = both()
            .filter(|(card, before)| before.stock == Stock::Habis && card.stock != Stock::Habis)
            .map(|(card, _)| card.code.clone())
            .collect();
        prop_assert_eq!(in_order(&news.back.iter().map(code).collect::<Vec<_>>()), in_order(&back));
        prop_assert!(news.changed.is_empty());

        // Saved ones first, among both what fell before what rose.
        let ranks: Vec<(bool, bool)> = news
            .prices
            .iter()
            .map(|(card, before)| (!is_saved(&card.code), card.price > *before))
            .collect();
        prop_assert_eq!(in_order(&ranks), ranks);
        for list in [&news.new, &news.back] {
            let ranks: Vec<bool> = list.iter().map(|card| !is_saved(&card.code)).collect();
            prop_assert_eq!(in_order(&ranks), ranks);
        }
    }

    #[test]
    fn whatever_stands_in_the_storage_is_a_mark_or_none(text in "\\PC{0,80}") {
        if let Some(mark) = wire::read::<Mark>(&text) {
            prop_assert!(mark.news(&[], "", &|_| false).new.is_empty());
        }
    }

    #[test]
    fn a_mark_that_was_cut_off_is_none(before in market(), cut in any::<prop::sample::Index>()) {
        let day = Date::new(2026, 11, 20).expect("a day");
        let text = wire::write(&Mark::of(&before, "satu", day));
        let cut = text.get(..cut.index(text.len())).unwrap_or_default();
        prop_assert_eq!(wire::read::<Mark>(cut), None);
    }
}
