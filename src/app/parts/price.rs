//! A price, and the normal one struck beside it where a promotion holds.

use crate::app::text::t::card as t;
use crate::domain::money::Rupiah;
use leptos::prelude::*;

/// The price that holds; `normal` is struck beside it where it is higher.
pub fn price(holds: Rupiah, normal: Rupiah, class: &'static str) -> AnyView {
    let struck = (normal > holds).then(|| {
        view! { <s><span class="visually-hidden">{t::NORMAL_PRICE}</span>{normal.to_string()}</s> }
    });
    view! { <p class=class>{holds.to_string()}" "{struck}</p> }.into_any()
}
