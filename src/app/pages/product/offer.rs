//! Name and price: the JBL price with its dates while it holds, the normal one otherwise.

use crate::app::pages::product::Shown;
use crate::app::parts::countdown::countdown;
use crate::app::parts::price::price;
use crate::app::text::t::product as t;
use crate::domain::filter::Filter;
use crate::domain::offer::{jbl_price, next_edition};
use crate::domain::product::{Card, Stock};
use crate::domain::time::Moment;
use crate::route::Route;
use leptos::prelude::*;

/// The head of the page.
pub(super) fn offer(shown: Shown) -> AnyView {
    let name = shown.product.card.name.clone();
    let (priced, promoted, measured) = (shown.clone(), shown.clone(), shown.clone());
    let price = move || {
        let Shown { product, manifest, choosing, clock, .. } = &priced;
        let delta = choosing.delta(product);
        let normal = product.card.price;
        let promotion = jbl_price(&product.card, &manifest.editions, clock.turn.get());
        let holds = promotion.map_or(normal, |promotion| promotion.price);
        price(holds.shifted(delta), normal.shifted(delta), "price price--big")
    };
    let promotion = move || promotion(&promoted, promoted.clock.turn.get());
    // A choice may change what one unit holds, so a unit price is only told of the product as it is listed.
    let unit_price = move || {
        let Shown { product, choosing, .. } = &measured;
        let card = &product.card;
        let (price, unit) = card
            .measure
            .and_then(|measure| measure.unit_price(card.price))
            .filter(|_| choosing.delta(product) == 0)?;
        Some(view! { <span>{format!("{price}/{unit}")}</span> })
    };
    let card = &shown.product.card;
    let holds = card.measure.map(|measure| t::holds(&measure.to_string()));
    view! {
        <div class="product__head">
            <h1>{name}</h1>
            <div aria-live="polite">{price}</div>
            <p class="product__unit meta">
                <span>{t::per(&card.unit)}</span>" "{holds.map(|holds| view! { <span>{holds}</span> })}" "{unit_price}
            </p>
            <p class="product__tags">{badges(card)}</p>
            {promotion}
        </div>
    }
    .into_any()
}

fn badges(card: &Card) -> Vec<AnyView> {
    let (class, stock) = match card.stock {
        Stock::Siap => ("badge badge--ok", t::READY.to_owned()),
        Stock::Po => ("badge badge--info", t::preorder(card.preorder_days)),
        Stock::Habis => ("badge badge--warn", t::SOLD_OUT.to_owned()),
    };
    let quiet = |words: &'static str| {
        view! { " "<span class="badge badge--quiet">{words}</span> }.into_any()
    };
    let mut badges = vec![view! { <span class=class>{stock}</span> }.into_any()];
    badges.extend(card.halal.then(|| quiet(t::HALAL)));
    badges.extend(card.grade.map(|_| quiet(t::CURATED)));
    badges
}

/// What the edition that is on, or comes next, means for this product. A price is only told while it holds.
fn promotion(shown: &Shown, now: Moment) -> Option<AnyView> {
    let card = &shown.product.card;
    let editions = &shown.manifest.editions;
    if let Some(promotion) = jbl_price(card, editions, now) {
        let edition = promotion.edition;
        let until = t::jbl_until(edition.window.last(), edition.channel);
        let normal = card.price.shifted(shown.choosing.delta(&shown.product));
        return Some(
            view! {
                <div class="product__promo awning">
                    <p><b>{t::JBL_PRICE}</b>{until}{t::NO_COD}{t::jbl_elsewhere(normal)}</p>
                    {countdown(edition.window.to, t::ENDS_IN)}
                </div>
            }
            .into_any(),
        );
    }
    let edition = next_edition(card, editions, now)?;
    let href = Route::Edition(edition.code.clone(), Filter::default()).path();
    let when = if edition.window.holds(now) {
        t::jbl_part(edition.window.last())
    } else {
        t::jbl_soon(edition.window.from)
    };
    Some(
        view! { <p class="order__small"><a href=href>{edition.title.clone()}</a>{when}</p> }
            .into_any(),
    )
}
