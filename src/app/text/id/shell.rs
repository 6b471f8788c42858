//! Header, footer, dialogs of the shell.

/// Skips to the content.
pub const SKIP: &str = "Lewati ke isi";
/// Label of the note above an example market.
pub const EXAMPLE_LABEL: &str = "Pemberitahuan";
/// This is an example.
pub const EXAMPLE: &str = "Ini pasar contoh, bukan sungguhan.";
/// What does that mean?
pub const EXAMPLE_LINK: &str = "Apa artinya?";
/// Main navigation.
pub const NAV: &str = "Utama";
/// Home.
pub const HOME: &str = "Beranda";
/// Search.
pub const SEARCH: &str = "Cari";
/// Saved.
pub const SAVED: &str = "Simpan";
/// Basket.
pub const BASKET: &str = "Keranjang";
/// Before the number in the basket, for those who hear it.
pub const BASKET_HOLDS: &str = "berisi ";
/// Label of the search field.
pub const SEARCH_LABEL: &str = "Cari produk";
/// In the empty search field.
pub const SEARCH_PLACEHOLDER: &str = "Cari produk, mis. keripik tempe";
/// Empties the field.
pub const SEARCH_CLEAR: &str = "Kosongkan pencarian";
/// Where no area has been chosen.
pub const EVERYWHERE: &str = "Seluruh Jakarta";
/// Other links.
pub const FOOTER_NAV: &str = "Lainnya";
/// Planner of meetings.
pub const MEETING: &str = "Konsumsi rapat";
/// Events.
pub const EVENTS: &str = "Acara";
/// What the programmes are.
pub const PROGRAMMES: &str = "Program kota";
/// What is new since the last visit.
pub const NEWS: &str = "Yang baru";
/// About.
pub const ABOUT: &str = "Tentang";
/// For staff.
pub const STAFF: &str = "Untuk petugas";
/// What happens where.
pub const FOOTER_NOTE: &str = "Pesanan dan pembayaran terjadi langsung di penjual, bukan di sini.";
/// Pictures only when asked for.
pub const SAVER: &str = "Hemat data: foto bila diketuk";
/// What this visit has taken from the network, before its number.
pub const TAKEN: &str = "Terpakai di kunjungan ini: ";
/// Title of the area dialog.
pub const AREA_TITLE: &str = "Kamu di mana?";
/// What the choice does.
pub const AREA_TEXT: &str = "Pilih kecamatanmu. Produk dari kecamatan yang sama tampil lebih dulu, lalu satu kota, lalu yang lain. Pilihan ini hanya disimpan di HP ini.";
/// Closes a dialog.
pub const CLOSE: &str = "Tutup";

/// Label of the basket link.
pub fn basket_label(count: u32) -> String {
    if count == 0 { "Keranjang, kosong".to_owned() } else { format!("Keranjang, {count} barang") }
}

/// Label of the area button.
pub fn area_label(area: &str) -> String {
    format!("Wilayah: {area}. Ganti wilayah")
}

/// How old the data are.
pub fn data_as_of(date: &str) -> String {
    format!("Data per {date}.")
}
/// Label of the list under the search field.
pub const SUGGESTIONS: &str = "Saran";
/// Beside words that were searched for.
pub const SEARCHED_BEFORE: &str = "pernah dicari";
/// Forgets the latest searches.
pub const FORGET_SEARCHES: &str = "Hapus riwayat pencarian";
/// Beside a category.
pub const CATEGORY: &str = "kategori";

/// Beside a seller.
pub fn seller_in(kecamatan: &str) -> String {
    format!("penjual di {kecamatan}")
}
