//! The published files: what the compiler writes and the app reads, defined once.
//!
//! `latest.json` names an immutable manifest, the manifest names immutable files; every name but the first
//! carries the hash of its content. A change here is a change of deployed files: raise [`manifest::VERSION`]
//! unless old files still read.

pub mod basket;
pub mod manifest;
pub mod programmes;
pub mod shard;
