//! One function a tag: `h::p().class("meta").child("Kosong")`.

use super::{Closed, Element, Group};

/// Several nodes without an element around them.
pub fn group() -> Group {
    Group::default()
}

macro_rules! tags {
    ($($name:ident),* $(,)?) => {
        $(
            #[doc = concat!("The element `", stringify!($name), "`.")]
            pub fn $name() -> Element {
                Element::new(stringify!($name))
            }
        )*
    };
}

tags! {
    a, article, aside, b, canvas, code, dd, details, dialog, div, dl, dt, fieldset, footer, form, h1, h2, h3, header,
    img, input, label, legend, li, main, mark, nav, ol, optgroup, option, p, path, picture, pre, progress, s, section, select, small,
    source, span, summary, svg, table, tbody, td, th, thead, tr, ul,
}

/// The element `button`, which does something here: no form is ever sent.
pub fn button() -> Element {
    Element::new("button").attr("type", "button")
}

/// The element `use` of SVG, a word that Rust keeps for itself.
pub fn svg_use() -> Element {
    Element::new("use")
}

/// The element `textarea`. A browser reads what stands in it by other rules, so nothing can be put into it.
pub fn textarea() -> Closed {
    Closed(Element::new("textarea"))
}
