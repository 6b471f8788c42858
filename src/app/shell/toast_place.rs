//! Where short words appear and are read out.

use crate::app::node::{IntoNode, Node, h};
use crate::app::state::toast::{Next, Toasts};

/// Always in the page, so that what comes into it is announced.
pub fn toast_place() -> Node {
    let toasts = Toasts::expect();
    let said = move || {
        toasts.now.get().map(|said| {
            let next = said.next.map(|(label, next)| match next {
                Next::Go(href) => h::a().attr("href", href).child(label).into_node(),
                Next::Do(undo) => {
                    let tapped = move |_| {
                        undo();
                        toasts.hush();
                    };
                    h::button().on("click", tapped).child(label).into_node()
                }
            });
            h::div().class("toast").child(h::span().child(said.text)).child(next)
        })
    };
    h::div()
        .class("toast-place")
        .attr("role", "status")
        .attr("aria-live", "polite")
        .child(said)
        .into_node()
}
