//! From sheets to files: read → check → emit → write.
//!
//! Nothing here knows the app, but for the page writer that will render its views.

pub mod catalogue;
pub mod complete;
pub mod problem;
pub mod read;
