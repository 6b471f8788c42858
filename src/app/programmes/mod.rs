//! The pages of the city's programmes: events, programmes, planners. A program of their own, so that shoppers who do not
//! need them do not pay for them.
//!
//! Each address is loaded by itself; nothing here follows links. What a programme is called, costs or when it is on
//! stands in the data alone.

mod begun;
mod code;
pub mod compare;
pub mod events;
pub mod gebetan;
pub mod meeting;
pub mod news;
mod out;
mod papers;
pub mod programme_list;
pub mod report;
pub mod shared;
pub mod stall;
pub mod tabs;

use crate::app::browser::page::{self, Small};
use crate::app::data::around::Around;
use crate::app::data::catalogue::Catalogue;
use crate::app::node::dom::mount;
use crate::app::node::{Element, IntoNode, Node, h};
use crate::app::parts::loading::{not_found, waiting};
use crate::app::programmes::begun::begun;
use crate::app::programmes::compare::compare_page;
use crate::app::programmes::events::events_page;
use crate::app::programmes::gebetan::gebetan_page;
use crate::app::programmes::meeting::meeting_page;
use crate::app::programmes::news::{KEPT, news_page};
use crate::app::programmes::programme_list::programmes_page;
use crate::app::programmes::report::report_page;
use crate::app::programmes::shared::shared_page;
use crate::app::programmes::stall::stall_page;
use crate::app::programmes::tabs::tabs;
use crate::app::reactive::memo;
use crate::app::shell::example_banner::example_banner;
use crate::app::shell::footer::footer;
use crate::app::shell::header::header;
use crate::app::shell::toast_place::toast_place;
use crate::app::state::basket::BasketState;
use crate::app::state::clock::Clock;
use crate::app::state::prefs::Prefs;
use crate::app::state::saved::SavedState;
use crate::app::state::site::Site;
use crate::app::state::still::WRITTEN;
use crate::app::state::toast::Toasts;
use crate::app::text::t::load::LOADING;
use crate::app::text::t::shell as t;
use crate::domain::event::EventFilter;
use crate::route::{Route, asked_events};
use leptos::ev::Event;
use leptos::prelude::*;

/// The page that the address means: draws itself into the body.
#[component]
pub fn ProgrammePages() -> impl IntoView {
    let catalogue = Catalogue::provide();
    Around::provide(catalogue);
    Clock::provide(catalogue);
    Prefs::provide();
    Site::provide();
    Toasts::provide();
    BasketState::provide();
    SavedState::provide();
    let route = Route::parse(&page::address());
    // Events ask for goods themselves, planners for their own; the others show none.
    if matches!(route, Some(Route::Shared | Route::Compare | Route::News | Route::Stall)) {
        catalogue.open();
    } else {
        catalogue.open_manifest();
    }
    if matches!(
        route,
        Some(Route::Shared | Route::Compare | Route::Report | Route::Gebetan | Route::Stall)
    ) {
        // What stands behind `#` is another page there, which the browser does not load by itself.
        page::on_fragment(page::reload);
    }
    let drawn = StoredValue::new_local(mount(&page::body(), whole(route)));
    on_cleanup(move || drawn.dispose());
}

/// A page of them as it is written before any program runs: events and programmes whole, of planners and of what stands
/// behind `#` the beginning. Its contexts are provided.
pub fn still(route: Route) -> Node {
    let content = match &route {
        Route::Events => events_page(EventFilter::default()),
        Route::Programmes => programmes_page(),
        _ => begun(route.clone()).child(waiting(LOADING)).into_node(),
    };
    let skip = h::a().class("skip-link").attr("href", "#isi");
    around(h::div().class("app").attr("id", WRITTEN), skip, Some(route), content)
}

/// A page with everything around it.
pub fn whole(route: Option<Route>) -> Node {
    let content = match &route {
        Some(Route::Events) => events_page(asked_events(&page::address())),
        Some(Route::Programmes) => programmes_page(),
        Some(Route::Gebetan) => gebetan_page(),
        Some(Route::Meeting) => meeting_page(),
        Some(Route::Shared) => shared_page(),
        Some(Route::Compare) => compare_page(&page::fragment()),
        Some(Route::Report) => report_page(&page::fragment()),
        Some(Route::Stall) => stall_page(&page::fragment()),
        Some(Route::News) => news_page(page::get(Small::Device, KEPT).as_deref()),
        _ => not_found(),
    };
    // What stands behind `#` may be what the page shows.
    let skip = |event: Event| {
        event.prevent_default();
        page::focus("isi");
    };
    let skip = h::a().class("skip-link").attr("href", "#isi").on("click", skip);
    around(h::div().class("app"), skip, route, content)
}

/// What is around every page.
fn around(root: Element, skip: Element, here: Option<Route>, content: Node) -> Node {
    let route = memo(move || here.clone());
    root.child(skip.child(t::SKIP))
        .child(example_banner())
        .child(header(route, h::group().into_node()))
        .child(
            h::main()
                .class("main")
                .attr("id", "isi")
                .attr("tabindex", "-1")
                .child(tabs(route.get_untracked()))
                .child(content),
        )
        .child(footer())
        .child(toast_place())
        .into_node()
}
