//! The footer: further pages, how old the data are, what happens where.

use crate::app::data::catalogue::Catalogue;
use crate::app::data::load::Load;
use crate::app::text::t::shell as t;
use crate::route::Route;
use leptos::prelude::*;

/// The footer of every page.
#[component]
pub fn Footer() -> impl IntoView {
    let catalogue = Catalogue::expect();
    let as_of = move || {
        let date = catalogue.manifest.with(|manifest| match manifest {
            Load::Ready(manifest) => manifest.market.data_as_of,
            _ => None,
        });
        date.map(|date| format!("{} ", t::data_as_of(&date.long())))
    };
    view! {
        <footer class="footer">
            <nav class="footer__links" aria-label=t::FOOTER_NAV>
                <a href=Route::Jbl.path()>{t::JBL}</a>
                <a href=Route::About.path()>{t::ABOUT}</a>
                <a href=Route::Staff.path()>{t::STAFF}</a>
            </nav>
            <p>{as_of}{t::FOOTER_NOTE}</p>
        </footer>
    }
    .into_any()
}
