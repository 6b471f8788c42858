//! Choosing files: by a button, a whole folder, or by dropping them; and what is being done with them.

use crate::app::browser::file::{choose, chosen, dropped};
use crate::app::browser::page;
use crate::app::desk::state::{Chosen, Desk, Phase};
use crate::app::node::{ElementRef, IntoNode, Node, each, h};
use crate::app::reactive::RwSignal;
use crate::app::text::t::desk as t;
use crate::app::ui::icon::icon;

/// The endings that the file dialog offers.
const ACCEPTED: &str = ".xlsx,.ods,.csv,.toml,.jpg,.jpeg,.png,.webp";

/// The first section.
pub(super) fn files(desk: Desk) -> Node {
    let (some, folder) = (ElementRef::new(), ElementRef::new());
    let over = RwSignal::new(false);
    let button = |label: &'static str, class: &'static str, field: ElementRef| {
        h::button().class(class).on("click", move |_| choose(field)).child(label)
    };
    // The buttons speak for the fields, which are only the way to the browser's dialog.
    let field = |reference: ElementRef, is_folder: bool| {
        h::input()
            .attr("type", "file")
            .attr("hidden", true)
            .attr("multiple", true)
            .attr("accept", (!is_folder).then_some(ACCEPTED))
            .attr("webkitdirectory", is_folder)
            .reference(reference)
            .on("change", move |event| desk.put(chosen(&event)))
    };
    h::section()
        .class("desk__files")
        .attr("aria-labelledby", "periksa")
        .child(h::h2().attr("id", "periksa").attr("tabindex", "-1").child(t::TITLE))
        .child(h::p().class("page__lead").child(t::LEAD))
        .child(
            h::div()
                .class(move || if over.get() { "drop drop--over" } else { "drop" })
                .on("dragover", move |event| {
                    event.prevent_default();
                    over.set(true);
                })
                .on("dragleave", move |_| over.set(false))
                .on("drop", move |event| {
                    over.set(false);
                    desk.put(dropped(event));
                })
                .child(icon("download"))
                .child(h::p().child(h::b().child(t::DROP)))
                .child(h::p().class("field__hint").child(t::DROP_HINT))
                .child(
                    h::div()
                        .class("drop__buttons")
                        .child(button(t::CHOOSE, "button button--main", some))
                        .child(button(t::CHOOSE_FOLDER, "button", folder)),
                )
                .child(field(some, false))
                .child(field(folder, true)),
        )
        .child(h::div().class("notice").child(icon("shield")).child(h::p().child(t::PRIVATE)))
        .child(move || {
            let any = desk.sheets.with(|sheets| !sheets.is_empty());
            any.then(|| h::h3().child(t::CHOSEN))
        })
        .child(h::ul().class("desk__list").child(each(
            move || desk.sheets.get(),
            |chosen: &Chosen| format!("{} {}", chosen.name, chosen.size),
            move |chosen| entry(desk, chosen),
        )))
        .child(move || {
            let count = desk.photos.with(Vec::len);
            (count > 0).then(|| h::p().class("field__hint").child(t::photos(count)))
        })
        .child(h::p().class("desk__phase").attr("role", "status").child(move || phase(desk)))
        .into_node()
}

fn entry(desk: Desk, chosen: Chosen) -> Node {
    let Chosen { name, size } = chosen;
    let label = t::remove(&name);
    h::li()
        .child(h::span().class("desk__name").child(name.clone()))
        .child(h::span().class("field__hint").child(t::size(size)))
        .child(
            h::button()
                .class("icon-button")
                .attr("aria-label", label)
                .on("click", move |_| {
                    desk.remove(&name);
                    // The button is gone; the focus must not be lost with it.
                    page::focus("periksa");
                })
                .child(icon("close")),
        )
        .into_node()
}

/// What is being done, in words that are also read aloud.
fn phase(desk: Desk) -> Node {
    match desk.phase.get() {
        Phase::Empty => Node::Nothing,
        Phase::Starting => t::STARTING.into_node(),
        Phase::Reading(name) => t::reading(&name).into_node(),
        Phase::Checking => t::CHECKING.into_node(),
        Phase::Broken => h::b().child(t::BROKEN).into_node(),
        Phase::Done => desk.report.with(|report| {
            report.as_ref().map(|report| t::verdict(report.errors, report.warnings)).into_node()
        }),
    }
}
