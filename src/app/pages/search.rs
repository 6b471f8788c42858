//! `/cari`: everything, by words and facets.

use crate::app::parts::loading::not_found;
use crate::route::Route;
use leptos::prelude::*;

/// The page.
pub fn search_page(route: Memo<Option<Route>>) -> AnyView {
    let _ = route;
    not_found()
}
