//! Every kind of problem the input can have, in one list, and the collector that puts them in order.
//!
//! A code never changes its meaning: programs and habits hang on it. `docs` tables are made from this list.

pub use crate::compiler::place::At;
use crate::compiler::place::Order;
use crate::compiler::problem::{Problem, Severity};
use crate::domain::permit::holds_personal_number;

macro_rules! faults {
    ($($name:ident $severity:ident $code:literal $meaning:literal;)*) => {
        /// A kind of problem.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Fault {
            $(#[doc = $meaning] $name,)*
        }

        impl Fault {
            /// All, errors first.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// The stable word for programs.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$name => $code,)* }
            }

            /// Whether something is left out.
            pub const fn severity(self) -> Severity {
                match self { $(Self::$name => Severity::$severity,)* }
            }

            /// What it means, in Indonesian, for the table in the documentation.
            pub const fn meaning(self) -> &'static str {
                match self { $(Self::$name => $meaning,)* }
            }
        }
    };
}

faults! {
    FileUnreadable Error "file-unreadable" "Berkas tidak dapat dibaca.";
    FileTooLarge Error "file-too-large" "Berkas melebihi batas ukuran atau jumlah baris.";
    FileType Error "file-type" "Jenis berkas lembar yang tidak dibaca, misalnya .xls.";
    HeaderMissing Error "header-missing" "Kepala tabel dengan nama kolom wajib tidak ditemukan.";
    FormIncomplete Error "form-incomplete" "Formulir lokapasar tidak menyebut satu kolom wajib.";
    RowUnreadable Error "row-unreadable" "Satu baris CSV rusak: tanda kutip tidak ditutup atau terlalu panjang.";
    SettingsUnreadable Error "settings-unreadable" "situs.toml tidak dapat dibaca.";
    SettingInvalid Error "setting-invalid" "Nilai satu pengaturan tidak dapat dipakai.";
    ApprovalsUnreadable Error "approvals-unreadable" "persetujuan.toml tidak dapat dipakai; tidak ada yang disetujui olehnya.";
    PersonalNumber Error "personal-number" "NIK atau NPWP pribadi berada di tempat yang akan terbit.";
    ValueMissing Error "value-missing" "Kolom wajib kosong.";
    CellError Error "cell-error" "Sel berisi galat rumus seperti #REF!.";
    DigitsDamaged Error "digits-damaged" "Angka panjang rusak oleh program lembar kerja.";
    CodeInvalid Error "code-invalid" "Kode memuat huruf atau panjang yang tidak boleh.";
    CodeTwice Error "code-twice" "Kode yang sama sudah dipakai baris lain.";
    PriceInvalid Error "price-invalid" "Harga tidak terbaca sebagai satu harga rupiah yang jelas.";
    NumberInvalid Error "number-invalid" "Bukan bilangan bulat dalam batas yang wajar.";
    WordUnknown Error "word-unknown" "Bukan salah satu kata yang disediakan.";
    MeasureInvalid Error "measure-invalid" "Isi bukan takaran seperti 250 g, 1 l, atau 12 pcs.";
    VariantInvalid Error "variant-invalid" "Varian tidak mengikuti pola Nama: pilihan|pilihan.";
    DateInvalid Error "date-invalid" "Bukan tanggal, atau tanggal yang tidak ada.";
    WindowInvalid Error "window-invalid" "Waktu selesai mendahului mulai, atau salah satunya tidak diisi.";
    CategoryUnknown Error "category-unknown" "Kategori tidak dikenal.";
    AreaUnknown Error "area-unknown" "Wilayah tidak dikenal di Jakarta.";
    SellerUnknown Error "seller-unknown" "Penjual tidak ada di lembar penjual.";
    SellerRefused Error "seller-refused" "Penjualnya sendiri tidak terbit.";
    SellerContradiction Error "seller-contradiction" "Baris-baris satu penjual saling bertentangan.";
    EditionUnknown Error "edition-unknown" "Kode edisi JBL tidak ada di lembar jbl.";
    EventUnknown Error "event-unknown" "Kode acara tidak ada di lembar acara.";
    JblPrice Error "jbl-price" "Harga JBL tanpa edisi, atau di atas harga biasa.";
    PhoneInvalid Error "phone-invalid" "Bukan nomor ponsel Indonesia; nomornya tidak terbit.";
    LinkInvalid Error "link-invalid" "Tautan tidak boleh terbit.";
    ContactChanged Error "contact-changed" "Kontak berubah sejak terbitan sebelumnya dan belum disetujui.";
    PermitInvalid Error "permit-invalid" "Nomor izin atau sertifikat tidak sesuai bentuknya.";
    ExampleChanged Error "example-changed" "Baris contoh dari templat diubah, tetapi masih bertanda CONTOH:.";
    CodeFolded Warning "code-folded" "Kode ditulis ulang: huruf kecil, tanda hubung.";
    FormMapped Warning "form-mapped" "Formulir lokapasar dibaca sebagai lembar produk.";
    PictureRemote Warning "picture-remote" "Gambar berupa alamat web, jadi tidak diambil.";
    KindFromHeader Warning "kind-from-header" "Jenis lembar dikenali dari kepala tabelnya.";
    HeadingMapped Warning "heading-mapped" "Judul kolom umum dibaca sebagai kolom baku.";
    ColumnIgnored Warning "column-ignored" "Kolom tidak dikenal, tidak dibaca.";
    ColumnTwice Warning "column-twice" "Dua kolom dengan arti sama; yang kedua tidak dibaca.";
    ColumnPersonal Warning "column-personal-number" "Kolom yang tidak dibaca memuat NIK atau NPWP: hapus.";
    SheetIgnored Warning "sheet-ignored" "Lembar bukan bagian dari pasar, tidak dibaca.";
    SheetEmpty Warning "sheet-empty" "Lembar tidak berisi baris data.";
    FileIgnored Warning "file-ignored" "Berkas atau folder tidak dibaca.";
    TextShortened Warning "text-shortened" "Teks terlalu panjang, dipotong.";
    AreaDoubtful Warning "area-doubtful" "Kelurahan tidak cocok dengan kecamatannya.";
    ValueUnused Warning "value-unused" "Isian tidak dipakai karena isian lain.";
    PermitDoubtful Warning "permit-doubtful" "Nomor izin terbit, tetapi bentuknya tidak lazim.";
    PermitExpired Warning "permit-expired" "Izin atau sertifikat sudah lewat, tidak ditampilkan.";
    LinkShort Warning "link-short" "Tautan pendek menyembunyikan tujuannya.";
    EditionRefused Warning "edition-refused" "Edisi JBL produk ini sendiri tidak terbit.";
    EventRefused Warning "event-refused" "Acara yang diikuti penjual ini sendiri tidak terbit.";
    ParticipantRefused Warning "participant-refused" "Peserta putaran Gebetan sendiri tidak terbit.";
    TurnDoubtful Warning "turn-doubtful" "Giliran Gebetan penjual perlu dicek: dua kali, atau tanpa putarannya.";
    PhoneTwice Warning "phone-twice" "Satu nomor dipakai dua penjual.";
    SellerNameTwice Warning "seller-name-twice" "Dua penjual bernama sama, dengan nomor atau kode berbeda.";
    ProductTwice Warning "product-twice" "Produk yang sama dua kali pada satu penjual.";
    PriceJump Warning "price-jump" "Harga berubah lebih dari 30 % sejak terbitan sebelumnya.";
    NoChannel Warning "no-channel" "Produk terbit tanpa satu pun cara memesan.";
    PhotoMissing Warning "photo-missing" "Produk terbit tanpa foto, atau foto yang disebut tidak ada.";
    PhotoName Warning "photo-name" "Nama foto tidak boleh dipakai.";
    PhotoTwice Warning "photo-twice" "Dua berkas foto bernama sama.";
    PhotoUnused Warning "photo-unused" "Foto tidak dipakai produk mana pun.";
    SettingUnknown Warning "setting-unknown" "Kunci pengaturan tidak dikenal.";
}

/// Longer values are cut in problems: a whole description says no more than its beginning.
const MOST_VALUE: usize = 120;

/// The problems found so far.
#[derive(Clone, Debug, Default)]
pub struct Problems(Vec<(Order, Problem)>);

impl Problems {
    /// Adds one. A value that holds a personal number is never repeated.
    pub fn add(
        &mut self,
        fault: Fault,
        at: &At,
        value: Option<String>,
        message: impl Into<String>,
        fix: impl Into<String>,
    ) {
        let value = value.filter(|value| !value.is_empty() && !holds_personal_number(value));
        self.0.push((
            at.order(),
            Problem {
                severity: fault.severity(),
                code: fault.code(),
                place: at.place(),
                value: value.map(|value| shortened(&value)),
                message: message.into(),
                fix: fix.into(),
            },
        ));
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Takes over all problems of another collector.
    pub fn append(&mut self, other: Self) {
        self.0.extend(other.0);
    }

    /// Takes over the problems of one kind, and lets the others go.
    pub fn keep(&mut self, other: Self, fault: Fault) {
        self.0.extend(other.0.into_iter().filter(|(_, problem)| problem.code == fault.code()));
    }

    /// All of them by file, sheet, row and column.
    pub fn sorted(mut self) -> Vec<Problem> {
        self.0.sort_by_key(|(order, _)| *order);
        self.0.into_iter().map(|(_, problem)| problem).collect()
    }
}

fn shortened(value: &str) -> String {
    match value.char_indices().nth(MOST_VALUE) {
        Some((at, _)) => format!("{}…", value.get(..at).unwrap_or_default()),
        None => value.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_kebab_case_and_stand_once() {
        let mut seen = std::collections::HashSet::new();
        for fault in Fault::ALL {
            let code = fault.code();
            assert!(seen.insert(code), "{code}");
            assert!(code.chars().all(|c| c.is_ascii_lowercase() || c == '-'), "{code}");
        }
    }

    #[test]
    fn a_personal_number_is_never_repeated() {
        let mut problems = Problems::default();
        let nik = "NIK 3174051501900003".to_owned();
        problems.add(Fault::PersonalNumber, &At::default(), Some(nik), "", "");
        assert_eq!(problems.sorted()[0].value, None);
    }
}
