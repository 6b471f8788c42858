//! The document's head of a page: its title goes on with the market's name, its address with the market's own.

use crate::app::browser::head::{Head, apply};
use crate::app::data::catalogue::Catalogue;
use crate::app::data::load::Load;
use crate::app::reactive::effect;
use crate::route::Route;

/// What a page says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageHead {
    /// Its own title.
    pub title: String,
    /// One or two sentences.
    pub description: String,
    /// Its lasting address.
    pub lasting: Route,
    /// Whether search engines may list it.
    pub listed: bool,
}

/// Keeps the document's head at what the page says of itself.
pub fn page_head(head: impl Fn() -> PageHead + 'static) {
    let catalogue = Catalogue::expect();
    effect(move || {
        let (name, url) = catalogue.manifest.with(|manifest| match manifest {
            Load::Ready(manifest) => (manifest.market.name.clone(), manifest.market.url.clone()),
            _ => Default::default(),
        });
        let PageHead { title, description, lasting, listed } = head();
        apply(&Head {
            title: if name.is_empty() { title } else { format!("{title} · {name}") },
            description,
            canonical: format!("{url}{}", lasting.path()),
            listed,
        });
    });
}
