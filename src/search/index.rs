//! The index over the cards of a market: which card holds which term, and how much it counts there.

use crate::domain::order_by::places;
use crate::domain::product::Card;
use crate::search::normalize::{synonyms, terms};
use crate::search::vocabulary::{Match, Vocabulary};

/// A card and how much a term counts in it.
#[derive(Clone, Copy, Debug)]
struct Posting {
    card: u32,
    weight: u8,
}

/// An index over cards, which it refers to by their place.
#[derive(Clone, Debug, Default)]
pub struct Index {
    vocabulary: Vocabulary,
    postings: Vec<Vec<Posting>>,
    cards: usize,
}

/// How much a word counts by where it stands.
const NAME: u8 = 10;
const SUBCATEGORY: u8 = 5;
const KEYWORD: u8 = 4;
const SHOP: u8 = 3;
const PLACE: u8 = 2;

impl Index {
    /// Indexes the cards.
    pub fn build(cards: &[Card]) -> Self {
        let mut found: Vec<(String, Posting)> = Vec::new();
        for (at, card) in cards.iter().enumerate() {
            let fields = [
                (card.name.as_str(), NAME),
                (card.subcategory.as_deref().unwrap_or_default(), SUBCATEGORY),
                (card.category.as_str(), SUBCATEGORY),
                (card.keywords.as_str(), KEYWORD),
                (card.shop.as_str(), SHOP),
                (card.kecamatan.name(), PLACE),
                (card.kecamatan.city().name(), PLACE),
            ];
            let mut weights: Vec<(String, u8)> = Vec::new();
            for (text, weight) in fields {
                for term in terms(text) {
                    match weights.iter_mut().find(|(known, _)| *known == term) {
                        Some((_, known)) => *known = weight.max(*known),
                        None => weights.push((term, weight)),
                    }
                }
            }
            for (term, weight) in weights {
                found.push((term, Posting { card: at as u32, weight }));
            }
        }
        let order = places(found.len(), &|a, b| {
            found.get(a).map(|(term, _)| term).cmp(&found.get(b).map(|(term, _)| term))
        });
        let mut terms: Vec<String> = Vec::new();
        let mut postings: Vec<Vec<Posting>> = Vec::new();
        for (term, posting) in order.into_iter().filter_map(|at| found.get(at)) {
            match postings.last_mut() {
                Some(list) if terms.last() == Some(term) => list.push(*posting),
                _ => {
                    terms.push(term.clone());
                    postings.push(vec![*posting]);
                }
            }
        }
        Self { vocabulary: Vocabulary::new(terms), postings, cards: cards.len() }
    }

    /// How well each card fits the words, zero where one of them is missing: `None` where no word was typed.
    ///
    /// Each word is taken as typed, as the beginning of a word, or as a synonym; only where none of these is
    /// found is a typing error assumed.
    pub fn search(&self, words: &str) -> Option<Vec<u32>> {
        let mut found: Option<Vec<u32>> = None;
        for term in terms(words) {
            let scores = self.scores(&term);
            match &mut found {
                None => found = Some(scores),
                Some(found) => {
                    for (sum, score) in found.iter_mut().zip(scores) {
                        *sum = if *sum == 0 || score == 0 { 0 } else { *sum + score };
                    }
                }
            }
        }
        found
    }

    fn scores(&self, term: &str) -> Vec<u32> {
        let mut scores = vec![0; self.cards];
        let mut any = false;
        let mut collect = |at: usize, how: Match| {
            for posting in self.postings.get(at).into_iter().flatten() {
                if let Some(known) = scores.get_mut(posting.card as usize) {
                    *known = (how.weight() * u32::from(posting.weight)).max(*known);
                    any = true;
                }
            }
        };
        if let Some(at) = self.vocabulary.exact(term) {
            collect(at, Match::Exact);
        }
        for at in self.vocabulary.with_prefix(term) {
            collect(at, Match::Prefix);
        }
        for at in synonyms(term).filter_map(|other| self.vocabulary.exact(other)) {
            collect(at, Match::Synonym);
        }
        if !any {
            for at in self.vocabulary.near(term) {
                for posting in self.postings.get(at).into_iter().flatten() {
                    if let Some(known) = scores.get_mut(posting.card as usize) {
                        *known = (Match::Typo.weight() * u32::from(posting.weight)).max(*known);
                    }
                }
            }
        }
        scores
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::offer::tests::card;

    fn names(query: &str) -> Vec<&'static str> {
        const NAMES: [&str; 6] = [
            "Keripik Tempe Sagu",
            "Kerupuk Kulit",
            "Sambal Cumi Pedas",
            "Kaos Ondel-ondel",
            "Tas Anyam Pandan",
            "Kopi Susu Gula Aren",
        ];
        let cards: Vec<Card> = NAMES
            .iter()
            .enumerate()
            .map(|(at, name)| {
                let mut card = card(&format!("produk-{at}"));
                card.name = (*name).into();
                card.shop = "Toko".into();
                card
            })
            .collect();
        let scores = Index::build(&cards).search(query).unwrap_or_default();
        let mut hits: Vec<(usize, u32)> =
            scores.into_iter().enumerate().filter(|(_, score)| *score > 0).collect();
        hits.sort_by_key(|(card, score)| (u32::MAX - score, *card));
        hits.into_iter().map(|(card, _)| NAMES[card]).collect()
    }

    #[test]
    fn words_are_found_as_people_type_them() {
        for (query, found) in [
            ("kripik tempe", vec!["Keripik Tempe Sagu"]),
            ("ker", vec!["Keripik Tempe Sagu", "Kerupuk Kulit"]),
            ("sambel", vec!["Sambal Cumi Pedas"]),
            ("keripk", vec!["Keripik Tempe Sagu"]),
            ("kaus ondel2", vec!["Kaos Ondel-ondel"]),
            ("es", vec![]),
            ("rotan", vec!["Tas Anyam Pandan"]),
            ("tempe tebet", vec!["Keripik Tempe Sagu"]),
            ("tempe kopi", vec![]),
        ] {
            assert_eq!(names(query), found, "{query}");
        }
    }

    #[test]
    fn nothing_typed_is_no_search() {
        assert!(Index::build(&[]).search("  …").is_none());
    }
}
