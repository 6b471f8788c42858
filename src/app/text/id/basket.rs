//! The basket.
