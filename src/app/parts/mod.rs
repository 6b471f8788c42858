//! Pieces that know the market and serve more than one page.

pub mod copy;
pub mod countdown;
pub mod in_turn;
pub mod jbl_banner;
pub mod loading;
pub mod mistake;
pub mod order_links;
pub mod outside;
pub mod page_head;
pub mod price;
pub mod product_card;
pub mod result_list;
pub mod save_button;
pub mod seller_strip;
pub mod share_dialog;
pub mod stall;
pub mod tone;
pub mod trust;
