//! T8, through the library: files that are cut, false or endless are refused alone and stop no other.

use crate::folder::{fresh, products, reading, said};
use crate::workbook::{GOOD, xlsx, xlsx_with};
use crate::zipped::zipped;
use etalase::compiler::sheet::{Broken, csv};
use std::fs::File;
use std::io::Write;

#[test]
fn t8_cut_and_false_files_stop_no_other() {
    let whole = xlsx("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>", "<sst/>");
    let cut = &whole[..whole.len() / 2];
    let no_book = zipped(&[("hello.txt", b"hello")]);
    let flat_rels = zipped(&[("workbook.xml", b"<workbook/>"), ("content.xml", b"<a><b></a>")]);
    let read = reading(
        "cut",
        &[
            ("a.xlsx", cut),
            ("b.xlsx", b"not a zip"),
            ("c.xlsx", &no_book),
            ("d.ods", &flat_rels),
            ("e.xlsx", b"\xd0\xcf\x11\xe0old"),
            ("f.xlsx", &flat_rels),
            GOOD,
        ],
    );
    assert_eq!(said(&read), ["file-unreadable "; 6]);
    assert_eq!(read.catalogue.sellers.len(), 1);
}

#[test]
fn s0_4_t8_a_record_without_an_end_does_not_take_the_file() {
    let mut csv = b"nama_usaha,kecamatan,whatsapp,nama,kategori,harga,satuan\n\"Toko,Tebet,,A,kuliner,10.000,pcs\n".to_vec();
    csv.extend(b"Toko,Tebet,,Barang,kuliner,10.000,pcs\n".repeat(20_000));
    let read = reading("endless", &[("produk.csv", &csv)]);
    assert_eq!(read.problems.iter().filter(|problem| problem.code == "row-unreadable").count(), 1);
    assert_eq!(products(&read).len(), 20_000);
}

/// The measured trap: with a lenient reader one forgotten mark makes a single record of all these lines.
#[test]
fn s0_4_t8_a_forgotten_mark_in_two_million_lines_costs_its_own_line() {
    const LINES: usize = 2_000_000;
    let path = fresh("two-million").join("produk.csv");
    let mut file = File::create(&path).expect("a file");
    file.write_all(b"nama,harga\n\"Barang,1\n").expect("written");
    for _ in 0..LINES / 1_000 {
        file.write_all(&b"Barang,1\n".repeat(1_000)).expect("written");
    }
    let table = csv::open(File::open(&path).expect("a file"), |row| row.len()).expect("a table");
    assert_eq!(table.broken, [(2, Broken::Quote)]);
    let stream = table.stream.expect("read from its file");
    let rows = |nth: usize| stream.block(nth, |column| column == 0).expect("readable");
    let (mut count, mut last) = (0, 0);
    for block in (0..stream.blocks()).map(rows) {
        count += block.len();
        last = block.last().map_or(last, |row| row.number as usize);
    }
    // The header, the line with the mark, and the others.
    assert_eq!((count, last), (1 + LINES, 2 + LINES));
}

#[test]
fn t8_a_record_of_more_than_a_megabyte_is_refused_alone() {
    let long = "a".repeat(1024 * 1024);
    let csv = format!(
        "nama_usaha,kecamatan,nama,kategori,harga,satuan,deskripsi\nToko,Tebet,Satu,kuliner,10.000,pcs,\nToko,Tebet,Dua,kuliner,10.000,pcs,{long}\nToko,Tebet,Tiga,kuliner,10.000,pcs,\"{long}\"\nToko,Tebet,Empat,kuliner,10.000,pcs,\n"
    );
    let read = reading("megabyte", &[("produk.csv", csv.as_bytes())]);
    let refused: Vec<_> =
        read.problems.iter().filter(|problem| problem.code == "row-unreadable").collect();
    let rows: Vec<_> = refused.iter().map(|problem| problem.place.row).collect();
    assert_eq!(rows, [Some(3), Some(4)], "{:#?}", said(&read));
    assert_eq!(products(&read), ["empat", "satu"]);
}

#[test]
fn t8_ten_megabytes_are_the_most_of_a_workbook_and_no_limit_for_csv() {
    const MEGABYTES: usize = 10 * 1024 * 1024;
    let mut large = xlsx("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>", "<sst/>");
    large.resize(MEGABYTES + 1, 0);
    let mut csv = "nama_usaha,kecamatan,nama,kategori,harga,satuan,deskripsi\n".to_owned();
    let words = "panjang ".repeat(8_000);
    let mut count = 0;
    while csv.len() <= MEGABYTES {
        csv.push_str(&format!("Toko,Tebet,Barang {count},kuliner,10.000,pcs,{words}\n"));
        count += 1;
    }
    let read = reading("megabytes", &[("a.xlsx", &large), ("produk.csv", csv.as_bytes()), GOOD]);
    let refused = read.problems.iter().filter(|problem| problem.code.starts_with("file-"));
    let refused: Vec<_> =
        refused.map(|problem| (problem.code, problem.place.file.as_deref())).collect();
    assert_eq!(refused, [("file-too-large", Some("a.xlsx"))]);
    assert_eq!(products(&read).len(), count);
}

#[test]
fn t8_two_hundred_thousand_rows_are_the_most_of_a_workbook() {
    let book = xlsx_with(("<row><c><v>1</v></c></row>", 200_001), "", "<sst/>");
    let read = reading("rows", &[("a.xlsx", &book), GOOD]);
    assert_eq!(said(&read), ["file-too-large "]);
    assert_eq!(read.catalogue.sellers.len(), 1);
}

/// A named pipe without a writer: whoever opens it waits.
#[cfg(unix)]
#[test]
fn t8_a_pipe_named_like_a_sheet_is_not_waited_for() {
    let folder = crate::folder::fresh("pipe");
    let made = std::process::Command::new("mkfifo")
        .args([folder.join("produk.xlsx"), folder.join("produk.csv")])
        .status();
    assert!(made.expect("mkfifo").success());
    std::fs::write(folder.join(GOOD.0), GOOD.1).expect("a sheet");
    let read = etalase::compiler::folder::read_folder(&folder, &crate::folder::options())
        .expect("readable");
    assert_eq!(said(&read), ["file-unreadable "; 2]);
    assert_eq!(read.catalogue.sellers.len(), 1);
}
