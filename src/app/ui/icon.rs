//! Icons of the sprite `public/icons.svg`.

use leptos::prelude::*;

/// An icon by its name in the sprite; it decorates, the words beside it speak.
pub fn icon(name: &'static str) -> AnyView {
    view! { <svg class="icon" aria-hidden="true"><use_ href=format!("/icons.svg#i-{name}")></use_></svg> }.into_any()
}
