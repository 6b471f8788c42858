//! What the compiler writes: the published folder, its pictures, its feeds, and the command around them.
#![expect(clippy::expect_used, reason = "a test stops where something is not as it should be")]

mod approve;
mod cache;
mod calendars;
mod catalogues;
mod colours;
mod command;
mod confirm;
mod diff;
mod editions;
mod feeds;
mod market;
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
mod views;
