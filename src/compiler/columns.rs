//! The contract's kinds of sheets and the names of their columns, with the headings that people use instead.
//!
//! The only place that spells a column's name. What a column means is known where its row is read.

use crate::compiler::headings;
use crate::domain::channel::Channel;
use crate::domain::fold::{fold, squash};
use std::collections::HashMap;
use std::sync::LazyLock;

/// A kind of sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Sellers.
    Penjual,
    /// Products.
    Produk,
    /// Editions of Jumat Beli Lokal.
    Jbl,
    /// Monthly rounds.
    Gebetan,
    /// Events.
    Acara,
    /// What the programmes are.
    Program,
    /// Settings: kunci and nilai.
    Situs,
}

/// A column by the contract's name.
pub type Column = &'static str;

macro_rules! columns {
    ($($name:ident $word:literal)*) => {
        $(#[doc = concat!("`", $word, "`")] pub const $name: Column = $word;)*
    };
}

columns! {
    KODE "kode" NAMA_USAHA "nama_usaha" KECAMATAN "kecamatan" KELURAHAN "kelurahan" PENGAMPU "pengampu"
    WHATSAPP "whatsapp" IZIN_KONTAK "izin_kontak" TENTANG "tentang" JAM "jam" ANTAR "antar" EORDER "eorder"
    NIB "nib" HALAL "halal" HALAL_BERLAKU "halal_berlaku" PIRT "pirt" BPOM "bpom" GRADE "grade"
    GEBETAN_IKUT "gebetan_ikut" PENJUAL "penjual" NAMA "nama" KATEGORI "kategori" SUBKATEGORI "subkategori"
    HARGA "harga" SATUAN "satuan" ISI "isi" STOK "stok" PO_HARI "po_hari" MINIMAL "minimal"
    KAPASITAS_HARI "kapasitas_hari" UMUR_SIMPAN_HARI "umur_simpan_hari" PAJAK "pajak" DESKRIPSI "deskripsi"
    FOTO "foto" VARIAN "varian" KATA_KUNCI "kata_kunci" RAPAT "rapat" JBL "jbl" HARGA_JBL "harga_jbl"
    TAUTAN_JBL "tautan_jbl" GEBETAN "gebetan" TAYANG "tayang" DIPERBARUI "diperbarui" JUDUL "judul"
    WILAYAH "wilayah" MULAI "mulai" SELESAI "selesai" PRAPESAN_MULAI "prapesan_mulai"
    PRAPESAN_TUTUP "prapesan_tutup" LIVE_MULAI "live_mulai" LIVE_SELESAI "live_selesai"
    TAUTAN_LIVE "tautan_live" TAUTAN_TOKO "tautan_toko" KANAL "kanal" TEMPAT "tempat" CATATAN "catatan"
    KUNCI "kunci" NILAI "nilai" BULAN "bulan" TUTUP "tutup" KIRIM "kirim" KOPERASI "koperasi"
    KOPERASI_WA "koperasi_wa" PESERTA "peserta" ACARA "acara" JENIS "jenis" ALAMAT "alamat" PETA "peta"
    TAUTAN "tautan" RINGKAS "ringkas" SUMBER "sumber" URUTAN "urutan"
}

/// Columns that hold a link to a shop, in the contract's order; `eorder` may hold something else.
pub const SHOPS: [Channel; 8] = [
    Channel::Tokopedia,
    Channel::Shopee,
    Channel::Tiktok,
    Channel::Gofood,
    Channel::Grabfood,
    Channel::Shopeefood,
    Channel::Instagram,
    Channel::Situs,
];

const PENJUAL_COLUMNS: &[Column] = &[
    KODE,
    NAMA_USAHA,
    KECAMATAN,
    KELURAHAN,
    PENGAMPU,
    WHATSAPP,
    IZIN_KONTAK,
    TENTANG,
    JAM,
    ANTAR,
    "tokopedia",
    "shopee",
    "tiktok",
    "gofood",
    "grabfood",
    "shopeefood",
    "instagram",
    "situs",
    EORDER,
    NIB,
    HALAL,
    HALAL_BERLAKU,
    PIRT,
    BPOM,
    GRADE,
    GEBETAN_IKUT,
    ACARA,
];
const PRODUK_COLUMNS: &[Column] = &[
    KODE,
    PENJUAL,
    NAMA_USAHA,
    WHATSAPP,
    KECAMATAN,
    NAMA,
    KATEGORI,
    SUBKATEGORI,
    HARGA,
    SATUAN,
    ISI,
    STOK,
    PO_HARI,
    MINIMAL,
    KAPASITAS_HARI,
    UMUR_SIMPAN_HARI,
    PAJAK,
    DESKRIPSI,
    FOTO,
    VARIAN,
    KATA_KUNCI,
    RAPAT,
    JBL,
    HARGA_JBL,
    TAUTAN_JBL,
    GEBETAN,
    TAYANG,
    DIPERBARUI,
    HALAL,
    HALAL_BERLAKU,
    PIRT,
    BPOM,
    GRADE,
    ANTAR,
    "tokopedia",
    "shopee",
    "tiktok",
    "gofood",
    "grabfood",
    "shopeefood",
    "instagram",
    "situs",
    EORDER,
];
const JBL_COLUMNS: &[Column] = &[
    KODE,
    JUDUL,
    WILAYAH,
    MULAI,
    SELESAI,
    PRAPESAN_MULAI,
    PRAPESAN_TUTUP,
    LIVE_MULAI,
    LIVE_SELESAI,
    TAUTAN_LIVE,
    TAUTAN_TOKO,
    KANAL,
    TEMPAT,
    CATATAN,
];

impl Kind {
    /// All, in the contract's order.
    pub const ALL: [Self; 7] = [
        Self::Penjual,
        Self::Produk,
        Self::Jbl,
        Self::Gebetan,
        Self::Acara,
        Self::Program,
        Self::Situs,
    ];

    /// The word of the contract.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Penjual => "penjual",
            Self::Produk => "produk",
            Self::Jbl => "jbl",
            Self::Gebetan => "gebetan",
            Self::Acara => "acara",
            Self::Program => "program",
            Self::Situs => "situs",
        }
    }

    /// The kind that a sheet's or file's name tells: the word itself, or the word and something behind it.
    pub fn from_name(name: &str) -> Option<Self> {
        let whole = squash(name);
        let folded = fold(name);
        let first = folded
            .split(|c: char| !c.is_ascii_alphanumeric())
            .find(|word| !word.is_empty())
            .unwrap_or_default()
            .trim_end_matches(|c: char| c.is_ascii_digit());
        Self::ALL.into_iter().find(|kind| whole == kind.word() || first == kind.word())
    }

    /// The columns of the contract.
    pub const fn columns(self) -> &'static [Column] {
        match self {
            Self::Penjual => PENJUAL_COLUMNS,
            Self::Produk => PRODUK_COLUMNS,
            Self::Jbl => JBL_COLUMNS,
            Self::Gebetan => &[KODE, BULAN, TUTUP, KIRIM, KOPERASI, KOPERASI_WA, PESERTA, CATATAN],
            Self::Acara => {
                &[KODE, JENIS, JUDUL, WILAYAH, TEMPAT, ALAMAT, PETA, MULAI, SELESAI, TAUTAN]
            }
            Self::Program => &[KODE, JUDUL, RINGKAS, ISI, TAUTAN, SUMBER, URUTAN],
            Self::Situs => &[KUNCI, NILAI],
        }
    }

    /// The columns that must stand in the header: of each group one. `kode` may be left to the compiler.
    pub const fn required(self) -> &'static [&'static [Column]] {
        match self {
            Self::Penjual => &[&[NAMA_USAHA], &[KECAMATAN]],
            Self::Produk => &[&[PENJUAL, NAMA_USAHA], &[NAMA], &[KATEGORI], &[HARGA], &[SATUAN]],
            Self::Jbl => &[&[WILAYAH], &[MULAI], &[SELESAI]],
            Self::Gebetan => &[&[BULAN], &[TUTUP]],
            Self::Acara => &[&[JENIS], &[JUDUL], &[MULAI], &[SELESAI]],
            Self::Program => &[&[JUDUL], &[RINGKAS]],
            Self::Situs => &[&[KUNCI], &[NILAI]],
        }
    }

    /// The column of that name, of which only letters and digits count.
    pub fn own(self, squashed: &str) -> Option<Column> {
        NAMES.get(&(self, squashed.to_owned())).copied()
    }

    /// The column that a heading means, and whether it is the contract's own name.
    pub fn column(self, heading: &str) -> Option<(Column, bool)> {
        let wanted = squash(heading);
        if wanted.is_empty() {
            return None;
        }
        if let Some(column) = self.own(&wanted) {
            return Some((column, true));
        }
        headings::meant(self, heading, &wanted).map(|column| (column, false))
    }
}

/// The contract's names, folded. A sheet is searched for its header cell by cell and kind by kind, and a hostile one has
/// millions of cells: a look-up costs the same however many names there are.
static NAMES: LazyLock<HashMap<(Kind, String), Column>> = LazyLock::new(|| {
    let names =
        |kind: Kind| kind.columns().iter().map(move |column| ((kind, squash(column)), *column));
    Kind::ALL.into_iter().flat_map(names).collect()
});

/// Whether a column holds an identifier or a link, in which sixteen digits are no NIK.
pub fn may_hold_long_numbers(column: Column) -> bool {
    matches!(
        column,
        NIB | HALAL
            | PIRT
            | BPOM
            | WHATSAPP
            | KOPERASI_WA
            | TAUTAN_JBL
            | TAUTAN_LIVE
            | TAUTAN_TOKO
            | EORDER
            | PETA
            | TAUTAN
    ) || SHOPS.iter().any(|channel| channel.column() == column)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_tell_the_kind_of_a_sheet() {
        for (name, kind) in [
            ("produk", Some(Kind::Produk)),
            (" Prodúk ", Some(Kind::Produk)),
            ("produk-selatan", Some(Kind::Produk)),
            ("PENJUAL 2026", Some(Kind::Penjual)),
            ("produk2", Some(Kind::Produk)),
            ("j b l", Some(Kind::Jbl)),
            ("produksi", None),
            ("Sheet1", None),
            ("Template Impor Produk (new)", None),
        ] {
            assert_eq!(Kind::from_name(name), kind, "{name}");
        }
    }

    #[test]
    fn common_headings_are_understood_and_known_as_such() {
        for (heading, column) in [
            ("Nama Produk", (NAMA, false)),
            ("No. WA", (WHATSAPP, false)),
            ("Harga (Rp)", (HARGA, false)),
            ("HARGA *", (HARGA, true)),
            ("Nama Usaha", (NAMA_USAHA, true)),
            ("Link Tokopedia", ("tokopedia", false)),
            ("Kode Penjual", (PENJUAL, false)),
        ] {
            assert_eq!(Kind::Produk.column(heading), Some(column), "{heading}");
        }
        assert_eq!(Kind::Penjual.column("NIK"), None);
        assert_eq!(Kind::Produk.column(""), None);
    }
}
