//! `/kota/<slug>`: the goods of one city.

use crate::app::parts::loading::not_found;
use crate::domain::area::City;
use crate::route::Route;
use leptos::prelude::*;

/// The page.
pub fn city_page(city: City, route: Memo<Option<Route>>) -> AnyView {
    let _ = city;
    let _ = route;
    not_found()
}
