//! Headings that people write where the contract has another name: "No. WA", "Harga (Rp)", "Link Tokopedia".
//!
//! Every one of them is said when it is used, so that a wrong guess is seen.

use crate::compiler::columns::{self as col, Column, Kind, SHOPS};
use crate::domain::channel::Channel;
use std::collections::HashMap;
use std::sync::LazyLock;

/// The column that a folded heading means.
pub fn meant(kind: Kind, wanted: &str) -> Option<Column> {
    WORDS.get(&(kind, wanted)).copied().or_else(|| shop_column(kind, wanted))
}

static WORDS: LazyLock<HashMap<(Kind, &str), Column>> = LazyLock::new(|| {
    let each = |(kind, column, words): &(Kind, Column, &'static str)| {
        let (kind, column) = (*kind, *column);
        words.split(' ').map(move |word| ((kind, word), column))
    };
    SYNONYMS.iter().flat_map(each).collect()
});

/// "Link Tokopedia", "Akun IG".
fn shop_column(kind: Kind, wanted: &str) -> Option<Column> {
    if !matches!(kind, Kind::Penjual | Kind::Produk) {
        return None;
    }
    let bare = |word: &str| wanted.strip_prefix(word).or_else(|| wanted.strip_suffix(word));
    std::iter::once(wanted).chain(LINK_WORDS.iter().filter_map(|word| bare(word))).find_map(
        |name| {
            let name = match name {
                "ig" => "instagram",
                "tiktokshop" => "tiktok",
                "website" | "web" | "situsweb" => "situs",
                other => other,
            };
            SHOPS
                .into_iter()
                .chain([Channel::Eorder])
                .map(Channel::column)
                .find(|column| *column == name)
        },
    )
}

/// Headings that people write, folded to letters and digits, and the column that is meant.
const SYNONYMS: &[(Kind, Column, &str)] = &[
    (Kind::Penjual, col::KODE, "kodepenjual kodetoko kodeusaha kodeumkm idpenjual"),
    (Kind::Penjual, col::NAMA_USAHA, NAMES_OF_SHOPS),
    (Kind::Penjual, col::NAMA_USAHA, "nama penjual namapenjual merek merk namamerek brand"),
    (Kind::Penjual, col::WHATSAPP, PHONES),
    (Kind::Penjual, col::IZIN_KONTAK, "izinwa izinnomor izinkontakwa"),
    (Kind::Penjual, col::KECAMATAN, DISTRICTS),
    (Kind::Penjual, col::KELURAHAN, "kel namakelurahan kelurahanusaha"),
    (Kind::Penjual, col::PENGAMPU, "opdpengampu opd sukudinas dinaspengampu"),
    (Kind::Penjual, col::TENTANG, "profil profilusaha deskripsi deskripsiusaha keterangan"),
    (Kind::Penjual, col::JAM, "jambuka jamoperasional jamlayanan"),
    (Kind::Penjual, col::ANTAR, DELIVERIES),
    (Kind::Penjual, col::NIB, "nonib nomornib nomorindukberusaha"),
    (Kind::Produk, col::KODE, "kodeproduk kodebarang sku idproduk"),
    (Kind::Produk, col::PENJUAL, "kodepenjual kodetoko kodeusaha kodeumkm"),
    (Kind::Produk, col::NAMA_USAHA, NAMES_OF_SHOPS),
    (Kind::Produk, col::NAMA_USAHA, "namapenjual"),
    (Kind::Produk, col::WHATSAPP, PHONES),
    (Kind::Produk, col::KECAMATAN, DISTRICTS),
    (Kind::Produk, col::NAMA, "namaproduk produk namabarang barang namaitem namamenu menu"),
    (Kind::Produk, col::KATEGORI, "kategoriproduk jenis jenisproduk kategoribarang namakategori"),
    (Kind::Produk, col::SUBKATEGORI, "subkategoriproduk subjenis"),
    (
        Kind::Produk,
        col::HARGA,
        "hargarp hargaproduk hargajual hargajualrp hargasatuan hargasatuanrp hargarupiah hargabarang harganormal hargadalamrupiah",
    ),
    (Kind::Produk, col::SATUAN, "unit satuanjual satuanproduk satuanbarang"),
    (Kind::Produk, col::ISI, "isikemasan isibersih netto beratbersih beratisi ukurankemasan"),
    (Kind::Produk, col::STOK, "stock ketersediaan statusstok"),
    (Kind::Produk, col::PO_HARI, "haripo lamapo waktupo poharikerja"),
    (
        Kind::Produk,
        col::MINIMAL,
        "minimalpesan minimalpesanan minimalorder minorder minpesan minimumorder minimum pesananminimal",
    ),
    (
        Kind::Produk,
        col::KAPASITAS_HARI,
        "kapasitas kapasitasperhari kapasitasharian kapasitasproduksi",
    ),
    (Kind::Produk, col::UMUR_SIMPAN_HARI, "umursimpan masasimpan dayatahan"),
    (
        Kind::Produk,
        col::DESKRIPSI,
        "deskripsiproduk keterangan keteranganproduk deskripsibarang penjelasan",
    ),
    (Kind::Produk, col::FOTO, "fotoproduk gambar gambarproduk namafoto berkasfoto filefoto"),
    (Kind::Produk, col::VARIAN, "variasi varianproduk pilihan variasiproduk"),
    (Kind::Produk, col::KATA_KUNCI, "keyword keywords tag tags"),
    (Kind::Produk, col::JBL, "edisijbl kodejbl ikutjbl"),
    (Kind::Produk, col::HARGA_JBL, "hargajblrp hargapromojbl hargakhususjbl"),
    (Kind::Produk, col::TAUTAN_JBL, "linkjbl"),
    (Kind::Produk, col::DIPERBARUI, "tanggaldiperbarui terakhirdiperbarui tanggalupdate update"),
    (Kind::Produk, col::ANTAR, DELIVERIES),
    (Kind::Jbl, col::KODE, "kodejbl kodeedisi"),
    (Kind::Jbl, col::JUDUL, "namaedisi nama judulkegiatan edisi"),
    (Kind::Jbl, col::WILAYAH, "kota wilayahkota kotaadministrasi"),
    (Kind::Jbl, col::MULAI, "tanggalmulai tglmulai mulaitanggal"),
    (Kind::Jbl, col::SELESAI, "tanggalselesai tglselesai sampai berakhir sampaitanggal"),
    (Kind::Jbl, col::TAUTAN_LIVE, "linklive"),
    (Kind::Jbl, col::TAUTAN_TOKO, "linktoko"),
    (Kind::Jbl, col::TEMPAT, "lokasi"),
];
const NAMES_OF_SHOPS: &str = "namatoko namaumkm namapelakuusaha usaha toko umkm namawarung";
const PHONES: &str = "wa nowa nomorwa nowhatsapp nomorwhatsapp kontakwa wapenjual hp nohp nomorhp nohandphone nomorhandphone telepon telp notelp notelepon nomortelepon nohpwa nowahp nomorhpwa kontak nokontak";
const DISTRICTS: &str = "kec namakecamatan kecamatanusaha kecamatantempatusaha wilayahkecamatan";
const DELIVERIES: &str = "pengantaran pengiriman caraantar wilayahantar";
/// The word for a link that people put before or behind a channel's name.
const LINK_WORDS: [&str; 5] = ["linktoko", "link", "tautantoko", "tautan", "akun"];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::fold::squash;

    #[test]
    fn no_heading_means_two_columns_of_a_kind() {
        for kind in Kind::ALL {
            let mut seen = std::collections::HashMap::new();
            let own = SYNONYMS.iter().filter(|(of, ..)| *of == kind);
            for (word, column) in
                own.flat_map(|(_, column, words)| words.split(' ').map(move |word| (word, column)))
            {
                assert_eq!(seen.insert(word, column), None, "{word}");
                assert!(kind.columns().iter().all(|c| squash(c) != word), "{word}");
            }
        }
    }
}
