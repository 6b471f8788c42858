//! What is ordered from one seller: its lines, the sum, the message.

use crate::app::node::{IntoNode, Node, each, h};
use crate::app::pages::basket::{Beside, line};
use crate::app::parts::copy::copy;
use crate::app::parts::outside::outside;
use crate::app::parts::seller_strip::sign;
use crate::app::reactive::{Memo, memo};
use crate::app::state::toast::Toasts;
use crate::app::text::t::basket as t;
use crate::app::text::t::product::{COPIED, COPY_MESSAGE, NOT_COPIED, order};
use crate::app::ui::icon::icon;
use crate::domain::basket::{Line, SellerLines};
use crate::domain::channel::Channel;
use crate::domain::code::Code;
use crate::domain::gather::Gather;
use crate::domain::order::links;
use crate::domain::seller::WhatsApp;
use crate::domain::variant::describe;
use crate::route::Route;
use leptos::prelude::*;

/// The section of one seller.
pub(super) fn group(beside: Beside, seller: Code) -> Node {
    let own = {
        let seller = seller.clone();
        memo(move || {
            beside.state.basket.with(|basket| {
                let groups = basket.by_seller();
                groups.into_iter().find(|group| group.seller == seller)
            })
        })
    };
    let lines = move || own.get().map(|group| group.lines).unwrap_or_default();
    let keys = memo(move || lines().iter().map(Line::key).gather());
    let alone = memo(move || keys.with(|keys| keys.len() < 2));
    let done = memo(move || lines().iter().all(|line| line.ordered));
    let shop = own.get_untracked().map(|group| group.shop).unwrap_or_default();
    let heading = format!("penjual-{seller}");
    let labelled_by = heading.clone();
    let class =
        move || if done.get() { "basket-seller basket-seller--done" } else { "basket-seller" };
    let badge = move || done.get().then(|| h::span().class("badge badge--ok").child(t::ORDERED));
    let tick = {
        let (seller, shop) = (seller.clone(), shop.clone());
        let ticked = move |event| {
            beside.state.set_ordered(&seller, &keys.get_untracked(), event_target_checked(&event));
        };
        h::label()
            .class("option")
            .child(
                h::input()
                    .attr("type", "checkbox")
                    .prop("checked", move || done.get())
                    .on("change", ticked),
            )
            .child(
                h::span()
                    .child(t::TICK)
                    .child(h::span().class("visually-hidden").child(": ").child(shop)),
            )
    };
    h::section()
        .class(class)
        .attr("aria-labelledby", labelled_by)
        .child(
            h::div()
                .class("basket-seller__head")
                .child(sign(&seller, &shop))
                .child(
                    h::div()
                        .child(
                            h::h2().attr("id", heading).child(
                                h::a()
                                    .attr("href", Route::Seller(seller.clone()).path())
                                    .child(shop.clone()),
                            ),
                        )
                        .child(place(beside, own)),
                )
                .child(badge),
        )
        .child(h::ul().class("basket-seller__lines").child(each(
            move || keys.get(),
            |key| format!("{} {}", key.code, describe(&key.choice)),
            move |key| line::line(beside, seller.clone(), key, alone),
        )))
        .child(h::div().class("basket-seller__foot").child(foot(beside, own)).child(tick))
        .into_node()
}

/// Where the seller is, by its first product that is on sale.
fn place(beside: Beside, own: Memo<Option<SellerLines>>) -> Node {
    let place = move || {
        let cards = beside.catalogue.cards.get().ready()?;
        let code = own.with(|group| group.as_ref()?.lines.first().map(|line| line.code.clone()))?;
        let kecamatan = cards.get(&code)?.kecamatan;
        Some(
            h::group()
                .child(h::span().child(kecamatan.name()))
                .child(" ")
                .child(h::span().child(kecamatan.city().name())),
        )
    };
    h::p().class("meta").child(place).into_node()
}

/// The sum and the message.
fn foot(beside: Beside, own: Memo<Option<SellerLines>>) -> Node {
    let to_send = memo(move || own.get().and_then(|group| beside.to_send(&group)));
    let all = move || own.with(|group| group.as_ref().map_or(0, |group| group.lines.len()));
    let sum = move || {
        // Where nothing goes by message the sum still helps.
        let group = to_send.get().or_else(|| beside.at_todays_price(own.get()?))?;
        let label = if group.lines.len() == all() {
            t::SUBTOTAL.to_owned()
        } else {
            t::subtotal_of(group.lines.len(), all())
        };
        let sum = group.total().map_or_else(|| t::NO_SUM.to_owned(), |sum| sum.to_string());
        Some(h::p().class("order__total").child(h::span().child(label)).child(h::b().child(sum)))
    };
    let messages = memo(move || to_send.get().map(|group| beside.messages(&group)));
    let preview = move || {
        let parts = messages.get()?;
        let parts: Vec<Node> =
            parts.into_iter().map(|part| h::p().class("message").child(part).into_node()).gather();
        Some(parts)
    };
    let has_message = memo(move || to_send.with(Option::is_some));
    let details = move || {
        has_message.get().then(|| {
            h::details()
                .class("disclosure")
                .child(h::summary().child(t::SHOW_MESSAGE))
                .child(h::div().class("disclosure__body").child(preview))
        })
    };
    h::group()
        .child(sum)
        .child(details)
        .child(move || actions(beside, to_send.get(), messages))
        .into_node()
}

/// Sending and copying; only copying while nobody to send it to is known.
fn actions(
    beside: Beside,
    group: Option<SellerLines>,
    messages: Memo<Option<Vec<String>>>,
) -> Option<Node> {
    let group = group?;
    let toasts = Toasts::expect();
    let receiver: Option<WhatsApp> = group
        .lines
        .iter()
        .find_map(|line| beside.today(line).offer().and_then(|offer| offer.whatsapp.clone()));
    let send: Vec<Node> = match &receiver {
        None => vec![h::p().class("order__small").child(t::NO_NUMBER).into_node()],
        Some(receiver) => {
            let parts = links(&messages.get().unwrap_or_default(), receiver.number());
            let count = parts.len();
            parts
                .into_iter()
                .enumerate()
                .map(|(at, link)| {
                    let part = if count > 1 { t::part(at + 1, count) } else { String::new() };
                    let label = format!("{}{part}", order(Channel::Whatsapp, ""));
                    let name = format!("{label}: {}", group.shop);
                    let content = h::group().child(icon("chat")).child(label).into_node();
                    outside(move || link.clone(), "button button--main", content, Some(name))
                })
                .gather()
        }
    };
    let copied = move |_| {
        let text = messages.get_untracked().unwrap_or_default().join("\n\n");
        copy(toasts, text, COPIED, NOT_COPIED);
    };
    Some(
        h::div()
            .class("basket-seller__actions")
            .child(send)
            .child(
                h::button()
                    .class("button")
                    .on("click", copied)
                    .child(icon("copy"))
                    .child(COPY_MESSAGE)
                    .child(
                        h::span().class("visually-hidden").child(": ").child(group.shop.clone()),
                    ),
            )
            .into_node(),
    )
}
