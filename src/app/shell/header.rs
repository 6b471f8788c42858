//! The header: the mark, the area, the basket, the search field and the one navigation, which phones show as
//! the bottom bar.

use crate::app::browser::dialog;
use crate::app::shell::area_dialog::AreaDialog;
use crate::app::shell::search_field::SearchField;
use crate::app::state::basket::BasketState;
use crate::app::state::prefs::Prefs;
use crate::app::text::t::shell as t;
use crate::app::ui::icon::icon;
use crate::domain::area::Kecamatan;
use crate::route::Route;
use leptos::html::Dialog;
use leptos::prelude::*;

/// The header of every page.
#[component]
pub fn Header(
    /// The page that is shown.
    route: Memo<Option<Route>>,
) -> impl IntoView {
    let basket = BasketState::expect();
    let prefs = Prefs::expect();
    let waiting = Memo::new(move |_| basket.basket.with(|basket| basket.waiting()));
    let area = move || prefs.home.get().map_or(t::EVERYWHERE, Kecamatan::name);
    let areas = NodeRef::<Dialog>::new();
    view! {
        <header class="header">
            <a class="header__mark" href=Route::Home.path()>
                <img src="/favicon.svg" alt="" width="38" height="38"/>
                <span>"Etalase "<small>"Jakpreneur"</small></span>
            </a>
            <button class="header__area" type="button" aria-haspopup="dialog" aria-label=move || t::area_label(area()) on:click=move |_| dialog::open(areas)>
                {icon("pin")}<span>{area}</span>{icon("down")}
            </button>
            <a class="header__basket icon-button" href=Route::Basket.path() aria-label=move || t::basket_label(waiting.get())>
                {icon("bag")}{move || count(waiting.get(), false)}
            </a>
            <SearchField route/>
            <nav class="nav" aria-label=t::NAV>
                <ul class="nav__list">
                    {nav_link(Route::Home, "home", t::HOME, route, None)}
                    {nav_link(Route::Search(Default::default()), "search", t::SEARCH, route, None)}
                    {nav_link(Route::Saved, "heart", t::SAVED, route, None)}
                    {nav_link(Route::Basket, "bag", t::BASKET, route, Some(waiting))}
                </ul>
            </nav>
        </header>
        <AreaDialog dialog=areas/>
    }
    .into_any()
}

fn nav_link(
    to: Route,
    icon_name: &'static str,
    label: &'static str,
    route: Memo<Option<Route>>,
    number: Option<Memo<u32>>,
) -> AnyView {
    let href = to.path();
    let current = move || {
        let here = route.with(|route| {
            route.as_ref().map(|route| std::mem::discriminant(route) == std::mem::discriminant(&to))
        });
        (here == Some(true)).then_some("page")
    };
    view! {
        <li>
            <a class="nav__link" href=href aria-current=current>
                {icon(icon_name)}<span>{label}</span>{number.map(|number| view! { " " {move || count(number.get(), true)} })}
            </a>
        </li>
    }
    .into_any()
}

/// The number on a basket; `spoken` where nothing else says it.
fn count(number: u32, spoken: bool) -> Option<AnyView> {
    (number > 0).then(|| {
        let words = spoken.then(|| view! { <span class="visually-hidden">{t::BASKET_HOLDS}</span> });
        view! { <span class="count" aria-hidden=(!spoken).then_some("true")>{words}{number.min(99)}</span> }.into_any()
    })
}
