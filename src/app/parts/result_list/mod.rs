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
use crate::app::parts::product_card::{Level, product_card};
use crate::app::parts::result_list::facet_panel::facet_panel;
use crate::app::state::clock::Clock;
use crate::app::state::place::{Places, STEP, address};
use crate::app::state::prefs::Prefs;
use crate::app::text::t::card::products;
use crate::app::text::t::search as t;
use crate::app::text::t::shell::CLOSE;
use crate::app::ui::icon::icon;
use crate::app::ui::sheet::Sheet;
use crate::domain::code::Code;
use crate::domain::filter::{Filter, Sort};
use crate::route::Route;
use leptos::html::Dialog;
use leptos::prelude::*;
use std::collections::BTreeSet;

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
    title: Signal<String>,
    shortcuts: impl Fn() -> Option<AnyView> + Send + 'static,
) -> AnyView {
    let filters = Filters {
        dialog: NodeRef::new(),
        wanted: RwSignal::new(false),
        before: StoredValue::new(None),
    };
    let wide = RwSignal::new(false);
    Effect::new(move |_| media::follow(WIDE, wide));
    let title = match heading {
        Heading::Page => view! { <h1>{title}</h1> }.into_any(),
        Heading::Section => view! { <h2>{title}</h2> }.into_any(),
    };
    let is_scoped = list.goods().scope.fixed().is_some();
    let sellers = move || is_scoped.then(|| t::sellers(sellers(list)));
    let count = move || products(list.found() as u64);
    let chips = move || chips::chips(list).or_else(&shortcuts);
    let is_empty = Memo::new(move |_| list.found() == 0);
    view! {
        <div class="results">
            <aside class="results__aside" aria-label=t::FILTER>{move || wide.get().then(|| facet_panel(list, "d"))}</aside>
            <div class="results__main">
                <div class="results__bar">
                    <div class="results__head">
                        {title}
                        <p class="results__count"><b role="status">{count}</b>{sellers}</p>
                    </div>
                    <div class="results__tools">{open_button(list, filters)}{sorting(list)}</div>
                </div>
                {chips}
                {move || rule(list)}
                {move || if is_empty.get() { none_found::none_found(list) } else { cards(list, heading) }}
            </div>
        </div>
        {filter_sheet(list, filters)}
    }
    .into_any()
}

fn sellers(list: List) -> usize {
    let goods = list.goods();
    let hits = list.results.get();
    let sellers: BTreeSet<&Code> =
        hits.hits.iter().filter_map(|at| Some(&goods.cards.cards.get(*at)?.seller)).collect();
    sellers.len()
}

/// Who stands first and why, where nothing that was typed decides it.
fn rule(list: List) -> Option<AnyView> {
    let fair = list.filter.with(|filter| filter.words.is_empty() && filter.sort == Sort::Relevance);
    let text = if Prefs::expect().home.get().is_some() { t::TURN_NEAR } else { t::TURN };
    (fair && list.found() > 0).then(|| {
        let href = format!("{}#giliran", Route::About.path());
        view! { <p class="results__read">{text}" "<a href=href>{t::TURN_LINK}</a></p> }.into_any()
    })
}

fn sorting(list: List) -> AnyView {
    let options: Vec<AnyView> = Sort::ALL
        .into_iter()
        .map(|sort| {
            let name = move || t::sort(sort, list.filter.with(|filter| !filter.words.is_empty()));
            let chosen = move || list.filter.with(|filter| filter.sort == sort);
            view! { <option value=sort.word() prop:selected=chosen>{name}</option> }.into_any()
        })
        .collect();
    let sort = move |event| {
        let word = event_target_value(&event);
        let sort = Sort::ALL.into_iter().find(|sort| sort.word() == word).unwrap_or_default();
        list.ask(Filter { sort, ..list.filter.get_untracked() });
    };
    view! { <select class="select" aria-label=t::SORT on:change=sort>{options}</select> }.into_any()
}

fn open_button(list: List, filters: Filters) -> AnyView {
    let open = move |_| {
        filters.before.set_value(Some(list.filter.get_untracked()));
        filters.wanted.set(true);
        modal::open(filters.dialog);
    };
    let number = move || {
        let number = list.chosen().len();
        (number > 0).then(|| view! { <span class="badge badge--ok">{number}</span> })
    };
    view! {
        <button class="button results__filter" type="button" aria-haspopup="dialog" on:click=open>
            {icon("filter")}{t::FILTER}" "{number}
        </button>
    }
    .into_any()
}

/// The facets of a phone.
#[derive(Clone, Copy)]
struct Filters {
    dialog: NodeRef<Dialog>,
    /// They are only made once they are wanted.
    wanted: RwSignal<bool>,
    /// What was asked when they were opened.
    before: StoredValue<Option<Filter>>,
}

fn filter_sheet(list: List, filters: Filters) -> AnyView {
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
    let foot = view! {
        <button class="button" type="button" on:click=clear>{t::CLEAR}</button>
        <button class="button button--main" type="button" on:click=show>{move || t::show(list.found())}</button>
    }
    .into_any();
    view! {
        <Sheet dialog id="saring" title=t::FILTER close_label=CLOSE foot=foot>
            {move || wanted.get().then(|| facet_panel(list, "s"))}
        </Sheet>
    }
    .into_any()
}

/// The cards, and the way to more of them.
fn cards(list: List, heading: Heading) -> AnyView {
    let goods = list.goods();
    let (clock, places) = (Clock::expect(), Places::expect());
    let scope = goods.scope.clone();
    let here = address();
    let route = move || Route::parse(&here.get()).and_then(|route| scope.filter_of(&route));
    let here = address();
    let own = Memo::new(move |before: Option<&String>| {
        // On the way to another page the list stays as it was.
        if route().is_some() { here.get() } else { before.cloned().unwrap_or_default() }
    });
    // How many are shown, and at which address that was asked for.
    let asked = RwSignal::new((String::new(), STEP));
    let shown = Memo::new(move |_| {
        let own = own.get();
        asked.with(|(at, count)| if *at == own { *count } else { places.shown(&own) })
    });
    Effect::new(move |_| {
        list.filter.track();
        places.settle();
    });
    let level = if heading == Heading::Page { Level::Two } else { Level::Three };
    let rows = move || {
        let now = clock.turn.get();
        let shown = shown.get();
        list.results.with(|results| {
            results
                .hits
                .iter()
                .take(shown)
                .enumerate()
                .map(|(place, at)| (*at, place < EAGER, now))
                .collect::<Vec<_>>()
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
    let is_more = Memo::new(move |_| list.found() > shown.get());
    let part = move || t::part(shown.get(), list.found());
    view! {
        <div class="grid" id="hasil">
            // By card and moment: what stays keeps its picture, what turns gets its new price.
            <For each=rows key=|(at, _, now)| (*at, *now) children=card/>
        </div>
        {move || is_more.get().then(|| view! { <div class="more"><button class="button" type="button" on:click=more>{t::MORE}</button><span>{part}</span></div> })}
    }
    .into_any()
}
