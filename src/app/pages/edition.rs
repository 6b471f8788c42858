//! `/jbl/<kode>`: one edition, its state, place and goods.

use crate::app::parts::loading::not_found;
use crate::domain::code::Code;
use crate::route::Route;
use leptos::prelude::*;

/// The page.
pub fn edition_page(code: Code, route: Memo<Option<Route>>) -> AnyView {
    let _ = code;
    let _ = route;
    not_found()
}
