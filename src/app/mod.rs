//! What a visitor sees: the app, its contexts and its one table of pages.
//!
//! Layers, each knowing only those below it: `pages` → `parts`, `shell` → `state`, `data` → `browser`; `ui` knows
//! no market, `text` holds every word.

pub mod browser;
pub mod data;
pub mod desk;
pub mod node;
pub mod pages;
pub mod parts;
pub mod programmes;
pub mod reactive;
pub mod shell;
pub mod state;
pub mod text;
pub mod ui;

use crate::app::browser::time::later;
use crate::app::data::catalogue::Catalogue;
use crate::app::node::dom::mount;
use crate::app::node::{Element, IntoNode, Node, h};
use crate::app::pages::page;
use crate::app::reactive::{Memo, effect, memo};
use crate::app::shell::example_banner::example_banner;
use crate::app::shell::footer::footer;
use crate::app::shell::header::header;
use crate::app::shell::search_field::search_field;
use crate::app::shell::toast_place::toast_place;
use crate::app::state::basket::BasketState;
use crate::app::state::clock::Clock;
use crate::app::state::place::Places;
use crate::app::state::prefs::Prefs;
use crate::app::state::saved::SavedState;
use crate::app::state::site::Site;
use crate::app::state::still::WRITTEN;
use crate::app::state::toast::Toasts;
use crate::app::text::t::shell as t;
use crate::route::Route;
use leptos::ev::Event;
use leptos::prelude::*;
use std::time::Duration;

/// Begins the app in a moment: making the program ready is one piece of work, drawing another, and a finger on the page may
/// come between.
pub fn start() {
    later(Duration::ZERO, || mount_to_body(App));
}

/// The whole app: draws itself into the page's body.
#[component]
pub fn App() -> impl IntoView {
    let catalogue = Catalogue::provide();
    Clock::provide(catalogue);
    Prefs::provide();
    Site::provide();
    Toasts::provide();
    BasketState::provide();
    SavedState::provide();
    Places::provide();
    // More pieces of work, for the same reason.
    later(Duration::ZERO, move || catalogue.open());
    let owner = Owner::current().unwrap_or_default();
    let draw = || {
        let market = StoredValue::new_local(mount(&browser::page::body(), shell()));
        on_cleanup(move || market.dispose());
    };
    later(Duration::ZERO, move || owner.with(draw));
}

/// A page as it is written before any program runs. Its contexts are provided, and everything it shows is at hand.
pub fn still(route: Route) -> Node {
    let route = memo(move || Some(route.clone()));
    let root = root(Site::expect()).attr("id", WRITTEN);
    let skip = h::a().class("skip-link").attr("href", "#isi");
    frame(root, skip, route, move || page(route.get(), route))
}

/// The same without anything around it, for those who have no scripts.
pub fn bare(route: Route) -> Node {
    let route = memo(move || Some(route.clone()));
    h::main().class("main").child(page(route.get(), route)).into_node()
}

/// The page that the address means, with everything around it.
fn shell() -> Node {
    let places = Places::expect();
    let address = places.address;
    let route = memo(move || Route::parse(&address.get()));
    // A page is drawn anew when another one is meant; a change of its filters only changes its content.
    let which = memo(move || route.with(|route| route.as_ref().map(without_filter)));
    effect(move || address.with(|address| places.arrive(address)));
    let mut is_first = true;
    effect(move || {
        // Whoever cannot see the page is led to its beginning; at the very start the browser does that. A filter
        // is no new page: the focus stays on what was ticked or typed.
        which.track();
        if !std::mem::take(&mut is_first) {
            browser::page::focus("isi");
        }
    });
    // The router would take the link for one of its own, and the focus would stay.
    let skip = |event: Event| {
        event.prevent_default();
        browser::page::focus("isi");
    };
    let skip = h::a().class("skip-link").attr("href", "#isi").on("click", skip);
    frame(root(Site::expect()), skip, route, move || page(which.get(), route))
}

/// What everything stands in.
fn root(site: Site) -> Element {
    h::div().class(move || if site.order_bar.get() { "app app--order" } else { "app" })
}

/// What is around every page.
fn frame(
    root: Element,
    skip: Element,
    route: Memo<Option<Route>>,
    content: impl Fn() -> Node + Send + 'static,
) -> Node {
    root.child(skip.child(t::SKIP))
        .child(example_banner())
        .child(header(route, search_field(route)))
        .child(h::main().class("main").attr("id", "isi").attr("tabindex", "-1").child(content))
        .child(footer())
        .child(toast_place())
        .into_node()
}

/// The same page whatever its filters.
fn without_filter(route: &Route) -> Route {
    match route {
        Route::Search(_) => Route::Search(Default::default()),
        Route::Category(code, _) => Route::Category(code.clone(), Default::default()),
        Route::City(city, _) => Route::City(*city, Default::default()),
        Route::Edition(code, _) => Route::Edition(code.clone(), Default::default()),
        other => other.clone(),
    }
}
