//! Saved products.
