//! What stands where something is still on its way, or did not come.

use crate::app::browser::page;
use crate::app::data::catalogue::Catalogue;
use crate::app::data::load::{Load, LoadError};
use crate::app::node::{IntoNode, Node, h};
use crate::app::parts::product_card::skeletons;
use crate::app::text::t::load as t;
use crate::route::Route;
use std::sync::Arc;

/// Shows a thing once it is there, and otherwise what has become of it. `retry` is asked to fetch it again.
pub fn loaded<T>(
    load: Load<T>,
    missing: impl FnOnce() -> Node,
    retry: impl Fn() + Clone + Send + Sync + 'static,
    ready: impl FnOnce(Arc<T>) -> Node,
) -> Node {
    match load {
        Load::Ready(thing) => ready(thing),
        Load::Missing => missing(),
        Load::Failed(error) => failed(error, retry),
        Load::Loading => waiting(t::LOADING),
        Load::Slow => waiting(t::SLOW),
    }
}

/// The shape of cards that are on their way, and words for those who do not see it.
pub fn waiting(words: &'static str) -> Node {
    h::group()
        .child(h::p().class("loading").attr("role", "status").child(words))
        .child(skeletons(8))
        .into_node()
}

/// A failure, what it means and the way out of it.
pub fn failed(error: LoadError, retry: impl Fn() + Clone + Send + Sync + 'static) -> Node {
    let (label, action): (_, Box<dyn Fn() + Send + Sync>) = if error == LoadError::Newer {
        (t::RELOAD, Box::new(page::reload))
    } else {
        (t::RETRY, Box::new(retry))
    };
    h::div()
        .class("empty empty--quiet")
        .attr("role", "alert")
        .child(h::h2().class("empty__title").child(t::FAILED_TITLE))
        .child(h::p().class("empty__text").child(t::failed(error)))
        .child(h::div().class("empty__actions").child(
            h::button().class("button button--main").on("click", move |_| action()).child(label),
        ))
        .into_node()
}

/// Tries again whatever of the catalogue is not there.
pub fn reopen() -> impl Fn() + Clone + Send + Sync + 'static {
    let catalogue = Catalogue::expect();
    move || catalogue.open()
}

/// A page that does not exist.
pub fn not_found() -> Node {
    h::div()
        .class("page")
        .child(
            h::div()
                .class("empty empty--quiet")
                .child(h::h1().class("empty__title").child(t::MISSING_TITLE))
                .child(h::p().class("empty__text").child(t::MISSING_TEXT))
                .child(
                    h::div()
                        .class("empty__actions")
                        .child(
                            h::a()
                                .class("button button--main")
                                .attr("href", Route::Search(Default::default()).path())
                                .child(t::TO_SEARCH),
                        )
                        .child(
                            h::a()
                                .class("button")
                                .attr("href", Route::Home.path())
                                .child(t::TO_HOME),
                        ),
                ),
        )
        .into_node()
}
