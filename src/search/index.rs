//! The index over the cards of a market: which card holds which term, and how much it counts there.

use crate::domain::product::Card;
use crate::search::normalize::{synonyms, terms};
use crate::search::vocabulary::{Match, Vocabulary};
use std::collections::{BTreeMap, HashMap};

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
        let mut lists: BTreeMap<String, Vec<Posting>> = BTreeMap::new();
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
            let mut weights: HashMap<String, u8> = HashMap::new();
            for (text, weight) in fields {
                for term in terms(text) {
                    let known = weights.entry(term).or_default();
                    *known = weight.max(*known);
                }
            }
            for (term, weight) in weights {
                lists.entry(term).or_default().push(Posting { card: at as u32, weight });
            }
        }
        let (terms, postings) = lists.into_iter().unzip();
        Self { vocabulary: Vocabulary::new(terms), postings }
    }

    /// The cards that hold every word, with their score: `None` where no word was typed.
    ///
    /// Each word is taken as typed, as the beginning of a word, or as a synonym; only where none of these is
    /// found is a typing error assumed.
    pub fn search(&self, words: &str) -> Option<HashMap<u32, u32>> {
        let mut found: Option<HashMap<u32, u32>> = None;
        for term in terms(words) {
            let scores = self.scores(&term);
            found = Some(match found {
                None => scores,
                Some(before) => before
                    .into_iter()
                    .filter_map(|(card, score)| scores.get(&card).map(|more| (card, score + more)))
                    .collect(),
            });
        }
        found
    }

    fn scores(&self, term: &str) -> HashMap<u32, u32> {
        let mut scores = HashMap::new();
        if let Some(at) = self.vocabulary.exact(term) {
            self.collect(at, Match::Exact, &mut scores);
        }
        for at in self.vocabulary.with_prefix(term) {
            self.collect(at, Match::Prefix, &mut scores);
        }
        for at in synonyms(term).filter_map(|other| self.vocabulary.exact(other)) {
            self.collect(at, Match::Synonym, &mut scores);
        }
        if scores.is_empty() {
            for at in self.vocabulary.near(term) {
                self.collect(at, Match::Typo, &mut scores);
            }
        }
        scores
    }

    fn collect(&self, term: usize, how: Match, scores: &mut HashMap<u32, u32>) {
        for posting in self.postings.get(term).into_iter().flatten() {
            let score = how.weight() * u32::from(posting.weight);
            let known = scores.entry(posting.card).or_default();
            *known = score.max(*known);
        }
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
        let mut hits: Vec<(u32, u32)> =
            Index::build(&cards).search(query).into_iter().flatten().collect();
        hits.sort_by_key(|(card, score)| (u32::MAX - score, *card));
        hits.into_iter().map(|(card, _)| NAMES[card as usize]).collect()
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
