//! The program as staff start it: exit codes, the report, what is left untouched.

use crate::market::{folder, tree};
use std::fs;
use std::path::Path;
use std::process::Command;

pub(crate) fn catalogue(arguments: &[&str]) -> (i32, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_catalogue"))
        .args(arguments)
        .output()
        .expect("the program");
    let text = String::from_utf8_lossy(&output.stdout).into_owned()
        + &String::from_utf8_lossy(&output.stderr);
    (output.status.code().expect("an exit code"), text)
}

pub(crate) fn path(path: &Path) -> &str {
    path.to_str().expect("a plain path")
}

#[test]
fn wrong_usage_is_2() {
    let home = folder("usage");
    for arguments in [
        vec![],
        vec!["terbitkan"],
        vec!["build", path(&home)],
        vec!["check"],
        vec!["check", path(&home), "--at", "besok"],
        vec!["build", path(&home), "--out", "x", "--site-url", "etalase"],
        // The output folder is replaced as a whole, so it may not hold the sheets.
        vec!["build", path(&home), "--out", path(&home)],
        // So is everything in it, a cache too.
        vec!["build", path(&home), "--out", "x", "--cache", "x/simpanan"],
    ] {
        let (code, text) = catalogue(&arguments);
        assert_eq!(code, 2, "{arguments:?}\n{text}");
    }
}

#[test]
fn a_folder_that_cannot_be_read_is_1_and_in_the_report() {
    let home = folder("unreadable");
    let (report, out) = (home.join("report.json"), home.join("dist"));
    let missing = home.join("nowhere");
    for command in [vec!["check"], vec!["build", "--out", path(&out)]] {
        let mut arguments = command.clone();
        arguments.extend([path(&missing), "--report", path(&report)]);
        let (code, text) = catalogue(&arguments);
        assert_eq!(code, 1, "{text}");
        let problems: serde_json::Value =
            serde_json::from_slice(&fs::read(&report).expect("a report")).expect("json");
        assert_eq!(problems[0]["code"], "folder-unreadable");
        assert!(problems[0]["row"].is_null());
    }
    assert!(!out.exists());
}

#[test]
fn a_folder_without_a_usable_row_is_1_and_writes_nothing() {
    let home = folder("empty");
    let (sheets, out) = (home.join("sheets"), home.join("dist"));
    fs::create_dir_all(&sheets).expect("a folder");
    assert_eq!(catalogue(&["check", path(&sheets)]).0, 1);
    assert_eq!(catalogue(&["build", path(&sheets), "--out", path(&out)]).0, 1);
    assert_eq!(tree(&home).len(), 0);
}

/// A folder with one good product, and one without a price where asked.
fn sheets(home: &Path, also_bad: bool) -> std::path::PathBuf {
    let folder = home.join(if also_bad { "mixed" } else { "good" });
    fs::create_dir_all(&folder).expect("a folder");
    let mut rows = "nama_usaha,whatsapp,kecamatan,nama,kategori,harga,satuan\n\
        Dapur Bu Ratih,0812-0000-0001,Tebet,Keripik Tempe,kuliner,18.000,bungkus\n"
        .to_owned();
    if also_bad {
        rows.push_str("Dapur Bu Ratih,0812-0000-0001,Tebet,Sambal Cumi,kuliner,\"35,000\",botol\n");
    }
    fs::write(folder.join("produk.csv"), rows).expect("written");
    folder
}

#[test]
fn check_and_build_say_the_same_of_the_same_sheets() {
    let home = folder("exit-codes");
    for (also_bad, strict, code) in
        [(false, false, 0), (false, true, 0), (true, false, 3), (true, true, 1)]
    {
        let sheets = sheets(&home, also_bad);
        let out = home.join(format!("dist-{also_bad}-{strict}"));
        let (checked, built) = (home.join("check.json"), home.join("build.json"));
        let mut common = vec![path(&sheets), "--at", "2026-11-21", "--report"];
        if strict {
            common.insert(0, "--strict");
        }
        let (seen, text) = catalogue(&[&["check"], common.as_slice(), &[path(&checked)]].concat());
        assert_eq!(seen, code, "{text}");
        let arguments =
            [&["build", "--out", path(&out)], common.as_slice(), &[path(&built)]].concat();
        let (seen, text) = catalogue(&arguments);
        assert_eq!(seen, code, "{text}");
        assert_eq!(fs::read(&checked).expect("a report"), fs::read(&built).expect("a report"));
        assert_eq!(out.join("latest.json").exists(), code != 1);
    }
    let (_, text) = catalogue(&["check", path(&sheets(&home, true)), "--at", "2026-11-21"]);
    assert!(text.contains("galat F3 (harga): \"35,000\""), "{text}");
    assert!(!text.contains('\u{1b}'), "piped text is plain");
}

#[test]
fn a_report_may_stand_in_the_published_folder() {
    let home = folder("report-inside");
    let out = home.join("dist");
    for _ in 0..2 {
        let report = out.join("laporan.json");
        let (code, text) = catalogue(&[
            "build",
            path(&sheets(&home, true)),
            "--out",
            path(&out),
            "--report",
            path(&report),
        ]);
        assert_eq!(code, 3, "{text}");
        assert!(report.exists() && out.join("latest.json").exists());
    }
}

#[test]
fn a_killed_build_leaves_one_whole_publication() {
    let home = folder("killed");
    let (sheets, out) = (home.join("sheets"), home.join("dist"));
    let sample = |seed: &str| {
        catalogue(&[
            "sample",
            "--products",
            "3000",
            "--sellers",
            "50",
            "--seed",
            seed,
            "--out",
            path(&sheets),
        ])
    };
    let arguments = ["build", path(&sheets), "--out", path(&out), "--at", "2026-11-21"];
    sample("1");
    assert_eq!(catalogue(&arguments).0, 0);
    let former = tree(&out);
    sample("2");
    let new = home.join("new");
    assert_eq!(
        catalogue(&["build", path(&sheets), "--out", path(&new), "--at", "2026-11-21"]).0,
        0
    );
    let new = tree(&new);
    for wait in [20, 60, 120, 200, 300, 450, 700] {
        let mut build = Command::new(env!("CARGO_BIN_EXE_catalogue"))
            .args(arguments)
            .stdout(std::process::Stdio::null())
            .spawn()
            .expect("the program");
        std::thread::sleep(std::time::Duration::from_millis(wait));
        build.kill().expect("killed");
        build.wait().expect("ended");
        // For the instant between the two renames the former one stands beside its place.
        let standing = if out.exists() { tree(&out) } else { tree(&home.join(".dist.lama")) };
        assert!(standing == former || standing == new, "half a publication after {wait} ms");
    }
    assert_eq!(catalogue(&arguments).0, 0);
    assert!(tree(&out) == new);
    assert!(!home.join(".dist.baru").exists() && !home.join(".dist.lama").exists());
}

#[test]
fn workbooks_are_written_for_staff_to_go_on_with() {
    let home = folder("workbooks");
    let (empty, whole) = (home.join("kosong.xlsx"), home.join("lengkap.xlsx"));
    assert_eq!(catalogue(&["template", "--out", path(&empty)]).0, 0);
    let sheets = sheets(&home, false);
    assert_eq!(catalogue(&["complete", path(&sheets), "--out", path(&whole)]).0, 0);
    for workbook in [&empty, &whole] {
        assert!(fs::read(workbook).expect("a workbook").starts_with(b"PK"));
    }
    // The completed workbook stands for the sheets it was made from.
    let again = home.join("again");
    fs::create_dir_all(&again).expect("a folder");
    fs::copy(&whole, again.join("lengkap.xlsx")).expect("copied");
    let feed = |sheets: &Path, out: &Path| {
        assert_eq!(
            catalogue(&["build", path(sheets), "--out", path(out), "--at", "2026-11-21"]).0,
            0
        );
        fs::read_to_string(out.join("feeds/produk.jsonl")).expect("a feed")
    };
    assert_eq!(feed(&again, &home.join("dist-2")), feed(&sheets, &home.join("dist-1")));
    // A folder without a row completes to nothing.
    let bare = home.join("bare");
    fs::create_dir_all(&bare).expect("a folder");
    let missing = home.join("missing.xlsx");
    assert_eq!(catalogue(&["complete", path(&bare), "--out", path(&missing)]).0, 1);
    assert!(!missing.exists());
}
