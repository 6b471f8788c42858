//! Name and price: the JBL price with its dates while it holds, the normal one otherwise.

use crate::app::node::{IntoNode, Node, h};
use crate::app::pages::product::Shown;
use crate::app::parts::countdown::countdown;
use crate::app::parts::price::price;
use crate::app::state::still::Still;
use crate::app::text::t::compare::OF_PRODUCT as COMPARE;
use crate::app::text::t::product as t;
use crate::domain::filter::Filter;
use crate::domain::gather::Gather;
use crate::domain::market::Label;
use crate::domain::offer::{jbl_price, next_edition};
use crate::domain::product::{Card, Stock};
use crate::domain::time::Moment;
use crate::route::{Route, compare};

/// The head of the page.
pub(super) fn offer(shown: Shown) -> Node {
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
        Some(h::span().child(format!("{price}/{unit}")))
    };
    let card = &shown.product.card;
    let holds = card.measure.map(|measure| t::holds(&measure.to_string()));
    h::div()
        .class("product__head")
        .child(h::h1().child(name))
        .child(h::div().attr("aria-live", "polite").child(price))
        .child(
            h::p()
                .class("product__unit meta")
                .child(h::span().child(t::per(&card.unit)))
                .child(" ")
                .child(holds.map(|holds| h::span().child(holds)))
                .child(" ")
                .child(unit_price),
        )
        .child(
            h::a()
                .class("button button--plain product__compare")
                .attr("href", compare([&card.code].into_iter()))
                .attr("rel", Route::Compare.rel())
                .child(COMPARE),
        )
        .child(h::p().class("product__tags").child(badges(card)))
        .child(promotion)
        .into_node()
}

fn badges(card: &Card) -> Vec<Node> {
    let (class, stock) = match card.stock {
        Stock::Siap => ("badge badge--ok", t::READY.to_owned()),
        Stock::Po => ("badge badge--info", t::preorder(card.preorder_days)),
        Stock::Habis => ("badge badge--warn", t::SOLD_OUT.to_owned()),
    };
    let quiet = |words: &'static str| {
        h::group().child(" ").child(h::span().class("badge badge--quiet").child(words)).into_node()
    };
    let mut badges = vec![h::span().class(class).child(stock).into_node()];
    if card.halal {
        badges.push(quiet(t::HALAL));
    }
    if card.grade.is_some() {
        badges.push(quiet(t::CURATED));
    }
    badges
}

/// How many promotions a page that outlives them tells of.
const TOLD: usize = 3;

/// The next promotions with their days, on a page that outlives it.
fn dated(shown: &Shown, still: &Still) -> Option<Node> {
    let (card, market) = (&shown.product.card, &shown.manifest.market);
    let lines: Vec<Node> = still
        .editions_of(card)
        .take(TOLD)
        .map(|edition| {
            let days = edition.window.days();
            let words = match card.jbl_price {
                Some(price) => {
                    let name = t::jbl_price(&market.label(Label::Jbl));
                    t::jbl_dated(&name, price, &days, &market.channel(edition.channel))
                }
                None => format!("{}, {days}.", edition.title),
            };
            h::p().class("order__small").child(words).into_node()
        })
        .gather();
    (!lines.is_empty()).then(|| h::group().child(lines).into_node())
}

/// What the edition that is on, or comes next, means for this product. A price is only told while it holds.
fn promotion(shown: &Shown, now: Moment) -> Option<Node> {
    let card = &shown.product.card;
    if let Some(still) = Still::here() {
        return dated(shown, &still);
    }
    let editions = &shown.manifest.editions;
    if let Some(promotion) = jbl_price(card, editions, now) {
        let edition = promotion.edition;
        let market = &shown.manifest.market;
        let until = t::jbl_until(edition.window.last(), &market.channel(edition.channel));
        let normal = card.price.shifted(shown.choosing.delta(&shown.product));
        return Some(
            h::div()
                .class("product__promo awning")
                .child(
                    h::p()
                        .child(h::b().child(t::jbl_price(&market.label(Label::Jbl))))
                        .child(until)
                        .child(market.label(Label::JblPayment))
                        .child(t::jbl_elsewhere(normal)),
                )
                .child(countdown(edition.window.to, t::ENDS_IN))
                .into_node(),
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
        h::p()
            .class("order__small")
            .child(h::a().attr("href", href).child(edition.title.clone()))
            .child(when)
            .into_node(),
    )
}
