//! The way from one programme's page to another.

use crate::app::node::{IntoNode, Node, h};
use crate::app::text::t::programmes as t;
use crate::route::Route;

/// Links to the pages of the programmes; `here` is the one that is shown.
pub fn tabs(here: Option<Route>) -> Node {
    let tab = |to: Route, words: &'static str| {
        let is_here = here
            .as_ref()
            .is_some_and(|here| std::mem::discriminant(here) == std::mem::discriminant(&to));
        h::li()
            .child(
                h::a()
                    .class("chip")
                    .attr("href", to.path())
                    .attr("aria-current", is_here.then_some("page"))
                    .child(words),
            )
            .into_node()
    };
    h::nav()
        .class("tabs")
        .attr("aria-label", t::TABS)
        .child(
            h::ul()
                .class("chips chips--scroll")
                .child(tab(Route::Jbl, t::JBL))
                .child(tab(Route::Gebetan, t::GEBETAN))
                .child(tab(Route::Meeting, t::MEETING))
                .child(tab(Route::Events, t::EVENTS))
                .child(tab(Route::Programmes, t::PROGRAMMES)),
        )
        .into_node()
}
