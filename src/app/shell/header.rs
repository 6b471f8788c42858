//! The header: the mark, the area, the basket, the search field and the one navigation, which phones show as
//! the bottom bar.

use crate::app::browser::dialog;
use crate::app::data::catalogue::Catalogue;
use crate::app::node::{ElementRef, IntoNode, Node, h};
use crate::app::reactive::{Memo, RwSignal, memo};
use crate::app::shell::area_dialog::area_dialog;
use crate::app::shell::mark::mark;
use crate::app::state::basket::BasketState;
use crate::app::state::prefs::Prefs;
use crate::app::text::t::shell as t;
use crate::app::ui::icon::icon;
use crate::domain::area::Kecamatan;
use crate::route::Route;

/// The header of every page; `route` is the one that is shown, `search` what one searches with there.
pub fn header(route: Memo<Option<Route>>, search: Node) -> Node {
    let basket = BasketState::expect();
    let (prefs, catalogue) = (Prefs::expect(), Catalogue::expect());
    let waiting = memo(move || basket.basket.with(|basket| basket.waiting()));
    let area = move || prefs.home.get().map_or(t::EVERYWHERE, Kecamatan::name);
    let (areas, is_wanted) = (ElementRef::new(), RwSignal::new(false));
    let open_areas = move |_| {
        is_wanted.set(true);
        dialog::open(areas);
    };
    h::group()
        .child(
            h::header()
                .class("header")
                .child(mark(move || catalogue.name()))
                .child(
                    h::button()
                        .class("header__area")
                        .attr("aria-haspopup", "dialog")
                        .attr("aria-label", move || t::area_label(area()))
                        .on("click", open_areas)
                        .child(icon("pin"))
                        .child(h::span().child(area))
                        .child(icon("down")),
                )
                .child(
                    h::a()
                        .class("header__basket icon-button")
                        .attr("href", Route::Basket.path())
                        .attr("aria-label", move || t::basket_label(waiting.get()))
                        .child(icon("bag"))
                        .child(move || count(waiting.get(), false)),
                )
                .child(search)
                .child(
                    h::nav().class("nav").attr("aria-label", t::NAV).child(
                        h::ul()
                            .class("nav__list")
                            .child(nav_link(Route::Home, "home", t::HOME, route, None))
                            .child(nav_link(
                                Route::Search(Default::default()),
                                "search",
                                t::SEARCH,
                                route,
                                None,
                            ))
                            .child(nav_link(Route::Saved, "heart", t::SAVED, route, None))
                            .child(nav_link(Route::Basket, "bag", t::BASKET, route, Some(waiting))),
                    ),
                ),
        )
        .child(area_dialog(areas, is_wanted))
        .into_node()
}

fn nav_link(
    to: Route,
    icon_name: &'static str,
    label: &'static str,
    route: Memo<Option<Route>>,
    number: Option<Memo<u32>>,
) -> Node {
    let href = to.path();
    let current = move || {
        let here = route.with(|route| {
            route.as_ref().map(|route| std::mem::discriminant(route) == std::mem::discriminant(&to))
        });
        (here == Some(true)).then_some("page")
    };
    h::li()
        .child(
            h::a()
                .class("nav__link")
                .attr("href", href)
                .attr("aria-current", current)
                .child(icon(icon_name))
                .child(h::span().child(label))
                .child(
                    number.map(|number| {
                        h::group().child(" ").child(move || count(number.get(), true))
                    }),
                ),
        )
        .into_node()
}

/// The number on a basket; `spoken` where nothing else says it.
fn count(number: u32, spoken: bool) -> Option<Node> {
    (number > 0).then(|| {
        let words = spoken.then(|| h::span().class("visually-hidden").child(t::BASKET_HOLDS));
        h::span()
            .class("count")
            .attr("aria-hidden", (!spoken).then_some("true"))
            .child(words)
            .child(number.min(99))
            .into_node()
    })
}
