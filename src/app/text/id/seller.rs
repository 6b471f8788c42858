//! Sellers.
