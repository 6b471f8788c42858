//! Pages that are written before any program runs.

/// Heading of the list of a city's sellers.
pub fn sellers_in(city: &str) -> String {
    format!("Semua penjual di {city}")
}
