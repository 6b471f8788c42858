//! A link as a QR code: shown large in a dialog, and printed with the list that it leads to.

use crate::app::browser::{dialog, page};
use crate::app::node::{Element, ElementRef, IntoNode, Node, h};
use crate::app::parts::copy::copy;
use crate::app::programmes::papers::{self, NoCode};
use crate::app::reactive::{RwSignal, spawn};
use crate::app::state::toast::Toasts;
use crate::app::text::t::product::NOT_COPIED;
use crate::app::text::t::programmes as t;
use crate::app::text::t::shared::{COPIED, COPY};
use crate::app::ui::icon::icon;
use crate::app::ui::sheet::{SheetLabels, sheet};
use crate::papers::protocol::Drawing;

/// What is known of a code: nothing until it is asked for.
type Made = Option<Result<Drawing, NoCode>>;

/// The button that shows an address as a QR code. What draws it is fetched when it is first asked for.
pub(super) fn code(address: String) -> Node {
    let made: RwSignal<Made> = RwSignal::new(None);
    let (shown, toasts) = (ElementRef::new(), Toasts::expect());
    let asked = address.clone();
    let show = move |_| {
        dialog::open(shown);
        if !made.with_untracked(|made| matches!(made, Some(Ok(_) | Err(NoCode::TooLong)))) {
            made.set(None);
            let asked = asked.clone();
            spawn(async move { made.set(Some(papers::code(asked).await)) });
        }
    };
    let told = address.clone();
    let body = move || match made.get() {
        None => h::p().attr("role", "status").child(t::DRAWING).into_node(),
        Some(Ok(drawing)) => h::group()
            .child(drawn(&drawing))
            .child(h::p().class("qr__text").child(told.clone()))
            .into_node(),
        Some(Err(why)) => {
            let why = if why == NoCode::TooLong { t::TOO_LONG_TO_DRAW } else { t::NOT_DRAWN };
            h::p().attr("role", "alert").child(why).into_node()
        }
    };
    let foot = h::div()
        .class("planner__ways")
        .child(
            h::button()
                .class("button")
                .on("click", move |_| copy(toasts, address.clone(), COPIED, NOT_COPIED))
                .child(icon("copy"))
                .child(COPY),
        )
        .child(move || {
            let is_drawn = made.with(|made| matches!(made, Some(Ok(_))));
            is_drawn.then(|| {
                h::button()
                    .class("button")
                    .on("click", |_| page::print())
                    .child(icon("printer"))
                    .child(t::PRINT_CODE)
            })
        });
    h::group()
        .child(
            h::button()
                .class("button")
                .attr("aria-haspopup", "dialog")
                .on("click", show)
                .child(icon("qr"))
                .child(t::SHOW_CODE),
        )
        .child(sheet(
            shown,
            "qr",
            SheetLabels { title: t::CODE, close: t::CLOSE_CODE },
            h::div().class("qr").child(body),
            Some(foot.into_node()),
        ))
        // On paper it stands with the list, for a dialog is not printed.
        .child(move || {
            let drawing = made.get()?.ok()?;
            Some(h::div().class("qr qr--paper").attr("aria-hidden", "true").child(drawn(&drawing)))
        })
        .into_node()
}

fn drawn(drawing: &Drawing) -> Element {
    let size = drawing.size;
    h::svg()
        .class("qr__code")
        .attr("viewBox", format!("0 0 {size} {size}"))
        .attr("role", "img")
        .attr("aria-label", t::CODE_OF_LINK)
        .child(h::path().attr("d", drawing.path.clone()))
}
