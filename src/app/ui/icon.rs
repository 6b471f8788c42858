//! Icons of the sprite `public/icons.svg`.

use crate::app::node::{IntoNode, Node, h};

/// An icon by its name in the sprite; it decorates, the words beside it speak.
pub fn icon(name: &'static str) -> Node {
    h::svg()
        .class("icon")
        .attr("aria-hidden", "true")
        .child(h::svg_use().attr("href", format!("/icons.svg#i-{name}")))
        .into_node()
}
