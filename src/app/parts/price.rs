//! A price, and the normal one struck beside it where a promotion holds.

use crate::app::node::{IntoNode, Node, h};
use crate::app::text::t::card as t;
use crate::domain::money::Rupiah;

/// The price that holds; `normal` is struck beside it where it is higher.
pub fn price(holds: Rupiah, normal: Rupiah, class: &'static str) -> Node {
    let struck = (normal > holds).then(|| {
        h::s()
            .child(h::span().class("visually-hidden").child(t::NORMAL_PRICE))
            .child(normal.to_string())
    });
    h::p().class(class).child(holds.to_string()).child(" ").child(struck).into_node()
}
