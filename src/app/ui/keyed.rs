//! A list whose entries stay themselves while others come and go: focus, open details and fields survive.

use leptos::prelude::*;
use std::hash::Hash;
use std::sync::Arc;

/// Shows one view a key, in the order of the keys.
pub fn keyed<K: Clone + Eq + Hash + Send + Sync + 'static>(
    keys: Memo<Vec<K>>,
    view: impl Fn(K) -> AnyView + Send + Sync + 'static,
) -> AnyView {
    let view: Arc<dyn Fn(K) -> AnyView + Send + Sync> = Arc::new(view);
    view! { <For each=move || keys.get() key=K::clone children=move |key| view(key)/> }.into_any()
}
