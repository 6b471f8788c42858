//! A seller on one line: the sign, the name, where it is.

use crate::app::node::{IntoNode, Node, h};
use crate::app::parts::tone;
use crate::app::text::t::card::products;
use crate::app::ui::icon::icon;
use crate::domain::area::Kecamatan;
use crate::domain::code::Code;
use crate::route::Route;

/// The sign of a seller: its first letter on its own ground.
pub fn sign(seller: &Code, shop: &str) -> Node {
    let letter: String = shop.chars().find(|c| c.is_alphanumeric()).into_iter().collect();
    h::span()
        .class(format!("seller-strip__sign {}", tone::of_seller(seller)))
        .attr("aria-hidden", "true")
        .child(letter)
        .into_node()
}

/// A seller under the page's heading, leading to its page. `count` is how many products it has, where known.
pub fn seller_strip(
    seller: &Code,
    shop: &str,
    kecamatan: Option<Kecamatan>,
    count: impl Fn() -> Option<usize> + Send + 'static,
) -> Node {
    let place = kecamatan.map(|kecamatan| {
        h::group()
            .child(h::span().child(kecamatan.name()))
            .child(" ")
            .child(h::span().child(kecamatan.city().name()))
            .child(" ")
    });
    let count = move || count().map(|count| h::span().child(products(count as u64)));
    h::div()
        .class("seller-strip")
        .child(sign(seller, shop))
        .child(
            h::div()
                .class("seller-strip__body")
                .child(
                    h::h2().class("seller-strip__name").child(
                        h::a()
                            .attr("href", Route::Seller(seller.clone()).path())
                            .child(shop.to_owned()),
                    ),
                )
                .child(h::p().class("meta").child(place).child(count)),
        )
        .child(icon("right"))
        .into_node()
}
