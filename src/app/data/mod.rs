//! Loading the published catalogue.

pub mod around;
pub mod catalogue;
pub mod load;
pub mod shards;
