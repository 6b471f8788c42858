//! Telling others of a page: the phone's own sheet, else a dialog with the usual places.

use crate::app::browser::{clipboard, dialog as modal};
use crate::app::node::{ElementRef, IntoNode, Node, h};
use crate::app::parts::copy::copy;
use crate::app::parts::outside::outside;
use crate::app::reactive::{RwSignal, spawn};
use crate::app::state::toast::Toasts;
use crate::app::text::t::share as t;
use crate::app::text::t::shell::CLOSE;
use crate::app::ui::icon::icon;
use crate::app::ui::sheet::{SheetLabels, sheet};
use crate::domain::gather::Gather;
use crate::domain::share::Network;

/// What is told.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// A few words.
    pub title: String,
    /// Some lines.
    pub text: String,
    /// The page's whole address.
    pub url: String,
}

/// The button, and the dialog that it may open. `told` is asked at the moment of telling.
pub fn share_button(class: &'static str, told: impl Fn() -> Told + 'static) -> Node {
    boxed_share_button(class, Box::new(told))
}

/// One copy for all pages.
fn boxed_share_button(class: &'static str, told: Box<dyn Fn() -> Told>) -> Node {
    let dialog = ElementRef::new();
    // The places' addresses are made when the dialog opens, not for every page that is looked at.
    let shown = RwSignal::new(None::<Told>);
    let open = move |told: Told| {
        shown.set(Some(told));
        modal::open(dialog);
    };
    let tapped = move |_| {
        let told = told();
        if !clipboard::can_share() {
            open(told);
            return;
        }
        spawn(async move {
            match clipboard::share(&told.title, &told.text, &told.url).await {
                Err(error) if !clipboard::was_cancelled(&error) => open(told),
                _ => {}
            }
        });
    };
    let places = move || shown.get().map(|told| places(told, dialog));
    h::group()
        .child(
            h::button()
                .class(class)
                .attr("aria-haspopup", "dialog")
                .on("click", tapped)
                .child(icon("share"))
                .child(t::SHARE),
        )
        .child(sheet(
            dialog,
            "bagikan",
            SheetLabels { title: t::SHARE, close: CLOSE },
            places,
            None,
        ))
        .into_node()
}

fn places(told: Told, dialog: ElementRef) -> Node {
    let toasts = Toasts::expect();
    let place = |network: Network| {
        let sign = match network {
            Network::Whatsapp => "chat",
            Network::Facebook => "facebook",
            Network::X => "x",
            Network::Telegram => "telegram",
            Network::Line => "line",
        };
        let link = network.link(&told.text, &told.url);
        let content = h::group().child(icon(sign)).child(network.label()).into_node();
        outside(move || link.clone(), "share-place", content, None)
    };
    let places: Vec<Node> = Network::ALL.into_iter().map(place).gather();
    let url = told.url.clone();
    let copied = move |_| {
        modal::close(dialog);
        copy(toasts, url.clone(), t::COPIED, t::NOT_COPIED);
    };
    h::group()
        .child(h::p().class("message").child(format!("{}\n{}", told.text, told.url)))
        .child(h::div().class("share-places").child(places))
        .child(
            h::button()
                .class("button button--wide")
                .on("click", copied)
                .child(icon("copy"))
                .child(t::COPY_LINK),
        )
        .into_node()
}
