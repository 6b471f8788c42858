//! Where the visitor is: chosen once from 44 kecamatan, remembered on the device, never asked of the phone.

use crate::app::browser::dialog as modal;
use crate::app::node::{ElementRef, IntoNode, Node, h};
use crate::app::reactive::RwSignal;
use crate::app::state::prefs::Prefs;
use crate::app::text::t::shell as t;
use crate::app::ui::sheet::{SheetLabels, sheet};
use crate::domain::area::{City, Kecamatan};
use crate::domain::gather::Gather;

/// The dialog in which the visitor's kecamatan is chosen; its 44 buttons are drawn once it `is_wanted`.
pub fn area_dialog(dialog: ElementRef, is_wanted: RwSignal<bool>) -> Node {
    let prefs = Prefs::expect();
    let choose = move |home: Option<Kecamatan>| {
        prefs.choose_home(home);
        modal::close(dialog);
    };
    let chip = move |kecamatan: Kecamatan| {
        let pressed = move || (prefs.home.get() == Some(kecamatan)).to_string();
        h::button()
            .class("chip")
            .attr("aria-pressed", pressed)
            .on("click", move |_| choose(Some(kecamatan)))
            .child(kecamatan.name())
    };
    let city = move |city: City| {
        let chips: Vec<_> = city.kecamatan().map(chip).gather();
        h::fieldset()
            .class("facet")
            .child(h::legend().class("facet__title").child(city.name()))
            .child(h::div().class("chips").child(chips))
    };
    let cities = move || is_wanted.get().then(|| City::as_listed().map(city).gather());
    h::group()
        .child(sheet(
            dialog,
            "wilayah",
            SheetLabels { title: t::AREA_TITLE, close: t::CLOSE },
            h::group()
                .child(h::p().child(t::AREA_TEXT))
                .child(
                    h::button()
                        .class("button button--wide")
                        .attr("aria-pressed", move || prefs.home.get().is_none().to_string())
                        .on("click", move |_| choose(None))
                        .child(t::EVERYWHERE),
                )
                .child(cities),
            None,
        ))
        .into_node()
}
