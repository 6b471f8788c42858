//! What the search field suggests: the lines, and where each of them leads.

use crate::app::data::catalogue::Catalogue;
use crate::app::data::load::Load;
use crate::app::text::t::card::products;
use crate::app::text::t::shell as t;
use crate::domain::filter::Filter;
use crate::domain::fold::fold;
use crate::domain::gather::Gather;
use crate::route::Route;
use crate::search::suggest::{Suggestion, suggest};

/// What choosing a line does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lead {
    /// Searches for these words.
    Search(String),
    /// Opens a page.
    Open(Box<Route>),
    /// Forgets the latest searches.
    Forget,
}

/// A line of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its icon in the sprite.
    pub icon: &'static str,
    /// Its words.
    pub text: String,
    /// What it is, or what it brings.
    pub note: String,
    /// What choosing it does.
    pub lead: Lead,
}

/// The lines for what is typed; where nothing is, the latest searches.
pub fn lines(catalogue: Catalogue, typed: &str, recent: &[String]) -> Vec<Line> {
    let begun = fold(typed.trim());
    let past = recent
        .iter()
        .filter(|words| fold(words).starts_with(&begun) && fold(words) != begun)
        .map(|words| Line {
            icon: "clock",
            text: words.clone(),
            note: t::SEARCHED_BEFORE.to_owned(),
            lead: Lead::Search(words.clone()),
        });
    if begun.is_empty() {
        let forget = (!recent.is_empty()).then(|| Line {
            icon: "trash",
            text: t::FORGET_SEARCHES.to_owned(),
            note: String::new(),
            lead: Lead::Forget,
        });
        return past.chain(forget).gather();
    }
    let mut lines = suggested(catalogue, typed);
    // What was searched for is only said once.
    let past: Vec<Line> = past
        .filter(|past| lines.iter().all(|line| fold(&line.text) != fold(&past.text)))
        .take(2)
        .gather();
    past.into_iter().gather_into(&mut lines);
    lines
}

fn suggested(catalogue: Catalogue, typed: &str) -> Vec<Line> {
    let (Some(manifest), Some(cards)) =
        (catalogue.manifest.with(Load::ready), catalogue.cards.with(Load::ready))
    else {
        return Vec::new();
    };
    let line = |suggestion| {
        Some(match suggestion {
            Suggestion::Words(words, count) => Line {
                icon: "search",
                note: products(count.into()),
                lead: Lead::Search(words.clone()),
                text: words,
            },
            Suggestion::Product(at) => {
                let card = cards.cards.get(at)?;
                Line {
                    icon: "tag",
                    text: card.name.clone(),
                    note: card.price.to_string(),
                    lead: Lead::Open(Box::new(Route::Product(card.code.clone()))),
                }
            }
            Suggestion::Category(code) => Line {
                icon: "store",
                text: manifest.categories.iter().find(|one| one.code == code)?.name.clone(),
                note: t::CATEGORY.to_owned(),
                lead: Lead::Open(Box::new(Route::Category(code, Filter::default()))),
            },
            Suggestion::Seller(at) => {
                let card = cards.cards.get(at)?;
                Line {
                    icon: "store",
                    text: card.shop.clone(),
                    note: t::seller_in(card.kecamatan.name()),
                    lead: Lead::Open(Box::new(Route::Seller(card.seller.clone()))),
                }
            }
        })
    };
    suggest(&cards, &manifest.categories, typed).into_iter().filter_map(line).gather()
}

/// A text in three parts, the middle one being what was typed, at the beginning of a word.
pub fn marked<'a>(text: &'a str, typed: &str) -> (&'a str, &'a str, &'a str) {
    let typed = fold(typed.trim());
    let begins = |from: usize| {
        from == 0 || text.get(..from).is_some_and(|before| !before.ends_with(char::is_alphanumeric))
    };
    for (from, _) in text.char_indices().filter(|(from, _)| begins(*from)) {
        // Folding may shorten or lengthen, so the end is looked for in the text itself.
        let ends = text.char_indices().map(|(at, c)| at + c.len_utf8()).filter(|end| *end > from);
        for end in ends {
            let part = text.get(from..end).unwrap_or_default();
            let folded = fold(part);
            if folded == typed {
                return (
                    text.get(..from).unwrap_or_default(),
                    part,
                    text.get(end..).unwrap_or_default(),
                );
            }
            if !typed.starts_with(&folded) {
                break;
            }
        }
    }
    (text, "", "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_typed_is_marked_at_the_beginning_of_a_word() {
        for (text, typed, parts) in [
            ("keripik tempe", "ker", ("", "ker", "ipik tempe")),
            ("Dapur Bu Ratih", "bu", ("Dapur ", "Bu", " Ratih")),
            ("Café Élok", "elok", ("Café ", "Élok", "")),
            ("keripik", "pik", ("keripik", "", "")),
            ("gado-gado", "gado g", ("gado-gado", "", "")),
        ] {
            assert_eq!(marked(text, typed), parts, "{text}");
        }
    }
}
