//! The program as staff start it: exit codes, the report, what is left untouched.

use crate::market::{folder, tree};
use std::fs;
use std::path::Path;
use std::process::Command;

fn catalogue(arguments: &[&str]) -> (i32, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_catalogue"))
        .args(arguments)
        .output()
        .expect("the program");
    let text = String::from_utf8_lossy(&output.stdout).into_owned()
        + &String::from_utf8_lossy(&output.stderr);
    (output.status.code().expect("an exit code"), text)
}

fn path(path: &Path) -> &str {
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
