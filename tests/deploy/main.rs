//! From a finished folder to a store and back: what visitors find there after every failure, by every protocol.
#![expect(clippy::expect_used, reason = "a test stops where something is not as it should be")]

#[path = "../output/market.rs"]
#[expect(dead_code, reason = "the tests of the output use the rest")]
mod market;

mod failing;
mod folders;
mod generations;
mod program;
mod refused;
mod s3;
mod site;
mod stopped;
mod twins;
