//! The way to the cards that stand at a stall.

use crate::app::node::{IntoNode, Node, h};
use crate::app::text::t::stall as t;
use crate::route::{self, Route, Stall};

/// A short link to the page that prints them.
pub fn stall_link(stall: Stall) -> Node {
    h::a()
        .attr("href", route::stall(&stall))
        .attr("rel", Route::Stall.rel())
        .child(t::LINK)
        .into_node()
}
