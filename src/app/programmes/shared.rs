//! `/daftar#…`: a list or an order that somebody has shared; without one, the visitor's own basket as such a list.
//!
//! What stands behind `#` never leaves the browser: no server is told of it.

use crate::app::browser::page;
use crate::app::data::catalogue::Catalogue;
use crate::app::data::load::Load;
use crate::app::node::{IntoNode, Node, h};
use crate::app::parts::copy::copy;
use crate::app::parts::outside::outside;
use crate::app::programmes::begun::begun;
use crate::app::programmes::code::code;
use crate::app::programmes::out::print;
use crate::app::state::basket::BasketState;
use crate::app::state::site::Site;
use crate::app::state::toast::Toasts;
use crate::app::text::t::product::NOT_COPIED;
use crate::app::text::t::shared as t;
use crate::app::ui::icon::icon;
use crate::domain::basket::{LineKey, Seen};
use crate::domain::code::Code;
use crate::domain::link::SafeLink;
use crate::domain::money::Rupiah;
use crate::domain::product::{Listing, Product, Stock};
use crate::domain::shared_list::{List, Order, Pick, Shared};
use crate::domain::variant::{describe, surcharge};
use crate::route::{Route, planned};
use crate::search::cards::Cards;
use leptos::prelude::*;

/// The page of a shared list.
pub fn shared_page() -> Node {
    let fragment = page::fragment();
    let content = if fragment.is_empty() {
        own_basket()
    } else {
        match Shared::decode(&fragment) {
            Ok(Shared::List(list)) => goods(list),
            Ok(Shared::Order(order)) => packages(order, fragment),
            Err(error) => h::div()
                .class("notice notice--warn")
                .attr("role", "alert")
                .child(icon("warning"))
                .child(h::div().child(t::wrong(error)))
                .into_node(),
        }
    };
    begun(Route::Shared).child(content).into_node()
}

/// The basket as a list to be told on.
fn own_basket() -> Node {
    let (catalogue, basket) = (Catalogue::expect(), BasketState::expect());
    let (site, toasts) = (Site::expect(), Toasts::expect());
    let content = move || {
        let lines: Vec<_> = basket.basket.with(|basket| basket.lines().cloned().collect());
        if lines.is_empty() {
            return h::div()
                .class("empty empty--quiet")
                .child(h::h2().class("empty__title").child(t::EMPTY_TITLE))
                .child(h::p().class("empty__text").child(t::EMPTY_TEXT))
                .into_node();
        }
        let manifest = catalogue.manifest.with(Load::ready);
        let market = manifest.as_ref().map(|manifest| &manifest.market);
        let data = market.and_then(|market| market.data_as_of).map(|day| day.basic());
        let picks = lines
            .iter()
            .map(|line| Pick {
                code: line.code.clone(),
                choice: line.choice.clone(),
                quantity: line.quantity,
            })
            .collect();
        let rows: Vec<Node> = lines
            .iter()
            .map(|line| {
                let choice = describe(&line.choice);
                row(
                    &line.code,
                    &line.seen.name,
                    &choice,
                    &t::line(line.quantity, &line.seen.unit, line.seen.price),
                )
            })
            .collect();
        let list = Shared::List(List { data: data.unwrap_or_default(), picks });
        let ways = list.encode().map_or_else(
            || h::p().child(t::TOO_LONG).into_node(),
            |text| ways(toasts, format!("{}#{text}", site.url(market, &Route::Shared.path()))),
        );
        h::group()
            .child(h::p().class("page__lead").child(t::OWN_LEAD))
            .child(h::ul().class("panel shared").child(rows))
            .child(ways)
            .into_node()
    };
    h::group().child(content).into_node()
}

/// Telling an address on.
fn ways(toasts: Toasts, address: String) -> Node {
    let (link, shown) = (SafeLink::whatsapp(None, &t::share(&address)), address.clone());
    let content = h::group().child(icon("chat")).child(t::SEND).into_node();
    h::div()
        .class("planner__ways")
        .child(outside(move || link.clone(), "button button--main", content, None))
        .child(
            h::button()
                .class("button")
                .on("click", move |_| copy(toasts, address.clone(), t::COPIED, NOT_COPIED))
                .child(icon("copy"))
                .child(t::COPY),
        )
        .child(code(shown))
        .child(print())
        .into_node()
}

fn row(code: &Code, name: &str, choice: &str, line: &str) -> Node {
    let choice = (!choice.is_empty()).then(|| h::p().class("meta").child(choice.to_owned()));
    h::li()
        .child(h::a().attr("href", Route::Product(code.clone()).path()).child(name.to_owned()))
        .child(choice)
        .child(h::p().class("package__price").child(line.to_owned()))
        .into_node()
}

/// What a product of the list is today.
enum Today {
    Waiting,
    Gone,
    /// In a choice that is no longer offered, or sold out.
    Other(Box<Product>),
    Sold(Box<Product>, Rupiah),
}

fn today(catalogue: Catalogue, pick: &Pick) -> Today {
    match catalogue.product(&pick.code).get() {
        Load::Ready(listing) => match &*listing {
            Listing::Withdrawn(_) => Today::Gone,
            Listing::Sold(product) => {
                let fits = product.card.stock != Stock::Habis;
                match surcharge(&product.variants, &pick.choice).filter(|_| fits) {
                    Some(delta) => Today::Sold(product.clone(), product.card.price.shifted(delta)),
                    None => Today::Other(product.clone()),
                }
            }
        },
        Load::Missing => Today::Gone,
        Load::Loading | Load::Slow | Load::Failed(_) => Today::Waiting,
    }
}

/// A list of goods, at today's prices.
fn goods(list: List) -> Node {
    let (basket, toasts, site) = (BasketState::expect(), Toasts::expect(), Site::expect());
    let catalogue = Catalogue::expect();
    // Whatever is asked for before the manifest is there is fetched once it is.
    let rows: Vec<Node> = list
        .picks
        .iter()
        .cloned()
        .map(|pick| {
            let shown = move || {
                let choice = describe(&pick.choice);
                match today(catalogue, &pick) {
                    Today::Waiting => row(&pick.code, pick.code.as_str(), &choice, t::WAITING),
                    Today::Gone => row(&pick.code, pick.code.as_str(), &choice, t::GONE),
                    Today::Other(product) => row(&pick.code, &product.card.name, &choice, t::OTHER),
                    Today::Sold(product, price) => {
                        let line = t::line(pick.quantity, &product.card.unit, price);
                        row(&pick.code, &product.card.name, &choice, &line)
                    }
                }
            };
            h::group().child(shown).into_node()
        })
        .collect();
    let picks = list.picks.clone();
    let take = move |_| {
        let mut taken = 0;
        for pick in &picks {
            let Today::Sold(product, price) = untrack(|| today(catalogue, pick)) else { continue };
            let card = product.card;
            let key = LineKey { code: card.code, choice: pick.choice.clone() };
            let seen = Seen {
                name: card.name,
                seller: card.seller,
                shop: card.shop,
                price,
                unit: card.unit,
                picture: card.picture,
            };
            basket.add(key, pick.quantity.max(card.minimum), seen, |_| {});
            taken += 1;
        }
        toasts.say_with_link(t::taken(taken), t::TO_BASKET, Route::Basket.path());
    };
    let shared = Shared::List(list.clone());
    let again = move || {
        let manifest = catalogue.manifest.with(Load::ready);
        let market = manifest.as_ref().map(|manifest| &manifest.market);
        let text = shared.encode()?;
        Some(ways(toasts, format!("{}#{text}", site.url(market, &Route::Shared.path()))))
    };
    h::group()
        .child(h::p().class("page__lead").child(t::list_lead(list.picks.len())))
        .child(h::ul().class("panel shared").child(rows))
        .child(
            h::div().class("planner__ways").child(
                h::button()
                    .class("button button--main")
                    .on("click", take)
                    .child(icon("bag"))
                    .child(t::TAKE_ALL),
            ),
        )
        .child(again)
        .into_node()
}

/// An office's order, as it was sent; `text` is the order as its address has it.
fn packages(order: Order, text: String) -> Node {
    let (catalogue, site) = (Catalogue::expect(), Site::expect());
    let shared = text.clone();
    let as_code = move || {
        let manifest = catalogue.manifest.with(Load::ready);
        let market = manifest.as_ref().map(|manifest| &manifest.market);
        code(format!("{}#{shared}", site.url(market, &Route::Shared.path())))
    };
    let content = move || {
        let cards = catalogue.cards.with(Load::ready);
        let packages: Vec<Node> = order
            .packages
            .iter()
            .map(|parcel| {
                let rows: Vec<Node> = parcel
                    .items
                    .iter()
                    .map(|item| {
                        let name = name(cards.as_deref(), &item.pick.code);
                        let line = t::line(item.pick.quantity, "", item.price);
                        row(&item.pick.code, &name, &describe(&item.pick.choice), &line)
                    })
                    .collect();
                h::article()
                    .class("package panel")
                    .child(
                        h::div()
                            .class("package__head")
                            .child(h::h2().child(parcel.name.clone()))
                            .child(h::p().child(t::parcel(parcel.count, parcel.budget))),
                    )
                    .child(h::ul().class("shared").child(rows))
                    .into_node()
            })
            .collect();
        h::group()
            .child(h::p().class("page__lead").child(t::order_lead(&order.office, &order.round)))
            .child(h::div().class("packages").child(packages))
            .into_node()
    };
    h::group()
        .child(content)
        .child(
            h::div()
                .class("planner__ways")
                .child(
                    h::a()
                        .class("button button--main")
                        .attr("href", planned(&text))
                        .child(t::TO_PLANNER),
                )
                .child(as_code)
                .child(print()),
        )
        .into_node()
}

fn name(cards: Option<&Cards>, code: &Code) -> String {
    let card = cards.and_then(|cards| cards.get(code));
    card.map_or_else(|| code.to_string(), |card| card.name.clone())
}
