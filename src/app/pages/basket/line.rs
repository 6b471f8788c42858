//! One line: what it is, how many, and what has become of it since it was put in.

use crate::app::pages::basket::Beside;
use crate::app::parts::order_links::{Weight, order_link};
use crate::app::parts::product_card::picture;
use crate::app::parts::tone;
use crate::app::state::toast::Toasts;
use crate::app::text::t::basket as t;
use crate::app::ui::icon::icon;
use crate::app::ui::stepper::{Stepper, StepperLabels};
use crate::domain::basket::{Line, LineKey, MOST};
use crate::domain::channel::Channel;
use crate::domain::code::Code;
use crate::domain::offer::Way;
use crate::domain::today::{Offer, Today};
use crate::domain::variant::describe;
use crate::route::Route;
use leptos::prelude::*;

/// The pictures of a basket are small on every screen.
const SIZES: &str = "92px";

/// One line of a seller; `alone` where the seller's own tick says it all.
pub(super) fn line(beside: Beside, seller: Code, key: LineKey, alone: Memo<bool>) -> AnyView {
    let state = beside.state;
    let line = {
        let key = key.clone();
        Memo::new(move |_| state.basket.with(|basket| basket.line(&key).cloned()))
    };
    let Some(first) = line.get_untracked() else { return ().into_any() };
    // Asked for here, outside of anything that runs again.
    drop(beside.listing(&first.code));
    let today = Memo::new(move |_| line.get().map_or(Today::Unknown, |line| beside.today(&line)));
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
        let choice = (!choice.is_empty()).then(|| view! { <span>{choice}</span>" " });
        Some(view! { {choice}<span>{t::each(line.seen.price, &line.seen.unit)}</span> })
    };
    let total = move || Some(today.get().priced(&line.get()?).total().to_string());
    let ordered =
        Memo::new(move |_| line.with(|line| line.as_ref().is_some_and(|line| line.ordered)));
    let tick = {
        let (seller, key, name) = (seller.clone(), key.clone(), name.clone());
        move || {
            let (seller, key) = (seller.clone(), key.clone());
            (!alone.get()).then(|| {
                let ticked = move |event| {
                    let keys = std::slice::from_ref(&key);
                    state.set_ordered(&seller, keys, event_target_checked(&event));
                };
                view! {
                    <label class="option">
                        <input type="checkbox" prop:checked=move || ordered.get() on:change=ticked/>
                        <span>{t::TICK}<span class="visually-hidden">": "{name.clone()}</span></span>
                    </label>
                }
            })
        }
    };
    let count = counter(beside, &seller, &key, &name, line, ordered);
    let remove = remover(beside, &seller, &key, &name, line);
    let notes = move || notes(beside, &seller, line.get(), &today.get());
    view! {
        <li class="basket-line">
            {image}
            <h3 class="basket-line__name"><a href=Route::Product(first.code.clone()).path()>{name.clone()}</a></h3>
            <p class="basket-line__note meta">{note}</p>
            <div class="basket-line__buy">
                <p class="price">{total}</p>
                <div class="basket-line__tools">{count}{remove}</div>
            </div>
            {notes}
            {tick}
        </li>
    }
    .into_any()
}

/// How many; only shown once it was sent.
fn counter(
    beside: Beside,
    seller: &Code,
    key: &LineKey,
    name: &str,
    line: Memo<Option<Line>>,
    ordered: Memo<bool>,
) -> AnyView {
    let quantity =
        Memo::new(move |_| line.with(|line| line.as_ref().map_or(0, |line| line.quantity)));
    let (seller, key, name) = (seller.clone(), key.clone(), name.to_owned());
    let counter = move || {
        if ordered.get() {
            return view! { <span>{t::times(quantity.get())}</span> }.into_any();
        }
        let labels =
            StepperLabels { value: t::quantity(&name), less: t::less(&name), more: t::more(&name) };
        let (seller, key) = (seller.clone(), key.clone());
        let changed = Callback::new(move |count| beside.state.set_quantity(&seller, &key, count));
        view! { <Stepper value=quantity least=1 most=MOST labels on_change=changed/> }.into_any()
    };
    counter.into_any()
}

/// Takes the line out, and back in where that was a slip.
fn remover(
    beside: Beside,
    seller: &Code,
    key: &LineKey,
    name: &str,
    line: Memo<Option<Line>>,
) -> AnyView {
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
    view! { <button class="icon-button" type="button" aria-label=label on:click=tapped>{icon("trash")}</button> }.into_any()
}

/// What the visitor must know before sending.
fn notes(beside: Beside, seller: &Code, line: Option<Line>, today: &Today) -> Vec<AnyView> {
    let Some(line) = line else { return Vec::new() };
    match today {
        Today::Unknown => Vec::new(),
        Today::Gone => vec![notice("notice notice--warn", "warning", t::GONE.into_any())],
        Today::Sold(offer) => [
            changed(beside, seller, &line, offer),
            offer.sold_out.then(|| warning(t::SOLD_OUT)),
            (line.quantity < offer.minimum)
                .then(|| warning(t::too_few(offer.minimum, &line.seen.unit))),
            elsewhere(&line, offer),
        ]
        .into_iter()
        .flatten()
        .collect(),
    }
}

/// Another price, or a choice that is no longer offered.
fn changed(beside: Beside, seller: &Code, line: &Line, offer: &Offer) -> Option<AnyView> {
    let Some(price) = offer.price else { return Some(warning(t::CHOICE_GONE)) };
    if price == line.seen.price {
        return None;
    }
    let (seller, key) = (seller.clone(), line.key());
    let accepted = move |_| beside.state.reprice(&seller, &key, price);
    let words = view! {
        {t::price_changed(line.seen.price, price)}" "<button class="link" type="button" on:click=accepted>{t::ACCEPT}</button>
    };
    Some(notice("notice notice--warn", "info", words.into_any()))
}

/// The shop in which the JBL price holds, or the only one that takes the order.
fn elsewhere(line: &Line, offer: &Offer) -> Option<AnyView> {
    let by_message = offer.ways.iter().any(|way| way.channel == Channel::Whatsapp);
    let Some(way) = offer.ways.first() else { return Some(warning(t::NO_WAY)) };
    let words = match offer.jbl {
        Some(price) if way.channel != Channel::Whatsapp => {
            format!("{}{}", t::jbl_price(price, way.channel), t::NO_COD)
        }
        _ if !by_message => t::elsewhere(way.channel),
        _ => return None,
    };
    let link = way_link(way, &line.seen.name);
    Some(notice("notice", "tag", view! { <p>{words}</p>{link} }.into_any()))
}

fn way_link(way: &Way, name: &str) -> Option<AnyView> {
    let link = way.link.clone()?;
    Some(order_link(way.channel, move || link.clone(), Weight::Other, name))
}

fn warning(words: impl Into<String>) -> AnyView {
    let words: String = words.into();
    notice("notice notice--warn", "info", words.into_any())
}

fn notice(class: &'static str, sign: &'static str, words: AnyView) -> AnyView {
    view! { <div class=class>{icon(sign)}<div>{words}</div></div> }.into_any()
}
