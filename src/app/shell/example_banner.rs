//! The banner above an example market.

use crate::app::data::catalogue::Catalogue;
use crate::app::data::load::Load;
use crate::app::node::{IntoNode, Node, h};
use crate::app::text::t::shell as t;
use crate::route::Route;

/// Says that this is an example, where it is one.
pub fn example_banner() -> Node {
    let catalogue = Catalogue::expect();
    let example = move || {
        catalogue
            .manifest
            .with(|manifest| matches!(manifest, Load::Ready(manifest) if manifest.market.example))
    };
    h::group().child(move || example().then(banner)).into_node()
}

fn banner() -> Node {
    let about = format!("{}#contoh", Route::About.path());
    h::aside()
        .class("example-banner")
        .attr("aria-label", t::EXAMPLE_LABEL)
        .child(h::span().child(t::EXAMPLE))
        .child(" ")
        .child(h::a().attr("href", about).child(t::EXAMPLE_LINK))
        .into_node()
}
