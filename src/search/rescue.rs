//! Ways out of an empty list: what each of them would bring, so that nobody stands before a wall.

use crate::domain::filter::{Facet, Filter};
use crate::domain::gather::Gather;
use crate::search::cards::Cards;
use crate::search::choice::Choice;
use crate::search::results::{Visit, find};

/// What is given up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GivenUp {
    /// One facet, which chose these.
    Facet(Vec<Choice>),
    /// City and kecamatan together.
    Area,
    /// Every facet; only the words stay.
    AllFacets,
    /// All words but this one.
    OtherWords(String),
}

/// A way out of an empty list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WayOut {
    /// What is given up.
    pub given_up: GivenUp,
    /// What is asked then.
    pub filter: Filter,
    /// How many products that brings.
    pub brings: u32,
}

/// The ways out for a filter that finds nothing, those that give up least first. The `fixed` facet is the page's
/// own and is never given up.
pub fn ways_out(
    cards: &Cards,
    filter: &Filter,
    fixed: Option<Facet>,
    visit: Visit<'_>,
) -> Vec<WayOut> {
    // Only the number is wanted, so the order of the results may be any.
    let count = |filter: &Filter| find(cards, &[], filter, visit).hits.len() as u32;
    let mut ways = Vec::new();
    let mut offer = |given_up, filter: Filter| {
        let brings = count(&filter);
        if brings > 0 {
            ways.push(WayOut { given_up, filter, brings });
        }
    };
    let active: Vec<Facet> = Facet::ALL
        .into_iter()
        .filter(|facet| Some(*facet) != fixed && filter.is_active(*facet))
        .gather();
    for facet in &active {
        let chosen: Vec<Choice> =
            Choice::chosen(filter).into_iter().filter(|choice| choice.facet() == *facet).gather();
        offer(GivenUp::Facet(chosen), filter.without(*facet));
    }
    if active.contains(&Facet::City) && active.contains(&Facet::Kecamatan) {
        offer(GivenUp::Area, filter.without(Facet::City).without(Facet::Kecamatan));
    }
    let bare = active.iter().fold(filter.clone(), |filter, facet| filter.without(*facet));
    if active.len() > 1 {
        offer(GivenUp::AllFacets, bare.clone());
    }
    if ways.is_empty() {
        let words: Vec<&str> = filter.words.split_whitespace().gather();
        if words.len() > 1 {
            for word in words {
                let alone = Filter { words: word.to_owned(), ..bare.clone() };
                let brings = count(&alone);
                // A word that every product has is no help.
                if brings > 0 && (brings as usize) < cards.cards.len() {
                    ways.push(WayOut {
                        given_up: GivenUp::OtherWords(word.to_owned()),
                        filter: alone,
                        brings,
                    });
                }
            }
        }
    }
    ways
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::area::Kecamatan;
    use crate::domain::code::Code;
    use crate::domain::offer::tests::card;
    use crate::domain::product::Card;
    use crate::domain::time::Moment;

    fn ways(query: &str, fixed: Option<Facet>) -> Vec<(String, u32)> {
        let cards: Vec<Card> = [
            ("Keripik Tempe", "Tebet", "kuliner"),
            ("Keripik Singkong", "Gambir", "kuliner"),
            ("Vas Gerabah", "Tebet", "kriya"),
        ]
        .iter()
        .enumerate()
        .map(|(at, (name, place, category))| {
            let mut card = card(&format!("produk-{at}"));
            card.name = (*name).into();
            card.kecamatan = Kecamatan::find(place).expect("a kecamatan");
            card.category = Code::parse(category).expect("a code");
            card
        })
        .collect();
        let visit = Visit { now: Moment(0), home: None, editions: &[] };
        let filter = Filter::from_query(query);
        ways_out(&Cards::new(cards), &filter, fixed, visit)
            .into_iter()
            .map(|way| (way.filter.to_query(), way.brings))
            .collect()
    }

    #[test]
    fn each_facet_that_blocks_is_named_with_what_it_withholds() {
        assert_eq!(ways("q=keripik&kategori=kriya", None), [("q=keripik".to_owned(), 2)]);
        assert_eq!(
            ways("q=singkong&kota=jakarta-selatan&kecamatan=31.74.01", None),
            [("q=singkong".to_owned(), 1), ("q=singkong".to_owned(), 1)]
        );
    }

    #[test]
    fn the_pages_own_facet_stays() {
        assert_eq!(ways("q=keripik&kategori=kriya", Some(Facet::Category)), []);
    }

    #[test]
    fn where_no_facet_blocks_each_word_is_tried_alone() {
        assert_eq!(ways("q=keripik+jengkol", None), [("q=keripik".to_owned(), 2)]);
        assert_eq!(ways("q=jengkol", None), []);
    }
}
