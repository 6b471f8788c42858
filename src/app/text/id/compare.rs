//! Products side by side by unit price.

use crate::domain::measure::Kind;
use crate::domain::money::Rupiah;

/// Heading.
pub const TITLE: &str = "Bandingkan harga";
/// For crawlers, who are asked not to list it.
pub const DESCRIPTION: &str =
    "Bandingkan harga barang UMKM Jakarta per 100 g, per 100 ml, atau per pcs.";
/// In a sentence.
pub const LEAD: &str = "Kemasannya beda-beda, jadi harganya dihitung untuk isi yang sama.";
/// To the comparison, from a product.
pub const OF_PRODUCT: &str = "Bandingkan harga per satuan";
/// To the comparison, from what is saved.
pub const OF_SAVED: &str = "Bandingkan";
/// Label of the field.
pub const SEARCH: &str = "Tambah barang";
/// In the empty field.
pub const SEARCH_HINT: &str = "Cari nama barang atau toko";
/// Nothing is found.
pub const NOT_FOUND: &str = "Belum ketemu. Coba kata lain.";
/// Nothing is compared yet.
pub const EMPTY: &str = "Belum ada barang. Cari dulu di atas.";
/// Groups of unlike units.
pub const UNLIKE: &str = "Berat, isi cair, dan jumlah pcs tidak bisa dibandingkan satu sama lain, jadi masing-masing punya tabel sendiri.";
/// Heading of what cannot be compared.
pub const UNMEASURED: &str = "Isinya belum tercantum";
/// Why not.
pub const UNMEASURED_TEXT: &str = "Penjualnya belum menulis berat, volume, atau jumlahnya, jadi harga per satuannya tidak bisa dihitung.";
/// Heading of what is no longer sold.
pub const GONE: &str = "Sudah tidak dijual";
/// A part of the address is no list of codes.
pub const UNREAD: &str = "Sebagian tautannya tidak terbaca. Mungkin terpotong waktu disalin.";
/// Heading of what could be added.
pub const ALIKE: &str = "Serupa dari penjual lain";
/// Marks the best price.
pub const CHEAPEST: &str = "Termurah";
/// Before a product that can be added, for those who hear it.
pub const ADD: &str = "Tambahkan ";
/// The comparison is on the clipboard.
pub const COPIED: &str = "Tautan perbandingan tersalin.";
/// Of goods that need none.
pub const NONE: &str = "–";
/// Of a food without certificate.
pub const NO_HALAL: &str = "belum tercantum";
/// Of one with a certificate.
pub const HALAL: &str = "halal";
/// Columns of the table, but for that of the unit price.
pub const COLUMNS: [&str; 6] = ["Barang", "Harga", "Isi", "Minimal", "Stok", "Sertifikat"];
/// The column of buttons, for those who hear it.
pub const TOOLS: &str = "Keluarkan";

/// "Harga per 100 g".
pub fn per(kind: Kind) -> String {
    format!("Harga per {}", kind.base().1)
}

/// Takes a product out.
pub fn remove(name: &str) -> String {
    format!("Keluarkan {name}")
}

/// A product was added.
pub fn added(name: &str) -> String {
    format!("{name} ikut dibandingkan.")
}

/// A product was taken out.
pub fn removed(name: &str) -> String {
    format!("{name} dikeluarkan.")
}

/// More stand in the address than are shown.
pub fn too_many(most: usize) -> String {
    format!("Paling banyak {most} barang sekali banding. Sisanya tidak ditampilkan.")
}

/// "Dapur Ratih · Rp15.000 · 250 g".
pub fn offer(shop: &str, price: Rupiah, holds: &str) -> String {
    format!("{shop} · {price} · {holds}")
}
