//! Indonesian: short and warm, as one speaks at a stall. "Kamu" for residents.

pub mod about;
pub mod basket;
pub mod card;
pub mod compare;
pub mod desk;
pub mod events;
pub mod gebetan;
pub mod home;
pub mod jbl;
pub mod load;
pub mod meeting;
pub mod news;
pub mod pages;
pub mod product;
pub mod programmes;
pub mod recipients;
pub mod report;
pub mod saved;
pub mod search;
pub mod seller;
pub mod share;
pub mod shared;
pub mod shell;
pub mod staff;
pub mod stall;
