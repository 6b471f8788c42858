//! `/kategori/<kategori>`: one kind of goods.

use crate::app::parts::loading::not_found;
use crate::domain::code::Code;
use crate::route::Route;
use leptos::prelude::*;

/// The page.
pub fn category_page(code: Code, route: Memo<Option<Route>>) -> AnyView {
    let _ = code;
    let _ = route;
    not_found()
}
