//! What stands around every page: header with search and area, footer, what was just said.

pub mod area_dialog;
pub mod example_banner;
pub mod footer;
pub mod header;
pub mod mark;
pub mod search_field;
pub mod suggestions;
pub mod toast_place;
