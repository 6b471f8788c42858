//! `/petugas`: a first guide for city staff.

use crate::app::parts::loading::not_found;
use leptos::prelude::*;

/// For staff.
pub fn staff_page() -> AnyView {
    not_found()
}
