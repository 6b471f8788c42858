//! What the compiler writes: the published folder, its pictures, its feeds, and the command around them.
#![expect(clippy::expect_used, reason = "a test stops where something is not as it should be")]

mod command;
mod feeds;
mod market;
mod pictures;
mod previous;
mod sample;
mod site;
