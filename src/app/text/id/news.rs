//! What is new since the last visit.

use crate::domain::money::{Rupiah, grouped};
use crate::domain::time::Date;

/// Heading.
pub const TITLE: &str = "Yang baru";
/// For crawlers, who are asked not to list it.
pub const DESCRIPTION: &str =
    "Barang baru, harga yang berubah, dan yang siap lagi sejak terakhir kamu lihat.";
/// At the first visit.
pub const FIRST: &str = "Mulai sekarang HP ini mengingat apa yang sudah kamu lihat. Lain kali halaman ini menunjukkan barang baru, harga yang berubah, dan yang siap lagi.";
/// Heading of what changed last.
pub const NEWEST: &str = "Terakhir diperbarui";
/// Nothing is dated.
pub const NO_DATES: &str = "Belum ada barang yang bertanggal.";
/// Nothing has changed.
pub const NOTHING: &str = "Belum ada yang berubah sejak itu.";
/// Heading of new products.
pub const NEW: &str = "Barang baru";
/// Heading of other prices.
pub const PRICES: &str = "Harga berubah";
/// Heading of what can be had again.
pub const BACK: &str = "Siap lagi";
/// Heading of what is no longer sold.
pub const GONE: &str = "Tidak dijual lagi";
/// Heading of changes in a large market.
pub const CHANGED: &str = "Berubah atau baru";
/// What these are.
pub const CHANGED_NOTE: &str = "Barangnya banyak sekali, jadi yang diingat hanya tanggalnya.";
/// Moves the mark.
pub const SEEN: &str = "Tandai sudah dilihat";
/// It was moved.
pub const MARKED: &str = "Ditandai. Lain kali mulai dari sini.";
/// The device keeps nothing.
pub const NOT_KEPT: &str = "HP ini tidak mau menyimpannya, jadi lain kali mulai dari awal lagi.";
/// Of a saved product.
pub const SAVED: &str = "Tersimpan";
/// What is kept, and where.
pub const PRIVACY: &str =
    "Yang diingat hanya tanggal, kode barang, harga, dan stoknya, di HP ini saja.";

/// Since when.
pub fn since(day: Date) -> String {
    format!("Perubahan sejak {}.", day.long())
}

/// "dari Rp20.000 turun ke Rp18.000".
pub fn price(before: Rupiah, now: Rupiah) -> String {
    let how = if now < before { "turun" } else { "naik" };
    format!("dari {before} {how} ke {now}")
}

/// Those that are not shown.
pub fn others(count: usize) -> String {
    format!("dan {} lagi", grouped(count as u64))
}
