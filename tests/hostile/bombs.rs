//! T8 and 0.2: workbooks that are small and would take all memory or time, given to the real program.
//!
//! Each is refused (or read) within 512 MB and ten seconds of processor time, and the good sheet beside it stands.

use crate::program::{MOST_MEMORY, MOST_TIME, Run, check};
use crate::workbook::{GOOD, cell, ods, ods_with, xlsx, xlsx_with};
use crate::zipped::{zipped, zipped_pieces};
use std::fmt::Write;

/// Runs the program over one bad file and the good sheet, and sees that the limits hold and the good sheet stands.
#[expect(clippy::print_stdout, reason = "`-- --nocapture` shows what each file has taken")]
fn refused(name: &str, file: &str, bytes: &[u8]) -> Run {
    assert!(bytes.len() < 10 * 1024 * 1024, "{name} is refused by its size alone");
    let run = check(name, &[(file, bytes), GOOD]);
    assert!(run.memory <= MOST_MEMORY, "{name} took {} MB", run.memory >> 20);
    assert!(run.time <= MOST_TIME, "{name} took {:?}", run.time);
    assert!(matches!(run.code, Some(0 | 3)), "{name} took the good sheet along: {:?}", run.code);
    println!(
        "{name}: {} bytes, {} MB, {:?}, {:?}",
        bytes.len(),
        run.memory >> 20,
        run.time,
        run.said
    );
    run
}

/// Refused as too much.
fn too_much(name: &str, file: &str, bytes: &[u8]) {
    assert_eq!(refused(name, file, bytes).said, [format!("file-too-large {file}")]);
}

#[test]
fn t8_a_workbook_with_cells_in_its_far_corners_is_small() {
    let corners = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>";
    let run = refused("corners", "a.xlsx", &xlsx(corners, "<sst/>"));
    assert_eq!(run.said, ["header-missing a.xlsx"]);
}

#[test]
fn t8_announced_texts_are_not_believed() {
    let strings = "<sst uniqueCount=\"4294967295\"><si><t>a</t></si></sst>";
    too_much("announced", "a.xlsx", &xlsx("", strings));
}

#[test]
fn t8_a_zip_is_counted_while_it_unpacks() {
    // What this process holds would count as its children's, so nothing is held.
    let blanks = [b' '; 1024];
    let bomb = |name: &'static str| zipped_pieces([(name, vec![(blanks.as_slice(), 101 * 1024)])]);
    too_much("zip-xlsx", "a.xlsx", &bomb("xl/workbook.xml"));
    too_much("zip-ods", "a.ods", &bomb("content.xml"));
}

#[test]
fn t8_a_zip_of_thousands_of_parts_is_not_gone_through() {
    let names: Vec<String> = (0..2_001).map(|at| format!("xl/{at}.xml")).collect();
    let parts: Vec<(&str, &[u8])> =
        names.iter().map(|name| (name.as_str(), b"<a/>".as_slice())).collect();
    too_much("parts", "a.xlsx", &zipped(&parts));
}

/// Ten names, each standing for ten of the one before: ten thousand million texts.
fn laughs(root: &str) -> String {
    let mut definition = format!("<?xml version=\"1.0\"?><!DOCTYPE {root} [<!ENTITY l0 \"ha\">");
    for at in 1..=10 {
        let ten = format!("&l{};", at - 1).repeat(10);
        write!(definition, "<!ENTITY l{at} \"{ten}\">").expect("text");
    }
    definition + "]>"
}

#[test]
fn t8_entities_of_a_files_own_are_not_followed() {
    let strings = format!("{}<sst><si><t>&l10;</t></si></sst>", laughs("sst"));
    let run = refused(
        "laughs-xlsx",
        "a.xlsx",
        &xlsx("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>", &strings),
    );
    assert_eq!(run.said, ["file-unreadable a.xlsx"]);
    let rows = format!("<table:table-row>{}</table:table-row>", cell("&l10;", 1));
    let run = refused("laughs-ods", "a.ods", &ods_with(&laughs("office:document-content"), &rows));
    assert_eq!(run.said, ["sheet-empty a.ods"]);
}

#[test]
fn t8_rows_and_cells_that_are_said_to_repeat_are_counted() {
    let row = |times: u32, cells: &str| {
        format!("<table:table-row table:number-rows-repeated=\"{times}\">{cells}</table:table-row>")
    };
    let blank = "<table:table-cell table:number-columns-repeated=\"4294967295\"/>";
    let run = refused("repeated-blank", "a.ods", &ods(&row(u32::MAX, blank)));
    assert_eq!(run.said, ["sheet-empty a.ods"]);
    too_much("repeated-rows", "a.ods", &ods(&row(1_048_576, &cell("x", 1))));
    too_much("repeated-cells", "a.ods", &ods(&row(200_000, &cell("x", 16_384))));
}

#[test]
fn t8_one_long_text_in_many_cells_is_counted_as_often_as_it_stands() {
    let long = "x".repeat(1_000_000);
    let row = format!(
        "<table:table-row table:number-rows-repeated=\"100000\">{}</table:table-row>",
        cell(&long, 64)
    );
    too_much("long-ods", "a.ods", &ods(&row));
    let strings = format!("<sst><si><t>{long}</t></si></sst>");
    let mut rows = String::new();
    for at in 1..=10_000 {
        write!(rows, "<row r=\"{at}\"><c r=\"A{at}\" t=\"s\"><v>0</v></c></row>").expect("text");
    }
    too_much("long-xlsx", "a.xlsx", &xlsx(&rows, &strings));
}

#[test]
fn t8_joined_cells_are_counted_as_often_as_they_spread() {
    let strings = format!("<sst><si><t>{}</t></si></sst>", "x".repeat(10_000));
    let mut rows = String::from("<row r=\"1\">");
    for column in 'A'..='Z' {
        write!(rows, "<c r=\"{column}1\" t=\"s\"><v>0</v></c>").expect("text");
    }
    rows.push_str("</row>");
    for at in 2..=20_000 {
        write!(rows, "<row r=\"{at}\"><c r=\"AA{at}\"><v>1</v></c></row>").expect("text");
    }
    let mut joined = String::from("<mergeCells>");
    for column in 'A'..='Z' {
        write!(joined, "<mergeCell ref=\"{column}1:{column}1048576\"/>").expect("text");
    }
    joined.push_str("</mergeCells>");
    too_much("joined", "a.xlsx", &xlsx_with((&rows, 1), &joined, &strings));
}

#[test]
fn t8_half_a_million_words_without_a_header_are_looked_through_once() {
    let mut row = String::from("<row>");
    for at in 0..50 {
        write!(row, "<c t=\"inlineStr\"><is><t>kata {at}</t></is></c>").expect("text");
    }
    row.push_str("</row>");
    let run = refused("words", "a.xlsx", &xlsx_with((&row, 10_000), "", "<sst/>"));
    assert!(
        run.said == ["file-too-large a.xlsx"] || run.said == ["header-missing a.xlsx"],
        "{:?}",
        run.said
    );
}

#[test]
fn t8_numbers_in_every_cell_end_with_the_memory_of_their_own_process() {
    let mut row = String::from("<row>");
    row.push_str(&"<c><v>1</v></c>".repeat(250));
    row.push_str("</row>");
    // Six million cells in 98 MB of XML; more than 512 MB in memory, and counted by nobody but the system.
    let run = refused("cells", "a.xlsx", &xlsx_with((&row, 25_500), "", "<sst/>"));
    assert!(
        run.said == ["file-too-large a.xlsx"] || run.said == ["header-missing a.xlsx"],
        "{:?}",
        run.said
    );
}

#[test]
fn t8_an_element_of_a_million_attributes_ends_with_the_time_of_its_own_process() {
    let mut attributes = String::new();
    for at in 0..400_000 {
        write!(attributes, " a{at}=\"\"").expect("text");
    }
    let run = refused(
        "attributes-xlsx",
        "a.xlsx",
        &xlsx(&format!("<row r=\"1\"><c r=\"A1\"{attributes}><v>1</v></c></row>"), "<sst/>"),
    );
    assert!(
        run.said == ["file-too-large a.xlsx"] || run.said == ["header-missing a.xlsx"],
        "{:?}",
        run.said
    );
    let run = refused(
        "attributes-ods",
        "a.ods",
        &ods(&format!("<table:table-row{attributes}>{}</table:table-row>", cell("x", 1))),
    );
    assert_eq!(run.said, ["header-missing a.ods"]);
}

#[test]
fn t8_one_unreadable_file_of_each_kind_and_the_others_are_published() {
    let bomb = xlsx("", "<sst uniqueCount=\"4294967295\"><si><t>a</t></si></sst>");
    let good = xlsx(
        "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>nama_usaha</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>kecamatan</t></is></c><c r=\"C1\" t=\"inlineStr\"><is><t>nama</t></is></c><c r=\"D1\" t=\"inlineStr\"><is><t>kategori</t></is></c><c r=\"E1\" t=\"inlineStr\"><is><t>harga</t></is></c><c r=\"F1\" t=\"inlineStr\"><is><t>satuan</t></is></c></row>\
         <row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>Warung Ijo</t></is></c><c r=\"B2\" t=\"inlineStr\"><is><t>Koja</t></is></c><c r=\"C2\" t=\"inlineStr\"><is><t>Nasi Ulam</t></is></c><c r=\"D2\" t=\"inlineStr\"><is><t>kuliner</t></is></c><c r=\"E2\"><v>15000</v></c><c r=\"F2\" t=\"inlineStr\"><is><t>porsi</t></is></c></row>",
        "<sst/>",
    );
    let folder = crate::folder::fresh("program-others");
    let sheets = folder.join("sheets");
    std::fs::create_dir_all(&sheets).expect("a folder");
    for (name, bytes) in [
        ("a-rusak.xlsx", b"PK\x03\x04 cut".as_slice()),
        ("b-bom.xlsx", &bomb),
        ("c-lama.ods", b"\xd0\xcf\x11\xe0"),
        ("d-gambar.csv", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"),
        ("e-baik.xlsx", &good),
        GOOD,
    ] {
        std::fs::write(sheets.join(name), bytes).expect("a file");
    }
    let (out, report) = (folder.join("dist"), folder.join("laporan.json"));
    let built = std::process::Command::new(env!("CARGO_BIN_EXE_catalogue"))
        .arg("build")
        .arg(&sheets)
        .args(["--at", "2026-11-21", "--out"])
        .arg(&out)
        .arg("--report")
        .arg(&report)
        .output()
        .expect("the program");
    assert_eq!(built.status.code(), Some(3));
    let problems: Vec<serde_json::Value> =
        serde_json::from_slice(&std::fs::read(&report).expect("a report")).expect("json");
    let errors: Vec<String> = problems
        .iter()
        .filter(|problem| problem["severity"] == "error")
        .map(|problem| format!("{} {}", problem["code"], problem["file"]).replace('"', ""))
        .collect();
    assert_eq!(
        errors,
        [
            "file-unreadable a-rusak.xlsx",
            "file-too-large b-bom.xlsx",
            "file-unreadable c-lama.ods",
            "file-unreadable d-gambar.csv"
        ]
    );
    let feed = |name: &str| std::fs::read_to_string(out.join("feeds").join(name)).expect(name);
    assert!(feed("produk.jsonl").contains("\"nama\":\"Nasi Ulam\""));
    assert!(feed("penjual.jsonl").contains("Dapur Bu Ratih"));
}
