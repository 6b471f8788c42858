//! The mark: the way home, at the head of every page.

use crate::app::node::{Element, h};
use crate::route::Route;

/// The awning and the market's name: its first word large, the others below it.
pub fn mark(name: impl Fn() -> String + 'static) -> Element {
    let name = move || {
        let name = name();
        let (first, rest) = name.split_once(' ').unwrap_or((&name, ""));
        h::group().child(format!("{first} ")).child(h::small().child(rest.to_owned()))
    };
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
        .child(h::span().child(name))
}
