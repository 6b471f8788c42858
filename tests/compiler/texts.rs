//! Texts of CSV files and cells of ODS files, as the programs that write them write them.

use crate::folder::{products, reading, said};
use crate::zipped::zipped;

const HEAD: &str = "nama_usaha,kecamatan,nama,kategori,harga,satuan,deskripsi\n";

fn rows(count: usize) -> Vec<u8> {
    let row = |at: usize| format!("Toko,Tebet,Barang {at},kuliner,10.000,pcs,Enak sekali.\n");
    HEAD.bytes().chain((0..count).flat_map(|at| row(at).into_bytes())).collect()
}

#[test]
fn a_letter_of_windows_far_down_in_a_long_file_is_read() {
    // The beginning of a file alone does not tell its encoding.
    let mut csv = rows(8_000);
    csv.extend(b"Toko,Tebet,Caf\xe9,kuliner,10.000,pcs,\n");
    assert!(csv.len() > 256 * 1024);
    let read = reading("windows", &[("produk.csv", &csv)]);
    let last = read.catalogue.products.iter().find(|entry| entry.product.card.name == "Café");
    assert!(last.is_some(), "{:#?}", said(&read));
    assert_eq!(products(&read).len(), 8_001);
}

#[test]
fn a_very_long_file_in_an_old_encoding_is_asked_for_in_a_new_one() {
    let line = b"Toko,Tebet,Caf\xe9,kuliner,10.000,pcs,\n";
    let mut csv = HEAD.as_bytes().to_vec();
    csv.extend(line.repeat(64 * 1024 * 1024 / line.len() + 1));
    let read = reading("old-encoding", &[("produk.csv", &csv)]);
    let said: Vec<_> = read.problems.iter().map(|problem| problem.code).collect();
    assert_eq!(said, ["file-too-large"]);
    assert!(read.problems[0].fix.contains("CSV UTF-8"), "{:#?}", read.problems);
}

#[test]
fn lines_that_end_as_on_an_old_macintosh_are_lines() {
    let csv = String::from_utf8(rows(2)).expect("text").replace('\n', "\r");
    let read = reading("macintosh", &[("produk.csv", csv.as_bytes())]);
    assert_eq!(products(&read), ["barang-0", "barang-1"]);
}

/// A cell of an ODS file: its attributes and what stands in it.
fn cell(attributes: &str, inside: &str) -> String {
    format!("<table:table-cell {attributes}>{inside}</table:table-cell>")
}

fn text(text: &str) -> String {
    cell("office:value-type=\"string\"", &format!("<text:p>{text}</text:p>"))
}

fn stored(kind: &str, name: &str, value: &str, shown: &str) -> String {
    let attributes = format!("office:value-type=\"{kind}\" office:{name}=\"{value}\"");
    cell(&attributes, &format!("<text:p>{shown}</text:p>"))
}

fn ods(rows: &[Vec<String>]) -> Vec<u8> {
    let row =
        |cells: &Vec<String>| format!("<table:table-row>{}</table:table-row>", cells.concat());
    let rows: String = rows.iter().map(row).collect();
    let xml = format!(
        "<office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\"><office:body><office:spreadsheet><table:table table:name=\"produk\">{rows}</table:table></office:spreadsheet></office:body></office:document-content>"
    );
    zipped(&[("content.xml", xml.as_bytes())])
}

#[test]
fn every_kind_of_cell_of_an_ods_file_is_read_as_staff_see_it() {
    let columns = [
        "nama_usaha",
        "kecamatan",
        "nama",
        "kategori",
        "harga",
        "satuan",
        "deskripsi",
        "diperbarui",
        "tayang",
        "po_hari",
    ];
    let joined = |shown: &str| {
        let attributes = "office:value-type=\"string\" table:number-rows-spanned=\"2\"";
        cell(attributes, &format!("<text:p>{shown}</text:p>"))
    };
    let covered = || "<table:covered-table-cell/>".to_owned();
    let book = ods(&[
        columns.iter().map(|column| text(column)).collect(),
        vec![
            joined("Toko"),
            joined("Tebet"),
            text("Kue<text:s/>Cubit"),
            text("kuliner"),
            stored("currency", "value", "15000", "Rp15.000"),
            text("pcs"),
            cell(
                "office:value-type=\"string\"",
                "<office:annotation><text:p>catatan petugas</text:p></office:annotation><text:p><![CDATA[Manis & ]]>legit&#33;</text:p><text:p>Dua<text:tab/>lapis<text:line-break/>tipis</text:p>",
            ),
            stored("date", "date-value", "2026-10-18T00:00:00.000", "18/10/26"),
            stored("boolean", "boolean-value", "true", "BENAR"),
            stored("float", "value", "3", "003"),
        ],
        vec![
            covered(),
            covered(),
            text("Kue Lapis"),
            text("kuliner"),
            cell(
                "table:formula=\"of:=1/0\" office:value-type=\"string\"",
                "<text:p>#DIV/0!</text:p>",
            ),
            text("pcs"),
        ],
        vec![
            text("Warung"),
            text("Koja"),
            text("Kue Talam"),
            text("kuliner"),
            stored("float", "value", "banyak", "banyak"),
            text("pcs"),
            text(""),
            stored("date", "date-value", "besok", "besok"),
        ],
        vec![
            text("Warung"),
            text("Koja"),
            text("Kue Apem"),
            text("kuliner"),
            stored("float", "value", "9000", "9.000"),
            text("pcs"),
            text(""),
            text(""),
            stored("boolean", "boolean-value", "false", "SALAH"),
        ],
    ]);
    let read = reading("ods-cells", &[("toko.ods", &book)]);
    assert_eq!(products(&read), ["kue-cubit"], "{:#?}", read.problems);
    let withdrawn: Vec<_> =
        read.catalogue.withdrawn.iter().map(|gone| gone.code.as_str()).collect();
    assert_eq!(withdrawn, ["kue-apem"]);
    let product = &read.catalogue.products[0].product;
    assert_eq!((product.card.price.get(), product.card.preorder_days), (15_000, Some(3)));
    assert_eq!(product.description, "Manis & legit! Dua lapis tipis");
    assert_eq!(product.card.updated.map(|day| day.to_string()).as_deref(), Some("2026-10-18"));
    let errors: Vec<_> = said(&read)
        .into_iter()
        .filter(|line| !line.starts_with("photo") && !line.ends_with(' '))
        .collect();
    // The joined cells hold for both rows: the second one lacks nothing but its price.
    assert_eq!(errors, ["cell-error E3", "value-missing E4", "date-invalid H4"]);
}
