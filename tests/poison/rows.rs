//! The sheets of a run: good rows, bad ones put among them by chance that is the same every time.

use crate::Said;
use crate::kinds::{Cost, Kind, all};
use etalase::compiler::columns::{self, Column};
use std::fmt::Write;
use std::path::Path;

const KECAMATAN: [&str; 6] = ["Tebet", "Koja", "31.74.05", "Kramat Jati", "Palmerah", "Gambir"];

/// The contract's columns of each sheet, all of them.
const SELLER: columns::Kind = columns::Kind::Penjual;
const PRODUCT: columns::Kind = columns::Kind::Produk;
const EDITION: columns::Kind = columns::Kind::Jbl;

/// A row by its columns.
type Row = Vec<String>;

/// A line of a sheet: in the mixed sheets, and in the clean ones unless it is refused.
struct Line {
    mixed: Row,
    clean: Option<Row>,
    /// What is said of it.
    bad: Option<Kind>,
    /// Written as it stands, with its quotation mark.
    raw: bool,
}

/// Numbers that look like chance and are the same in every run (SplitMix64).
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % most.max(1) as u64) as usize
    }
}

/// All sheets of a run, and what is to be said of the mixed ones.
pub(crate) struct Sheets {
    sellers: Vec<Line>,
    products: Vec<Line>,
    editions: Vec<Line>,
    /// Every problem that the mixed sheets have.
    pub(crate) expected: Vec<Said>,
}

impl Sheets {
    /// So many good rows of products, and so many bad ones over all sheets and kinds in turn.
    pub(crate) fn new(good: usize, bad: usize) -> Self {
        let mut chance = Chance(20_261_121);
        let shops = (good / 10).max(1);
        let fine = |mixed: Row| Line { clean: Some(mixed.clone()), mixed, bad: None, raw: false };
        let mut sellers: Vec<Line> = (0..shops).map(|at| fine(seller(at))).collect();
        let mut products: Vec<Line> =
            (0..good).map(|at| fine(product(at, shops, &mut chance))).collect();
        let mut editions = vec![fine(edition("jbl-semua"))];
        let kinds = all();
        // One refused seller whose code is known, for the product that is refused with it.
        let refused = kinds.iter().find(|kind| kind.code == "area-unknown").copied();
        sellers.push(spoilt(
            refused.expect("a kind"),
            overwritten(seller(9_000_000), SELLER, "kode", "toko-tertolak"),
            SELLER,
            0,
        ));
        for at in 1..bad {
            let kind = kinds[at % kinds.len()];
            let (lines, line) = match kind.sheet {
                "penjual" => (&mut sellers, spoilt(kind, seller(8_000_000 + at), SELLER, at)),
                "jbl" => (&mut editions, spoilt(kind, edition(&format!("jbl-{at}")), EDITION, at)),
                _ => {
                    let row = plain_product(&mut chance, at, shops);
                    (&mut products, spoilt(kind, row, PRODUCT, at))
                }
            };
            // Never the first place: of equal codes the first row stands, and that is a good one.
            let place = 1 + chance.below(lines.len());
            lines.insert(place, line);
        }
        let mut expected = Vec::new();
        for (name, lines) in [("jbl", &editions), ("penjual", &sellers), ("produk", &products)] {
            // The header is row 1.
            for (row, line) in (2..).zip(lines) {
                if let Some(kind) = line.bad {
                    let column = kind.column.to_owned();
                    expected.push((format!("{name}.csv"), row, column, kind.code.to_owned()));
                }
            }
        }
        Self { sellers, products, editions, expected }
    }

    /// Writes the sheets with the bad rows, and those without.
    pub(crate) fn write(&self, mixed: &Path, clean: &Path) {
        for folder in [mixed, clean] {
            std::fs::create_dir_all(folder).expect("a folder");
        }
        let sheets =
            [(SELLER, &self.sellers), (PRODUCT, &self.products), (EDITION, &self.editions)];
        for (sheet, lines) in sheets {
            let name = sheet.word();
            let head = sheet.columns().join(",") + "\n";
            let (mut all, mut good) = (head.clone(), head);
            for line in lines {
                write_row(&mut all, &line.mixed, line.raw);
                if let Some(row) = &line.clean {
                    write_row(&mut good, row, false);
                }
            }
            std::fs::write(mixed.join(format!("{name}.csv")), all).expect("a sheet");
            std::fs::write(clean.join(format!("{name}.csv")), good).expect("a sheet");
        }
    }
}

fn write_row(out: &mut String, row: &Row, raw: bool) {
    for (at, field) in row.iter().enumerate() {
        if at > 0 {
            out.push(',');
        }
        if !raw && field.contains([',', '"', '\n']) {
            write!(out, "\"{}\"", field.replace('"', "\"\"")).expect("text");
        } else {
            out.push_str(field);
        }
    }
    out.push('\n');
}

fn place(sheet: columns::Kind, column: &str) -> usize {
    sheet.columns().iter().position(|known| *known == column).expect("a column")
}

fn overwritten(mut row: Row, sheet: columns::Kind, column: &str, value: &str) -> Row {
    row[place(sheet, column)] = value.to_owned();
    row
}

/// A row of these cells, and nothing in the others.
fn filled<const N: usize>(sheet: columns::Kind, cells: [(Column, String); N]) -> Row {
    let blank = vec![String::new(); sheet.columns().len()];
    cells.into_iter().fold(blank, |row, (column, value)| overwritten(row, sheet, column, &value))
}

/// A good row made bad.
fn spoilt(kind: Kind, good: Row, sheet: columns::Kind, n: usize) -> Line {
    let over = |row: Row, blank: bool| {
        kind.cells.iter().fold(row, |row, (column, value)| {
            let value = value.replace("{n}", &n.to_string());
            overwritten(row, sheet, column, if blank { "" } else { &value })
        })
    };
    let clean = (kind.cost == Cost::Value).then(|| over(good.clone(), true));
    let mixed = over(good, false);
    // A mark that nothing closes: the other fields of that row have none.
    let raw = kind.code == "row-unreadable";
    Line { mixed, clean, bad: Some(kind), raw }
}

fn seller(at: usize) -> Row {
    let shop = |text: &str| format!("{text}{at}");
    let every =
        |nth: usize, text: String| if at.is_multiple_of(nth) { text } else { String::new() };
    filled(
        SELLER,
        [
            ("kode", shop("toko-")),
            ("nama_usaha", shop("Warung Nomor ")),
            ("kecamatan", KECAMATAN[at % KECAMATAN.len()].to_owned()),
            ("whatsapp", format!("0812{at:08}")),
            ("izin_kontak", if at.is_multiple_of(3) { "ya" } else { "tidak" }.to_owned()),
            ("tentang", every(4, "Sejak 1998, \"resep ibu\"".to_owned())),
            ("nib", every(5, format!("0220{at:09}"))),
            ("pengampu", every(7, "PPKUKM".to_owned())),
            ("tokopedia", shop("https://www.tokopedia.com/toko-")),
        ],
    )
}

fn edition(code: &str) -> Row {
    let cells = [
        ("kode", code),
        ("judul", "JBL seluruh Jakarta"),
        ("wilayah", "semua"),
        ("mulai", "2026-11-20"),
        ("selesai", "2026-11-22"),
        ("kanal", "tokopedia"),
    ];
    filled(EDITION, cells.map(|(column, value)| (column, value.to_owned())))
}

/// A row with what every product has, and nothing of what a kind could spoil besides.
fn plain_product(chance: &mut Chance, at: usize, shops: usize) -> Row {
    let cells = [
        ("kode", format!("rusak-{at}")),
        ("penjual", format!("toko-{}", chance.below(shops))),
        ("nama", format!("Barang Rusak Nomor {at}")),
        ("kategori", "kuliner".to_owned()),
        ("harga", "12.500".to_owned()),
        ("satuan", "bungkus".to_owned()),
    ];
    filled(PRODUCT, cells)
}

/// A good row: every form of a value that the contract has, by turns.
fn product(at: usize, shops: usize, chance: &mut Chance) -> Row {
    let mut row = plain_product(chance, at, shops);
    let mut set = |column: &str, value: String| row[place(PRODUCT, column)] = value;
    let one = |chance: &mut Chance, words: &[&str]| words[chance.below(words.len())].to_owned();
    set("kode", format!("barang-{at}"));
    set(
        "nama",
        format!("{} Nomor {at}", one(chance, &["Keripik", "Sambal, Pedas", "Kue \"Cubit\""])),
    );
    set(
        "harga",
        one(chance, &["15000", "15.000", "Rp 15.000,-", "15rb", "1,5 juta", "Rp20.000,00"]),
    );
    set("kategori", one(chance, &["kuliner", "Makanan", "fashion", "kriya"]));
    set("isi", one(chance, &["", "250 g", "1,5 kg", "600ml", "12 pcs"]));
    set("stok", one(chance, &["", "siap", "PO", "habis"]));
    set("po_hari", one(chance, &["", "2", "3 hari"]));
    set("minimal", one(chance, &["", "1", "12"]));
    set("pajak", one(chance, &["", "termasuk", "belum"]));
    set(
        "deskripsi",
        one(chance, &["", "Renyah, gurih.", "Dua baris:\nyang ini, juga.", "Ukuran 5\" saja"]),
    );
    set("varian", one(chance, &["", "Ukuran: S|M|XL +15.000|L (habis); Warna: Merah|Biru"]));
    set("rapat", one(chance, &["", "kudapan", "makan, minum"]));
    if chance.below(5) == 0 {
        set("jbl", "jbl-semua".to_owned());
        set("harga_jbl", one(chance, &["", "10.000"]));
    }
    set("gebetan", one(chance, &["", "ya", "tidak", "T"]));
    set("tayang", one(chance, &["", "ya", "1"]));
    set("diperbarui", one(chance, &["", "2026-10-18", "18/10/2026", "18 Oktober 2026"]));
    set("grade", one(chance, &["", "A", "b"]));
    set("antar", one(chance, &["", "ambil", "kurir; 31.74", "semua"]));
    set("shopee", one(chance, &["", "https://shopee.co.id/barang?utm_source=x"]));
    set("kata_kunci", one(chance, &["", "camilan, oleh-oleh"]));
    row
}
