//! What else may be compared: what is searched for, and goods alike of other sellers.

use crate::app::browser::page;
use crate::app::data::catalogue::Catalogue;
use crate::app::data::load::Load;
use crate::app::node::{IntoNode, Node, h};
use crate::app::programmes::compare::{Chosen, section};
use crate::app::reactive::RwSignal;
use crate::app::state::prefs::Prefs;
use crate::app::text::t::compare as t;
use crate::app::ui::icon::icon;
use crate::domain::compare::is_alike;
use crate::domain::fair::{nearness, turn};
use crate::domain::order_by::sorted;
use crate::domain::product::Card;
use crate::domain::time::Moment;
use crate::search::cards::Cards;
use leptos::prelude::*;

/// How many are offered: what fits under the field of a phone.
const MOST: usize = 6;
/// The field, which has the focus again after something was added.
const FIELD: &str = "tambah";

/// The field in which one searches, and what it finds.
pub(super) fn search(chosen: Chosen) -> Node {
    let catalogue = Catalogue::expect();
    let typed = RwSignal::new(String::new());
    let found = move || {
        let words = typed.get();
        if words.trim().is_empty() {
            return ().into_node();
        }
        let Some(cards) = catalogue.cards.with(Load::ready) else { return ().into_node() };
        let codes = chosen.codes.get();
        let found = cards.find(&words);
        if found.is_empty() {
            return h::p().class("field__hint").child(t::NOT_FOUND).into_node();
        }
        let others = found.into_iter().filter(|card| !codes.contains(&card.code));
        offers(chosen, others.take(MOST))
    };
    h::div()
        .class("compare__search")
        .child(
            h::div()
                .class("field")
                .child(h::label().class("field__label").attr("for", FIELD).child(t::SEARCH))
                .child(
                    h::input()
                        .class("input")
                        .attr("id", FIELD)
                        .attr("type", "search")
                        .attr("autocomplete", "off")
                        .attr("placeholder", t::SEARCH_HINT)
                        .on("input", move |event| typed.set(event_target_value(&event))),
                ),
        )
        .child(h::div().attr("aria-live", "polite").child(found))
        .into_node()
}

/// Goods that are worth comparing with the chosen ones, the likest first, then the nearest, in the day's fair turn.
pub(super) fn alike(chosen: Chosen, here: &[&Card], cards: &Cards, now: Moment) -> Option<Node> {
    let home = Prefs::expect().home.get();
    let others: Vec<&Card> = cards
        .cards
        .iter()
        .filter(|card| here.iter().all(|one| one.seller != card.seller))
        .filter(|card| here.iter().any(|one| is_alike(one, card)))
        .collect();
    let places = turn(&others, now.date());
    let placed: Vec<(u32, &Card)> = places.into_iter().zip(others).collect();
    let placed = sorted(placed, |(place, card)| {
        let finer = card.subcategory.as_ref();
        let same = finer.is_some() && here.iter().any(|one| one.subcategory.as_ref() == finer);
        (!same, nearness(home, card.kecamatan), *place)
    });
    let first = placed.into_iter().map(|(_, card)| card).take(MOST);
    (!here.is_empty() && first.len() > 0).then(|| {
        section(t::ALIKE.to_owned(), None, h::div().class("panel").child(offers(chosen, first)))
    })
}

fn offers<'a>(chosen: Chosen, cards: impl Iterator<Item = &'a Card>) -> Node {
    let rows: Vec<Node> = cards.map(|card| offer(chosen, card)).collect();
    h::ul().class("choices").child(rows).into_node()
}

fn offer(chosen: Chosen, card: &Card) -> Node {
    let (code, name) = (card.code.clone(), card.name.clone());
    let tapped = move |_| {
        chosen.add(&code, &name);
        page::focus(FIELD);
    };
    let holds = card.measure.map_or_else(|| card.unit.clone(), |measure| measure.to_string());
    h::li()
        .child(
            h::button()
                .class("choice")
                .on("click", tapped)
                .child(h::span().class("visually-hidden").child(t::ADD))
                .child(h::b().child(card.name.clone()))
                .child(" ")
                .child(h::span().child(t::offer(&card.shop, card.price, &holds)))
                .child(icon("plus")),
        )
        .into_node()
}
