//! Where short words appear and are read out.

use crate::app::state::toast::Toasts;
use leptos::prelude::*;

/// Always in the page, so that what comes into it is announced.
#[component]
pub fn ToastPlace() -> impl IntoView {
    let toasts = Toasts::expect();
    let said = move || {
        toasts.now.get().map(|said| {
            let link = said.link.map(|(label, href)| view! { <a href=href>{label}</a> });
            view! { <div class="toast"><span>{said.text}</span>{link}</div> }
        })
    };
    view! { <div class="toast-place" role="status" aria-live="polite">{said}</div> }.into_any()
}
