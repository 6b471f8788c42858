//! What most pages begin with.

use crate::app::node::{Element, h};

/// A page with its heading and what it is for, in a sentence; the rest is put in after.
pub fn page_begun(title: &'static str, lead: &'static str) -> Element {
    h::div().class("page").child(
        h::div()
            .class("page__head")
            .child(h::h1().child(title))
            .child(h::p().class("page__lead").child(lead)),
    )
}
