//! A sheet: a modal dialog whose head and foot stay while its body scrolls.

use crate::app::browser::dialog;
use crate::app::ui::icon::icon;
use leptos::html::Dialog;
use leptos::prelude::*;

/// A sheet over the page; open it with `browser::dialog::open`.
#[component]
pub fn Sheet(
    /// The dialog, to open and close it.
    dialog: NodeRef<Dialog>,
    /// Identifies it on the page.
    id: &'static str,
    /// Its heading.
    title: &'static str,
    /// What the closing button is called.
    close_label: &'static str,
    /// What scrolls.
    children: Children,
    /// Buttons that never hide.
    #[prop(optional, into)]
    foot: Option<AnyView>,
) -> impl IntoView {
    let heading = format!("{id}-judul");
    let labelled_by = heading.clone();
    view! {
        <dialog class="sheet" id=id node_ref=dialog aria-labelledby=labelled_by>
            <div class="sheet__head">
                <h2 id=heading>{title}</h2>
                <button class="icon-button" type="button" aria-label=close_label on:click=move |_| dialog::close(dialog)>
                    {icon("close")}
                </button>
            </div>
            <div class="sheet__body">{children()}</div>
            {foot.map(|foot| view! { <div class="sheet__foot">{foot}</div> })}
        </dialog>
    }
    .into_any()
}
