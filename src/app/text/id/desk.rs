//! Checking sheets on the page for staff. Staff are "Anda".

use crate::domain::money::grouped;

/// Heading.
pub const TITLE: &str = "Periksa lembar";
/// In a sentence.
pub const LEAD: &str = "Pilih lembar Anda. Tiap masalah disebut selnya dan cara memperbaikinya; perbaiki di sini, lalu simpan salinannya.";
/// What happens to the files.
pub const PRIVATE: &str = "Lembar dan foto diperiksa di komputer ini. Tidak ada yang diunggah.";
/// Where files are dropped.
pub const DROP: &str = "Tarik lembar dan foto ke sini";
/// Which files.
pub const DROP_HINT: &str = "XLSX, ODS, CSV, situs.toml, persetujuan.toml, dan foto";
/// Chooses files.
pub const CHOOSE: &str = "Pilih berkas";
/// Chooses a whole folder.
pub const CHOOSE_FOLDER: &str = "Pilih folder";
/// Heading of what was chosen.
pub const CHOSEN: &str = "Berkas yang diperiksa";
/// Takes a file away.
pub fn remove(name: &str) -> String {
    format!("Lepas {name}")
}
/// How large a file is.
pub fn size(bytes: u64) -> String {
    match bytes {
        0..1_000 => format!("{bytes} B"),
        1_000..1_000_000 => format!("{} kB", bytes.div_ceil(1_000)),
        _ => format!("{},{} MB", bytes / 1_000_000, bytes % 1_000_000 / 100_000),
    }
}
/// How many photos were chosen.
pub fn photos(count: usize) -> String {
    format!("{} foto", grouped(count as u64))
}
/// The checker is fetched.
pub const STARTING: &str = "Menyiapkan pemeriksa …";
/// A file is read.
pub fn reading(name: &str) -> String {
    format!("Membaca {name} …")
}
/// All are checked.
pub const CHECKING: &str = "Memeriksa …";
/// It cannot go on.
pub const BROKEN: &str = "Pemeriksa berhenti. Perbaikan yang sudah diketik masih ada di halaman ini; pilih lembarnya lagi, atau muat ulang halaman.";
/// Begins anew.
pub const AGAIN: &str = "Periksa lagi";

/// Heading of the report.
pub const REPORT: &str = "Hasil pemeriksaan";
/// The result in a sentence.
pub fn verdict(errors: usize, warnings: usize) -> String {
    let number = |count: usize| grouped(count as u64);
    match (errors, warnings) {
        (0, 0) => "Tidak ada masalah. Semua baris masuk.".to_owned(),
        (0, _) => format!("Semua baris masuk. {} hal perlu dilihat lagi.", number(warnings)),
        (_, 0) => format!(
            "{} galat belum terbit dan menunggu perbaikan. Baris yang benar tetap masuk.",
            number(errors)
        ),
        _ => format!(
            "{} galat belum terbit dan menunggu perbaikan; {} hal lain perlu dilihat lagi. Baris yang benar tetap masuk.",
            number(errors),
            number(warnings)
        ),
    }
}
/// Numbers of the report.
pub const PRODUCTS: &str = "produk masuk";
/// Numbers of the report.
pub const SELLERS: &str = "penjual masuk";
/// Numbers of the report.
pub const REFUSED: &str = "baris ditolak";
/// Numbers of the report.
pub const WITHHELD: &str = "ditahan lembarnya";
/// Keeps a row out.
pub const ERROR: &str = "Galat";
/// Deserves a look.
pub const WARNING: &str = "Periksa";
/// Where no file is to blame.
pub const EVERYWHERE: &str = "Seluruh berkas";
/// What stands in a cell.
pub fn stands(value: &str) -> String {
    format!("Tertulis: {value}")
}
/// The field for what should stand in a cell.
pub fn correct(cell: Option<&str>, column: &str) -> String {
    match cell {
        Some(cell) => format!("Perbaiki {cell} ({column})"),
        None => format!("Perbaiki {column}"),
    }
}
/// More of the same.
pub fn folded(count: usize, meaning: &str) -> String {
    format!("{} lagi: {meaning}", grouped(count as u64))
}
/// More errors than are shown.
pub fn left_out(count: usize) -> String {
    format!(
        "{} galat lain muncul setelah yang di atas diperbaiki dan diperiksa lagi.",
        grouped(count as u64)
    )
}
/// What was typed and not yet checked.
pub fn typed(count: usize) -> String {
    format!("{} sel diperbaiki.", grouped(count as u64))
}
/// Takes all corrections back.
pub const UNDO: &str = "Batalkan perbaikan";
/// Saves the corrected copy.
pub const SAVE_COPY: &str = "Simpan salinan (XLSX)";
/// What the copy is.
pub const SAVE_HINT: &str = "Salinan berisi semua lembar dalam satu buku kerja, dengan perbaikan dan kode terisi. Pakai sebagai pengganti berkas lama; berkas Anda sendiri tidak diubah.";
/// Saves the report.
pub const SAVE_REPORT: &str = "Simpan laporan (HTML)";
/// What is not looked at here.
pub const NOT_HERE: &str = "Yang baru diperiksa saat terbit: kontak dan harga yang berubah sejak terbitan sebelumnya, dan isi foto.";

/// Heading of the photos.
pub const PAIR: &str = "Pasangkan foto";
/// How it is done.
pub const PAIR_LEAD: &str = "Ketuk satu foto, lalu ketuk produknya. Nama foto masuk ke kolom foto; simpan salinannya setelah selesai, dan taruh fotonya di folder foto.";
/// Before any photo is there.
pub const PAIR_EMPTY: &str = "Pilih juga foto-fotonya, misalnya dari WhatsApp (IMG-20261118-WA0012.jpg). Namanya tidak perlu diganti.";
/// The group of photos.
pub const PHOTOS: &str = "Foto";
/// The group of products.
pub const ITEMS: &str = "Produk";
/// A photo that has a product.
pub const USED: &str = "terpasang";
/// A product without a photo.
pub const WITHOUT: &str = "belum ada foto";
/// A row without a name.
pub const NAMELESS: &str = "(tanpa nama)";
/// Only products without a photo are listed.
pub const ONLY_WITHOUT: &str = "Hanya yang belum ada foto";
/// Finds products.
pub const FIND_ITEM: &str = "Cari produk";
/// Pairs the photo that is held with the product that follows.
pub fn pair(photo: &str) -> String {
    format!("Pasang {photo} pada ")
}
/// Takes a photo off a product.
pub fn unpair(photo: &str, product: &str) -> String {
    format!("Lepas {photo} dari {product}")
}
/// A photo was paired.
pub fn paired(photo: &str, product: &str) -> String {
    format!("{photo} terpasang pada {product}.")
}
/// Which photo is held.
pub fn held(photo: &str) -> String {
    format!("Foto {photo} dipilih. Ketuk produknya.")
}
/// More products than are listed.
pub fn more_items(count: usize) -> String {
    format!("{} produk lain tidak muat di sini; saring dengan nama.", grouped(count as u64))
}
