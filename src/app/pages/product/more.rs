//! Other goods: the seller's own, and similar ones of others, the nearest first and in the day's fair order.

use crate::app::data::catalogue::Catalogue;
use crate::app::data::load::Load;
use crate::app::node::{IntoNode, Node, h};
use crate::app::pages::product::Shown;
use crate::app::parts::loading::waiting;
use crate::app::parts::product_card::{Level, grid};
use crate::app::state::clock::Clock;
use crate::app::state::prefs::Prefs;
use crate::app::text::t::load::LOADING;
use crate::app::text::t::product as t;
use crate::app::ui::icon::icon;
use crate::domain::code::Code;
use crate::domain::fair::{nearness, places};
use crate::domain::filter::Filter;
use crate::domain::gather::Gather;
use crate::domain::order_by;
use crate::domain::product::{Card, Stock};
use crate::format::manifest::Manifest;
use crate::route::Route;
use crate::search::cards::Cards;
use std::sync::Arc;

/// One row of a desk, three of a phone.
const MOST: usize = 6;

/// What the other goods are chosen by.
#[derive(Clone)]
pub(super) struct Like {
    /// The product itself, which is not among them.
    pub(super) code: Code,
    /// Its seller.
    pub(super) seller: Code,
    /// The seller's name.
    pub(super) shop: String,
    /// Its kind of goods.
    pub(super) category: Code,
    /// Its finer kind.
    pub(super) subcategory: Option<String>,
}

/// Both rows below a product that is on sale.
pub(super) fn more(shown: &Shown) -> Node {
    let card = &shown.product.card;
    rows(
        Like {
            code: card.code.clone(),
            seller: card.seller.clone(),
            shop: card.shop.clone(),
            category: card.category.clone(),
            subcategory: card.subcategory.clone(),
        },
        &shown.manifest,
    )
}

/// Both rows, once the cards are there.
pub(super) fn rows(like: Like, manifest: &Arc<Manifest>) -> Node {
    let (catalogue, clock, prefs) = (Catalogue::expect(), Clock::expect(), Prefs::expect());
    let manifest = Arc::clone(manifest);
    let content = move || {
        let cards = match catalogue.cards.get() {
            Load::Ready(cards) => cards,
            // A written page has these rows already, and stays until they are here as well.
            load if load.is_waiting() => return waiting(LOADING),
            _ => return ().into_node(),
        };
        let now = clock.turn.get();
        let order = places(&cards.cards, now.date());
        let home = prefs.home.get();
        let place = |at: usize, card: &Card| {
            let out = card.stock == Stock::Habis;
            (out, nearness(home, card.kecamatan), order.get(at).copied())
        };
        let own = best(&cards, |at, card| {
            (card.seller == like.seller && card.code != like.code).then(|| (false, place(at, card)))
        });
        let similar = best(&cards, |at, card| {
            (card.category == like.category && card.seller != like.seller)
                .then(|| (card.subcategory != like.subcategory, place(at, card)))
        });
        let row = |title: String, link: &'static str, href: String, goods: Vec<&Card>| {
            (!goods.is_empty()).then(|| {
                let goods = grid(goods.into_iter(), &manifest.editions, now, Level::Three);
                h::section()
                    .class("section")
                    .child(
                        h::div()
                            .class("section__head")
                            .child(h::h2().class("section__title").child(title))
                            .child(
                                h::a()
                                    .class("section__link")
                                    .attr("href", href)
                                    .child(link)
                                    .child(icon("right")),
                            ),
                    )
                    .child(h::div().class("section__body").child(goods))
                    .into_node()
            })
        };
        let own = row(
            t::more_from(&like.shop),
            t::TO_SELLER,
            Route::Seller(like.seller.clone()).path(),
            own,
        );
        let similar = row(
            t::SIMILAR.to_owned(),
            t::SEE_ALL,
            Route::Category(like.category.clone(), Filter::default()).path(),
            similar,
        );
        h::group().child(own).child(similar).into_node()
    };
    content.into_node()
}

/// The first few cards by a rank; those without one are left out.
fn best<R: Ord>(cards: &Cards, rank: impl Fn(usize, &Card) -> Option<R>) -> Vec<&Card> {
    let ranked: Vec<(R, &Card)> = cards
        .cards
        .iter()
        .enumerate()
        .filter_map(|(at, card)| Some((rank(at, card)?, card)))
        .gather();
    let order = order_by::places(ranked.len(), &|a, b| {
        ranked.get(a).map(|(rank, _)| rank).cmp(&ranked.get(b).map(|(rank, _)| rank))
    });
    order.into_iter().filter_map(|at| ranked.get(at).map(|(_, card)| *card)).take(MOST).gather()
}
