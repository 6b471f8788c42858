//! The footer: further pages, how old the data are, what happens where.

use crate::app::data::catalogue::Catalogue;
use crate::app::data::load::Load;
use crate::app::node::{Element, IntoNode, Node, h};
use crate::app::state::prefs::Prefs;
use crate::app::text::t::shell as t;
use crate::domain::market::Label;
use crate::route::Route;

fn link(to: Route) -> Element {
    h::a().attr("href", to.path()).attr("rel", to.rel())
}

/// The footer of every page.
pub fn footer() -> Node {
    let catalogue = Catalogue::expect();
    let as_of = move || {
        let date = catalogue.manifest.with(|manifest| match manifest {
            Load::Ready(manifest) => manifest.market.data_as_of,
            _ => None,
        });
        date.map(|date| format!("{} ", t::data_as_of(&date.long())))
    };
    h::footer()
        .class("footer")
        .child(
            h::nav()
                .class("footer__links")
                .attr("aria-label", t::FOOTER_NAV)
                .child(link(Route::Jbl).child(move || catalogue.called(Label::Jbl)))
                .child(link(Route::Gebetan).child(move || catalogue.called(Label::Gebetan)))
                .child(link(Route::Meeting).child(t::MEETING))
                .child(link(Route::Events).child(t::EVENTS))
                .child(link(Route::Programmes).child(t::PROGRAMMES))
                .child(link(Route::News).child(t::NEWS))
                .child(link(Route::About).child(t::ABOUT))
                .child(link(Route::Staff).child(t::STAFF)),
        )
        .child(h::p().child(as_of).child(t::FOOTER_NOTE))
        .child(saver())
        .into_node()
}

/// The switch for pictures, and what this visit has taken so far, which boot/boot.js writes.
fn saver() -> Node {
    let prefs = Prefs::expect();
    h::p()
        .class("footer__saver")
        .child(
            h::button()
                .class("button button--plain")
                .attr("aria-pressed", move || prefs.saver.get().to_string())
                .on("click", move |_| prefs.choose_saver(!prefs.saver.get_untracked()))
                .child(t::SAVER),
        )
        .child(h::span().child(t::TAKEN).child(h::span().class("footer__weight").child("–")))
        .into_node()
}
