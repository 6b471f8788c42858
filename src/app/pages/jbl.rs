//! `/jbl`: the editions of Jumat Beli Lokal: on, coming, over.

use crate::app::parts::loading::not_found;
use leptos::prelude::*;

/// The page.
pub fn jbl_page() -> AnyView {
    not_found()
}
