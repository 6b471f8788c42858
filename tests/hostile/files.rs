//! T8, through the library: files that are cut, false or endless are refused alone and stop no other.

use crate::folder::{products, reading, said};
use crate::workbook::{GOOD, xlsx};
use crate::zipped::zipped;

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
    csv.extend(b"Toko,Tebet,,Barang,kuliner,10.000,pcs\n".repeat(60_000));
    let read = reading("endless", &[("produk.csv", &csv)]);
    assert_eq!(read.problems.iter().filter(|problem| problem.code == "row-unreadable").count(), 1);
    assert_eq!(products(&read).len(), 60_000);
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
    let read =
        etalase::compiler::read::read_folder(&folder, &crate::folder::options()).expect("readable");
    assert_eq!(said(&read), ["file-unreadable "; 2]);
    assert_eq!(read.catalogue.sellers.len(), 1);
}
