//! What the compiler writes: the published folder, its pictures, its feeds, and the command around them.
#![expect(clippy::expect_used, reason = "a test stops where something is not as it should be")]

mod approve;
mod cache;
mod calendars;
#[cfg(feature = "pages")]
mod cards;
mod catalogues;
mod colours;
mod command;
mod confirm;
mod diff;
mod editions;
mod feeds;
mod market;
mod offline;
#[cfg(feature = "pages")]
mod pages;
mod pictures;
mod previous;
mod rebuild;
mod remarks;
mod sample;
mod schema;
mod sheets;
mod shopping;
mod site;
mod sitemaps;
mod template;
mod trust;
mod twins;
mod views;
