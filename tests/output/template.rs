//! The template: what comes back filled is read without a word, and its example never reaches the market.

use crate::command::{catalogue, path};
use crate::market::folder;
use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::{Path, PathBuf};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

fn template(name: &str) -> PathBuf {
    let home = folder(name);
    let (code, text) = catalogue(&["template", "--out", path(&home.join("lembar.xlsx"))]);
    assert_eq!(code, 0, "{text}");
    home
}

/// Puts a row of texts behind the last one of a sheet, as a spreadsheet program would.
fn fill(workbook: &Path, sheet: usize, row: u32, cells: &[&str]) {
    let part = format!("xl/worksheets/sheet{sheet}.xml");
    let mut old =
        ZipArchive::new(Cursor::new(fs::read(workbook).expect("a workbook"))).expect("a zip");
    let mut new = ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..old.len() {
        let mut file = old.by_index(at).expect("a part");
        let name = file.name().expect("a name").into_owned();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).expect("its bytes");
        if name == part {
            let cell = |(letter, text): (char, &&str)| {
                format!("<c r=\"{letter}{row}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
            };
            let cells: String = ('A'..).zip(cells).map(cell).collect();
            let xml = String::from_utf8(bytes).expect("text");
            let filled = format!("<row r=\"{row}\">{cells}</row></sheetData>");
            assert!(xml.contains("</sheetData>"), "{name} has rows");
            bytes = xml.replacen("</sheetData>", &filled, 1).into_bytes();
        }
        new.start_file(name, SimpleFileOptions::default()).expect("a part");
        new.write_all(&bytes).expect("its bytes");
    }
    fs::write(workbook, new.finish().expect("a zip").into_inner()).expect("written");
}

fn said(home: &Path) -> (i32, Vec<serde_json::Value>) {
    let report = home.join("report.json");
    let arguments = ["check", path(home), "--at", "2026-11-21", "--report", path(&report)];
    let (code, _) = catalogue(&arguments);
    (code, serde_json::from_slice(&fs::read(&report).expect("a report")).expect("json"))
}

#[test]
fn a_filled_template_is_read_without_a_warning_and_without_its_examples() {
    let home = template("template-filled");
    let workbook = home.join("lembar.xlsx");
    let product =
        ["Dapur Bu Sari", "0812-0000-0009", "Tebet", "Sambal Cumi", "kuliner", "35.000", "botol"];
    fill(&workbook, 1, 3, &product);
    fill(&workbook, 2, 3, &["Dapur Bu Sari", "0812-0000-0009", "ya", "Tebet"]);
    let (code, problems) = said(&home);
    assert_eq!((code, problems), (0, Vec::new()));
    let out = home.join("dist");
    catalogue(&["build", path(&home), "--out", path(&out), "--at", "2026-11-21"]);
    let feed = |name: &str| fs::read_to_string(out.join("feeds").join(name)).expect("a feed");
    assert_eq!(feed("produk.jsonl").lines().count(), 1);
    assert!(feed("produk.jsonl").contains("\"harga\":35000"));
    assert_eq!(feed("penjual.jsonl").lines().count(), 1);
}

#[test]
fn an_untouched_template_says_nothing_and_publishes_nothing() {
    assert_eq!(said(&template("template-untouched")), (1, Vec::new()));
}

#[test]
fn the_same_template_comes_out_every_time() {
    let read = |name: &str| fs::read(template(name).join("lembar.xlsx")).expect("a workbook");
    assert_eq!(read("template-once"), read("template-twice"));
}

#[test]
fn the_seven_columns_stand_first_and_the_others_are_folded() {
    let home = template("template-columns");
    let workbook = fs::read(home.join("lembar.xlsx")).expect("a workbook");
    let mut zip = ZipArchive::new(Cursor::new(workbook)).expect("a zip");
    let mut sheet = String::new();
    zip.by_name("xl/worksheets/sheet1.xml")
        .expect("the first sheet")
        .read_to_string(&mut sheet)
        .expect("text");
    let folded = sheet.split("<col ").filter(|column| column.contains("outlineLevel=\"1\""));
    let first = folded.clone().next().expect("a folded column");
    assert!(first.starts_with("min=\"8\"") && first.contains("hidden=\"1\""), "{first}");
    assert!(sheet.contains("ySplit=\"1\"") && sheet.contains("state=\"frozen\""));
    assert!(sheet.contains("petunjuk!$G$11:$G$54"), "the list of kecamatan");
}

#[test]
fn a_site_with_the_app_offers_the_template() {
    let home = folder("template-offered");
    let (sheets, app, out) = (home.join("sheets"), home.join("app"), home.join("dist"));
    fs::create_dir_all(&sheets).expect("a folder");
    fs::create_dir_all(&app).expect("a folder");
    fs::write(app.join("index.html"), "<!doctype html><title></title><noscript></noscript>")
        .expect("written");
    fs::write(
        sheets.join("produk.csv"),
        "nama_usaha,whatsapp,kecamatan,nama,kategori,harga,satuan\n\
        Dapur Bu Ratih,0812-0000-0001,Tebet,Keripik Tempe,kuliner,18.000,bungkus\n",
    )
    .expect("written");
    let build = ["build", path(&sheets), "--out", path(&out), "--app", path(&app), "--no-compress"];
    assert_eq!(catalogue(&build).0, 0);
    let offered = fs::read(out.join("unduh/lembar-etalase.xlsx")).expect("the download");
    assert_eq!(
        offered,
        fs::read(template("template-same").join("lembar.xlsx")).expect("a workbook")
    );
    let headers = fs::read_to_string(out.join("_headers")).expect("headers");
    assert!(
        headers.contains("/unduh/lembar-etalase.xlsx\n  Cache-Control: no-cache\n"),
        "{headers}"
    );
}
