//! A seller on one line: the sign, the name, where it is.

use crate::app::parts::tone;
use crate::app::text::t::card::products;
use crate::app::ui::icon::icon;
use crate::domain::area::Kecamatan;
use crate::domain::code::Code;
use crate::route::Route;
use leptos::prelude::*;

/// The sign of a seller: its first letter on its own ground.
pub fn sign(seller: &Code, shop: &str) -> AnyView {
    let letter: String = shop.chars().find(|c| c.is_alphanumeric()).into_iter().collect();
    view! { <span class=format!("seller-strip__sign {}", tone::of_seller(seller)) aria-hidden="true">{letter}</span> }.into_any()
}

/// A seller under the page's heading, leading to its page. `count` is how many products it has, where known.
pub fn seller_strip(
    seller: &Code,
    shop: &str,
    kecamatan: Option<Kecamatan>,
    count: impl Fn() -> Option<usize> + Send + 'static,
) -> AnyView {
    let place = kecamatan.map(|kecamatan| {
        view! { <span>{kecamatan.name()}</span>" "<span>{kecamatan.city().name()}</span>" " }
    });
    let count = move || count().map(|count| view! { <span>{products(count as u64)}</span> });
    view! {
        <div class="seller-strip">
            {sign(seller, shop)}
            <div class="seller-strip__body">
                <h2 class="seller-strip__name"><a href=Route::Seller(seller.clone()).path()>{shop.to_owned()}</a></h2>
                <p class="meta">{place}{count}</p>
            </div>
            {icon("right")}
        </div>
    }
    .into_any()
}
