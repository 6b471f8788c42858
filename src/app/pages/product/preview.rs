//! What is known of a product from its card, while the rest is on its way.

use crate::app::node::{IntoNode, Node, h};
use crate::app::pages::product::gallery::stage;
use crate::app::parts::price::price;
use crate::app::parts::product_card::unit;
use crate::app::text::t::load as t;
use crate::domain::offer::jbl_price;
use crate::domain::product::Card;
use crate::domain::time::Moment;
use crate::format::manifest::Manifest;

/// Picture, name and price; `slow` once the wait is worth a word.
pub(super) fn preview(card: &Card, manifest: &Manifest, now: Moment, slow: bool) -> Node {
    let promotion = jbl_price(card, &manifest.editions, now);
    let holds = promotion.map_or(card.price, |promotion| promotion.price);
    h::article()
        .class("product")
        .child(h::div().class("gallery").child(stage(card, card.picture.as_ref(), manifest)))
        .child(
            h::div()
                .class("product__head")
                .child(h::h1().child(card.name.clone()))
                .child(price(holds, card.price, "price price--big"))
                .child(h::p().class("product__unit meta").child(unit(card))),
        )
        .child(h::p().class("loading").attr("role", "status").child(if slow {
            t::SLOW
        } else {
            t::LOADING
        }))
        .into_node()
}
