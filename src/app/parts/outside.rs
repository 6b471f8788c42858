//! Links that leave the market.

use crate::app::ui::icon::icon;
use crate::domain::link::SafeLink;
use leptos::prelude::*;

/// A link to the outside, in a tab of its own. Its `name` is spoken in place of its words where it says more.
pub fn outside(
    link: impl Fn() -> SafeLink + Send + 'static,
    class: &'static str,
    content: AnyView,
    name: Option<String>,
) -> AnyView {
    let href = move || link().as_str().to_owned();
    view! { <a class=class href=href target="_blank" rel="noopener noreferrer" aria-label=name>{content}</a> }.into_any()
}

/// A short link inside a sentence.
pub fn outside_words(link: SafeLink, words: &'static str) -> AnyView {
    outside(move || link.clone(), "", view! { {words} }.into_any(), None)
}

/// A row that leads to a shop elsewhere: its name and where it is.
pub fn outside_row(link: &SafeLink, name: &'static str) -> AnyView {
    let (link, host) = (link.clone(), link.host().trim_start_matches("www.").to_owned());
    let content = view! { {name}" "<small>{host}</small>{icon("link-out")} }.into_any();
    outside(move || link.clone(), "list-link", content, None)
}
