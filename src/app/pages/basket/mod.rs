//! `/keranjang`: what was collected, one message a seller.

use crate::app::parts::loading::not_found;
use leptos::prelude::*;

/// The basket.
pub fn basket_page() -> AnyView {
    not_found()
}
