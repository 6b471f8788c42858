//! `/lapor#…`: telling the office that something published is wrong, in a message by which staff find it at once.
//!
//! Nothing is sent from here and nothing about a person is asked: the message is handed to another program.

mod facts;

use crate::app::data::catalogue::Catalogue;
use crate::app::node::{IntoNode, Node, h};
use crate::app::parts::copy::copy;
use crate::app::parts::loading::{loaded, not_found};
use crate::app::parts::outside::outside;
use crate::app::programmes::begun::begun;
use crate::app::programmes::report::facts::{Facts, of_product, of_seller, of_withdrawn};
use crate::app::reactive::RwSignal;
use crate::app::state::clock::Clock;
use crate::app::state::site::Site;
use crate::app::state::toast::Toasts;
use crate::app::text::t::product::NOT_COPIED;
use crate::app::text::t::report as t;
use crate::app::ui::icon::icon;
use crate::domain::link::SafeLink;
use crate::domain::market::Market;
use crate::domain::office::{Way, ways};
use crate::domain::product::Listing;
use crate::format::manifest::Manifest;
use crate::route::{Route, Subject, reported};
use leptos::prelude::*;
use std::sync::Arc;

/// The page of a report; `fragment` is what its address has behind `#`.
pub fn report_page(fragment: &str) -> Node {
    let content = match reported(fragment) {
        Some(subject) => about(subject),
        None => h::p().child(t::NO_SUBJECT).into_node(),
    };
    begun(Route::Report).child(content).into_node()
}

/// The form, once it is known what is published.
fn about(subject: Subject) -> Node {
    let (catalogue, clock) = (Catalogue::expect(), Clock::expect());
    let retry = move || catalogue.open_manifest();
    let content = move || {
        let subject = subject.clone();
        loaded(catalogue.manifest.get(), not_found, retry, move |manifest| match subject {
            Subject::Product(code) => {
                let again = code.clone();
                let retry = move || {
                    catalogue.product(&again);
                };
                loaded(catalogue.product(&code).get(), not_found, retry, move |listing| {
                    let now = clock.turn.get_untracked();
                    let facts = match listing.as_ref() {
                        Listing::Sold(product) => of_product(product, &manifest, now),
                        Listing::Withdrawn(product) => of_withdrawn(product),
                    };
                    form(facts, manifest)
                })
            }
            Subject::Seller(code) => {
                let again = code.clone();
                let retry = move || {
                    catalogue.seller(&again);
                };
                loaded(catalogue.seller(&code).get(), not_found, retry, move |seller| {
                    form(of_seller(&seller), manifest)
                })
            }
        })
    };
    content.into_node()
}

fn form(facts: Facts, manifest: Arc<Manifest>) -> Node {
    let field: RwSignal<Option<usize>> = RwSignal::new(None);
    let right = RwSignal::new(String::new());
    let choices: Vec<Node> = facts
        .fields
        .iter()
        .enumerate()
        .map(|(at, (label, published))| choice(field, at, label, published))
        .collect();
    let (name, _) = facts.product.as_ref().unwrap_or(&facts.seller);
    let of = facts
        .product
        .as_ref()
        .map(|_| h::p().class("meta").child(h::span().child(facts.seller.0.clone())));
    h::group()
        .child(
            h::section()
                .class("panel planner__form report")
                .attr("aria-labelledby", "tentang-apa")
                .child(
                    h::div()
                        .child(
                            h::h2()
                                .attr("id", "tentang-apa")
                                .child(h::a().attr("href", facts.page.path()).child(name.clone())),
                        )
                        .child(of),
                )
                .child(
                    h::fieldset()
                        .class("field")
                        .child(h::legend().class("field__label").child(t::WHICH))
                        .child(choices),
                )
                .child(
                    h::div()
                        .class("field")
                        .child(
                            h::label().class("field__label").attr("for", "benar").child(t::RIGHT),
                        )
                        .child(
                            h::textarea()
                                .class("input")
                                .attr("id", "benar")
                                .attr("rows", "3")
                                .attr("maxlength", "500")
                                .attr("aria-describedby", "benar-petunjuk")
                                .on("input", move |event| right.set(event_target_value(&event))),
                        )
                        .child(
                            h::p()
                                .class("field__hint")
                                .attr("id", "benar-petunjuk")
                                .child(t::RIGHT_HINT),
                        ),
                ),
        )
        .child(finished(facts, manifest, field, right))
        .into_node()
}

fn choice(field: RwSignal<Option<usize>>, at: usize, label: &'static str, published: &str) -> Node {
    let published = if published.is_empty() && label != t::OTHER { t::ABSENT } else { published };
    h::label()
        .class("option")
        .child(
            h::input()
                .attr("type", "radio")
                .attr("name", "keliru")
                .on("change", move |_| field.set(Some(at))),
        )
        .child(
            h::span()
                .child(h::b().child(label))
                .child(" ")
                .child(h::span().class("report__value").child(published.to_owned())),
        )
        .into_node()
}

/// The message as it is now, and the ways to hand it over.
fn finished(
    facts: Facts,
    manifest: Arc<Manifest>,
    field: RwSignal<Option<usize>>,
    right: RwSignal<String>,
) -> Node {
    let (catalogue, site, toasts) = (Catalogue::expect(), Site::expect(), Toasts::expect());
    let content = move || {
        let Some((label, published)) = field.get().and_then(|at| facts.fields.get(at)) else {
            return h::p().class("planner__sellers").child(t::CHOOSE).into_node();
        };
        let market = &manifest.market;
        let (right, generation) = (right.get(), catalogue.generation.get());
        let message = t::message(&t::Told {
            market: &market.name,
            product: facts.product.as_ref().map(|(name, code)| (name.as_str(), code)),
            seller: Some((&facts.seller.0, &facts.seller.1)),
            url: &site.url(Some(market), &facts.page.path()),
            field: label,
            published,
            right: right.trim(),
            data: &market.data_as_of.map(|day| day.long()).unwrap_or_default(),
            generation: generation.rsplit('/').next().unwrap_or_default(),
        });
        h::group()
            .child(h::p().class("message").child(message.clone()))
            .child(hand_over(market, message, toasts))
            .into_node()
    };
    h::section()
        .class("section")
        .attr("aria-labelledby", "pesan-judul")
        .child(
            h::div()
                .class("section__head")
                .child(h::h2().class("section__title").attr("id", "pesan-judul").child(t::MESSAGE)),
        )
        .child(h::div().attr("aria-live", "polite").child(content))
        .into_node()
}

fn hand_over(market: &Market, message: String, toasts: Toasts) -> Node {
    let contact = &market.office_contact;
    let ways = ways(contact);
    let words = match (contact.is_empty(), ways.is_empty()) {
        (true, _) => Some(h::p().class("notice").child(t::NO_CONTACT)),
        (false, true) => Some(h::p().class("notice").child(t::contact(contact))),
        (false, false) => None,
    };
    let is_example = market.example && ways.iter().any(|way| matches!(way, Way::Whatsapp(_)));
    let example = is_example.then(|| h::p().class("order__small").child(t::EXAMPLE));
    let links: Vec<Node> = ways.into_iter().map(|way| link(way, market, &message)).collect();
    h::group()
        .child(words)
        .child(
            h::div().class("planner__ways").child(links).child(
                h::button()
                    .class("button")
                    .on("click", move |_| copy(toasts, message.clone(), t::COPIED, NOT_COPIED))
                    .child(icon("copy"))
                    .child(t::COPY),
            ),
        )
        .child(example)
        .into_node()
}

fn link(way: Way, market: &Market, message: &str) -> Node {
    let (link, sign, words) = match way {
        // In an example market nobody's phone is opened.
        Way::Whatsapp(number) => {
            let number = (!market.example).then_some(&number);
            (SafeLink::whatsapp(number, message), "chat", t::SEND)
        }
        Way::Email(address) => (SafeLink::mail(&address, t::TITLE, message), "link-out", t::MAIL),
        Way::Page(link) => (link, "link-out", t::PAGE),
    };
    let content = h::group().child(icon(sign)).child(words).into_node();
    outside(move || link.clone(), "button button--main", content, None)
}
