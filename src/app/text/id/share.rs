//! Telling others of a page.

use crate::domain::money::Rupiah;
use crate::domain::time::Moment;

/// Tells others; title of the dialog.
pub const SHARE: &str = "Bagikan";
/// Copies the address.
pub const COPY_LINK: &str = "Salin tautan";
/// The address is on the clipboard.
pub const COPIED: &str = "Tautan disalin.";
/// Copying is not allowed here.
pub const NOT_COPIED: &str = "Browser ini tidak mengizinkan menyalin. Salin dari bilah alamat, ya.";

/// A product at its normal price.
pub fn product(name: &str, price: Rupiah, unit: &str, shop: &str, kecamatan: &str) -> String {
    format!("{name}\n{price} per {unit}\n{shop} · {kecamatan}")
}

/// The promotional price, while it holds.
pub fn jbl(jbl: &str, price: Rupiah, last: Moment, channel: &str) -> String {
    format!("\nHarga {jbl} {price} di {channel} sampai {}", last.date().long())
}

/// A seller.
pub fn seller(shop: &str, kecamatan: &str, city: &str) -> String {
    format!("{shop}\n{kecamatan}, {city}")
}
