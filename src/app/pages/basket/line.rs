//! One line: what it is, how many, and what has become of it since it was put in.

use crate::app::data::catalogue::Catalogue;
use crate::app::node::{IntoNode, Node, h};
use crate::app::pages::basket::Beside;
use crate::app::parts::order_links::{Weight, order_link};
use crate::app::parts::product_card::picture;
use crate::app::parts::tone;
use crate::app::reactive::{Memo, memo};
use crate::app::state::toast::Toasts;
use crate::app::text::t::basket as t;
use crate::app::ui::icon::icon;
use crate::app::ui::stepper::{StepperLabels, stepper};
use crate::domain::basket::{Line, LineKey, MOST};
use crate::domain::channel::Channel;
use crate::domain::code::Code;
use crate::domain::gather::Gather;
use crate::domain::market::Label;
use crate::domain::offer::Way;
use crate::domain::today::{Offer, Today};
use crate::domain::variant::describe;
use crate::route::Route;
use leptos::prelude::*;

/// The pictures of a basket are small on every screen.
const SIZES: &str = "92px";

/// One line of a seller; `alone` where the seller's own tick says it all.
pub(super) fn line(beside: Beside, seller: Code, key: LineKey, alone: Memo<bool>) -> Node {
    let state = beside.state;
    let line = {
        let key = key.clone();
        memo(move || state.basket.with(|basket| basket.line(&key).cloned()))
    };
    let Some(first) = line.get_untracked() else { return ().into_node() };
    // Asked for here, outside of anything that runs again.
    beside.catalogue.product(&first.code);
    let today = memo(move || line.get().map_or(Today::Unknown, |line| beside.today(&line)));
    let name = first.seen.name.clone();
    let tone = {
        let code = first.code.clone();
        move || {
            let cards = beside.catalogue.cards.get().ready();
            let card = cards.as_ref().and_then(|cards| cards.get(&code));
            card.map_or("tone-1", |card| tone::of_category(&card.category))
        }
    };
    let pictured = first.clone();
    let image = move || {
        let seen = &pictured.seen;
        picture(seen.picture.as_ref(), "", &seen.name, tone(), SIZES, false)
    };
    let note = move || {
        let line = today.get().priced(&line.get()?);
        let choice = describe(&line.choice);
        let choice =
            (!choice.is_empty()).then(|| h::group().child(h::span().child(choice)).child(" "));
        Some(
            h::group()
                .child(choice)
                .child(h::span().child(t::each(line.seen.price, &line.seen.unit))),
        )
    };
    let total = move || Some(today.get().priced(&line.get()?).total().to_string());
    let ordered = memo(move || line.with(|line| line.as_ref().is_some_and(|line| line.ordered)));
    let tick =
        {
            let (seller, key, name) = (seller.clone(), key.clone(), name.clone());
            move || {
                let (seller, key) = (seller.clone(), key.clone());
                (!alone.get()).then(|| {
                    let ticked = move |event| {
                        let keys = std::slice::from_ref(&key);
                        state.set_ordered(&seller, keys, event_target_checked(&event));
                    };
                    h::label()
                        .class("option")
                        .child(
                            h::input()
                                .attr("type", "checkbox")
                                .prop("checked", move || ordered.get())
                                .on("change", ticked),
                        )
                        .child(h::span().child(t::TICK).child(
                            h::span().class("visually-hidden").child(": ").child(name.clone()),
                        ))
                })
            }
        };
    let count = counter(beside, &seller, &key, &name, line, ordered);
    let remove = remover(beside, &seller, &key, &name, line);
    let notes = move || notes(beside, &seller, line.get(), &today.get());
    h::li()
        .class("basket-line")
        .child(image)
        .child(h::h3().class("basket-line__name").child(
            h::a().attr("href", Route::Product(first.code.clone()).path()).child(name.clone()),
        ))
        .child(h::p().class("basket-line__note meta").child(note))
        .child(
            h::div()
                .class("basket-line__buy")
                .child(h::p().class("price").child(total))
                .child(h::div().class("basket-line__tools").child(count).child(remove)),
        )
        .child(notes)
        .child(tick)
        .into_node()
}

/// How many; only shown once it was sent.
fn counter(
    beside: Beside,
    seller: &Code,
    key: &LineKey,
    name: &str,
    line: Memo<Option<Line>>,
    ordered: Memo<bool>,
) -> Node {
    let quantity = memo(move || line.with(|line| line.as_ref().map_or(0, |line| line.quantity)));
    let (seller, key, name) = (seller.clone(), key.clone(), name.to_owned());
    let counter = move || {
        if ordered.get() {
            return h::span().child(t::times(quantity.get())).into_node();
        }
        let labels =
            StepperLabels { value: t::quantity(&name), less: t::less(&name), more: t::more(&name) };
        let (seller, key) = (seller.clone(), key.clone());
        let changed = move |count| beside.state.set_quantity(&seller, &key, count);
        h::group().child(stepper(quantity, 1..=MOST, labels, changed)).into_node()
    };
    counter.into_node()
}

/// Takes the line out, and back in where that was a slip.
fn remover(
    beside: Beside,
    seller: &Code,
    key: &LineKey,
    name: &str,
    line: Memo<Option<Line>>,
) -> Node {
    let toasts = Toasts::expect();
    let (seller, key, label, name) =
        (seller.clone(), key.clone(), t::remove(name), name.to_owned());
    let tapped = move |_| {
        let quantity = line.with_untracked(|line| line.as_ref().map_or(1, |line| line.quantity));
        beside.state.set_quantity(&seller, &key, 0);
        let (seller, key) = (seller.clone(), key.clone());
        toasts.say_with_undo(t::removed(&name), t::UNDO, move || {
            beside.state.set_quantity(&seller, &key, quantity);
        });
    };
    h::button()
        .class("icon-button")
        .attr("aria-label", label)
        .on("click", tapped)
        .child(icon("trash"))
        .into_node()
}

/// What the visitor must know before sending.
fn notes(beside: Beside, seller: &Code, line: Option<Line>, today: &Today) -> Vec<Node> {
    let Some(line) = line else { return Vec::new() };
    match today {
        Today::Unknown => Vec::new(),
        Today::Gone => vec![notice("notice notice--warn", "warning", t::GONE.into_node())],
        Today::Sold(offer) => [
            changed(beside, seller, &line, offer),
            offer.sold_out.then(|| warning(t::SOLD_OUT)),
            (line.quantity < offer.minimum)
                .then(|| warning(t::too_few(offer.minimum, &line.seen.unit))),
            elsewhere(&line, offer),
        ]
        .into_iter()
        .flatten()
        .gather(),
    }
}

/// Another price, or a choice that is no longer offered.
fn changed(beside: Beside, seller: &Code, line: &Line, offer: &Offer) -> Option<Node> {
    let Some(price) = offer.price else { return Some(warning(t::CHOICE_GONE)) };
    if price == line.seen.price {
        return None;
    }
    let (seller, key) = (seller.clone(), line.key());
    let accepted = move |_| beside.state.reprice(&seller, &key, price);
    let words = h::group()
        .child(t::price_changed(line.seen.price, price))
        .child(" ")
        .child(h::button().class("link").on("click", accepted).child(t::ACCEPT));
    Some(notice("notice notice--warn", "info", words.into_node()))
}

/// The shop in which the JBL price holds, or the only one that takes the order.
fn elsewhere(line: &Line, offer: &Offer) -> Option<Node> {
    let by_message = offer.ways.iter().any(|way| way.channel == Channel::Whatsapp);
    let Some(way) = offer.ways.first() else { return Some(warning(t::NO_WAY)) };
    let catalogue = Catalogue::expect();
    let channel = catalogue.channel(way.channel);
    let words = match offer.jbl {
        Some(price) if way.channel != Channel::Whatsapp => {
            let told = t::jbl_price(&catalogue.called(Label::JblShort), price, &channel);
            format!("{told}{}", catalogue.called(Label::JblPayment))
        }
        _ if !by_message => t::elsewhere(&channel),
        _ => return None,
    };
    let link = way_link(way, &line.seen.name);
    Some(notice("notice", "tag", h::group().child(h::p().child(words)).child(link).into_node()))
}

fn way_link(way: &Way, name: &str) -> Option<Node> {
    let link = way.link.clone()?;
    Some(order_link(way.channel, move || link.clone(), Weight::Other, name))
}

fn warning(words: impl Into<String>) -> Node {
    let words: String = words.into();
    notice("notice notice--warn", "info", words.into_node())
}

fn notice(class: &'static str, sign: &'static str, words: Node) -> Node {
    h::div().class(class).child(icon(sign)).child(h::div().child(words)).into_node()
}
