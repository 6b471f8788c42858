//! The kinds of bad rows: what is wrong in which column, and what is to be said of it.

/// What a bad row costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cost {
    /// Itself.
    Row,
    /// Only the one value: the row stands as if the cell were empty.
    Value,
}

/// One kind.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Kind {
    /// The sheet's name.
    pub(crate) sheet: &'static str,
    /// Cells written over those of a good row; a value that names the row's own number has `{n}`.
    pub(crate) cells: &'static [(&'static str, &'static str)],
    /// Where the problem stands; empty for a whole row.
    pub(crate) column: &'static str,
    /// Its code.
    pub(crate) code: &'static str,
    /// What it costs.
    pub(crate) cost: Cost,
}

type Cells = &'static [(&'static str, &'static str)];

/// Rows of products that are refused: cells, the column and the code of what is said.
const ROWS: &[(Cells, &str, &str)] = &[
    (&[("harga", "15,000")], "harga", "price-invalid"),
    (&[("harga", "1.5jt")], "harga", "price-invalid"),
    (&[("harga", "50")], "harga", "price-invalid"),
    (&[("harga", "10.000-12.000")], "harga", "price-invalid"),
    (&[("harga", "-5.000")], "harga", "price-invalid"),
    (&[("harga", "0")], "harga", "price-invalid"),
    (&[("harga", "15.000,50")], "harga", "price-invalid"),
    (&[("harga", "1,5E+04")], "harga", "price-invalid"),
    (&[("harga", "15/11/2026")], "harga", "price-invalid"),
    (&[("harga", "hubungi kami")], "harga", "price-invalid"),
    (&[("harga", "99999999999999")], "harga", "price-invalid"),
    (&[("harga", "#DIV/0!")], "harga", "cell-error"),
    (&[("harga", "")], "harga", "value-missing"),
    (&[("nama", "")], "nama", "value-missing"),
    (&[("nama", "#REF!")], "nama", "cell-error"),
    (&[("nama", "9,12E+12")], "nama", "digits-damaged"),
    (&[("nama", "Kue 3174051501900003")], "nama", "personal-number"),
    (&[("deskripsi", "NIK 3174 0555 0190 0003")], "deskripsi", "personal-number"),
    (&[("deskripsi", "NPWP 09.254.294.3-407.000")], "deskripsi", "personal-number"),
    (&[("kategori", "")], "kategori", "value-missing"),
    (&[("kategori", "elektronik")], "kategori", "category-unknown"),
    (&[("satuan", "")], "satuan", "value-missing"),
    (&[("penjual", "")], "penjual", "value-missing"),
    (&[("penjual", "tidak-ada")], "penjual", "seller-unknown"),
    (&[("penjual", "toko-tertolak")], "penjual", "seller-refused"),
    (&[("isi", "banyak")], "isi", "measure-invalid"),
    (&[("isi", "1.500 g")], "isi", "measure-invalid"),
    (&[("stok", "mungkin")], "stok", "word-unknown"),
    (&[("po_hari", "seminggu")], "po_hari", "number-invalid"),
    (&[("po_hari", "400")], "po_hari", "number-invalid"),
    (&[("minimal", "0")], "minimal", "number-invalid"),
    (&[("minimal", "1,5")], "minimal", "number-invalid"),
    (&[("kapasitas_hari", "-3")], "kapasitas_hari", "number-invalid"),
    (&[("pajak", "entah")], "pajak", "word-unknown"),
    (&[("varian", "S|M|L")], "varian", "variant-invalid"),
    (&[("varian", "Ukuran: S||M")], "varian", "variant-invalid"),
    (&[("varian", "Ukuran: S|s")], "varian", "variant-invalid"),
    (&[("varian", "Ukuran: S|L +15,000")], "varian", "variant-invalid"),
    (&[("varian", "Potong: Utuh|Sisa -999.000.000")], "varian", "variant-invalid"),
    (&[("jbl", "jbl-tidak-ada")], "jbl", "edition-unknown"),
    (&[("harga_jbl", "1.000")], "harga_jbl", "jbl-price"),
    (&[("jbl", "jbl-semua"), ("harga_jbl", "900.000.000")], "harga_jbl", "jbl-price"),
    (&[("jbl", "jbl-semua"), ("harga_jbl", "9,000")], "harga_jbl", "price-invalid"),
    (&[("gebetan", "mungkin")], "gebetan", "word-unknown"),
    (&[("tayang", "nanti")], "tayang", "word-unknown"),
    (&[("kode", "ab")], "kode", "code-invalid"),
    (&[("kode", "kue/../{n}")], "kode", "code-invalid"),
    (&[("kode", "barang-0")], "kode", "code-twice"),
    // One quotation mark, and no other to close it.
    (&[("nama", "\"Kue tanpa penutup {n}")], "", "row-unreadable"),
];

/// Values of products that are refused alone.
const VALUES: &[(Cells, &str, &str)] = &[
    (&[("tokopedia", "http://tokopedia.com/a")], "tokopedia", "link-invalid"),
    (&[("tokopedia", "https://tokopedia.com@evil.example/")], "tokopedia", "link-invalid"),
    (&[("tokopedia", "https://tokopedia.com:8443/")], "tokopedia", "link-invalid"),
    (&[("shopee", "javascript:alert(1)")], "shopee", "link-invalid"),
    (&[("shopee", "https://bit.ly/{n}")], "shopee", "link-invalid"),
    (&[("instagram", "https://shopee.co.id/a")], "instagram", "link-invalid"),
    (&[("pirt", "12345")], "pirt", "permit-invalid"),
    (&[("bpom", "tidak tahu")], "bpom", "permit-invalid"),
    (&[("halal", "KH.01.23-456")], "halal", "permit-invalid"),
    (&[("halal", "31110001234560000")], "halal", "digits-damaged"),
    (&[("grade", "Z")], "grade", "word-unknown"),
    (&[("antar", "bulan")], "antar", "word-unknown"),
    (&[("rapat", "sarapan")], "rapat", "word-unknown"),
    (&[("umur_simpan_hari", "lama")], "umur_simpan_hari", "number-invalid"),
    (&[("diperbarui", "31/02/2026")], "diperbarui", "date-invalid"),
    (&[("deskripsi", "#N/A")], "deskripsi", "cell-error"),
];

/// Sellers that are refused, and values of theirs.
const SELLERS: &[(Cells, &str, &str, Cost)] = &[
    (&[("kecamatan", "Bandung")], "kecamatan", "area-unknown", Cost::Row),
    (&[("kecamatan", "")], "kecamatan", "value-missing", Cost::Row),
    (&[("nama_usaha", "")], "nama_usaha", "value-missing", Cost::Row),
    (&[("kode", "x")], "kode", "code-invalid", Cost::Row),
    (&[("tentang", "ibu 3174054501900003")], "tentang", "personal-number", Cost::Row),
    (&[("whatsapp", "021-5551234")], "whatsapp", "phone-invalid", Cost::Value),
    (&[("whatsapp", "0812-0000-0001 / 0812-0000-0002")], "whatsapp", "phone-invalid", Cost::Value),
    (&[("whatsapp", "8,12E+10")], "whatsapp", "digits-damaged", Cost::Value),
    (&[("nib", "123")], "nib", "permit-invalid", Cost::Value),
    (&[("pengampu", "Dinas Angkasa")], "pengampu", "word-unknown", Cost::Value),
    (&[("izin_kontak", "mungkin")], "izin_kontak", "word-unknown", Cost::Value),
];

/// Editions that are refused.
const EDITIONS: &[(Cells, &str, &str)] = &[
    (&[("wilayah", "Bandung")], "wilayah", "area-unknown"),
    (&[("mulai", "27/13/2026")], "mulai", "date-invalid"),
    (&[("selesai", "2026-11-01")], "selesai", "window-invalid"),
    (&[("selesai", "")], "selesai", "value-missing"),
    (&[("kanal", "pasar kaget")], "kanal", "word-unknown"),
];

/// Every kind.
pub(crate) fn all() -> Vec<Kind> {
    let kind = |sheet, cost| {
        move |&(cells, column, code): &(Cells, &'static str, &'static str)| Kind {
            sheet,
            cells,
            column,
            code,
            cost,
        }
    };
    let sellers = SELLERS.iter().map(|&(cells, column, code, cost)| Kind {
        sheet: "penjual",
        cells,
        column,
        code,
        cost,
    });
    ROWS.iter()
        .map(kind("produk", Cost::Row))
        .chain(VALUES.iter().map(kind("produk", Cost::Value)))
        .chain(sellers)
        .chain(EDITIONS.iter().map(kind("jbl", Cost::Row)))
        .collect()
}
