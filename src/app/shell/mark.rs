//! The mark: the way home, at the head of every page.

use crate::app::node::{Element, h};
use crate::route::Route;

/// The awning and the name.
pub fn mark() -> Element {
    h::a()
        .class("header__mark")
        .attr("href", Route::Home.path())
        .child(
            h::img()
                .attr("src", "/favicon.svg")
                .attr("alt", "")
                .attr("width", "38")
                .attr("height", "38"),
        )
        .child(h::span().child("Etalase ").child(h::small().child("Jakpreneur")))
}
