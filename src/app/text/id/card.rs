//! Product cards and prices.

/// Before a struck price, for those who hear it.
pub const NORMAL_PRICE: &str = "harga biasa ";
/// No picture.
pub const NO_PICTURE: &str = "Belum ada foto";
/// With a valid certificate.
pub const HALAL: &str = "Halal";
/// Passed curation.
pub const CURATED: &str = "Lolos kurasi";
/// Sold out.
pub const SOLD_OUT: &str = "Stok habis";

/// Made to order.
pub fn preorder(days: Option<u16>) -> String {
    days.map_or_else(|| "Pra-pesan".to_owned(), |days| format!("PO {days} hari"))
}

/// Label of the heart.
pub fn save(name: &str) -> String {
    format!("Simpan {name}")
}

/// "128 produk".
pub fn products(count: u64) -> String {
    format!("{} produk", crate::domain::money::grouped(count))
}
