//! Products and ways to order them.

use crate::domain::channel::Channel;
use crate::domain::money::{Rupiah, grouped};
use crate::domain::product::Tax;
use crate::domain::time::{Date, Moment};
use crate::domain::variant::VariantOption;

/// Asks for a picture that is not loaded by itself.
pub const ASK_PICTURE: &str = "Tampilkan foto";
/// Label of the pictures.
pub const PICTURES: &str = "Foto produk";
/// Ready.
pub const READY: &str = "Stok siap";
/// Sold out.
pub const SOLD_OUT: &str = "Stok habis";
/// With a valid certificate.
pub const HALAL: &str = "Halal";
/// Passed curation.
pub const CURATED: &str = "Lolos kurasi";
/// Heading of the order, for those who hear it.
pub const ORDER: &str = "Pesan";
/// How many.
pub const QUANTITY: &str = "Jumlah";
/// Fewer.
pub const LESS: &str = "Kurangi";
/// More.
pub const MORE: &str = "Tambah";
/// Of an option that cannot be had.
pub const OPTION_OUT: &str = "habis";
/// Into the basket.
pub const ADD: &str = "Tambah ke keranjang";
/// The device takes nothing.
pub const NOT_KEPT: &str = "HP ini tidak menyimpannya kalau halaman ditutup.";
/// To the basket, from what was just said.
pub const SEE: &str = "Lihat";
/// Remembers the product.
pub const SAVE: &str = "Simpan";
/// Copies the message.
pub const COPY_MESSAGE: &str = "Salin pesan";
/// The message is on the clipboard.
pub const COPIED: &str = "Pesan disalin. Tinggal ditempel.";
/// Copying is not allowed here.
pub const NOT_COPIED: &str =
    "Browser ini tidak mengizinkan menyalin. Tekan lama pada pesannya untuk memilih.";
/// Shows the message.
pub const SHOW_MESSAGE: &str = "Lihat pesannya";
/// Copies the name under which it is listed.
pub const COPY_NAME: &str = "Salin nama";
/// The name is on the clipboard.
pub const NAME_COPIED: &str = "Nama disalin. Cari nama itu di sana.";
/// Who is paid, and what that costs.
pub const DIRECT: &str =
    "Kamu memesan dan membayar langsung ke penjual. Tidak ada biaya tambahan dari Etalase.";
/// In place of ways to order a product that is sold out.
pub const OUT_TEXT: &str =
    "Sedang habis, jadi belum bisa dipesan. Tanya penjualnya kapan ada lagi, atau simpan dulu.";
/// Where no way to order is known.
pub const NO_WAY: &str =
    "Belum ada cara memesan yang tercantum. Hubungi penjualnya lewat halaman tokonya.";
/// To the seller.
pub const TO_SELLER: &str = "Buka toko";
/// Heading of the description.
pub const ABOUT: &str = "Tentang produk ini";
/// Heading of the details.
pub const DETAILS: &str = "Rincian";
/// What one unit holds.
pub const HOLDS: &str = "Isi";
/// How long it keeps.
pub const KEEPS: &str = "Umur simpan";
/// The least that is sold.
pub const LEAST: &str = "Minimal pesan";
/// How many can be made.
pub const CAPACITY: &str = "Kapasitas";
/// Made to order.
pub const PREORDER: &str = "Waktu pembuatan";
/// How it reaches the buyer.
pub const DELIVERY: &str = "Pengantaran";
/// Whether tax is in the price.
pub const TAX: &str = "Pajak";
/// Heading of permits.
pub const TRUST: &str = "Izin dan kurasi";
/// Business number.
pub const NIB: &str = "NIB";
/// Home-industry food permit.
pub const PIRT: &str = "P-IRT";
/// Food and drug agency.
pub const BPOM: &str = "BPOM";
/// Curation.
pub const CURATION: &str = "Kurasi";
/// Of what has passed.
pub const PASSED: &str = "lolos";
/// On record; its number is not published.
pub const ON_RECORD: &str = "tercantum";
/// Not on record.
pub const NOT_ON_RECORD: &str = "belum tercantum";
/// A food that needs no permit of that kind.
pub const PIRT_NOT_NEEDED: &str = "tidak wajib untuk pangan yang tahan kurang dari 7 hari";
/// Copies a permit's number.
pub const COPY_NUMBER: &str = "Salin";
/// The number is on the clipboard.
pub const NUMBER_COPIED: &str = "Nomor disalin.";
/// Where a halal certificate can be looked up.
pub const CHECK_HALAL: &str = "Periksa di BPJPH";
/// Where a registration can be looked up.
pub const CHECK_BPOM: &str = "Periksa di BPOM";
/// Other goods of the same kind.
pub const SIMILAR: &str = "Serupa";
/// All of them.
pub const SEE_ALL: &str = "Lihat semua";
/// No longer sold.
pub const WITHDRAWN: &str = "Sudah tidak dijual";
/// What that means.
pub const WITHDRAWN_TEXT: &str = "Penjualnya sudah menurunkan produk ini. Masih ada yang lain di tokonya, dan yang mirip di bawah.";
/// Before how long the price still holds.
pub const ENDS_IN: &str = "Berakhir dalam";

/// Made to order, in so many days.
pub fn preorder(days: Option<u16>) -> String {
    days.map_or_else(|| "Pra-pesan".to_owned(), |days| format!("Pra-pesan, siap dalam {days} hari"))
}

/// "Foto 1 dari 4".
pub fn picture_of(number: usize, count: usize) -> String {
    format!("Foto {number} dari {count}")
}

/// "per bungkus".
pub fn per(unit: &str) -> String {
    format!("per {unit}")
}

/// "isi 250 g".
pub fn holds(measure: &str) -> String {
    format!("isi {measure}")
}

/// What an option adds: "+Rp2.000".
pub fn surcharge(option: &VariantOption) -> Option<String> {
    let amount = Rupiah::new(option.delta.unsigned_abs());
    match option.delta {
        0 => None,
        1.. => Some(format!("+{amount}")),
        _ => Some(format!("−{amount}")),
    }
}

/// "Minimal 20 bungkus".
pub fn least(count: u32, unit: &str) -> String {
    format!("Minimal {} {unit}", grouped(count.into()))
}

/// What ordering through a channel of that name is called.
pub fn order(channel: Channel, name: &str) -> String {
    match channel {
        Channel::Whatsapp => "Pesan lewat WhatsApp".to_owned(),
        Channel::Situs => "Pesan di situs toko".to_owned(),
        Channel::Eorder => format!("Buka {name}"),
        _ => format!("Pesan di {name}"),
    }
}

/// How to find it in the procurement system.
pub fn listed_as(eorder: &str, name: &str) -> String {
    format!("Di {eorder}, cari “{name}”.")
}

/// Name of the promotional price.
pub fn jbl_price(jbl: &str) -> String {
    format!("Harga {jbl}")
}

/// It is in the basket now.
pub fn added(quantity: u32, name: &str) -> String {
    format!("{} × {name} masuk keranjang.", grouped(quantity.into()))
}

/// Until when the promotional price holds, and where.
pub fn jbl_until(last: Moment, channel: &str) -> String {
    format!(" sampai {}, hanya lewat {channel}. ", last.long())
}

/// A promotional price with its days, where it is read at any time.
pub fn jbl_dated(name: &str, price: Rupiah, days: &str, channel: &str) -> String {
    format!("{name}: {price}, {days}, hanya lewat {channel}.")
}

/// What holds elsewhere.
pub fn jbl_elsewhere(normal: Rupiah) -> String {
    format!(" Lewat cara lain berlaku harga biasa, {normal}.")
}

/// Takes part in an edition that is on, without a price of its own.
pub fn jbl_part(last: Moment) -> String {
    format!(" sampai {}. Harganya tetap harga biasa.", last.long())
}

/// Will take part.
pub fn jbl_soon(from: Moment) -> String {
    format!(" mulai {}.", from.long())
}

/// "60 hari".
pub fn days(count: u16) -> String {
    format!("{count} hari")
}

/// "100 bungkus sehari".
pub fn a_day(count: u32, unit: &str) -> String {
    format!("{} {unit} sehari", grouped(count.into()))
}

/// Whether tax is in the price.
pub fn tax(tax: Tax) -> &'static str {
    match tax {
        Tax::Termasuk => "Harga sudah termasuk pajak",
        Tax::Belum => "Harga belum termasuk pajak",
    }
}

/// Copies the number of that permit.
pub fn copy_number(permit: &str) -> String {
    format!("Salin nomor {permit}")
}

/// From when food must be certified.
pub fn halal_required(from: Date, today: Date) -> String {
    let words = if from <= today { "sejak" } else { "mulai" };
    format!("wajib untuk makanan dan minuman {words} {}", from.long())
}

/// How long a permit holds.
pub fn valid_until(date: Date) -> String {
    format!("berlaku sampai {}", date.short())
}

/// When it last changed.
pub fn updated(date: Date) -> String {
    format!("Diperbarui {}. ", date.short())
}

/// Heading of the seller's other goods.
pub fn more_from(shop: &str) -> String {
    format!("Lainnya dari {shop}")
}

/// Title of the tab.
pub fn title(name: &str, shop: &str) -> String {
    format!("{name} dari {shop}")
}

/// For crawlers.
pub fn description(name: &str, price: Rupiah, unit: &str, shop: &str, kecamatan: &str) -> String {
    format!("{name}, {price} per {unit}, dari {shop} di {kecamatan}. Pesan langsung ke penjualnya.")
}
