//! The document's title and the facts that crawlers and shared links read.

use leptos::prelude::document;
use web_sys::Element;

/// What the head says of a page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// Title of the tab.
    pub title: String,
    /// One or two sentences.
    pub description: String,
    /// The page's lasting address; empty: none.
    pub canonical: String,
    /// Whether search engines may list it.
    pub listed: bool,
}

/// Makes the document's head say it.
pub fn apply(head: &Head) {
    document().set_title(&head.title);
    set(
        "meta[name=description]",
        "meta",
        &[("name", "description"), ("content", &head.description)],
    );
    set("link[rel=canonical]", "link", &[("rel", "canonical"), ("href", &head.canonical)]);
    set(
        "meta[name=robots]",
        "meta",
        &[("name", "robots"), ("content", if head.listed { "index,follow" } else { "noindex" })],
    );
}

fn set(selector: &str, tag: &str, attributes: &[(&str, &str)]) {
    let Some(element) = document().query_selector(selector).ok().flatten().or_else(|| append(tag))
    else {
        return;
    };
    for (name, value) in attributes {
        drop(element.set_attribute(name, value));
    }
}

fn append(tag: &str) -> Option<Element> {
    let element = document().create_element(tag).ok()?;
    document().head()?.append_child(&element).ok()?;
    Some(element)
}
