//! What is known of a product from its card, while the rest is on its way.

use crate::app::pages::product::gallery::stage;
use crate::app::parts::price::price;
use crate::app::parts::product_card::unit;
use crate::app::text::t::load as t;
use crate::domain::offer::jbl_price;
use crate::domain::product::Card;
use crate::domain::time::Moment;
use crate::format::manifest::Manifest;
use leptos::prelude::*;

/// Picture, name and price; `slow` once the wait is worth a word.
pub(super) fn preview(card: &Card, manifest: &Manifest, now: Moment, slow: bool) -> AnyView {
    let promotion = jbl_price(card, &manifest.editions, now);
    let holds = promotion.map_or(card.price, |promotion| promotion.price);
    view! {
        <article class="product">
            <div class="gallery">{stage(card, card.picture.as_ref(), manifest)}</div>
            <div class="product__head">
                <h1>{card.name.clone()}</h1>
                {price(holds, card.price, "price price--big")}
                <p class="product__unit meta">{unit(card)}</p>
            </div>
            <p class="loading" role="status">{if slow { t::SLOW } else { t::LOADING }}</p>
        </article>
    }
    .into_any()
}
