//! The way from one programme's page to another.

use crate::app::browser::page;
use crate::app::data::catalogue::Catalogue;
use crate::app::node::{IntoNode, Node, h};
use crate::app::reactive::effect;
use crate::app::text::t::programmes as t;
use crate::domain::market::Label;
use crate::route::Route;

/// Links to the pages of the programmes; `here` is the one that is shown. On a phone they stand in a row that is wider than
/// the screen, in which the own one is brought into sight.
pub fn tabs(here: Option<Route>) -> Node {
    let catalogue = Catalogue::expect();
    effect(|| page::reveal_in_row(".tabs [aria-current]"));
    let tab = |to: Route, words: Node| {
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
    let called = |label| (move || catalogue.called(label)).into_node();
    h::nav()
        .class("tabs")
        .attr("aria-label", t::TABS)
        .child(
            h::ul()
                .class("chips chips--scroll")
                .child(tab(Route::Jbl, called(Label::Jbl)))
                .child(tab(Route::Gebetan, called(Label::Gebetan)))
                .child(tab(Route::Meeting, t::MEETING.into_node()))
                .child(tab(Route::Events, t::EVENTS.into_node()))
                .child(tab(Route::Programmes, t::PROGRAMMES.into_node())),
        )
        .into_node()
}
