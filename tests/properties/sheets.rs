//! Whole sheets: what must not matter (separator, order, file, format) does not, and nothing stops the others.

use crate::folder::{options, reading};
use etalase::compiler::clean::clean;
use etalase::compiler::read::Reading;
use etalase::compiler::sheet::letters;
use etalase::domain::permit::holds_personal_number;
use proptest::prelude::*;
use rust_xlsxwriter::Workbook;
use std::cell::Cell;
use std::thread;

const COLUMNS: [&str; 8] =
    ["kode", "nama_usaha", "kecamatan", "nama", "kategori", "harga", "satuan", "deskripsi"];

/// A row of a product; the code is its number.
type Row = [String; 8];

fn text() -> impl Strategy<Value = String> {
    "[A-Za-zéü][A-Za-z0-9 ,;'\"./&()\n-]{0,24}[a-z]"
}

fn rows() -> impl Strategy<Value = Vec<Row>> {
    let row =
        (0..4_usize, text(), 0..3_usize, 1..90_000_u64, prop_oneof![Just(String::new()), text()]);
    prop::collection::vec(row, 1..7).prop_map(|rows| {
        rows.into_iter()
            .enumerate()
            .map(|(at, (shop, name, category, price, about))| {
                [
                    format!("barang-{at}"),
                    format!("Warung {shop}"),
                    ["Tebet", "Koja", "Gambir", "Palmerah"][shop].to_owned(),
                    name,
                    ["kuliner", "fashion", "kriya"][category].to_owned(),
                    format!("{}", price * 1_000),
                    "pcs".to_owned(),
                    about,
                ]
            })
            .collect()
    })
}

fn csv(columns: &[&str], rows: &[Vec<String>], separator: u8, crlf: bool) -> Vec<u8> {
    let end = if crlf { csv::Terminator::CRLF } else { csv::Terminator::Any(b'\n') };
    let mut writer =
        csv::WriterBuilder::new().delimiter(separator).terminator(end).from_writer(Vec::new());
    writer.write_record(columns).expect("a header");
    for row in rows {
        writer.write_record(row).expect("a row");
    }
    writer.into_inner().expect("bytes")
}

fn whole(rows: &[Row]) -> Vec<Vec<String>> {
    rows.iter().map(|row| row.to_vec()).collect()
}

/// A folder's name that no other test of this run has: each runs in a thread that is called as it is. Within a test a
/// few names take turns.
fn name() -> String {
    thread_local! {
        static NEXT: Cell<usize> = const { Cell::new(0) };
    }
    let turn = NEXT.replace(NEXT.get() + 1) % 8;
    let test = thread::current().name().expect("a test's thread").replace("::", "-");
    format!("{test}-{turn}")
}

fn read(files: &[(&str, &[u8])]) -> Reading {
    reading(&name(), files)
}

/// Everything that is published, as text.
fn published(reading: &Reading) -> String {
    format!("{:#?}{:#?}", reading.catalogue.products, reading.catalogue.sellers)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_sheet_is_the_same_with_every_separator_line_end_and_encoding(rows in rows(), separator in prop::sample::select(b",;\t".as_slice()), crlf in any::<bool>(), encoding in 0..3_usize) {
        let plain = csv(&COLUMNS, &whole(&rows), separator, crlf);
        let text = String::from_utf8(plain.clone()).expect("text");
        let bytes = match encoding {
            0 => plain,
            1 => [b"\xef\xbb\xbf".to_vec(), plain].concat(),
            _ => format!("\u{feff}{text}").encode_utf16().flat_map(u16::to_le_bytes).collect(),
        };
        let read = read(&[("produk.csv", &bytes)]);
        prop_assert_eq!(read.catalogue.products.len(), rows.len(), "{:#?}", read.problems);
        for (row, entry) in rows.iter().zip(&read.catalogue.products) {
            let product = &entry.product;
            prop_assert_eq!(product.card.code.as_str(), row[0].as_str());
            prop_assert_eq!(&product.card.name, &clean(&row[3], 120).0);
            prop_assert_eq!(product.card.price.get().to_string(), row[5].as_str());
            prop_assert_eq!(&product.description, &clean(&row[7], 2_000).0);
        }
    }

    #[test]
    fn columns_may_stand_in_any_order(rows in rows(), order in Just((0..8_usize).collect::<Vec<_>>()).prop_shuffle()) {
        let columns: Vec<&str> = order.iter().map(|at| COLUMNS[*at]).collect();
        let moved: Vec<Vec<String>> =
            rows.iter().map(|row| order.iter().map(|at| row[*at].clone()).collect()).collect();
        let first = read(&[("produk.csv", &csv(&COLUMNS, &whole(&rows), b',', false))]);
        let second = read(&[("produk.csv", &csv(&columns, &moved, b',', false))]);
        prop_assert_eq!(published(&first), published(&second));
        prop_assert_eq!(first.problems.len(), second.problems.len());
    }

    #[test]
    fn rows_with_codes_may_stand_in_any_order(rows in rows().prop_flat_map(|rows| (Just(rows.clone()), Just(rows).prop_shuffle()))) {
        let (rows, shuffled) = rows;
        let first = read(&[("produk.csv", &csv(&COLUMNS, &whole(&rows), b',', false))]);
        let second = read(&[("produk.csv", &csv(&COLUMNS, &whole(&shuffled), b',', false))]);
        prop_assert_eq!(published(&first), published(&second));
    }

    #[test]
    fn one_sheet_and_its_two_halves_are_one_catalogue(rows in rows(), at in any::<prop::sample::Index>()) {
        let (head, tail) = rows.split_at(at.index(rows.len()));
        let one = read(&[("produk.csv", &csv(&COLUMNS, &whole(&rows), b',', false))]);
        let two = read(&[
            ("produk-1.csv", &csv(&COLUMNS, &whole(head), b',', false)),
            ("produk-2.csv", &csv(&COLUMNS, &whole(tail), b';', true)),
        ]);
        prop_assert_eq!(published(&one), published(&two));
    }

    #[test]
    fn a_workbook_says_what_its_csv_says(rows in rows()) {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet().set_name("produk").expect("a name");
        let all = std::iter::once(COLUMNS.map(str::to_owned).to_vec()).chain(whole(&rows));
        for (at, row) in (0..).zip(all) {
            for (column, cell) in (0..).zip(row) {
                sheet.write_string(at, column, cell).expect("a cell");
            }
        }
        let first = read(&[("produk.csv", &csv(&COLUMNS, &whole(&rows), b',', false))]);
        let second = read(&[("produk.xlsx", &book.save_to_buffer().expect("a workbook"))]);
        prop_assert_eq!(published(&first), published(&second));
    }

    #[test]
    fn a_personal_number_is_neither_published_nor_printed_back(rows in rows(), row in any::<prop::sample::Index>(), column in 1..8_usize, area in 310_000..320_000_u32, day in 1..=31_u32, last in 0..10_000_u32) {
        let nik = format!("{area:06}{day:02}0590{last:04}");
        let mut rows = rows;
        let bad = row.index(rows.len());
        rows[bad][column] = format!("ktp {nik}");
        let read = read(&[("produk.csv", &csv(&COLUMNS, &whole(&rows), b',', false))]);
        let said = serde_json::to_string(&read.problems).expect("a report");
        prop_assert!(!said.contains(&nik) && !holds_personal_number(&said), "{}", said);
        prop_assert!(!published(&read).contains(&nik));
        prop_assert_eq!(read.catalogue.products.len(), rows.len() - 1);
        prop_assert!(read.problems.iter().any(|problem| problem.code == "personal-number" && problem.place.row == Some(bad as u32 + 2)));
    }

    #[test]
    fn no_bytes_stop_the_sheet_beside_them(
        bytes in prop_oneof![
            prop::collection::vec(any::<u8>(), 0..300),
            prop::collection::vec(any::<u8>(), 0..200).prop_map(|rest| [b"PK\x03\x04".to_vec(), rest].concat()),
            "(nama_usaha|kecamatan|nama|harga|[,;\t\"\n\r]|\\PC){0,60}".prop_map(String::into_bytes),
        ],
        ending in prop::sample::select(vec!["csv", "xlsx", "ods"])
    ) {
        let good = csv(&["kode", "nama_usaha", "kecamatan"], &[vec!["toko-baik".into(), "Toko".into(), "Tebet".into()]], b',', false);
        let file = format!("aneh.{ending}");
        let read = read(&[(&file, &bytes), ("penjual.csv", &good)]);
        prop_assert_eq!(read.catalogue.sellers.iter().filter(|seller| seller.code.as_str() == "toko-baik").count(), 1);
        let again = etalase::compiler::folder::read_folder(&again_in(&file, &bytes, &good), &options()).expect("a folder");
        prop_assert_eq!(format!("{:?}", again.problems), format!("{:?}", read.problems));
    }

    #[test]
    fn letters_of_columns_count_as_a_spreadsheet_counts(column in 0..16_384_u32) {
        let back = letters(column).bytes().fold(0, |sum, letter| sum * 26 + u32::from(letter - b'A') + 1);
        prop_assert_eq!(back, column + 1);
    }
}

/// The same two files in another folder.
fn again_in(file: &str, bytes: &[u8], good: &[u8]) -> std::path::PathBuf {
    let folder = crate::folder::fresh(&format!("{}-again", name()));
    std::fs::write(folder.join(file), bytes).expect("a file");
    std::fs::write(folder.join("penjual.csv"), good).expect("a sheet");
    folder
}
