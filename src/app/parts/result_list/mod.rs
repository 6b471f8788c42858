//! A list of products with its facets: what the search, category, city and edition pages have in common.
//!
//! What is asked lives in the address alone; everything here only reads it and leads to another one.

pub mod chips;
pub mod facet_panel;
pub mod list;
pub mod none_found;
pub mod price_range;
pub mod scope;

pub use list::{Goods, List};
pub use scope::Scope;

use crate::app::browser::{dialog as modal, media, page};
use crate::app::node::{ElementRef, IntoNode, Node, each, h};
use crate::app::parts::in_turn::{coming, drawn};
use crate::app::parts::product_card::{Level, product_card};
use crate::app::parts::result_list::facet_panel::facet_panel;
use crate::app::reactive::{Memo, RwSignal, StoredValue, effect, memo, memo_from};
use crate::app::state::clock::Clock;
use crate::app::state::place::{Places, STEP};
use crate::app::state::prefs::Prefs;
use crate::app::text::t::card::products;
use crate::app::text::t::search as t;
use crate::app::text::t::shell::CLOSE;
use crate::app::ui::icon::icon;
use crate::app::ui::sheet::{SheetLabels, sheet};
use crate::domain::filter::{Filter, Sort};
use crate::domain::gather::Gather;
use crate::domain::sorted::Sorted;
use crate::route::Route;
use leptos::prelude::*;

/// How many pictures of a list a phone shows at once: these are not loaded lazily.
const EAGER: usize = 4;
/// From here on the facets stand beside the list (the same width as in style/pages.css).
const WIDE: &str = "(min-width: 960px)";

/// The heading above a list, which also says at which level its cards' names stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heading {
    /// The page's own.
    Page,
    /// Of a section of the page.
    Section,
}

/// The list with everything around it. `shortcuts` stand where no facet is in force.
pub fn result_list(
    list: List,
    heading: Heading,
    title: Memo<String>,
    shortcuts: impl Fn() -> Option<Node> + 'static,
) -> Node {
    result_list_of(list, heading, title, Box::new(shortcuts))
}

/// One copy for all pages.
fn result_list_of(
    list: List,
    heading: Heading,
    title: Memo<String>,
    shortcuts: Box<dyn Fn() -> Option<Node>>,
) -> Node {
    let filters = Filters {
        dialog: ElementRef::new(),
        wanted: RwSignal::new(false),
        before: StoredValue::new(None),
    };
    let wide = RwSignal::new(false);
    effect(move || media::follow(WIDE, wide));
    let title = match heading {
        Heading::Page => h::h1().child(move || title.get()).into_node(),
        Heading::Section => h::h2().child(move || title.get()).into_node(),
    };
    let is_scoped = list.goods().scope.fixed().is_some();
    let sellers = move || is_scoped.then(|| t::sellers(sellers(list)));
    let count = move || products(list.found() as u64);
    let chips = move || chips::chips(list).or_else(&shortcuts);
    let is_empty = memo(move || list.found() == 0);
    h::group()
        .child(
            h::div()
                .class("results")
                .child(
                    h::aside()
                        .class("results__aside")
                        .attr("aria-label", t::FILTER)
                        .child(move || wide.get().then(|| facet_panel(list, "d"))),
                )
                .child(
                    h::div()
                        .class("results__main")
                        .child(
                            h::div()
                                .class("results__bar")
                                .child(
                                    h::div().class("results__head").child(title).child(
                                        h::p()
                                            .class("results__count")
                                            .child(h::b().attr("role", "status").child(count))
                                            .child(sellers),
                                    ),
                                )
                                .child(
                                    h::div()
                                        .class("results__tools")
                                        .child(open_button(list, filters))
                                        .child(sorting(list)),
                                ),
                        )
                        .child(chips)
                        .child(move || rule(list))
                        .child(move || {
                            if is_empty.get() {
                                none_found::none_found(list)
                            } else {
                                cards(list, heading)
                            }
                        }),
                ),
        )
        .child(filter_sheet(list, filters))
        .into_node()
}

fn sellers(list: List) -> usize {
    let goods = list.goods();
    let results = list.results.get();
    let mut sellers: Sorted<String, u32> = Sorted::default();
    for card in results.hits.iter().filter_map(|at| goods.cards.cards.get(*at)) {
        sellers.insert(card.seller.to_string(), 0);
    }
    sellers.len()
}

/// Who stands first and why, where nothing that was typed decides it.
fn rule(list: List) -> Option<Node> {
    let fair = list.filter.with(|filter| filter.words.is_empty() && filter.sort == Sort::Relevance);
    let text = if Prefs::expect().home.get().is_some() { t::TURN_NEAR } else { t::TURN };
    (fair && list.found() > 0).then(|| {
        let href = format!("{}#giliran", Route::About.path());
        h::p()
            .class("results__read")
            .child(text)
            .child(" ")
            .child(h::a().attr("href", href).child(t::TURN_LINK))
            .into_node()
    })
}

fn sorting(list: List) -> Node {
    let options: Vec<Node> = Sort::ALL
        .into_iter()
        .map(|sort| {
            let name = move || t::sort(sort, list.filter.with(|filter| !filter.words.is_empty()));
            let chosen = move || list.filter.with(|filter| filter.sort == sort);
            h::option().attr("value", sort.word()).prop("selected", chosen).child(name).into_node()
        })
        .gather();
    let sort = move |event| {
        let word = event_target_value(&event);
        let sort = Sort::ALL.into_iter().find(|sort| sort.word() == word).unwrap_or_default();
        list.ask(Filter { sort, ..list.filter.get_untracked() });
    };
    h::select()
        .class("select")
        .attr("aria-label", t::SORT)
        .on("change", sort)
        .child(options)
        .into_node()
}

fn open_button(list: List, filters: Filters) -> Node {
    let open = move |_| {
        filters.before.set_value(Some(list.filter.get_untracked()));
        filters.wanted.set(true);
        modal::open(filters.dialog);
    };
    let number = move || {
        let number = list.chosen().len();
        (number > 0).then(|| h::span().class("badge badge--ok").child(number))
    };
    h::button()
        .class("button results__filter")
        .attr("aria-haspopup", "dialog")
        .on("click", open)
        .child(icon("filter"))
        .child(t::FILTER)
        .child(" ")
        .child(number)
        .into_node()
}

/// The facets of a phone.
#[derive(Clone, Copy)]
struct Filters {
    dialog: ElementRef,
    /// They are only made once they are wanted.
    wanted: RwSignal<bool>,
    /// What was asked when they were opened.
    before: StoredValue<Option<Filter>>,
}

fn filter_sheet(list: List, filters: Filters) -> Node {
    let Filters { dialog, wanted, before } = filters;
    let clear = move |_| {
        list.ask(list.filter.with_untracked(|filter| filter.cleared()));
    };
    // What is newly asked for is shown from its beginning.
    let show = move |_| {
        modal::close(dialog);
        if before.get_value() != Some(list.filter.get_untracked()) {
            page::scroll_to(0);
        }
    };
    let foot = h::group()
        .child(h::button().class("button").on("click", clear).child(t::CLEAR))
        .child(
            h::button()
                .class("button button--main")
                .on("click", show)
                .child(move || t::show(list.found())),
        )
        .into_node();
    h::group()
        .child(sheet(
            dialog,
            "saring",
            SheetLabels { title: t::FILTER, close: CLOSE },
            move || wanted.get().then(|| facet_panel(list, "s")),
            Some(foot),
        ))
        .into_node()
}

/// The cards, and the way to more of them.
fn cards(list: List, heading: Heading) -> Node {
    let goods = list.goods();
    let (clock, places) = (Clock::expect(), Places::expect());
    let scope = goods.scope.clone();
    let here = places.address;
    let route = move || Route::parse(&here.get()).and_then(|route| scope.filter_of(&route));
    let here = places.address;
    let own = memo_from(move |before: Option<&String>| {
        // On the way to another page the list stays as it was.
        if route().is_some() { here.get() } else { before.cloned().unwrap_or_default() }
    });
    // How many are shown, and at which address that was asked for.
    let asked = RwSignal::new((String::new(), STEP));
    let shown = memo(move || {
        let own = own.get();
        asked.with(|(at, count)| if *at == own { *count } else { places.shown(&own) })
    });
    let drawn = drawn(STEP);
    effect(move || {
        list.filter.track();
        if drawn.get() == usize::MAX {
            places.settle();
        }
    });
    let level = if heading == Heading::Page { Level::Two } else { Level::Three };
    let rows = move || {
        let now = clock.turn.get();
        let shown = shown.get().min(drawn.get());
        list.results.with(|results| {
            results
                .hits
                .iter()
                .take(shown)
                .enumerate()
                .map(|(place, at)| (*at, place < EAGER, now))
                .gather()
        })
    };
    let card = move |(at, eager, now)| {
        let card = goods.cards.cards.get(at)?;
        Some(product_card(card, &goods.manifest.editions, now, level, eager))
    };
    let more = move |_| {
        let before = shown.get_untracked();
        let count = before + STEP;
        let own = own.get_untracked();
        places.remember_shown(&own, count);
        asked.set((own, count));
        // Whoever goes on by keyboard goes on at the first new card.
        request_animation_frame(move || page::focus_link("hasil", before));
    };
    let is_more = memo(move || list.found() > shown.get());
    let part = move || t::part(shown.get(), list.found());
    h::group()
        .child(
            h::div()
                .class("grid")
                .attr("id", "hasil")
                // By card and moment: what stays keeps its picture, what turns gets its new price.
                .child(each(rows, |(at, _, now)| format!("{at} {}", now.0), card))
                .child(move || coming(drawn)),
        )
        .child(move || {
            is_more.get().then(|| {
                h::div()
                    .class("more")
                    .child(h::button().class("button").on("click", more).child(t::MORE))
                    .child(h::span().child(part))
            })
        })
        .into_node()
}
