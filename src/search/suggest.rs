//! What a visitor may be about to type: words that products are named with, categories and sellers.
//!
//! Only what leads somewhere is suggested: every suggestion is counted with the search itself.

use crate::domain::category::Category;
use crate::domain::code::Code;
use crate::domain::fold::fold;
use crate::domain::gather::Gather;
use crate::domain::order_by::sorted;
use crate::domain::product::Card;
use crate::domain::sorted::Sorted;
use crate::search::cards::Cards;
use std::cmp::Reverse;

/// How many of the best hits are looked at: enough to see which words are common, few enough for every letter.
const LOOKED_AT: usize = 400;
/// How many words, sellers and single products are suggested at most.
const MOST_WORDS: usize = 4;
const MOST_SELLERS: usize = 2;
const MOST_PRODUCTS: usize = 3;

/// Something to go on with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Suggestion {
    /// These words, which find so many products.
    Words(String, u32),
    /// The only product of some words, by its place.
    Product(usize),
    /// This kind of goods.
    Category(Code),
    /// The seller of the product at that place.
    Seller(usize),
}

/// Suggestions for what has been typed so far, the most useful first.
pub fn suggest(cards: &Cards, categories: &[Category], typed: &str) -> Vec<Suggestion> {
    let typed = fold(typed);
    let typed = typed.trim();
    if typed.chars().count() < 2 {
        return Vec::new();
    }
    let scores = cards.search(typed).unwrap_or_default();
    let hits = (0..scores.len()).filter(|at| scores.get(*at) > Some(&0)).gather();
    let mut hits: Vec<usize> = sorted(hits, |at| Reverse(scores.get(*at)));
    hits.truncate(LOOKED_AT);

    let mut suggestions = Vec::new();
    let mut products = Vec::new();
    for words in common_words(&cards.cards, &hits, typed) {
        let scores = cards.search(&words).unwrap_or_default();
        let mut found = (0..scores.len()).filter(|at| scores.get(*at) > Some(&0));
        match (found.next(), found.count() as u32) {
            (None, _) => {}
            (Some(only), 0) => products.push(Suggestion::Product(only)),
            (Some(_), others) => suggestions.push(Suggestion::Words(words, others + 1)),
        }
    }
    // A slip of the finger begins no name, but the search still knows what was meant.
    if suggestions.is_empty() && products.is_empty() {
        hits.iter().copied().map(Suggestion::Product).gather_into(&mut products);
    }
    suggestions.truncate(MOST_WORDS);
    categories
        .iter()
        .filter(|category| {
            let mut names = std::iter::once(&category.name).chain(&category.aliases);
            names.any(|name| fold(name).starts_with(typed))
        })
        .map(|category| Suggestion::Category(category.code.clone()))
        .gather_into(&mut suggestions);
    let sellers = sellers(&cards.cards, &hits, typed).into_iter();
    sellers.map(Suggestion::Seller).gather_into(&mut suggestions);
    products.dedup();
    products.into_iter().take(MOST_PRODUCTS).gather_into(&mut suggestions);
    suggestions
}

/// The words that follow what was typed in the names of the hits, the most common first.
fn common_words(cards: &[Card], hits: &[usize], typed: &str) -> Vec<String> {
    let typed_words = typed.split_whitespace().count();
    let mut counts: Sorted<String, u32> = Sorted::default();
    for card in hits.iter().filter_map(|at| cards.get(*at)) {
        let mut of_card: Vec<String> = Vec::new();
        for text in [Some(&card.name), card.subcategory.as_ref()].into_iter().flatten() {
            let text = fold(text);
            let words: Vec<&str> = text
                .split(|c: char| !c.is_alphanumeric() && c != '-' && c != '\'')
                .filter(|word| word.chars().any(char::is_alphabetic))
                .gather();
            for from in 0..words.len() {
                let rest = words.get(from..).unwrap_or_default();
                if !rest.join(" ").starts_with(typed) {
                    continue;
                }
                // What was typed, completed; at the beginning of a name also with the word behind it.
                let further = usize::from(from == 0);
                for count in typed_words..=typed_words + further {
                    if let Some(words) = rest.get(..count)
                        && words.last().is_some_and(|last| last.len() > 2)
                    {
                        let words = words.join(" ");
                        if !of_card.contains(&words) {
                            of_card.push(words);
                        }
                    }
                }
            }
        }
        for words in of_card {
            *counts.get_or_insert(words, || 0) += 1;
        }
    }
    counts.remove(&typed.to_owned());
    let words = sorted(counts.into_vec(), |(words, count)| (Reverse(*count), words.len()));
    words.into_iter().map(|(words, _)| words).take(2 * MOST_WORDS).gather()
}

/// One product of each seller with a word of its name that begins as typed.
fn sellers(cards: &[Card], hits: &[usize], typed: &str) -> Vec<usize> {
    let mut seen: Vec<&Code> = Vec::new();
    let named_so = |shop: &str| {
        let shop = fold(shop);
        shop.starts_with(typed)
            || shop
                .match_indices(' ')
                .any(|(at, _)| shop.get(at + 1..).is_some_and(|rest| rest.starts_with(typed)))
    };
    hits.iter()
        .copied()
        .filter(|at| {
            let seller =
                cards.get(*at).filter(|card| named_so(&card.shop)).map(|card| &card.seller);
            let new = seller.filter(|seller| !seen.contains(seller));
            seen.extend(new);
            new.is_some()
        })
        .take(MOST_SELLERS)
        .gather()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::offer::tests::card;

    fn said(typed: &str) -> Vec<String> {
        let cards: Vec<Card> = [
            ("Keripik Tempe Sagu", "Dapur Ratih"),
            ("Keripik Tempe Pedas", "Dapur Ratih"),
            ("Keripik Singkong", "Keripik Mpok Yati"),
            ("Sambal Cumi & Pete", "Dapur Ratih"),
            ("Tas Anyam", "Kriya Pandan"),
        ]
        .iter()
        .enumerate()
        .map(|(at, (name, shop))| {
            let mut card = card(&format!("produk-{at}"));
            card.name = (*name).into();
            card.shop = (*shop).into();
            card.seller = Code::from_name(shop, "");
            card.subcategory = None;
            card.keywords = String::new();
            card
        })
        .collect();
        suggest(&Cards::new(cards.clone()), &Category::built_in(), typed)
            .into_iter()
            .map(|suggestion| match suggestion {
                Suggestion::Words(words, count) => format!("{words} ({count})"),
                Suggestion::Product(at) => format!("> {}", cards[at].name),
                Suggestion::Category(code) => format!("/{code}"),
                Suggestion::Seller(at) => format!("@{}", cards[at].shop),
            })
            .collect()
    }

    #[test]
    fn what_is_typed_is_completed_by_the_names_of_products() {
        for (typed, wanted) in [
            (
                "ker",
                vec![
                    "keripik (3)",
                    "keripik tempe (2)",
                    "/kriya",
                    "@Keripik Mpok Yati",
                    "> Keripik Singkong",
                ],
            ),
            (
                "keripik t",
                vec!["keripik tempe (2)", "> Keripik Tempe Sagu", "> Keripik Tempe Pedas"],
            ),
            ("cumi", vec!["> Sambal Cumi & Pete"]),
            ("mpok", vec!["@Keripik Mpok Yati", "> Keripik Singkong"]),
            ("maka", vec!["/kuliner"]),
            ("k", vec![]),
            ("zzz", vec![]),
        ] {
            assert_eq!(said(typed), wanted, "{typed}");
        }
    }

    #[test]
    fn a_slip_of_the_finger_still_leads_to_products() {
        assert_eq!(said("samabl"), ["> Sambal Cumi & Pete"]);
    }
}
