//! Lists: search, categories, cities; facets, sorting, suggestions.

/// Heading of the list without words.
pub const ALL: &str = "Semua produk";
