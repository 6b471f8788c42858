//! The heart.

use crate::app::state::saved::SavedState;
use crate::app::text::t::card as t;
use crate::app::text::t::product::SAVE;
use crate::app::ui::icon::icon;
use crate::domain::code::Code;
use leptos::prelude::*;

/// The heart in the corner of a card.
pub fn save_button(code: &Code, name: &str) -> AnyView {
    let state = SavedState::expect();
    let code = code.clone();
    let is_saved = {
        let code = code.clone();
        Memo::new(move |_| state.saved.with(|saved| saved.holds(&code)))
    };
    view! {
        <button class="save" type="button" aria-pressed=move || is_saved.get().to_string() aria-label=t::save(name) on:click=move |_| state.toggle(&code)>
            {move || icon(if is_saved.get() { "heart-filled" } else { "heart" })}
        </button>
    }
    .into_any()
}

/// The same with its word, for the product's own page.
pub fn save_words(code: &Code) -> AnyView {
    let state = SavedState::expect();
    let code = code.clone();
    let is_saved = {
        let code = code.clone();
        Memo::new(move |_| state.saved.with(|saved| saved.holds(&code)))
    };
    view! {
        <button class="button button--plain" type="button" aria-pressed=move || is_saved.get().to_string() on:click=move |_| state.toggle(&code)>
            {move || icon(if is_saved.get() { "heart-filled" } else { "heart" })}{SAVE}
        </button>
    }
    .into_any()
}
