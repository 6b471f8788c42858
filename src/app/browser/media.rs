//! What the screen is like, as the style sheets know it.

use crate::app::reactive::RwSignal;
use leptos::prelude::{LocalStorage, WithValue};
use leptos::prelude::{StoredValue, on_cleanup, window};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// Keeps a signal at whether the screen fits a media query, until its owner goes.
pub fn follow(query: &str, fits: RwSignal<bool>) {
    let Some(list) = window().match_media(query).ok().flatten() else { return };
    fits.set(list.matches());
    let own = list.clone();
    let on_change = Closure::<dyn Fn()>::new(move || {
        // The signal may be gone by the time the browser tells.
        fits.set(own.matches());
    });
    // Old WebViews know `onchange` alone.
    list.set_onchange(Some(on_change.as_ref().unchecked_ref()));
    let held = StoredValue::<_, LocalStorage>::new_local((list, on_change));
    on_cleanup(move || held.with_value(|(list, _)| list.set_onchange(None)));
}
