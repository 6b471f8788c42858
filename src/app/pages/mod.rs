//! One file a page. Each: what the address says → what is loaded → the view → private pieces.

pub mod home;

use crate::app::parts::loading::not_found;
use crate::route::Route;
use leptos::prelude::*;

/// The page of a route: `which` tells pages apart, `route` carries the filters as they change.
pub fn page(which: Option<Route>, route: Memo<Option<Route>>) -> AnyView {
    let _ = route;
    match which {
        Some(Route::Home) => home::home_page(),
        _ => not_found(),
    }
}
