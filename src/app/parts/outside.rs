//! Links that leave the market.

use crate::app::node::{IntoNode, Node, h};
use crate::app::ui::icon::icon;
use crate::domain::link::SafeLink;

/// A link to the outside, in a tab of its own. Its `name` is spoken in place of its words where it says more.
pub fn outside(
    link: impl Fn() -> SafeLink + Send + 'static,
    class: &'static str,
    content: Node,
    name: Option<String>,
) -> Node {
    let href = move || link().as_str().to_owned();
    h::a()
        .class(class)
        .attr("href", href)
        .attr("target", "_blank")
        .attr("rel", "noopener noreferrer")
        .attr("aria-label", name)
        .child(content)
        .into_node()
}

/// A short link inside a sentence.
pub fn outside_words(link: SafeLink, words: &'static str) -> Node {
    outside(move || link.clone(), "", h::group().child(words).into_node(), None)
}

/// A row that leads to a shop elsewhere: its name and where it is.
pub fn outside_row(link: &SafeLink, name: String) -> Node {
    let (link, host) = (link.clone(), link.host().trim_start_matches("www.").to_owned());
    let content = h::group()
        .child(name)
        .child(" ")
        .child(h::small().child(host))
        .child(icon("link-out"))
        .into_node();
    outside(move || link.clone(), "list-link", content, None)
}
