//! `/cetak#…`: cards with a QR code that stand beside the goods at a bazaar, on A6, or four on a sheet of A4.
//!
//! What is printed stays as it is, so no promoted price is, and a price says of which day it is.

mod card;

use crate::app::browser::page;
use crate::app::data::around::Around;
use crate::app::data::catalogue::Catalogue;
use crate::app::node::{IntoNode, Node, h};
use crate::app::parts::loading::{loaded, not_found, reopen};
use crate::app::programmes::begun::begun;
use crate::app::programmes::papers;
use crate::app::programmes::stall::card::{Print, StallCard, drawn};
use crate::app::reactive::{RwSignal, spawn};
use crate::app::state::site::Site;
use crate::app::text::t::stall as t;
use crate::app::ui::icon::icon;
use crate::domain::product::Card;
use crate::format::manifest::Manifest;
use crate::papers::protocol::Drawing;
use crate::route::{Route, Stall, Subject, printed};
use crate::search::cards::Cards;
use leptos::prelude::*;
use std::sync::Arc;

/// What is printed on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Paper {
    A6,
    A4,
}

impl Paper {
    const ALL: [Self; 2] = [Self::A6, Self::A4];

    /// Its name and class, what it is in words, and how many cards it holds.
    fn facts(self) -> (&'static str, &'static str, &'static str, usize) {
        match self {
            Self::A6 => ("A6", "stall-sheet stall-sheet--a6", t::A6, 1),
            Self::A4 => ("A4", "stall-sheet stall-sheet--a4", t::A4, 4),
        }
    }
}

/// The codes of all cards in their order: nothing while they are drawn, then whether they could be.
type Codes = Option<Option<Vec<Option<Drawing>>>>;

/// The cards that there are, and what is chosen of them.
#[derive(Clone)]
struct Stand {
    cards: Arc<[StallCard]>,
    manifest: Arc<Manifest>,
    chosen: RwSignal<Vec<bool>>,
    paper: RwSignal<Paper>,
    priced: RwSignal<bool>,
    codes: RwSignal<Codes>,
    site: Site,
}

/// The page of the cards; `fragment` is what its address has behind `#`.
pub fn stall_page(fragment: &str) -> Node {
    let content = match printed(fragment) {
        Some(stall) => of(stall),
        None => h::p().child(t::NO_SUBJECT).into_node(),
    };
    begun(Route::Stall).child(content).into_node()
}

/// The choices, once the goods are known, and for an event who takes part.
fn of(stall: Stall) -> Node {
    let (catalogue, around) = (Catalogue::expect(), Around::expect());
    let retry = reopen();
    let again = move || around.open(catalogue);
    let content = move || {
        let (stall, retry) = (stall.clone(), retry.clone());
        loaded(catalogue.manifest.get(), not_found, retry.clone(), move |manifest| {
            loaded(catalogue.cards.get(), not_found, retry, move |cards| match stall {
                Stall::Of(subject) => match of_subject(&subject, &cards) {
                    Some((cards, first)) => stand(cards, first, manifest),
                    None => not_found(),
                },
                Stall::Event(code) => {
                    loaded(around.programmes.get(), not_found, again, move |around| {
                        let Some(event) = around.events.iter().find(|event| event.code == code)
                        else {
                            return not_found();
                        };
                        let shops: Vec<StallCard> = event
                            .sellers
                            .iter()
                            .filter_map(|seller| cards.of_seller(seller).next())
                            .map(StallCard::of_shop)
                            .collect();
                        let absent = event.sellers.len() - shops.len();
                        let absent = (absent > 0 && !shops.is_empty()).then(|| {
                            h::p().class("field__hint").child(t::without_goods(absent)).into_node()
                        });
                        h::group()
                            .child(h::h2().child(event.title.clone()))
                            .child(match shops.len() {
                                0 => h::p().child(t::NO_SELLERS).into_node(),
                                count => stand(shops, count, manifest),
                            })
                            .child(absent)
                            .into_node()
                    })
                }
            })
        })
    };
    content.into_node()
}

/// The cards of a product or a seller, and how many of them are chosen at first: the one that was asked for stands first.
fn of_subject(subject: &Subject, cards: &Cards) -> Option<(Vec<StallCard>, usize)> {
    let goods: Vec<&Card> = match subject {
        Subject::Product(code) => {
            let own = cards.get(code)?;
            let others = cards.of_seller(&own.seller).filter(|card| card.code != *code);
            std::iter::once(own).chain(others).collect()
        }
        Subject::Seller(code) => cards.of_seller(code).collect(),
    };
    let shop = StallCard::of_shop(goods.first()?);
    let mut all: Vec<StallCard> = goods.into_iter().map(StallCard::of_product).collect();
    match subject {
        Subject::Product(_) => all.push(shop),
        Subject::Seller(_) => all.insert(0, shop),
    }
    Some((all, 1))
}

fn stand(cards: Vec<StallCard>, first: usize, manifest: Arc<Manifest>) -> Node {
    let stand = Stand {
        chosen: RwSignal::new((0..cards.len()).map(|at| at < first).collect()),
        paper: RwSignal::new(Paper::A6),
        priced: RwSignal::new(true),
        codes: RwSignal::new(None),
        site: Site::expect(),
        cards: cards.into(),
        manifest,
    };
    stand.draw();
    h::div()
        .class("duo duo--form")
        .child(h::aside().class("duo__aside").child(stand.form()))
        .child(stand.preview())
        .into_node()
}

impl Stand {
    /// Asks for all codes at once: what draws them is started for each question.
    fn draw(&self) {
        self.codes.set(None);
        let (site, codes) = (self.site, self.codes);
        let address = |card: &StallCard| site.url(Some(&self.manifest.market), &card.page.path());
        let texts = self.cards.iter().map(address).collect();
        spawn(async move { codes.set(Some(papers::codes(texts).await)) });
    }

    fn form(&self) -> Node {
        let (paper, priced) = (self.paper, self.priced);
        let papers: Vec<Node> = Paper::ALL
            .into_iter()
            .map(|one| {
                let input = h::input()
                    .attr("type", "radio")
                    .attr("name", "kertas")
                    .prop("checked", move || paper.get() == one)
                    .on("change", move |_| paper.set(one));
                option(input.into_node(), one.facts().2.to_owned())
            })
            .collect();
        let has_price = self.cards.iter().any(|card| card.price.is_some());
        let prices = has_price.then(|| {
            let input = h::input()
                .attr("type", "checkbox")
                .attr("aria-describedby", "harga-petunjuk")
                .prop("checked", move || priced.get())
                .on("change", move |event| priced.set(event_target_checked(&event)));
            h::div().child(option(input.into_node(), t::PRICES.to_owned())).child(
                h::p().class("field__hint").attr("id", "harga-petunjuk").child(t::PRICES_HINT),
            )
        });
        h::div()
            .class("panel planner__form")
            .child(fieldset(t::PAPER, papers))
            .child(fieldset(t::CARDS, self.choices()))
            .child(prices)
            .into_node()
    }

    fn choices(&self) -> Vec<Node> {
        let chosen = self.chosen;
        let all = |words: &'static str, on: bool| {
            h::button()
                .class("button button--plain")
                .on("click", move |_| chosen.update(|chosen| chosen.fill(on)))
                .child(words)
        };
        let ways = (self.cards.len() > 1).then(|| {
            h::p()
                .class("stall__all")
                .child(all(t::ALL, true))
                .child(all(t::NONE, false))
                .into_node()
        });
        let one = |(at, card): (usize, &StallCard)| {
            let changed = move |event| {
                let on = event_target_checked(&event);
                chosen
                    .update(|chosen| chosen.iter_mut().skip(at).take(1).for_each(|one| *one = on));
            };
            let input = h::input()
                .attr("type", "checkbox")
                .prop("checked", move || chosen.with(|chosen| chosen.get(at) == Some(&true)))
                .on("change", changed);
            option(input.into_node(), card.label.clone())
        };
        ways.into_iter().chain(self.cards.iter().enumerate().map(one)).collect()
    }

    fn preview(&self) -> Node {
        let stand = self.clone();
        h::section()
            .attr("aria-labelledby", "hasil-cetak")
            .child(
                h::div().class("section__head").child(
                    h::h2().class("section__title").attr("id", "hasil-cetak").child(t::PREVIEW),
                ),
            )
            .child(move || stand.sheets())
            .into_node()
    }

    fn sheets(&self) -> Node {
        let codes = match self.codes.get() {
            None => return h::p().attr("role", "status").child(t::DRAWING).into_node(),
            Some(None) => return self.not_drawn(),
            Some(Some(codes)) => codes,
        };
        let (name, class, _, room) = self.paper.get().facts();
        let site = self.site.url(Some(&self.manifest.market), "");
        let day = self.manifest.market.data_as_of.map(|day| day.long()).unwrap_or_default();
        let print = Print {
            market: &self.manifest.market.name,
            site: site.split_once("://").map_or(site.as_str(), |(_, site)| site),
            priced: self.priced.get().then_some(day.as_str()),
        };
        let chosen = self.chosen.get();
        let cards: Vec<Node> = self
            .cards
            .iter()
            .zip(&codes)
            .zip(&chosen)
            .filter(|(_, chosen)| **chosen)
            .map(|((card, code), _)| drawn(card, code.as_ref(), &print))
            .collect();
        if cards.is_empty() {
            return h::p().attr("role", "status").child(t::CHOOSE).into_node();
        }
        let said = t::sheets(cards.len(), cards.len().div_ceil(room), name);
        let mut cards = cards.into_iter();
        let mut sheets = Vec::new();
        loop {
            let sheet: Vec<Node> = cards.by_ref().take(room).collect();
            if sheet.is_empty() {
                break;
            }
            sheets.push(h::ul().class(class).child(sheet).into_node());
        }
        h::group()
            .child(
                h::div()
                    .class("planner__ways")
                    .child(
                        h::button()
                            .class("button button--main")
                            .on("click", |_| page::print())
                            .child(icon("printer"))
                            .child(t::PRINT),
                    )
                    .child(h::p().attr("role", "status").child(said)),
            )
            .child(h::div().class("stall-sheets").child(sheets))
            .into_node()
    }

    fn not_drawn(&self) -> Node {
        let stand = self.clone();
        h::div()
            .class("planner__ways")
            .child(h::p().attr("role", "alert").child(t::NOT_DRAWN))
            .child(h::button().class("button").on("click", move |_| stand.draw()).child(t::AGAIN))
            .into_node()
    }
}

fn fieldset(legend: &'static str, content: Vec<Node>) -> Node {
    h::fieldset()
        .class("field")
        .child(h::legend().class("field__label").child(legend))
        .child(content)
        .into_node()
}

fn option(input: Node, words: String) -> Node {
    h::label().class("option").child(input).child(h::span().child(words)).into_node()
}
