//! The document's head of a page: its title goes on with the market's name, its address with the market's own.

use crate::app::browser::head::Head;
#[cfg(target_arch = "wasm32")]
use crate::app::browser::head::apply;
use crate::app::data::catalogue::Catalogue;
use crate::app::data::load::Load;
#[cfg(target_arch = "wasm32")]
use crate::app::reactive::effect;
#[cfg(not(target_arch = "wasm32"))]
use crate::app::state::still::Still;
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

/// A page's title with the name of the market, once that is known.
pub fn titled(title: String, market: &str) -> String {
    if market.is_empty() { title } else { format!("{title} · {market}") }
}

/// Keeps the document's head at what the page says of itself.
pub fn page_head(head: impl Fn() -> PageHead + 'static) {
    of_market(Box::new(head));
}

/// One copy for all pages.
fn of_market(head: Box<dyn Fn() -> PageHead>) {
    let catalogue = Catalogue::expect();
    describe(move || {
        let (name, url) = catalogue.manifest.with(|manifest| match manifest {
            Load::Ready(manifest) => (manifest.market.name.clone(), manifest.market.url.clone()),
            _ => Default::default(),
        });
        let PageHead { title, description, lasting, listed } = head();
        Some(Head {
            title: titled(title, &name),
            description,
            canonical: format!("{url}{}", lasting.path()),
            listed,
        })
    });
}

/// Keeps the document's head at what is said of the page; says nothing as long as nothing is known.
#[cfg(target_arch = "wasm32")]
pub fn describe(head: impl Fn() -> Option<Head> + 'static) {
    follow(Box::new(head));
}

/// One copy for all pages.
#[cfg(target_arch = "wasm32")]
fn follow(head: Box<dyn Fn() -> Option<Head>>) {
    effect(move || head().iter().for_each(apply));
}

/// Notes what is said of a page that is written.
#[cfg(not(target_arch = "wasm32"))]
pub fn describe(head: impl Fn() -> Option<Head> + 'static) {
    if let Some(still) = Still::here() {
        head().into_iter().for_each(|head| still.say(head));
    }
}
