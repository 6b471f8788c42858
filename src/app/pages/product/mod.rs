//! `/p/<kode>`: one product, and every way to order it.

use crate::app::parts::loading::not_found;
use crate::domain::code::Code;
use leptos::prelude::*;

/// The page of a product.
pub fn product_page(code: &Code) -> AnyView {
    let _ = code;
    not_found()
}
