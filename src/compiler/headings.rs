//! Headings that people write where the contract has another name: "No. WA", "Harga (Rp)", "Link Tokopedia".
//!
//! Every one of them is said when it is used, so that a wrong guess is seen.

use crate::compiler::columns::{self as col, Column, Kind, SHOPS};
use crate::domain::channel::Channel;
use crate::domain::fold::squash;
use std::collections::HashMap;
use std::sync::LazyLock;

/// The column that a heading means, where it is not written as the contract has it; `wanted` is the heading folded to
/// its letters and digits.
pub fn meant(kind: Kind, heading: &str, wanted: &str) -> Option<Column> {
    synonym(kind, wanted)
        .or_else(|| undecorated(kind, wanted))
        .or_else(|| same_in_all_parts(kind, heading))
        .or_else(|| {
            let told = without_hint(heading)?;
            by_words(kind, &squash(told)).or_else(|| same_in_all_parts(kind, told))
        })
}

/// "Nama Usaha / Toko": every part must mean the same, or the whole of it nothing.
fn same_in_all_parts(kind: Kind, heading: &str) -> Option<Column> {
    heading.contains(['/', '|']).then_some(())?;
    let mut parts = heading.split(['/', '|']).map(|part| by_words(kind, &squash(part)));
    let first = parts.next()??;
    parts.all(|other| other == Some(first)).then_some(first)
}

fn by_words(kind: Kind, wanted: &str) -> Option<Column> {
    kind.own(wanted).or_else(|| synonym(kind, wanted)).or_else(|| undecorated(kind, wanted))
}

/// Without the number before the words or the "wajib" behind them.
fn undecorated(kind: Kind, wanted: &str) -> Option<Column> {
    let bare = wanted.trim_start_matches(|c: char| c.is_ascii_digit());
    let bare = NOTES.iter().find_map(|note| bare.strip_suffix(note)).unwrap_or(bare);
    (bare != wanted && !bare.is_empty()).then_some(())?;
    kind.own(bare).or_else(|| synonym(kind, bare))
}

fn synonym(kind: Kind, wanted: &str) -> Option<Column> {
    WORDS.get(&(kind, wanted)).copied().or_else(|| shop_column(kind, wanted))
}

static WORDS: LazyLock<HashMap<(Kind, &str), Column>> = LazyLock::new(|| {
    let each = |(kind, column, words): &(Kind, Column, &'static str)| {
        let (kind, column) = (*kind, *column);
        words.split(' ').map(move |word| ((kind, word), column))
    };
    SYNONYMS.iter().flat_map(each).collect()
});

/// The heading before "(contoh: 15.000)" and other hints on how to fill the column in. What qualifies the heading,
/// such as "Nama (pemilik)", is no hint: it may mean another thing.
fn without_hint(heading: &str) -> Option<&str> {
    let (told, hint) = heading.trim().split_once(['(', '[', '\n', ':'])?;
    let hint = hint.trim_start_matches(|c: char| !c.is_alphanumeric());
    let first: String = hint.chars().take_while(|c| c.is_alphabetic()).collect();
    HINTS.contains(&first.to_lowercase().as_str()).then_some(told)
}

/// How hints begin.
const HINTS: [&str; 27] = [
    "angka", "bila", "boleh", "cth", "contoh", "dalam", "dd", "diisi", "dipisah", "format", "hh",
    "idr", "isi", "jika", "kalau", "maks", "maksimal", "misal", "misalnya", "opsional", "pilih",
    "rp", "rupiah", "tulis", "wajib", "ya", "yyyy",
];
/// What people write behind a heading without meaning another column.
const NOTES: [&str; 6] =
    ["wajibdiisi", "harusdiisi", "tidakwajib", "wajib", "opsional", "bolehkosong"];

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
    (Kind::Penjual, col::KODE, "kodepenjual kodetoko kodeusaha kodeumkm idpenjual idumkm idtoko"),
    (Kind::Penjual, col::NAMA_USAHA, NAMES_OF_SHOPS),
    (Kind::Penjual, col::NAMA_USAHA, "nama penjual namapenjual merek merk namamerek brand"),
    (Kind::Penjual, col::WHATSAPP, PHONES),
    (
        Kind::Penjual,
        col::IZIN_KONTAK,
        "izinwa izinnomor izinkontakwa izintampilwa izintampilnomor bolehtampilwa nomorbolehtampil persetujuankontak",
    ),
    (Kind::Penjual, col::KECAMATAN, DISTRICTS),
    (Kind::Penjual, col::KELURAHAN, "kel namakelurahan kelurahanusaha"),
    (
        Kind::Penjual,
        col::PENGAMPU,
        "opdpengampu opd sukudinas sudin dinas dinaspengampu opdpembina dinaspembina pembina",
    ),
    (Kind::Penjual, col::TENTANG, "profil profilusaha deskripsi deskripsiusaha keterangan"),
    (Kind::Penjual, col::JAM, "jambuka jamoperasional jamlayanan jambukatutup waktubuka"),
    (Kind::Penjual, col::ANTAR, DELIVERIES),
    (Kind::Penjual, col::NIB, "nonib nomornib nomorindukberusaha"),
    (Kind::Penjual, col::GEBETAN_IKUT, "ikutgebetan tanggalgebetan gilirangebetan"),
    (Kind::Penjual, col::ACARA, "kodeacara ikutacara acaradiikuti"),
    (Kind::Penjual, col::HALAL, HALAL),
    (Kind::Penjual, col::HALAL_BERLAKU, HALAL_ENDS),
    (Kind::Penjual, col::PIRT, PIRT),
    (Kind::Penjual, col::BPOM, BPOM),
    (Kind::Penjual, col::GRADE, GRADES),
    (Kind::Produk, col::KODE, "kodeproduk kodebarang sku idproduk"),
    (Kind::Produk, col::PENJUAL, "kodepenjual kodetoko kodeusaha kodeumkm"),
    (Kind::Produk, col::NAMA_USAHA, NAMES_OF_SHOPS),
    (Kind::Produk, col::NAMA_USAHA, "namapenjual"),
    (Kind::Produk, col::WHATSAPP, PHONES),
    (Kind::Produk, col::KECAMATAN, DISTRICTS),
    (
        Kind::Produk,
        col::NAMA,
        "namaproduk produk namabarang barang namaitem item namamenu menu namaprodukumkm namadagangan",
    ),
    (
        Kind::Produk,
        col::KATEGORI,
        "kategoriproduk jenis jenisproduk kategoribarang namakategori kategoriusaha klaster",
    ),
    (Kind::Produk, col::SUBKATEGORI, "subkategoriproduk subjenis"),
    (
        Kind::Produk,
        col::HARGA,
        "hargarp hargaproduk hargajual hargajualrp hargasatuan hargasatuanrp hargarupiah hargabarang harganormal hargadalamrupiah hargaidr hargapcs hargaperpcs hargapersatuan hargajualsatuan price",
    ),
    (Kind::Produk, col::SATUAN, "unit satuanjual satuanproduk satuanbarang persatuan"),
    (
        Kind::Produk,
        col::ISI,
        "isikemasan isibersih netto neto beratbersih beratisi ukurankemasan isiperkemasan",
    ),
    (
        Kind::Produk,
        col::STOK,
        "stock ketersediaan statusstok statusketersediaan ketersediaanproduk",
    ),
    (
        Kind::Produk,
        col::PO_HARI,
        "haripo lamapo waktupo poharikerja lamapreorder haripreorder waktupreorder",
    ),
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
    (
        Kind::Produk,
        col::FOTO,
        "fotoproduk gambar gambarproduk namafoto berkasfoto filefoto namafilefoto namaberkasfoto",
    ),
    (Kind::Produk, col::VARIAN, "variasi varianproduk pilihan variasiproduk"),
    (Kind::Produk, col::KATA_KUNCI, "keyword keywords tag tags"),
    (Kind::Produk, col::JBL, "edisijbl kodejbl ikutjbl"),
    (Kind::Produk, col::HARGA_JBL, "hargajblrp hargapromojbl hargakhususjbl"),
    (Kind::Produk, col::TAUTAN_JBL, "linkjbl"),
    (Kind::Produk, col::PAJAK, "statuspajak termasukpajak pajaktermasuk"),
    (Kind::Produk, col::RAPAT, "untukrapat konsumsirapat jeniskonsumsi"),
    (Kind::Produk, col::GEBETAN, "ikutgebetan produkgebetan gebetanumkm"),
    (Kind::Produk, col::TAYANG, "tampil tampilkan ditampilkan"),
    (Kind::Produk, col::HALAL, HALAL),
    (Kind::Produk, col::HALAL_BERLAKU, HALAL_ENDS),
    (Kind::Produk, col::PIRT, PIRT),
    (Kind::Produk, col::BPOM, BPOM),
    (Kind::Produk, col::GRADE, GRADES),
    (Kind::Produk, col::DIPERBARUI, "tanggaldiperbarui terakhirdiperbarui tanggalupdate update"),
    (Kind::Produk, col::ANTAR, DELIVERIES),
    (Kind::Jbl, col::KODE, "kodejbl kodeedisi"),
    (Kind::Jbl, col::JUDUL, "namaedisi nama judulkegiatan edisi judulacara namakegiatan"),
    (Kind::Jbl, col::WILAYAH, CITIES),
    (Kind::Jbl, col::MULAI, BEGINNINGS),
    (Kind::Jbl, col::SELESAI, ENDS),
    (Kind::Jbl, col::PRAPESAN_MULAI, "mulaiprapesan mulaipreorder preordermulai pomulai mulaipo"),
    (
        Kind::Jbl,
        col::PRAPESAN_TUTUP,
        "tutupprapesan tutuppreorder preordertutup potutup tutuppo bataspreorder",
    ),
    (Kind::Jbl, col::LIVE_MULAI, "mulailive jammulailive"),
    (Kind::Jbl, col::LIVE_SELESAI, "selesailive jamselesailive"),
    (Kind::Jbl, col::TAUTAN_LIVE, "linklive linkyoutube linksiaran tautansiaran"),
    (Kind::Jbl, col::TAUTAN_TOKO, "linktoko linktokopedia tautantokopedia"),
    (Kind::Jbl, col::KANAL, "channel platform marketplace lokapasar"),
    (Kind::Jbl, col::TEMPAT, PLACES),
    (Kind::Jbl, col::CATATAN, NOTES_COLUMN),
    (Kind::Gebetan, col::KODE, "kodegebetan kodeputaran"),
    (Kind::Gebetan, col::BULAN, "putaran bulangebetan bulanputaran periode"),
    (
        Kind::Gebetan,
        col::TUTUP,
        "bataspesan bataspesanan batasorder tanggaltutup tgltutup tutuppesanan penutupan batasakhir",
    ),
    (Kind::Gebetan, col::KIRIM, "tanggalkirim tglkirim pengiriman tanggalpengiriman tanggalantar"),
    (Kind::Gebetan, col::KOPERASI, "namakoperasi koordinator"),
    (
        Kind::Gebetan,
        col::KOPERASI_WA,
        "wakoperasi nowakoperasi nomorkoperasi kontakkoperasi hpkoperasi whatsappkoperasi",
    ),
    (
        Kind::Gebetan,
        col::PESERTA,
        "kodepeserta penjual kodepenjual umkm umkmpeserta daftarpeserta pesertaumkm",
    ),
    (Kind::Gebetan, col::CATATAN, NOTES_COLUMN),
    (Kind::Acara, col::KODE, "kodeacara kodekegiatan"),
    (Kind::Acara, col::JENIS, "jenisacara jeniskegiatan kategori kategoriacara"),
    (
        Kind::Acara,
        col::JUDUL,
        "nama namaacara namakegiatan judulacara judulkegiatan acara kegiatan",
    ),
    (Kind::Acara, col::WILAYAH, CITIES),
    (Kind::Acara, col::TEMPAT, PLACES),
    (Kind::Acara, col::ALAMAT, "alamatlengkap alamattempat alamatlokasi"),
    (
        Kind::Acara,
        col::PETA,
        "linkpeta tautanpeta linkmaps linkgooglemaps googlemaps maps linklokasi titiklokasi",
    ),
    (Kind::Acara, col::MULAI, BEGINNINGS),
    (Kind::Acara, col::SELESAI, ENDS),
    (Kind::Acara, col::TAUTAN, LINKS),
    (Kind::Program, col::KODE, "kodeprogram"),
    (Kind::Program, col::JUDUL, "nama namaprogram program judulprogram"),
    (Kind::Program, col::RINGKAS, "ringkasan keterangansingkat singkat penjelasansingkat"),
    (Kind::Program, col::ISI, "uraian penjelasan keterangan deskripsi isilengkap"),
    (Kind::Program, col::TAUTAN, LINKS),
    (Kind::Program, col::SUMBER, "sumberinformasi sumberberita rujukan referensi"),
    (Kind::Program, col::URUTAN, "nourut nomorurut urut"),
    (Kind::Situs, col::KUNCI, "pengaturan namapengaturan"),
    (Kind::Situs, col::NILAI, "isi isian isipengaturan"),
];
const NAMES_OF_SHOPS: &str = "namatoko namaumkm namapelakuusaha usaha toko umkm namawarung";
const PHONES: &str = "wa nowa nomorwa nowhatsapp nomorwhatsapp kontakwa wapenjual hp nohp nomorhp nohandphone nomorhandphone telepon telp notelp notelepon nomortelepon nohpwa nowahp nomorhpwa kontak nokontak";
const DISTRICTS: &str = "kec namakecamatan kecamatanusaha kecamatantempatusaha wilayahkecamatan";
const DELIVERIES: &str = "pengantaran pengiriman caraantar wilayahantar areaantar jangkauanantar";
const HALAL: &str =
    "nohalal nomorhalal sertifikathalal nosertifikathalal nomorsertifikathalal sertifikasihalal";
const HALAL_ENDS: &str =
    "halalberlakusampai masaberlakuhalal berlakuhalal halalsampai tanggalberlakuhalal";
const PIRT: &str = "nopirt nomorpirt sppirt nosppirt nomorsppirt";
const BPOM: &str = "nobpom nomorbpom izinbpom noizinbpom md nomd bpommd";
const GRADES: &str = "nilai nilaikurasi hasilkurasi gradekurasi";
const CITIES: &str = "kota wilayahkota kotaadministrasi kotakabupaten kabupatenkota kotaadm";
const BEGINNINGS: &str = "tanggalmulai tglmulai mulaitanggal waktumulai tanggalawal dari";
const ENDS: &str =
    "tanggalselesai tglselesai sampai berakhir sampaitanggal waktuselesai tanggalakhir hingga";
const PLACES: &str = "lokasi namatempat lokasiacara tempatacara tempatkegiatan";
const LINKS: &str = "link linkacara linkpendaftaran tautanacara url website laman alamatweb";
const NOTES_COLUMN: &str = "keterangan ket note";
/// The word for a link that people put before or behind a channel's name.
const LINK_WORDS: [&str; 5] = ["linktoko", "link", "tautantoko", "tautan", "akun"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_is_understood_by_the_headings_that_people_write() {
        for (kind, heading, column) in [
            (Kind::Penjual, "Nama UMKM *", col::NAMA_USAHA),
            (Kind::Penjual, "No. HP/WA", col::WHATSAPP),
            (Kind::Penjual, "Nama Usaha / Toko", col::NAMA_USAHA),
            (Kind::Penjual, "3. Kecamatan", col::KECAMATAN),
            (Kind::Penjual, "Sudin", col::PENGAMPU),
            (Kind::Penjual, "Link Instagram", "instagram"),
            (Kind::Produk, "Nama Produk (wajib diisi)", col::NAMA),
            (Kind::Produk, "Nama Produk wajib", col::NAMA),
            (Kind::Produk, "Harga (Rp)", col::HARGA),
            (Kind::Produk, "HARGA JUAL\n(contoh: 15.000)", col::HARGA),
            (Kind::Produk, "No. P-IRT", col::PIRT),
            (Kind::Produk, "Kategori (pilih satu)", col::KATEGORI),
            (Kind::Jbl, "Tgl. Mulai", col::MULAI),
            (Kind::Jbl, "Kota Administrasi", col::WILAYAH),
            (Kind::Jbl, "Tutup Pre-order", col::PRAPESAN_TUTUP),
            (Kind::Gebetan, "Batas Pesanan", col::TUTUP),
            (Kind::Gebetan, "No. WA Koperasi", col::KOPERASI_WA),
            (Kind::Gebetan, "UMKM Peserta", col::PESERTA),
            (Kind::Acara, "Nama Kegiatan", col::JUDUL),
            (Kind::Acara, "Jenis Acara", col::JENIS),
            (Kind::Acara, "Link Google Maps (jika ada)", col::PETA),
            (Kind::Acara, "Lokasi", col::TEMPAT),
            (Kind::Program, "Nama Program", col::JUDUL),
            (Kind::Program, "Keterangan Singkat", col::RINGKAS),
            (Kind::Program, "No. Urut", col::URUTAN),
            (Kind::Situs, "Pengaturan", col::KUNCI),
            (Kind::Situs, "Isi", col::NILAI),
        ] {
            assert_eq!(kind.column(heading), Some((column, false)), "{heading}");
        }
    }

    #[test]
    fn what_may_mean_another_thing_is_not_guessed() {
        for (kind, heading) in [
            (Kind::Penjual, "Nama (pemilik)"),
            (Kind::Penjual, "Nama Pemilik"),
            (Kind::Penjual, "No. KTP"),
            (Kind::Produk, "Harga (coret)"),
            (Kind::Produk, "Kode (pos)"),
            (Kind::Acara, "Mulai / Selesai"),
            (Kind::Acara, "Tanggal"),
            (Kind::Gebetan, "Kirim / Tutup"),
        ] {
            assert_eq!(kind.column(heading), None, "{heading}");
        }
    }

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
