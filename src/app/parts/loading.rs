//! What stands where something is still on its way, or did not come.

use crate::app::browser::page;
use crate::app::data::catalogue::Catalogue;
use crate::app::data::load::{Load, LoadError};
use crate::app::parts::product_card::skeletons;
use crate::app::text::t::load as t;
use crate::route::Route;
use leptos::prelude::*;
use std::sync::Arc;

/// Shows a thing once it is there, and otherwise what has become of it. `retry` is asked to fetch it again.
pub fn loaded<T>(
    load: Load<T>,
    missing: impl FnOnce() -> AnyView,
    retry: impl Fn() + Clone + Send + Sync + 'static,
    ready: impl FnOnce(Arc<T>) -> AnyView,
) -> AnyView {
    match load {
        Load::Ready(thing) => ready(thing),
        Load::Missing => missing(),
        Load::Failed(error) => failed(error, retry),
        Load::Loading => waiting(t::LOADING),
        Load::Slow => waiting(t::SLOW),
    }
}

fn waiting(words: &'static str) -> AnyView {
    view! { <p class="loading" role="status">{words}</p>{skeletons(8)} }.into_any()
}

/// A failure, what it means and the way out of it.
pub fn failed(error: LoadError, retry: impl Fn() + Clone + Send + Sync + 'static) -> AnyView {
    let (label, action): (_, Box<dyn Fn() + Send + Sync>) = if error == LoadError::Newer {
        (t::RELOAD, Box::new(page::reload))
    } else {
        (t::RETRY, Box::new(retry))
    };
    view! {
        <div class="empty empty--quiet" role="alert">
            <h2 class="empty__title">{t::FAILED_TITLE}</h2>
            <p class="empty__text">{t::failed(error)}</p>
            <div class="empty__actions"><button class="button button--main" type="button" on:click=move |_| action()>{label}</button></div>
        </div>
    }
    .into_any()
}

/// Tries again whatever of the catalogue is not there.
pub fn reopen() -> impl Fn() + Clone + Send + Sync + 'static {
    let catalogue = Catalogue::expect();
    move || catalogue.open()
}

/// A page that does not exist.
pub fn not_found() -> AnyView {
    view! {
        <div class="page">
            <div class="empty empty--quiet">
                <h1 class="empty__title">{t::MISSING_TITLE}</h1>
                <p class="empty__text">{t::MISSING_TEXT}</p>
                <div class="empty__actions">
                    <a class="button button--main" href=Route::Search(Default::default()).path()>{t::TO_SEARCH}</a>
                    <a class="button" href=Route::Home.path()>{t::TO_HOME}</a>
                </div>
            </div>
        </div>
    }
    .into_any()
}
