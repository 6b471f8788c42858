//! The way from one programme's page to another.

use crate::app::browser::page;
use crate::app::data::catalogue::Catalogue;
use crate::app::node::{IntoNode, Node, h};
use crate::app::reactive::effect;
use crate::app::state::still::WRITTEN;
use crate::app::text::t::programmes as t;
use crate::domain::market::Label;
use crate::route::Route;
use leptos::prelude::request_animation_frame;

/// Brings the own tab into sight as soon as the page is the one that is shown: until then it has no width.
fn reveal() {
    if page::has(WRITTEN) {
        request_animation_frame(reveal);
    } else {
        page::reveal_in_row(".tabs [aria-current]");
    }
}

/// Links to the pages of the programmes; `here` is the one that is shown. On a phone they stand in a row that is wider than
/// the screen, in which the own one is brought into sight.
pub fn tabs(here: Option<Route>) -> Node {
    let catalogue = Catalogue::expect();
    effect(reveal);
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
