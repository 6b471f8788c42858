//! The catalogue compiler's entry.
fn main() {}
