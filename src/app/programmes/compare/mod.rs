//! `/banding#kode.kode…`: products side by side by what they cost for the same amount.
//!
//! What is compared stands in the address alone, so that it can be told on; it is kept nowhere.

mod choose;
mod table;

use crate::app::browser::page;
use crate::app::data::catalogue::Catalogue;
use crate::app::node::{IntoNode, Node, h};
use crate::app::parts::copy::copy;
use crate::app::parts::loading::{loaded, not_found, reopen};
use crate::app::programmes::begun::begun;
use crate::app::programmes::compare::choose::{alike, search};
use crate::app::programmes::compare::table::{removal, table};
use crate::app::reactive::RwSignal;
use crate::app::state::clock::Clock;
use crate::app::state::site::Site;
use crate::app::state::toast::Toasts;
use crate::app::text::t::compare as t;
use crate::app::text::t::product::NOT_COPIED;
use crate::app::text::t::shared::COPY;
use crate::app::ui::icon::icon;
use crate::domain::code::Code;
use crate::domain::compare::compare;
use crate::domain::offer::shown_price;
use crate::domain::product::Card;
use crate::domain::time::Moment;
use crate::format::manifest::Manifest;
use crate::route::{self, Route};
use crate::search::cards::Cards;

/// How many products are compared at most: beyond that a table is a list again.
const MOST: usize = 24;
/// Where the focus goes once what had it is gone.
const TABLES: &str = "perbandingan";

/// The products that are compared, as the address has them.
#[derive(Clone, Copy)]
struct Chosen {
    codes: RwSignal<Vec<Code>>,
    toasts: Toasts,
}

impl Chosen {
    fn change(self, change: impl FnOnce(&mut Vec<Code>), said: String) {
        self.codes.update(change);
        self.codes.with_untracked(|codes| page::replace_address(&route::compare(codes.iter())));
        self.toasts.say(said);
    }

    fn add(self, code: &Code, name: &str) {
        self.change(
            |codes| {
                if !codes.contains(code) {
                    codes.push(code.clone());
                }
                // The last one is the one that was asked for.
                if codes.len() > MOST {
                    codes.remove(0);
                }
            },
            t::added(name),
        );
    }

    fn remove(self, code: &Code, name: &str) {
        self.change(|codes| codes.retain(|one| one != code), t::removed(name));
        page::focus(TABLES);
    }
}

/// The page of a comparison; `fragment` is what its address has behind `#`.
pub fn compare_page(fragment: &str) -> Node {
    let (catalogue, clock) = (Catalogue::expect(), Clock::expect());
    let (mut codes, is_whole) = route::compared(fragment);
    let is_full = codes.len() > MOST;
    codes.truncate(MOST);
    let chosen = Chosen { codes: RwSignal::new(codes), toasts: Toasts::expect() };
    let retry = reopen();
    let content = move || {
        let now = clock.turn.get();
        let retry = retry.clone();
        loaded(catalogue.manifest.get(), not_found, retry.clone(), move |manifest| {
            loaded(catalogue.cards.get(), not_found, retry, move |cards| {
                tables(chosen, &cards, &manifest, now)
            })
        })
    };
    begun(Route::Compare)
        .child((!is_whole).then(|| warning(t::UNREAD.to_owned())))
        .child(is_full.then(|| warning(t::too_many(MOST))))
        .child(search(chosen))
        .child(h::div().attr("id", TABLES).attr("tabindex", "-1").child(content))
        .into_node()
}

fn warning(words: String) -> Node {
    h::div()
        .class("notice notice--warn")
        .child(icon("warning"))
        .child(h::div().child(words))
        .into_node()
}

/// A heading with what belongs to it.
fn section(title: String, note: Option<&'static str>, content: impl IntoNode) -> Node {
    h::section()
        .class("section")
        .child(
            h::div()
                .class("section__head")
                .child(h::h2().class("section__title").child(title))
                .child(note.map(|note| h::p().class("section__note").child(note))),
        )
        .child(content)
        .into_node()
}

fn tables(chosen: Chosen, cards: &Cards, manifest: &Manifest, now: Moment) -> Node {
    let codes = chosen.codes.get();
    if codes.is_empty() {
        return h::p().class("planner__sellers").child(t::EMPTY).into_node();
    }
    let here: Vec<&Card> = codes.iter().filter_map(|code| cards.get(code)).collect();
    let comparison = compare(&here, &|card| shown_price(card, &manifest.editions, now));
    let unlike = (comparison.groups.len() > 1).then_some(t::UNLIKE);
    let groups: Vec<Node> = comparison
        .groups
        .iter()
        .enumerate()
        .map(|(at, group)| {
            let note = unlike.filter(|_| at == 0);
            section(t::per(group.kind), note, table(chosen, group, manifest, now))
        })
        .collect();
    let listed = |title: &str, note, rows: Vec<Node>| {
        let list = h::ul().class("panel shared").child(rows);
        section(title.to_owned(), note, list)
    };
    let unmeasured = (!comparison.unmeasured.is_empty()).then(|| {
        let rows = comparison.unmeasured.iter().map(|card| named(chosen, &card.code, &card.name));
        listed(t::UNMEASURED, Some(t::UNMEASURED_TEXT), rows.collect())
    });
    let gone: Vec<Node> = codes
        .iter()
        .filter(|code| cards.get(code).is_none())
        .map(|code| named(chosen, code, code.as_str()))
        .collect();
    let gone = (!gone.is_empty()).then(|| listed(t::GONE, None, gone));
    h::group()
        .child(groups)
        .child(unmeasured)
        .child(gone)
        .child(telling(chosen, manifest))
        .child(alike(chosen, &here, cards, now))
        .into_node()
}

/// A product that stands in no table.
fn named(chosen: Chosen, code: &Code, name: &str) -> Node {
    h::li()
        .class("order__row")
        .child(h::a().attr("href", Route::Product(code.clone()).path()).child(name.to_owned()))
        .child(removal(chosen, code, name))
        .into_node()
}

/// Telling the comparison on.
fn telling(chosen: Chosen, manifest: &Manifest) -> Node {
    let site = Site::expect();
    let market = manifest.market.clone();
    let copied = move |_| {
        let path = chosen.codes.with_untracked(|codes| route::compare(codes.iter()));
        copy(chosen.toasts, site.url(Some(&market), &path), t::COPIED, NOT_COPIED);
    };
    h::div()
        .class("planner__ways")
        .child(h::button().class("button").on("click", copied).child(icon("copy")).child(COPY))
        .into_node()
}
