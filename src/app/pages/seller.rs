//! `/toko/<kode>`: one seller with all its goods.

use crate::app::parts::loading::not_found;
use crate::domain::code::Code;
use leptos::prelude::*;

/// The page of a seller.
pub fn seller_page(code: &Code) -> AnyView {
    let _ = code;
    not_found()
}
