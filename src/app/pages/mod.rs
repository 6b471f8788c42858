//! One file a page. Each: what the address says → what is loaded → the view → private pieces.

pub mod about;
pub mod basket;
pub mod category;
pub mod city;
pub mod edition;
pub mod home;
pub mod jbl;
pub mod product;
pub mod saved;
pub mod search;
pub mod seller;

use crate::app::browser::head::Head;
use crate::app::data::catalogue::Catalogue;
use crate::app::node::Node;
use crate::app::parts::loading::not_found;
use crate::app::parts::page_head::{describe, titled};
use crate::app::reactive::Memo;
use crate::app::text::t::load::MISSING_TITLE;
use crate::route::Route;

/// The page of a route: `which` tells pages apart, `route` carries the filters as they change.
pub fn page(which: Option<Route>, route: Memo<Option<Route>>) -> Node {
    match which {
        Some(Route::Home) => home::home_page(),
        Some(Route::Product(code)) => product::product_page(&code),
        Some(Route::Seller(code)) => seller::seller_page(&code),
        Some(Route::Basket) => basket::basket_page(),
        Some(Route::Saved) => saved::saved_page(),
        Some(Route::About) => about::about_page(),
        Some(Route::Search(_)) => search::search_page(route),
        Some(Route::Category(code, _)) => category::category_page(code, route),
        Some(Route::City(city, _)) => city::city_page(city, route),
        Some(Route::Jbl) => jbl::jbl_page(None),
        Some(Route::JblOf(city)) => jbl::jbl_page(Some(city)),
        Some(Route::Edition(code, _)) => edition::edition_page(code, route),
        // Programs of their own, which links lead to by loading them.
        Some(
            Route::Gebetan
            | Route::Meeting
            | Route::Events
            | Route::Programmes
            | Route::Shared
            | Route::Compare
            | Route::Report
            | Route::News
            | Route::Stall
            | Route::Staff,
        )
        | None => missing(),
    }
}

/// The page of an address that means nothing.
fn missing() -> Node {
    let catalogue = Catalogue::expect();
    describe(move || {
        let title = titled(MISSING_TITLE.to_owned(), &catalogue.name());
        Some(Head { title, ..Head::default() })
    });
    not_found()
}
