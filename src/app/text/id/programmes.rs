//! The pages of the city's programmes: what leads to them, and `/program`.

/// The way from one to another.
pub const TABS: &str = "Program kota";
/// To the planner of meetings.
pub const MEETING: &str = "Konsumsi rapat";
/// To the events.
pub const EVENTS: &str = "Acara";
/// To what the programmes are.
pub const PROGRAMMES: &str = "Semua program";

/// Saves tables as a workbook.
pub const SAVE_XLSX: &str = "Unduh XLSX";
/// Saves tables for any spreadsheet.
pub const SAVE_CSV: &str = "Unduh CSV";
/// The workbook is being made.
pub const MAKING: &str = "Menyiapkan berkas XLSX…";
/// It was handed to the downloads.
pub const MADE: &str = "Berkas XLSX siap.";
/// It cannot be made here and now.
pub const NOT_MADE: &str =
    "Berkas XLSX belum bisa dibuat. Periksa sambungan lalu coba lagi, atau unduh CSV.";
/// Shows a link as a QR code.
pub const SHOW_CODE: &str = "Tampilkan QR";
/// Heading of the code.
pub const CODE: &str = "Kode QR";
/// What it is, for those who cannot see it.
pub const CODE_OF_LINK: &str = "Kode QR dari tautan daftar ini";
/// It is being made.
pub const DRAWING: &str = "Menyiapkan kode QR…";
/// The link is longer than phones could read.
pub const TOO_LONG_TO_DRAW: &str =
    "Daftar ini terlalu panjang untuk kode QR. Salin dan kirim tautannya saja.";
/// It cannot be made here and now.
pub const NOT_DRAWN: &str =
    "Kode QR belum bisa dibuat. Periksa sambungan lalu coba lagi, atau salin tautannya.";
/// Prints the code with the list.
pub const PRINT_CODE: &str = "Cetak dengan daftarnya";
/// Closes the code.
pub const CLOSE_CODE: &str = "Tutup";
/// Prints the page.
pub const PRINT: &str = "Cetak";

/// Heading of `/program`.
pub const TITLE: &str = "Program untuk UMKM Jakarta";
/// For crawlers.
pub const DESCRIPTION: &str = "Apa saja program kota untuk pelaku usaha kecil Jakarta, siapa yang menjalankannya, dan dari mana keterangannya.";
/// In a sentence.
pub const LEAD: &str = "Apa artinya bagi warga, dan bagaimana penjual bisa ikut.";
/// Nothing has been written yet.
pub const NONE_TITLE: &str = "Belum ada keterangan";
/// What to do meanwhile.
pub const NONE_TEXT: &str = "Keterangan program akan tampil di sini. Sementara itu, semua produk bisa dipesan seperti biasa.";
/// To a programme's own page.
pub const OFFICIAL: &str = "Buka halaman resminya";
/// What is on this page.
pub const CONTENTS: &str = "Di halaman ini";

/// Where the statements come from.
pub fn source(source: &str) -> String {
    format!("Sumber: {source}.")
}
