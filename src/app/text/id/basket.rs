//! The basket.

use crate::domain::money::{Rupiah, grouped};

/// Heading, and title of the tab.
pub const TITLE: &str = "Keranjang";
/// Being read.
pub const READING: &str = "Membaca isi keranjang…";
/// Nothing in it.
pub const EMPTY_TITLE: &str = "Keranjangmu masih kosong";
/// What it does.
pub const EMPTY_TEXT: &str = "Isi dari beberapa penjual sekaligus. Nanti tiap penjual dapat satu pesan WhatsApp yang sudah jadi.";
/// To the goods.
pub const EMPTY_LINK: &str = "Mulai cari";
/// Of a seller whose lines are all sent.
pub const ORDERED: &str = "Dipesan";
/// Ticks lines as sent.
pub const TICK: &str = "Sudah kupesan";
/// The sum of what the message says.
pub const SUBTOTAL: &str = "Subtotal";
/// A sum beyond a trillion.
pub const NO_SUM: &str = "tidak dapat dihitung";
/// Shows the message.
pub const SHOW_MESSAGE: &str = "Lihat pesannya";
/// Nobody to send it to yet: nothing is known of the product.
pub const NO_NUMBER: &str =
    "Nomor penjual belum bisa dimuat. Pesannya tetap bisa disalin dan dikirim sendiri.";
/// Takes the new price.
pub const ACCEPT: &str = "Oke";
/// The product is gone.
pub const GONE: &str = "Sudah tidak dijual, jadi tidak ikut dipesan.";
/// The product is sold out.
pub const SOLD_OUT: &str = "Stok sedang habis. Tanyakan dulu ke penjualnya.";
/// The option chosen is gone.
pub const CHOICE_GONE: &str = "Pilihan ini sudah tidak ada. Pilih lagi di halaman produknya.";
/// Heading of the summary.
pub const SUMMARY: &str = "Ringkasan";
/// Label of the bar.
pub const PROGRESS: &str = "Produk yang sudah dipesan";
/// All together.
pub const TOTAL: &str = "Perkiraan total";
/// What is not in it.
pub const NO_SHIPPING: &str = "Belum termasuk ongkos kirim.";
/// On the device.
pub const KEPT: &str = "Isi keranjang tersimpan di HP ini saja.";
/// On its way to the device.
pub const WRITING: &str = "Menyimpan…";
/// The device takes nothing.
pub const MEMORY: &str = "HP ini tidak mau menyimpan keranjang, mungkin karena mode penyamaran atau memori penuh. Isinya hilang kalau halaman ini ditutup. Salin dulu, ya.";
/// Copies everything.
pub const COPY_ALL: &str = "Salin keranjang";
/// Everything is on the clipboard.
pub const ALL_COPIED: &str = "Isi keranjang disalin.";
/// Tells the basket on.
pub const SHARE_LIST: &str = "Bagikan daftar";
/// Prints.
pub const PRINT: &str = "Cetak";
/// Takes what was sent out.
pub const CLEAR: &str = "Keluarkan yang sudah dipesan";
/// Today's prices could not be read.
pub const UNCHECKED: &str = "Harga dan stok hari ini belum bisa diperiksa. Yang tampil adalah yang kamu lihat waktu memasukkannya.";
/// Tries again.
pub const RETRY: &str = "Coba lagi";
/// Takes a removal back.
pub const UNDO: &str = "Urungkan";

/// What is in it.
pub fn lead(lines: usize, sellers: usize) -> String {
    format!("{lines} produk dari {sellers} penjual. Tiap penjual dipesan sendiri-sendiri.")
}

/// "Rp22.000 / bungkus".
pub fn each(price: Rupiah, unit: &str) -> String {
    format!("{price} / {unit}")
}

/// How many, of what was sent.
pub fn times(count: u32) -> String {
    format!("{} ×", grouped(count.into()))
}

/// Label of the quantity.
pub fn quantity(name: &str) -> String {
    format!("Jumlah {name}")
}

/// Fewer.
pub fn less(name: &str) -> String {
    format!("Kurangi {name}")
}

/// More.
pub fn more(name: &str) -> String {
    format!("Tambah {name}")
}

/// Takes it out.
pub fn remove(name: &str) -> String {
    format!("Hapus {name}")
}

/// It is out.
pub fn removed(name: &str) -> String {
    format!("{name} dikeluarkan.")
}

/// Below what the seller sells.
pub fn too_few(minimum: u32, unit: &str) -> String {
    format!("Penjualnya minta minimal {} {unit}.", grouped(minimum.into()))
}

/// The price is another.
pub fn price_changed(before: Rupiah, now: Rupiah) -> String {
    format!("Harga berubah dari {before} menjadi {now} sejak kamu memasukkannya.")
}

/// A promotional price that holds elsewhere.
pub fn jbl_price(short: &str, price: Rupiah, channel: &str) -> String {
    format!("Harga {short} {price} hanya di {channel}. ")
}

/// A product that no message orders.
pub fn elsewhere(channel: &str) -> String {
    format!("Produk ini dipesan di {channel}, bukan lewat WhatsApp. ")
}

/// A product that nothing orders.
pub const NO_WAY: &str = "Belum ada cara memesan yang tercantum untuk produk ini.";

/// What civil servants are asked for is no rule.
pub const APPEAL_NOTE: &str =
    "Anjuran untuk ASN, bukan kewajiban. Dihitung dengan harga di toko edisinya.";

/// How much is bought at promotional prices, of what civil servants are asked for.
pub fn appeal(short: &str, sum: Rupiah, asked: Rupiah) -> String {
    if sum >= asked {
        format!("Belanja {short}: {sum}. Anjuran {asked} sudah tercapai.")
    } else {
        format!("Belanja {short}: {sum} dari anjuran {asked}.")
    }
}

/// The sum of some of the lines.
pub fn subtotal_of(some: usize, all: usize) -> String {
    format!("Subtotal ({some} dari {all} produk)")
}

/// "1 dari 2".
pub fn part(number: usize, count: usize) -> String {
    format!(" ({number} dari {count})")
}

/// How far one is.
pub fn progress(ordered: usize, all: usize) -> String {
    format!("{ordered} dari {all} produk sudah dipesan")
}

/// Records that could not be read.
pub fn damaged(count: usize) -> String {
    format!("{count} catatan keranjang di HP ini rusak dan disisihkan. Sisanya aman.")
}
