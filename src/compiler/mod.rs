//! From sheets to files: read → check → emit → write.
//!
//! Nothing here knows the app, but for the page writer that will render its views.

pub mod catalogue;
pub mod cmd;
pub mod complete;
pub mod disk;
pub mod emit;
pub mod feeds;
pub mod hash;
pub mod headers;
pub mod output;
pub mod pictures;
pub mod previous;
pub mod problem;
pub mod publish;
pub mod read;
pub mod report;
pub mod sample;
pub mod shards;
pub mod sitemap;
pub mod terminal;
