//! Choosing and ordering: variants, quantity, the basket, the ways to order, the message.

use crate::app::node::{IntoNode, Node, h};
use crate::app::pages::product::Shown;
use crate::app::parts::copy::copy;
use crate::app::parts::order_links::{Weight, order_link};
use crate::app::parts::save_button::save_words;
use crate::app::parts::share_dialog::{Told, share_button};
use crate::app::reactive::{Memo, memo};
use crate::app::state::basket::BasketState;
use crate::app::state::toast::Toasts;
use crate::app::text::t::product as t;
use crate::app::text::t::share;
use crate::app::ui::icon::icon;
use crate::app::ui::stepper::{StepperLabels, stepper};
use crate::domain::basket::MOST;
use crate::domain::channel::Channel;
use crate::domain::gather::Gather;
use crate::domain::market::Label;
use crate::domain::offer::{Way, jbl_price, ways};
use crate::domain::order::{links, messages};
use crate::domain::variant::{VariantGroup, VariantOption};
use crate::route::Route;
use leptos::prelude::*;

/// Everything between the price and the details.
pub(super) fn order(shown: Shown) -> Node {
    let groups: Vec<Node> = shown
        .product
        .variants
        .iter()
        .enumerate()
        .map(|(at, group)| variant(&shown, at, group))
        .gather();
    let out = {
        let shown = shown.clone();
        memo(move || shown.choosing.is_out(&shown.product))
    };
    let now = {
        let shown = shown.clone();
        memo(move || {
            let Shown { product, manifest, clock, .. } = &shown;
            ways(product, &manifest.market, &manifest.editions, clock.turn.get())
        })
    };
    let (bar, others, message) = (shown.clone(), shown.clone(), shown.clone());
    let (told, counted) = (shown.clone(), shown.clone());
    h::section()
        .class("order")
        .attr("aria-labelledby", "pesan-judul")
        .child(h::h2().class("visually-hidden").attr("id", "pesan-judul").child(t::ORDER))
        .child(groups)
        .child(move || (!out.get()).then(|| quantity(&counted)))
        .child(
            h::div()
                .class("order-bar")
                .child(add(&shown, out))
                .child(move || main_way(&bar, out.get(), now.get().first())),
        )
        .child(move || other_ways(&others, out.get(), &now.get()))
        .child(move || own_message(&message, out.get(), &now.get()))
        .child(
            h::div()
                .class("order__row")
                .child(save_words(&shown.product.card.code))
                .child(share_button("button button--plain", move || told_of(&told))),
        )
        .child(h::p().class("order__small").child(t::DIRECT))
        .into_node()
}

/// One thing to choose.
fn variant(shown: &Shown, at: usize, group: &VariantGroup) -> Node {
    let choosing = shown.choosing;
    // Read once: what runs again on a choice would draw the whole page, and the choice, anew.
    let first = untrack(|| choosing.picked(at));
    let names: Vec<String> = group.options.iter().map(|option| option.name.clone()).gather();
    let chosen = move || choosing.picked(at).and_then(|place| names.get(place).cloned());
    let option = |(place, option): (usize, &VariantOption)| {
        let beside =
            if option.sold_out { Some(t::OPTION_OUT.to_owned()) } else { t::surcharge(option) };
        h::label()
            .class("choice")
            .child(
                h::input()
                    .attr("type", "radio")
                    .attr("name", format!("varian-{at}"))
                    .attr("checked", first == Some(place))
                    .attr("disabled", option.sold_out)
                    .on("change", move |_| choosing.pick(at, place)),
            )
            .child(
                h::span()
                    .child(option.name.clone())
                    .child(" ")
                    .child(beside.map(|beside| h::small().child(beside))),
            )
            .into_node()
    };
    let options: Vec<Node> = group.options.iter().enumerate().map(option).gather();
    h::fieldset()
        .class("order__group")
        .child(
            h::legend()
                .class("order__label")
                .child(group.name.clone())
                .child(": ")
                .child(h::span().child(chosen)),
        )
        .child(h::div().class("choices").child(options))
        .into_node()
}

fn quantity(shown: &Shown) -> Node {
    let card = &shown.product.card;
    let number = shown.choosing.quantity;
    let least = card.minimum.max(1);
    let labels = StepperLabels {
        value: t::QUANTITY.to_owned(),
        less: t::LESS.to_owned(),
        more: t::MORE.to_owned(),
    };
    let hint =
        (least > 1).then(|| h::span().class("order__small").child(t::least(least, &card.unit)));
    h::div()
        .class("order__group")
        .child(h::span().class("order__label").attr("aria-hidden", "true").child(t::QUANTITY))
        .child(
            h::div()
                .class("order__row")
                .child(stepper(memo(move || number.get()), least..=MOST, labels, move |count| {
                    number.set(count)
                }))
                .child(hint),
        )
        .into_node()
}

fn add(shown: &Shown, out: Memo<bool>) -> Node {
    let (basket, toasts) = (BasketState::expect(), Toasts::expect());
    let (choosing, product) = (shown.choosing, shown.product.clone());
    let tapped = move |_| {
        let group = untrack(|| choosing.lines(&product));
        for line in group.lines {
            let said = t::added(line.quantity, &line.seen.name);
            // Said once the device has taken it: what was said to be in the basket outlives a killed browser.
            basket.add(line.key(), line.quantity, line.seen, move |kept| {
                let said = if kept { said } else { format!("{said} {}", t::NOT_KEPT) };
                toasts.say_with_link(said, t::SEE, Route::Basket.path());
            });
        }
    };
    h::button()
        .class("button order-bar__add")
        .attr("disabled", move || out.get())
        .on("click", tapped)
        .child(icon("bag"))
        .child(h::span().child(t::ADD))
        .into_node()
}

/// The one that is meant; in its place the seller, where the product cannot be ordered.
fn main_way(shown: &Shown, out: bool, way: Option<&Way>) -> Node {
    let linked = way.filter(|_| !out).and_then(|way| way_link(shown, way, Weight::Main));
    linked.unwrap_or_else(|| {
        let href = Route::Seller(shown.product.card.seller.clone()).path();
        h::a()
            .class("button button--main")
            .attr("href", href)
            .child(icon("store"))
            .child(t::TO_SELLER)
            .into_node()
    })
}

fn other_ways(shown: &Shown, out: bool, ways: &[Way]) -> Option<Node> {
    if out {
        return Some(h::p().class("order__small").child(t::OUT_TEXT).into_node());
    }
    if ways.is_empty() {
        return Some(h::p().class("order__small").child(t::NO_WAY).into_node());
    }
    let others: Vec<Node> = ways
        .iter()
        .skip(1)
        .filter_map(|way| way_link(shown, way, Weight::Other))
        .chain(listed_name(shown, ways))
        .gather();
    (!others.is_empty()).then(|| h::div().class("order__channels").child(others).into_node())
}

/// A link through one channel; none where nothing is known that could be opened.
fn way_link(shown: &Shown, way: &Way, weight: Weight) -> Option<Node> {
    let card = &shown.product.card;
    if way.channel == Channel::Whatsapp {
        let shown = shown.clone();
        let link = move || {
            let number =
                shown.product.links.whatsapp.as_ref().and_then(|whatsapp| whatsapp.number());
            links(&[message(&shown)], number).into_iter().next()
        };
        let empty = way.link.clone();
        let link = move || link().or_else(|| empty.clone());
        // The message of one product is always there; the type only cannot tell.
        let first = untrack(&link)?;
        return Some(order_link(
            way.channel,
            move || link().unwrap_or_else(|| first.clone()),
            weight,
            &card.name,
        ));
    }
    let entry = shown.manifest.market.eorder.as_ref().map(|entry| entry.url.clone());
    let link = way.link.clone().or(if way.channel == Channel::Eorder { entry } else { None })?;
    Some(order_link(way.channel, move || link.clone(), weight, &card.name))
}

/// What to search for in the procurement system, where no link leads there.
fn listed_name(shown: &Shown, ways: &[Way]) -> Option<Node> {
    let unlinked = ways.iter().any(|way| way.channel == Channel::Eorder && way.link.is_none());
    let eorder = shown.product.links.eorder.as_ref().filter(|_| unlinked)?;
    let name = eorder.listed_as.clone().unwrap_or_else(|| shown.product.card.shop.clone());
    let toasts = Toasts::expect();
    let called = shown.manifest.market.label(Label::Eorder);
    let said = t::listed_as(&called, &name);
    let tapped = move |_| copy(toasts, name.clone(), t::NAME_COPIED, t::NOT_COPIED);
    Some(
        h::p()
            .class("order__small")
            .child(said)
            .child(" ")
            .child(h::button().class("link").on("click", tapped).child(t::COPY_NAME))
            .into_node(),
    )
}

/// The message at the normal price, with the choice as it stands.
fn message(shown: &Shown) -> String {
    let url = shown.url();
    let group = shown.choosing.lines(&shown.product);
    messages(&group, &shown.manifest.market.name, |_| url.clone()).join("\n\n")
}

/// The message to read and to copy, where it can be sent.
fn own_message(shown: &Shown, out: bool, ways: &[Way]) -> Option<Node> {
    if out || !ways.iter().any(|way| way.channel == Channel::Whatsapp) {
        return None;
    }
    let toasts = Toasts::expect();
    let (copied, read) = (shown.clone(), shown.clone());
    let tapped = move |_| {
        copy(toasts, untrack(|| message(&copied)), t::COPIED, t::NOT_COPIED);
    };
    Some(
        h::group()
            .child(
                h::details().class("disclosure").child(h::summary().child(t::SHOW_MESSAGE)).child(
                    h::div()
                        .class("disclosure__body")
                        .child(h::p().class("message").child(move || message(&read))),
                ),
            )
            .child(
                h::button()
                    .class("button")
                    .on("click", tapped)
                    .child(icon("copy"))
                    .child(t::COPY_MESSAGE),
            )
            .into_node(),
    )
}

fn told_of(shown: &Shown) -> Told {
    let card = &shown.product.card;
    let now = shown.clock.second.get_untracked();
    let mut text =
        share::product(&card.name, card.price, &card.unit, &card.shop, card.kecamatan.name());
    if let Some(promotion) = jbl_price(card, &shown.manifest.editions, now) {
        let edition = promotion.edition;
        let market = &shown.manifest.market;
        text.push_str(&share::jbl(
            &market.label(Label::Jbl),
            promotion.price,
            edition.window.last(),
            &market.channel(edition.channel),
        ));
    }
    Told { title: card.name.clone(), text, url: shown.url() }
}
