//! Cards with a QR code that stand beside the goods at a stall.

use crate::domain::money::{Rupiah, grouped};

/// Heading.
pub const TITLE: &str = "Kartu lapak";
/// For crawlers, who are asked not to list it.
pub const DESCRIPTION: &str = "Cetak kartu berkode QR untuk ditaruh di sebelah barang.";
/// In a sentence.
pub const LEAD: &str = "Cetak, lalu taruh di sebelah barang. Pembeli memindainya dan memesan dari ponselnya sendiri, juga sesudah bazar selesai.";
/// The way here.
pub const LINK: &str = "Cetak kartu lapak";
/// The address names nothing.
pub const NO_SUBJECT: &str = "Buka halaman toko, lalu ketuk “Cetak kartu lapak” di sana. Untuk seluruh bazar, buka dari halaman Acara.";
/// Which paper.
pub const PAPER: &str = "Kertas";
/// One card a sheet.
pub const A6: &str = "A6, satu kartu selembar";
/// Four to be cut.
pub const A4: &str = "A4, empat kartu untuk dipotong";
/// Which cards.
pub const CARDS: &str = "Kartu yang dicetak";
/// Chooses all.
pub const ALL: &str = "Pilih semua";
/// Chooses none.
pub const NONE: &str = "Kosongkan";
/// Whether prices are printed.
pub const PRICES: &str = "Cantumkan harga";
/// What to think of.
pub const PRICES_HINT: &str = "Harga di kertas tidak ikut berubah. Harga promo tidak dicetak, karena berlaku pada jamnya saja.";
/// Prints.
pub const PRINT: &str = "Cetak kartu";
/// Heading of what will be printed.
pub const PREVIEW: &str = "Hasil cetak";
/// Nothing is chosen.
pub const CHOOSE: &str = "Pilih dulu kartunya.";
/// Codes are being drawn.
pub const DRAWING: &str = "Menyiapkan kode QR…";
/// They could not be.
pub const NOT_DRAWN: &str =
    "Kode QR tidak bisa disiapkan. Periksa sambungan internetmu, lalu coba lagi.";
/// Tries again.
pub const AGAIN: &str = "Coba lagi";
/// Nobody of an event has goods here.
pub const NO_SELLERS: &str = "Belum ada penjual acara ini yang barangnya tampil di sini.";
/// What the code is for.
pub const SCAN: &str = "Pindai untuk melihat dan memesan";
/// What a seller's card says below its name.
pub const SHOP: &str = "Semua barang toko ini";

/// The code's name for those who do not see it.
pub fn code_of(name: &str) -> String {
    format!("Kode QR {name}")
}

/// A seller among the choices.
pub fn shop(name: &str) -> String {
    format!("Toko {name}")
}

/// "Rp15.000 per bungkus".
pub fn price(price: Rupiah, unit: &str) -> (String, String) {
    (price.to_string(), format!("per {unit}"))
}

/// "harga per Jumat 20 Nov 2026".
pub fn as_of(day: &str) -> String {
    format!("harga per {day}")
}

/// "6 kartu, 2 lembar A4".
pub fn sheets(cards: usize, sheets: usize, paper: &str) -> String {
    let number = |count: usize| grouped(u64::try_from(count).unwrap_or(u64::MAX));
    format!("{} kartu, {} lembar {paper}", number(cards), number(sheets))
}

/// Who of an event could not be given a card.
pub fn without_goods(count: usize) -> String {
    format!("{count} penjual lain belum punya barang yang tampil di sini, jadi belum ada kartunya.")
}
