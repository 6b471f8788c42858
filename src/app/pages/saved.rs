//! `/simpan`: saved products.

use crate::app::parts::loading::not_found;
use leptos::prelude::*;

/// The saved products.
pub fn saved_page() -> AnyView {
    not_found()
}
