//! Telling others of a page: the phone's own sheet, else a dialog with the usual places.

use crate::app::browser::{clipboard, dialog};
use crate::app::parts::copy::copy;
use crate::app::parts::outside::outside;
use crate::app::state::toast::Toasts;
use crate::app::text::t::share as t;
use crate::app::text::t::shell::CLOSE;
use crate::app::ui::icon::icon;
use crate::app::ui::sheet::Sheet;
use crate::domain::share::Network;
use leptos::html::Dialog;
use leptos::prelude::*;
use leptos::task::spawn_local;

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
pub fn share_button(
    class: &'static str,
    told: impl Fn() -> Told + Send + Sync + 'static,
) -> AnyView {
    let sheet = NodeRef::<Dialog>::new();
    // The places' addresses are made when the dialog opens, not for every page that is looked at.
    let shown = RwSignal::new(None::<Told>);
    let open = move |told: Told| {
        shown.set(Some(told));
        dialog::open(sheet);
    };
    let tapped = move |_| {
        let told = told();
        if !clipboard::can_share() {
            open(told);
            return;
        }
        spawn_local(async move {
            match clipboard::share(&told.title, &told.text, &told.url).await {
                Err(error) if !clipboard::was_cancelled(&error) => open(told),
                _ => {}
            }
        });
    };
    let places = move || shown.get().map(|told| places(told, sheet));
    view! {
        <button class=class type="button" aria-haspopup="dialog" on:click=tapped>{icon("share")}{t::SHARE}</button>
        <Sheet dialog=sheet id="bagikan" title=t::SHARE close_label=CLOSE>{places}</Sheet>
    }
    .into_any()
}

fn places(told: Told, sheet: NodeRef<Dialog>) -> AnyView {
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
        let content = view! { {icon(sign)}{network.label()} }.into_any();
        outside(move || link.clone(), "share-place", content, None)
    };
    let places: Vec<AnyView> = Network::ALL.into_iter().map(place).collect();
    let url = told.url.clone();
    let copied = move |_| {
        dialog::close(sheet);
        copy(toasts, url.clone(), t::COPIED, t::NOT_COPIED);
    };
    view! {
        <p class="message">{format!("{}\n{}", told.text, told.url)}</p>
        <div class="share-places">{places}</div>
        <button class="button button--wide" type="button" on:click=copied>{icon("copy")}{t::COPY_LINK}</button>
    }
    .into_any()
}
