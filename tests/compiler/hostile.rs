//! Files made to exhaust or confuse the reader: each is refused or read in little memory, and stops no other.

use crate::folder::{products, reading, said};
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const GOOD: (&str, &[u8]) = (
    "penjual.csv",
    b"kode,nama_usaha,kecamatan,tokopedia\ndapur-ratih,Dapur Bu Ratih,Tebet,https://tokopedia.com/a\n",
);

/// A zip of these parts.
pub(crate) fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        let options =
            SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
        zip.start_file(*name, options).expect("a part");
        zip.write_all(bytes).expect("its bytes");
    }
    zip.finish().expect("a zip").into_inner()
}

fn workbook(sheet: &str, strings: &str) -> Vec<u8> {
    const RELS: &str = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"#;
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let rels = format!(
        "{RELS}<Relationship Id=\"rId1\" Type=\"{office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
    );
    let book_rels = format!(
        "{RELS}<Relationship Id=\"rId1\" Type=\"{office}/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\"{office}/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>"
    );
    let book = format!(
        "<workbook xmlns=\"{main}\" xmlns:r=\"{office}\"><sheets><sheet name=\"produk\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
    );
    let sheet = format!("<worksheet xmlns=\"{main}\"><sheetData>{sheet}</sheetData></worksheet>");
    zipped(&[
        ("_rels/.rels", rels.as_bytes()),
        ("xl/_rels/workbook.xml.rels", book_rels.as_bytes()),
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/sharedStrings.xml", strings.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ])
}

#[test]
fn a_sheet_with_cells_in_its_far_corners_is_small() {
    let corners = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>";
    let read = reading("corners", &[("a.xlsx", &workbook(corners, "<sst/>"))]);
    assert_eq!(said(&read), ["header-missing "]);
}

#[test]
fn announced_strings_are_not_believed() {
    let strings = "<sst uniqueCount=\"4294967295\"><si><t>a</t></si></sst>";
    let read = reading("strings", &[("a.xlsx", &workbook("", strings)), GOOD]);
    assert_eq!(said(&read), ["file-too-large "]);
    assert_eq!(read.catalogue.sellers.len(), 1);
}

#[test]
fn a_bomb_is_counted_while_it_unpacks() {
    let bomb = zipped(&[("xl/workbook.xml", &vec![b' '; 101 * 1024 * 1024])]);
    assert!(bomb.len() < 1024 * 1024);
    let ods = zipped(&[("content.xml", &vec![b' '; 101 * 1024 * 1024])]);
    let read = reading("bomb", &[("a.xlsx", &bomb), ("b.ods", &ods), GOOD]);
    assert_eq!(said(&read), ["file-too-large ", "file-too-large "]);
    assert_eq!(read.catalogue.sellers.len(), 1);
}

#[test]
fn cut_and_false_files_stop_no_other() {
    let whole = workbook("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>", "<sst/>");
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
fn repeated_cells_of_ods_cost_nothing_where_they_are_blank_and_are_counted_where_not() {
    let ods = |cells: &str| {
        let xml = format!(
            "<office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\"><office:body><office:spreadsheet><table:table table:name=\"penjual\">{cells}</table:table></office:spreadsheet></office:body></office:document-content>"
        );
        zipped(&[("content.xml", xml.as_bytes())])
    };
    let blank = ods(
        "<table:table-row table:number-rows-repeated=\"4294967295\"><table:table-cell table:number-columns-repeated=\"4294967295\"/></table:table-row>",
    );
    let full = ods(
        "<table:table-row table:number-rows-repeated=\"1048576\"><table:table-cell office:value-type=\"string\" table:number-columns-repeated=\"16384\"><text:p>x</text:p></table:table-cell></table:table-row>",
    );
    let entity = ods(
        "<table:table-row><table:table-cell office:value-type=\"string\"><text:p>&lol; &amp; &#65;</text:p></table:table-cell></table:table-row>",
    );
    let read = reading("repeated", &[("a.ods", &blank), ("b.ods", &full), ("c.ods", &entity)]);
    assert_eq!(said(&read), ["sheet-empty ", "file-too-large ", "header-missing "]);
}

#[test]
fn a_record_without_an_end_does_not_take_the_file() {
    let mut csv = b"nama_usaha,kecamatan,whatsapp,nama,kategori,harga,satuan\n\"Toko,Tebet,,A,kuliner,10.000,pcs\n".to_vec();
    csv.extend(b"Toko,Tebet,,Barang,kuliner,10.000,pcs\n".repeat(60_000));
    let read = reading("endless", &[("produk.csv", &csv)]);
    assert_eq!(read.problems.iter().filter(|problem| problem.code == "row-unreadable").count(), 1);
    assert_eq!(products(&read).len(), 60_000);
}

#[cfg(unix)]
#[test]
fn links_out_of_the_photo_folder_are_not_followed() {
    let folder = crate::folder::fresh("links");
    std::fs::create_dir(folder.join("foto")).expect("a folder");
    std::fs::write(folder.join("rahasia.png"), b"x").expect("a file");
    std::os::unix::fs::symlink(folder.join("rahasia.png"), folder.join("foto/keripik-tempe.png"))
        .expect("a link");
    std::fs::write(
        folder.join("produk.csv"),
        "kode,nama_usaha,kecamatan,nama,kategori,harga,satuan,foto\nkeripik-tempe,Dapur,Tebet,Keripik,kuliner,10.000,pcs,\nkopi-susu,Dapur,Tebet,Kopi,kuliner,10.000,pcs,../rahasia.png\n",
    )
    .expect("a sheet");
    let read =
        etalase::compiler::read::read_folder(&folder, &crate::folder::options()).expect("readable");
    assert!(read.catalogue.products.iter().all(|entry| entry.photos.is_empty()));
    assert!(said(&read).contains(&"photo-name ".to_owned()));
    assert!(said(&read).contains(&"photo-name H3".to_owned()));
}
