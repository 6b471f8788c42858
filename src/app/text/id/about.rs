//! What the market is and how it works.

/// Heading.
pub const TITLE: &str = "Tentang Etalase";
/// For crawlers.
pub const DESCRIPTION: &str =
    "Cara memesan, aturan giliran yang adil, asal data, dan apa yang disimpan di HP kamu.";
/// In a sentence.
pub const LEAD: &str =
    "Karya pengusaha kecil Jakarta, dikumpulkan supaya gampang dicari dan langsung bisa dipesan.";

/// How ordering works.
pub const ORDER_TITLE: &str = "Cara memesan";
/// Step by step.
pub const ORDER_STEPS: [&str; 4] = [
    "Pilih produknya, lalu ketuk “Pesan lewat WhatsApp”. Pesannya sudah jadi; kamu tinggal mengisi nama dan mengirim.",
    "Dari beberapa penjual sekaligus? Masukkan dulu ke keranjang. Tiap penjual mendapat satu pesan.",
    "Penjual membalas soal stok, ongkos kirim, dan cara bayar.",
    "Kamu membayar langsung ke penjual. Etalase tidak memegang uang dan tidak memungut biaya.",
];

/// The fair turn.
pub const TURN_TITLE: &str = "Giliran yang adil";
/// The rule, as src/domain/fair.rs has it.
pub const TURN_RULE: [&str; 4] = [
    "Semua penjual diundi. Tiap hari sepuluh penjual berikutnya dari undian itu tampil paling depan, sampai semua kebagian; lalu diundi lagi. Yang di belakangnya diundi tiap hari. Halaman kategori, kota, dan edisi punya gilirannya sendiri. Undiannya dihitung dari tanggal, jadi semua HP melihat urutan yang sama dan siapa pun bisa menghitungnya sendiri.",
    "Produknya bergiliran: satu produk dari tiap penjual dulu, baru produk kedua dari tiap penjual, dan seterusnya. Punya banyak produk tidak membuat seorang penjual tampil lebih sering di depan.",
    "Kalau kamu memilih kecamatan, penjual di kecamatan itu tampil lebih dulu, lalu yang sekota, lalu yang lain. Di tiap kelompok urutannya tetap giliran hari itu.",
    "Waktu mencari, yang paling cocok dengan kata-katamu tampil lebih dulu; yang sama cocoknya mengikuti giliran, dan yang stoknya habis paling belakang.",
];
/// Nobody can buy a place.
pub const TURN_END: &str =
    "Tidak ada tempat yang bisa dibeli dan tidak ada “terlaris” yang menetap.";

/// The example market.
pub const EXAMPLE_TITLE: &str = "Pasar contoh";
/// What that means.
pub const EXAMPLE_TEXT: &str = "Selama pita “pasar contoh” tampil di atas halaman, semua usaha, produk, harga, dan nomor izin di sini karangan. WhatsApp terbuka tanpa nomor, supaya tidak ada orang yang menerima pesanan yang tidak dijualnya.";

/// Where the data come from.
pub const SOURCE_TITLE: &str = "Asal data";
/// Staff and sellers.
pub const SOURCE_TEXT: &str = "Data produk dan penjual diisi dan diperiksa petugas dari lembar kerja. Izin yang sudah lewat tidak ditampilkan, dan yang belum ada ditulis “belum tercantum”. Nomor WhatsApp hanya tampil kalau penjualnya setuju.";
/// Open data.
pub const SOURCE_OPEN: &str = "Data yang sama terbuka untuk siapa saja:";
/// Feed of products.
pub const FEED_PRODUCTS: &str = "Produk";
/// Feed of sellers.
pub const FEED_SELLERS: &str = "Penjual";
/// Works of others.
pub const NOTICES: [&str; 2] = [
    "Kode dan nama wilayah: cahyadsn/wilayah (Kepmendagri 300.2.2-2430/2025), lisensi MIT, © 2017–2025 Cahya DSN.",
    "Gambar kategori: Fluent Emoji dari Microsoft, dikemas LobeHub, lisensi MIT, © Microsoft Corporation, © 2023 LobeHub.",
];

/// Privacy.
pub const PRIVACY_TITLE: &str = "Data di HP kamu";
/// What is kept, and where.
pub const PRIVACY_RULES: [&str; 3] = [
    "Keranjang, simpanan, dan kecamatan pilihanmu hanya ada di HP ini. Tidak ada akun dan tidak ada pelacak.",
    "Nama dan alamatmu tidak pernah ditanyakan di sini. Itu kamu tulis sendiri di pesan ke penjual.",
    "Membuka WhatsApp, Tokopedia, atau toko lain berarti pindah ke sana, dengan aturan mereka.",
];

/// How the pages look.
pub const LOOK_TITLE: &str = "Tampilan";
/// As the phone has it.
pub const LOOK_AUTO: &str = "Ikut HP";
/// Light.
pub const LOOK_LIGHT: &str = "Terang";
/// Dark.
pub const LOOK_DARK: &str = "Gelap";
/// To the guide for staff.
pub const TO_STAFF: &str = "Untuk petugas";

/// Whom to tell of a mistake.
pub fn contact(office: &str) -> String {
    format!("Ada data yang keliru? Hubungi {office}.")
}
