//! `/tentang`: how the market works, in words.

use crate::app::parts::loading::not_found;
use leptos::prelude::*;

/// What this market is.
pub fn about_page() -> AnyView {
    not_found()
}
