//! Folders made for one test.

use etalase::compiler::folder::read_folder;
use etalase::compiler::read::{Options, Reading};
use etalase::domain::time::Date;
use std::path::{Path, PathBuf};

/// The day of all tests.
pub(crate) fn options() -> Options {
    Options { at: Date::parse("2026-11-21").expect("a day") }
}

/// An empty folder of that name.
pub(crate) fn fresh(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("input").join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("a folder for the test");
    folder
}

/// Reads a folder with these files in it.
pub(crate) fn reading(name: &str, files: &[(&str, &[u8])]) -> Reading {
    let folder = fresh(name);
    for (name, bytes) in files {
        let path = folder.join(name);
        std::fs::create_dir_all(path.parent().expect("a parent")).expect("its folder");
        std::fs::write(path, bytes).expect("a file");
    }
    read_folder(&folder, &options()).expect("a readable folder")
}

/// The codes of the published products.
pub(crate) fn products(reading: &Reading) -> Vec<String> {
    reading.catalogue.products.iter().map(|entry| entry.product.card.code.to_string()).collect()
}

/// The problems as `code cell`.
pub(crate) fn said(reading: &Reading) -> Vec<String> {
    let line = |problem: &etalase::compiler::problem::Problem| {
        format!("{} {}", problem.code, problem.place.cell.clone().unwrap_or_default())
    };
    reading.problems.iter().map(line).collect()
}
