//! Where short words appear and are read out.

use crate::app::state::toast::{Next, Toasts};
use leptos::prelude::*;

/// Always in the page, so that what comes into it is announced.
#[component]
pub fn ToastPlace() -> impl IntoView {
    let toasts = Toasts::expect();
    let said = move || {
        toasts.now.get().map(|said| {
            let next = said.next.map(|(label, next)| match next {
                Next::Go(href) => view! { <a href=href>{label}</a> }.into_any(),
                Next::Do(undo) => {
                    let tapped = move |_| {
                        undo();
                        toasts.hush();
                    };
                    view! { <button type="button" on:click=tapped>{label}</button> }.into_any()
                }
            });
            view! { <div class="toast"><span>{said.text}</span>{next}</div> }
        })
    };
    view! { <div class="toast-place" role="status" aria-live="polite">{said}</div> }.into_any()
}
