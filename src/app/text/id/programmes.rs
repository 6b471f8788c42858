//! The pages of the city's programmes: what leads to them, and `/program`.

/// The way from one to another.
pub const TABS: &str = "Program kota";
/// To the promotion.
pub const JBL: &str = "Jumat Beli Lokal";
/// To the planner of packages.
pub const GEBETAN: &str = "Gebetan UMKM";
/// To the planner of meetings.
pub const MEETING: &str = "Konsumsi rapat";
/// To the events.
pub const EVENTS: &str = "Acara";
/// To what the programmes are.
pub const PROGRAMMES: &str = "Semua program";

/// Saves a table for spreadsheets.
pub const SAVE_CSV: &str = "Unduh CSV";
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
