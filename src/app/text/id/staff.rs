//! The guide for staff. Staff are "Anda".

/// Heading.
pub const TITLE: &str = "Untuk petugas";
/// In a sentence.
pub const LEAD: &str = "Dari lembar kerja ke etalase: isi tujuh kolom, periksa di sini, terbitkan.";
/// Heading of the guide.
pub const GUIDE: &str = "Panduan";
/// Filling in.
pub const FILL_TITLE: &str = "1. Isi";
/// Which file.
pub const FILL_TEXT: &str = "Satu lembar bernama “produk” (XLSX, ODS, atau CSV) sudah cukup. Urutan kolom bebas, judul di atas tabel boleh ada.";
/// The template's link.
pub const TEMPLATE_LINK: &str = "Unduh lembar kosong (XLSX)";
/// Heading of the names.
pub const COLUMN: &str = "Kolom";
/// Heading of the meanings.
pub const MEANS: &str = "Isinya";
/// Heading of the examples.
pub const EXAMPLE: &str = "Contoh";
/// The least that publishes a product: name, meaning, example.
pub const COLUMNS: [[&str; 3]; 7] = [
    ["nama_usaha", "Nama usaha penjual", "Dapur Bu Ratih"],
    ["whatsapp", "Nomor usaha, sel bertipe teks", "0812-0000-0001"],
    ["kecamatan", "Nama atau kode Kemendagri", "Tebet atau 31.74.01"],
    ["nama", "Nama produk", "Keripik tempe sagu"],
    ["kategori", "kuliner, fashion, atau kriya", "kuliner"],
    ["harga", "Rupiah untuk satu satuan", "18.000"],
    ["satuan", "Yang dibeli sekali pesan", "bungkus"],
];
/// What often goes wrong.
pub const CARE: [&str; 4] = [
    "Harga 15000, 15.000, Rp 15.000,- dan 15rb sama saja. Yang ditolak: 15,000 dan 1.5jt, karena bisa dibaca dua cara.",
    "Nomor panjang (WhatsApp, NIB, P-IRT, halal) harus sel bertipe teks. Yang tampil sebagai 9,12E+12 sudah rusak; ketik ulang.",
    "Jangan memasukkan NIK atau NPWP pribadi. Baris yang memuatnya ditolak.",
    "Nomor WhatsApp penjual baru tampil bila kolom izin_kontak pada lembar penjual berisi ya.",
];
/// Checking.
pub const CHECK_TITLE: &str = "2. Periksa";
/// What it says.
pub const CHECK_TEXT: &str = "Di atas halaman ini, atau dengan perintah di bawah. Tiap masalah disebut berkas, lembar, dan selnya, beserta cara memperbaikinya. Baris yang benar tetap terbit.";
/// The command.
pub const CHECK_COMMAND: &str = "catalogue check folder-lembar";
/// Lasting addresses.
pub const COMPLETE_TITLE: &str = "3. Lengkapi kode";
/// Why.
pub const COMPLETE_TEXT: &str = "Kode produk adalah ujung alamatnya. Tulis sekali ke lembar, supaya alamat tidak berubah ketika nama diganti.";
/// The command.
pub const COMPLETE_COMMAND: &str = "catalogue complete folder-lembar --out lengkap.xlsx";
/// Publishing.
pub const BUILD_TITLE: &str = "4. Terbitkan";
/// What comes out.
pub const BUILD_TEXT: &str =
    "Hasilnya folder berisi situs lengkap, cukup ditaruh di hosting file biasa.";
/// The command.
pub const BUILD_COMMAND: &str = "make site SHEETS=folder-lembar URL=https://alamat-situs OUT=hasil";
/// Reading on.
pub const MORE_TITLE: &str = "Selengkapnya";
/// Where.
pub const MORE_TEXT: &str = "Panduan lengkap untuk petugas dan operator ada di docs/tayang.md, lembar contoh di folder sheets. Templat kosong dibuat dengan:";
/// The command.
pub const TEMPLATE_COMMAND: &str = "catalogue template --out templat.xlsx";
