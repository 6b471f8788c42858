//! What a market is: its records and the rules between them.
//!
//! Everything here is a value or a pure function: no files, no network, no clock, no browser. "Now" is always
//! an argument. Both the compiler and the app use it, so a rule about money or dates exists once.

pub mod area;
pub mod basket;
pub mod category;
pub mod cell;
pub mod channel;
pub mod code;
pub mod compare;
pub mod confirm;
pub mod csv;
pub mod edition;
pub mod email;
pub mod event;
pub mod fair;
pub mod filter;
pub mod fold;
pub mod gather;
pub mod gebetan;
pub mod json;
pub mod link;
pub mod market;
pub mod measure;
pub mod meeting;
pub mod message;
pub mod money;
pub mod news;
pub mod offer;
pub mod office;
pub mod order;
pub mod order_by;
pub mod permit;
pub mod phone;
pub mod product;
pub mod programme;
pub mod provision;
pub mod round;
pub mod saved;
pub mod seller;
pub mod share;
pub mod shared_list;
pub mod sorted;
pub mod table;
pub mod time;
pub mod today;
pub mod variant;
pub mod wire;
