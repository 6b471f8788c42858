//! Pieces that know the market and serve more than one page.

pub mod countdown;
pub mod jbl_banner;
pub mod loading;
pub mod page_head;
pub mod price;
pub mod product_card;
pub mod result_list;
pub mod save_button;
pub mod tone;
