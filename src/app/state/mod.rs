//! What outlives a page: the basket, saved products, the visitor's choices, the moment it is, the place in a list.
//!
//! Everything else lives in the address or in the page that shows it.

pub mod basket;
pub mod clock;
pub mod place;
pub mod prefs;
pub mod recent;
pub mod saved;
pub mod site;
pub mod still;
pub mod toast;
