//! `/simpan`: saved products, the last one first, and what has become of those that are gone.

use crate::app::data::catalogue::Catalogue;
use crate::app::data::load::Load;
use crate::app::node::{IntoNode, Node, h};
use crate::app::parts::loading::{loaded, not_found, reopen};
use crate::app::parts::page_head::{PageHead, page_head};
use crate::app::parts::product_card::{Level, grid};
use crate::app::reactive::memo;
use crate::app::state::clock::Clock;
use crate::app::state::place::Places;
use crate::app::state::saved::SavedState;
use crate::app::text::t::compare::OF_SAVED as COMPARE;
use crate::app::text::t::saved as t;
use crate::domain::code::Code;
use crate::domain::edition::Edition;
use crate::domain::filter::Filter;
use crate::domain::gather::Gather;
use crate::domain::product::{Card, Listing};
use crate::domain::time::Moment;
use crate::route::{Route, compare};
use crate::search::cards::Cards;

/// The saved products.
pub fn saved_page() -> Node {
    let (catalogue, state) = (Catalogue::expect(), SavedState::expect());
    let (clock, places) = (Clock::expect(), Places::expect());
    page_head(|| PageHead {
        title: t::TITLE.to_owned(),
        description: String::new(),
        lasting: Route::Saved,
        listed: false,
    });
    let codes = memo(move || state.saved.with(|saved| saved.codes()));
    let lead = move || {
        let count = codes.with(Vec::len);
        (count > 0).then(|| h::p().class("page__lead").child(t::lead(count)))
    };
    let retry = reopen();
    let content = move || {
        let codes = codes.get();
        if codes.is_empty() {
            return empty();
        }
        let (now, retry) = (clock.turn.get(), retry.clone());
        let manifest = catalogue.manifest.get().ready();
        loaded(catalogue.cards.get(), not_found, retry, move |cards| {
            places.settle();
            let editions = manifest.as_ref().map(|manifest| manifest.editions.as_slice());
            goods(&codes, &cards, editions.unwrap_or_default(), now)
        })
    };
    h::div()
        .class("page")
        .child(h::div().class("page__head").child(h::h1().child(t::TITLE)).child(lead))
        .child(content)
        .into_node()
}

fn goods(codes: &[Code], cards: &Cards, editions: &[Edition], now: Moment) -> Node {
    let here: Vec<&Card> = codes.iter().filter_map(|code| cards.get(code)).gather();
    let gone: Vec<Node> = codes.iter().filter(|code| cards.get(code).is_none()).map(gone).gather();
    let gone = (!gone.is_empty()).then(|| {
        h::section()
            .class("section")
            .child(
                h::div()
                    .class("section__head")
                    .child(h::h2().class("section__title").child(t::GONE_TITLE)),
            )
            .child(h::ul().class("panel").child(gone))
    });
    let compared = (here.len() > 1).then(|| {
        h::p().class("more").child(
            h::a()
                .class("button")
                .attr("href", compare(here.iter().map(|card| &card.code)))
                .attr("rel", Route::Compare.rel())
                .child(COMPARE),
        )
    });
    let here = (!here.is_empty()).then(|| grid(here.into_iter(), editions, now, Level::Two));
    h::group().child(here).child(compared).child(gone).into_node()
}

/// What is no longer sold, under the name it had.
fn gone(code: &Code) -> Node {
    let state = SavedState::expect();
    let listing = Catalogue::expect().product(code);
    let code = code.clone();
    let row = move || {
        let name = listing.with(|listing| match listing {
            Load::Ready(listing) => match listing.as_ref() {
                Listing::Withdrawn(product) => Some(product.name.clone()),
                Listing::Sold(product) => Some(product.card.name.clone()),
            },
            _ => None,
        });
        let code = code.clone();
        let href = Route::Product(code.clone()).path();
        let label = t::forget(name.as_deref().unwrap_or(t::NAMELESS));
        let name = match name {
            Some(name) => h::a().attr("href", href).child(name).into_node(),
            None => h::span().child(t::NAMELESS).into_node(),
        };
        h::li()
            .class("order__row")
            .child(name)
            .child(
                h::button()
                    .class("button button--plain")
                    .attr("aria-label", label)
                    .on("click", move |_| state.toggle(&code))
                    .child(t::FORGET),
            )
            .into_node()
    };
    row.into_node()
}

fn empty() -> Node {
    h::div()
        .class("empty")
        .child(h::h2().class("empty__title").child(t::EMPTY_TITLE))
        .child(h::p().class("empty__text").child(t::EMPTY_TEXT))
        .child(
            h::div().class("empty__actions").child(
                h::a()
                    .class("button button--main")
                    .attr("href", Route::Search(Filter::default()).path())
                    .child(t::EMPTY_LINK),
            ),
        )
        .into_node()
}
