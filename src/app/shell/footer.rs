//! The footer: further pages, how old the data are, what happens where.

use crate::app::data::catalogue::Catalogue;
use crate::app::data::load::Load;
use crate::app::node::{Element, IntoNode, Node, h};
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
        .into_node()
}
