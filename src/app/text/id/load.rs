//! Waiting and failing.

use crate::app::data::load::LoadError;

/// On its way.
pub const LOADING: &str = "Memuat…";
/// Of a page that is nothing without its program, to those who let none run.
pub const NEEDS_SCRIPT: &str =
    "Halaman ini memerlukan JavaScript. Nyalakan di pengaturan browser, lalu muat ulang.";
/// On its way for long.
pub const SLOW: &str = "Masih memuat. Koneksinya sedang lambat, sebentar lagi ya.";
/// Heading of a failure.
pub const FAILED_TITLE: &str = "Belum bisa dimuat";
/// Tries again.
pub const RETRY: &str = "Coba lagi";
/// Loads the page anew.
pub const RELOAD: &str = "Muat ulang halaman";
/// Heading of a page that does not exist.
pub const MISSING_TITLE: &str = "Halaman tidak ditemukan";
/// What to do about it.
pub const MISSING_TEXT: &str = "Alamatnya mungkin salah ketik, atau halamannya sudah tidak ada. Coba cari produknya, atau kembali ke beranda.";
/// To the home page.
pub const TO_HOME: &str = "Ke beranda";
/// To the search.
pub const TO_SEARCH: &str = "Cari produk";

/// What went wrong, in a word that helps.
pub fn failed(error: LoadError) -> String {
    match error {
        LoadError::Network => "Koneksi terputus. Yang sudah dibuka tetap bisa dilihat.".to_owned(),
        LoadError::Status(status) => {
            format!("Server sedang tidak bisa menjawab (kode {status}). Coba lagi sebentar lagi.")
        }
        LoadError::Damaged => "Data yang datang tidak utuh. Coba muat lagi.".to_owned(),
        LoadError::Newer => {
            "Etalase baru saja diperbarui. Muat ulang halaman ini untuk memakai versi terbaru."
                .to_owned()
        }
    }
}
