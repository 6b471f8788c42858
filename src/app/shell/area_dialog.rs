//! Where the visitor is: chosen once from 44 kecamatan, remembered on the device, never asked of the phone.

use crate::app::browser::dialog as modal;
use crate::app::state::prefs::Prefs;
use crate::app::text::t::shell as t;
use crate::app::ui::sheet::Sheet;
use crate::domain::area::{City, Kecamatan};
use leptos::html::Dialog;
use leptos::prelude::*;

/// The dialog in which the visitor's kecamatan is chosen.
#[component]
pub fn AreaDialog(
    /// The dialog, to open and close it.
    dialog: NodeRef<Dialog>,
) -> impl IntoView {
    let prefs = Prefs::expect();
    let choose = move |home: Option<Kecamatan>| {
        prefs.choose_home(home);
        modal::close(dialog);
    };
    let chip = move |kecamatan: Kecamatan| {
        let pressed = move || (prefs.home.get() == Some(kecamatan)).to_string();
        view! { <button class="chip" type="button" aria-pressed=pressed on:click=move |_| choose(Some(kecamatan))>{kecamatan.name()}</button> }
    };
    let city = move |city: City| {
        let chips: Vec<_> = city.kecamatan().map(chip).collect();
        view! { <fieldset class="facet"><legend class="facet__title">{city.name()}</legend><div class="chips">{chips}</div></fieldset> }
    };
    let cities: Vec<_> = City::as_listed().map(city).collect();
    view! {
        <Sheet dialog id="wilayah" title=t::AREA_TITLE close_label=t::CLOSE>
            <p>{t::AREA_TEXT}</p>
            <button class="button button--wide" type="button" aria-pressed=move || prefs.home.get().is_none().to_string() on:click=move |_| choose(None)>{t::EVERYWHERE}</button>
            {cities}
        </Sheet>
    }
    .into_any()
}
