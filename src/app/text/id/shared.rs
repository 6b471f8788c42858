//! Shared lists and orders.

use crate::domain::code::Code;
use crate::domain::money::{Rupiah, grouped};
use crate::domain::shared_list::SharedError;

/// Heading.
pub const TITLE: &str = "Daftar belanja";
/// For crawlers, who are asked not to list it.
pub const DESCRIPTION: &str = "Daftar belanja yang dibagikan lewat tautan.";
/// The basket holds nothing.
pub const EMPTY_TITLE: &str = "Belum ada daftar";
/// What to do about it.
pub const EMPTY_TEXT: &str = "Isi keranjangmu dulu, lalu buka lagi halaman ini untuk membagikannya. Atau buka tautan daftar yang kamu terima.";
/// Above one's own basket.
pub const OWN_LEAD: &str = "Isi keranjangmu sebagai tautan. Siapa pun yang membukanya melihat daftar ini dengan harga hari itu. Tidak ada nama orang di dalamnya.";
/// The address would be too long.
pub const TOO_LONG: &str = "Daftarnya terlalu panjang untuk satu tautan. Kurangi isinya dulu.";
/// Sends it on.
pub const SEND: &str = "Kirim lewat WhatsApp";
/// Copies the address.
pub const COPY: &str = "Salin tautan";
/// It was copied.
pub const COPIED: &str = "Tautan tersalin.";
/// Takes everything into the basket.
pub const TAKE_ALL: &str = "Masukkan semua ke keranjang";
/// To the basket.
pub const TO_BASKET: &str = "Lihat keranjang";
/// To the planner of packages.
pub const TO_PLANNER: &str = "Buka di perencana";
/// A product is still on its way.
pub const WAITING: &str = "Sedang dimuat…";
/// It is no longer sold.
pub const GONE: &str = "Sudah tidak dijual";
/// It is sold, but not so.
pub const OTHER: &str = "Habis, atau pilihannya sudah berubah";

/// The message with the address.
pub fn share(address: &str) -> String {
    format!("Ini daftar belanjanya:\n{address}")
}

/// "2 bungkus × Rp15.000".
pub fn line(quantity: u32, unit: &str, price: Rupiah) -> String {
    let unit = if unit.is_empty() { String::new() } else { format!(" {unit}") };
    format!("{}{unit} × {price}", grouped(quantity.into()))
}

/// Above a list.
pub fn list_lead(goods: usize) -> String {
    format!("{goods} barang, dengan harga hari ini.")
}

/// What was taken into the basket.
pub fn taken(goods: usize) -> String {
    format!("{goods} barang masuk keranjang")
}

/// Above an order.
pub fn order_lead(office: &str, round: &Code) -> String {
    if office.is_empty() {
        format!("Pesanan untuk putaran {round}")
    } else {
        format!("Pesanan {office} untuk putaran {round}")
    }
}

/// "12 bingkisan, paling banyak Rp100.000".
pub fn parcel(count: u32, budget: Rupiah) -> String {
    format!("{} bingkisan, paling banyak {budget}", grouped(count.into()))
}

/// Why an address is no list.
pub fn wrong(error: SharedError) -> &'static str {
    match error {
        SharedError::Version => {
            "Daftar ini dibuat versi yang lebih baru. Muat ulang halaman ini, lalu coba lagi."
        }
        SharedError::Damaged | SharedError::TooLong => {
            "Tautannya rusak atau terpotong. Minta pengirimnya menyalin ulang seluruh tautan."
        }
    }
}
