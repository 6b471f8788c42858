//! The heart.

use crate::app::node::{IntoNode, Node, h};
use crate::app::reactive::memo;
use crate::app::state::saved::SavedState;
use crate::app::text::t::card as t;
use crate::app::text::t::product::SAVE;
use crate::app::ui::icon::icon;
use crate::domain::code::Code;

/// The heart in the corner of a card.
pub fn save_button(code: &Code, name: &str) -> Node {
    let state = SavedState::expect();
    let code = code.clone();
    let is_saved = {
        let code = code.clone();
        memo(move || state.saved.with(|saved| saved.holds(&code)))
    };
    h::button()
        .class("save")
        .attr("aria-pressed", move || is_saved.get().to_string())
        .attr("aria-label", t::save(name))
        .on("click", move |_| state.toggle(&code))
        .child(move || icon(if is_saved.get() { "heart-filled" } else { "heart" }))
        .into_node()
}

/// The same with its word, for the product's own page.
pub fn save_words(code: &Code) -> Node {
    let state = SavedState::expect();
    let code = code.clone();
    let is_saved = {
        let code = code.clone();
        memo(move || state.saved.with(|saved| saved.holds(&code)))
    };
    h::button()
        .class("button button--plain")
        .attr("aria-pressed", move || is_saved.get().to_string())
        .on("click", move |_| state.toggle(&code))
        .child(move || icon(if is_saved.get() { "heart-filled" } else { "heart" }))
        .child(SAVE)
        .into_node()
}
