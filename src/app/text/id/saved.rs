//! Saved products.

use crate::domain::money::grouped;

/// Heading, and title of the tab.
pub const TITLE: &str = "Tersimpan";
/// Nothing is saved.
pub const EMPTY_TITLE: &str = "Belum ada yang disimpan";
/// How to save something.
pub const EMPTY_TEXT: &str = "Ketuk hati pada produk yang kamu suka.";
/// To the goods.
pub const EMPTY_LINK: &str = "Lihat-lihat dulu";
/// Heading of what is no longer sold.
pub const GONE_TITLE: &str = "Sudah tidak dijual";
/// Forgets one of them.
pub const FORGET: &str = "Keluarkan";
/// What it is when even its name is gone.
pub const NAMELESS: &str = "Produk yang sudah dihapus";

/// How many, and where they are kept.
pub fn lead(count: usize) -> String {
    format!("{} produk, hanya ada di HP ini.", grouped(count as u64))
}

/// Forgets one of them, by name.
pub fn forget(name: &str) -> String {
    format!("Keluarkan {name} dari simpanan")
}
