//! T1 and T2: markup and script in every text that a seller can fill, built by the real program.
//!
//! Data may hold any text, as data; a page may hold none of it as markup. So JSON is read back and compared, and in
//! files that a browser reads as markup the canary must not stand as it was written.

use crate::folder::fresh;
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A tag that nothing in the market would write.
const CANARY: &str = "<k7z";

/// Ways out of a text, an attribute, a script, a comment or a raw element.
const OPENINGS: [&str; 20] = [
    "",
    "\">",
    "'>",
    "`>",
    "</script>",
    "</style>",
    "</textarea>",
    "</title>",
    "</noscript>",
    "-->",
    "]]>",
    "\\\">",
    "\\\\\">",
    "{{",
    "${",
    "&quot;>",
    "&#34;>",
    "%22%3E",
    "javascript:",
    "\u{2028}\">",
];
/// What would run once outside.
const TAGS: [&str; 10] = [
    "<k7z onload=alert(1)>",
    "<k7z/onerror=alert(1) src=x>",
    "<k7z><script>alert(1)</script>",
    "<k7z style=\"background:url(javascript:alert(1))\">",
    "<k7z srcdoc='<script>alert(1)</script>'>",
    "<k7z href=\"javascript:alert(1)\">x</k7z>",
    "<k7z xmlns=\"http://www.w3.org/2000/svg\"><set onbegin=alert(1)>",
    "<k7z\u{2029}autofocus onfocus=alert(1)>",
    "<k7z><!--<script>",
    "<k7z onpointerenter=alert`1`>",
];

fn payloads() -> Vec<String> {
    let each = |opening: &&str| TAGS.map(|tag| format!("{opening}{tag}"));
    OPENINGS.iter().flat_map(each).collect()
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}

/// Sheets in which every free text of every row is a payload: two hundred in each of twelve columns.
fn sheets(folder: &Path) {
    let mut sellers = "kode,nama_usaha,kecamatan,tentang,jam,eorder,tokopedia\n".to_owned();
    let mut goods =
        "kode,penjual,nama,kategori,subkategori,harga,satuan,deskripsi,kata_kunci,varian\n"
            .to_owned();
    let mut editions = "kode,judul,wilayah,mulai,selesai,tempat,catatan\n".to_owned();
    for (at, payload) in payloads().iter().enumerate() {
        let text = quoted(payload);
        sellers.push_str(&format!(
            "toko-{at},{text},Tebet,{text},{text},{text},https://tokopedia.com/toko-{at}\n"
        ));
        let option = quoted(&format!("Rasa: {}", payload.replace([':', ';', '|'], " ")));
        goods.push_str(&format!(
            "barang-{at},toko-{at},{text},kuliner,{text},15.000,{text},{text},{text},{option}\n"
        ));
        editions
            .push_str(&format!("edisi-{at},{text},semua,2026-11-20,2026-11-22,{text},{text}\n"));
    }
    for (name, text) in [("penjual", sellers), ("produk", goods), ("jbl", editions)] {
        std::fs::write(folder.join(format!("{name}.csv")), text).expect("a sheet");
    }
}

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() { files(&path, found) } else { found.push(path) }
    }
}

fn texts<'a>(value: &'a Value, found: &mut BTreeSet<&'a str>) {
    match value {
        Value::String(text) => {
            found.insert(text);
        }
        Value::Array(values) => values.iter().for_each(|value| texts(value, found)),
        Value::Object(values) => values.values().for_each(|value| texts(value, found)),
        _ => {}
    }
}

/// As a text is published: line and paragraph separators are blanks like any other.
fn published(payload: &str) -> String {
    payload.replace(['\u{2028}', '\u{2029}'], " ").trim().to_owned()
}

#[test]
fn t1_t2_two_thousand_canaries_are_data_in_json_and_markup_nowhere() {
    let folder = fresh("canaries");
    let (sheets_in, out) = (folder.join("sheets"), folder.join("dist"));
    std::fs::create_dir_all(&sheets_in).expect("a folder");
    sheets(&sheets_in);
    let built = Command::new(env!("CARGO_BIN_EXE_catalogue"))
        .arg("build")
        .arg(&sheets_in)
        .args(["--at", "2026-11-21", "--site-url", "https://etalase.example", "--out"])
        .arg(&out)
        .output()
        .expect("the program");
    let said = String::from_utf8_lossy(&built.stdout);
    assert!(out.join("latest.json").exists(), "{said}");
    let mut all = Vec::new();
    files(&out, &mut all);
    let mut lines: Vec<Value> = Vec::new();
    for path in &all {
        let Ok(text) = std::fs::read_to_string(path) else { continue };
        assert!(
            !text.contains(['\u{2028}', '\u{2029}']),
            "{} breaks lines of a script",
            path.display()
        );
        let ending = path.extension().unwrap_or_default().to_string_lossy();
        match ending.as_ref() {
            "json" => lines.push(serde_json::from_str(&text).expect("json")),
            "jsonl" => {
                lines.extend(text.lines().map(|l| serde_json::from_str::<Value>(l).expect("json")))
            }
            "html" | "xml" | "svg" | "js" | "css" => {
                assert!(!text.contains(CANARY), "{} holds a text as markup", path.display());
            }
            _ => {}
        }
    }
    let mut found = BTreeSet::new();
    lines.iter().for_each(|value| texts(value, &mut found));
    for payload in payloads() {
        let expected = published(&payload);
        assert!(found.contains(expected.as_str()), "{payload:?} is not what was published");
    }
    let feed = std::fs::read_to_string(out.join("feeds/produk.jsonl")).expect("a feed");
    assert_eq!(feed.lines().count(), payloads().len(), "{said}");
}

/// What would make markup of a text, in the app's own sources; `tests/architecture.rs` says why for the first.
#[test]
fn t1_no_source_of_the_app_writes_text_as_markup() {
    const SINKS: [&str; 10] = [
        "inner_html",
        "outer_html",
        "insert_adjacent_html",
        "create_contextual_fragment",
        "dangerously",
        "document.write",
        "DomParser",
        "eval(",
        "js_sys::Function::new",
        "set_timeout_with_str",
    ];
    let mut sources = Vec::new();
    for folder in ["src/app", "boot", "public"] {
        files(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), &mut sources);
    }
    let mut seen = 0;
    for path in sources {
        let Ok(text) = std::fs::read_to_string(&path) else { continue };
        seen += 1;
        for line in text.lines().filter(|line| !line.trim_start().starts_with("//")) {
            let sink = SINKS.iter().find(|sink| line.contains(**sink));
            assert_eq!(sink, None, "{}: {line}", path.display());
        }
    }
    assert!(seen > 50, "the sources were not found");
}

/// In these a browser reads text by other rules, so escaping it as elsewhere does not keep it a text.
#[test]
fn s0_9_the_app_can_write_no_element_of_raw_text() {
    const RAW: [&str; 9] = [
        "textarea",
        "script",
        "style",
        "noscript",
        "title",
        "iframe",
        "xmp",
        "template",
        "plaintext",
    ];
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/app");
    let list = std::fs::read_to_string(root.join("node/h.rs")).expect("the elements");
    // A field of several lines is one of them, so nothing can be put into it.
    let fields = list.matches("-> Closed").count();
    assert!(list.contains("pub fn textarea() -> Closed") && fields == 1, "{list}");
    let list = list.split("tags! {").nth(1).and_then(|rest| rest.split('}').next());
    let tags: Vec<&str> = list.expect("the list").split(',').map(str::trim).collect();
    assert!(tags.contains(&"p") && tags.contains(&"option"), "{tags:?}");
    assert!(RAW.iter().all(|raw| !tags.contains(raw)), "{tags:?}");
    // There is no other way to an element.
    let mut sources = Vec::new();
    files(&root, &mut sources);
    for path in sources.into_iter().filter(|path| !path.ends_with("node/h.rs")) {
        let text = std::fs::read_to_string(&path).expect("a source");
        assert!(!text.contains("Element::new("), "{}", path.display());
    }
}
