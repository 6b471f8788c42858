//! Loading the published catalogue.

pub mod catalogue;
pub mod load;
pub mod shards;
