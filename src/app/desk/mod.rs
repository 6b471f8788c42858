//! `/petugas`: sheets are checked, corrected and given their photos here; nothing leaves the machine.
//!
//! A program of its own, so that no shopper pays for it. What is checked, and how, is `desk::checker`'s to know.

pub mod files;
pub mod findings;
pub mod guide;
pub mod pairing;
pub mod state;

use crate::app::browser::page;
use crate::app::desk::files::files;
use crate::app::desk::findings::findings;
use crate::app::desk::guide::guide;
use crate::app::desk::pairing::pairing;
use crate::app::desk::state::Desk;
use crate::app::node::dom::mount;
use crate::app::node::{IntoNode, Node, h};
use crate::app::shell::mark::mark;
use crate::app::state::prefs::Prefs;
use crate::app::text::t::shell as shell_text;
use crate::app::text::t::staff as t;
use crate::domain::market::Market;
use crate::route::Route;
use leptos::prelude::*;

/// The whole page: draws itself into the body.
#[component]
pub fn DeskPage() -> impl IntoView {
    Prefs::provide();
    let drawn = StoredValue::new_local(mount(&page::body(), whole(Desk::empty())));
    on_cleanup(move || drawn.dispose());
}

/// The page with its own small header.
pub fn whole(desk: Desk) -> Node {
    h::div()
        .class("app")
        .child(h::a().class("skip-link").attr("href", "#isi").child(shell_text::SKIP))
        .child(h::header().class("header").child(mark(|| Market::default().name)))
        .child(
            h::main().class("main").attr("id", "isi").attr("tabindex", "-1").child(
                h::div()
                    .class("page desk")
                    .child(
                        h::div()
                            .class("page__head")
                            .child(h::h1().child(t::TITLE))
                            .child(h::p().class("page__lead").child(t::LEAD)),
                    )
                    .child(files(desk))
                    .child(findings(desk))
                    .child(pairing(desk))
                    .child(guide()),
            ),
        )
        .child(
            h::footer().class("footer").child(
                h::nav()
                    .class("footer__links")
                    .attr("aria-label", shell_text::FOOTER_NAV)
                    .child(h::a().attr("href", Route::Home.path()).child(shell_text::HOME))
                    .child(h::a().attr("href", Route::About.path()).child(shell_text::ABOUT)),
            ),
        )
        .into_node()
}
