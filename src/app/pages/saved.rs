//! `/simpan`: saved products, the last one first, and what has become of those that are gone.

use crate::app::data::catalogue::{Cards, Catalogue};
use crate::app::data::load::Load;
use crate::app::parts::loading::{loaded, not_found, reopen};
use crate::app::parts::page_head::{PageHead, page_head};
use crate::app::parts::product_card::{Level, grid};
use crate::app::state::clock::Clock;
use crate::app::state::place::Places;
use crate::app::state::saved::SavedState;
use crate::app::text::t::saved as t;
use crate::domain::code::Code;
use crate::domain::edition::Edition;
use crate::domain::filter::Filter;
use crate::domain::product::{Card, Listing};
use crate::domain::time::Moment;
use crate::route::Route;
use leptos::prelude::*;

/// The saved products.
pub fn saved_page() -> AnyView {
    let (catalogue, state) = (Catalogue::expect(), SavedState::expect());
    let (clock, places) = (Clock::expect(), Places::expect());
    page_head(|| PageHead {
        title: t::TITLE.to_owned(),
        description: String::new(),
        lasting: Route::Saved,
        listed: false,
    });
    let codes = Memo::new(move |_| state.saved.with(|saved| saved.codes()));
    let lead = move || {
        let count = codes.read().len();
        (count > 0).then(|| view! { <p class="page__lead">{t::lead(count)}</p> })
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
    view! {
        <div class="page">
            <div class="page__head"><h1>{t::TITLE}</h1>{lead}</div>
            {content}
        </div>
    }
    .into_any()
}

fn goods(codes: &[Code], cards: &Cards, editions: &[Edition], now: Moment) -> AnyView {
    let here: Vec<&Card> = codes.iter().filter_map(|code| cards.get(code)).collect();
    let gone: Vec<AnyView> =
        codes.iter().filter(|code| cards.get(code).is_none()).map(gone).collect();
    let gone = (!gone.is_empty()).then(|| {
        view! {
            <section class="section">
                <div class="section__head"><h2 class="section__title">{t::GONE_TITLE}</h2></div>
                <ul class="panel">{gone}</ul>
            </section>
        }
    });
    let here = (!here.is_empty()).then(|| grid(here.into_iter(), editions, now, Level::Two));
    view! { {here}{gone} }.into_any()
}

/// What is no longer sold, under the name it had.
fn gone(code: &Code) -> AnyView {
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
            Some(name) => view! { <a href=href>{name}</a> }.into_any(),
            None => view! { <span>{t::NAMELESS}</span> }.into_any(),
        };
        view! {
            <li class="order__row">
                {name}
                <button class="button button--plain" type="button" aria-label=label on:click=move |_| state.toggle(&code)>{t::FORGET}</button>
            </li>
        }
        .into_any()
    };
    row.into_any()
}

fn empty() -> AnyView {
    view! {
        <div class="empty">
            <h2 class="empty__title">{t::EMPTY_TITLE}</h2>
            <p class="empty__text">{t::EMPTY_TEXT}</p>
            <div class="empty__actions">
                <a class="button button--main" href=Route::Search(Filter::default()).path()>{t::EMPTY_LINK}</a>
            </div>
        </div>
    }
    .into_any()
}
