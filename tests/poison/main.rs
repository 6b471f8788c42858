//! Good rows with bad ones mixed in: exactly the bad ones are reported, each at its cell, and what is published is
//! byte for byte what the good rows alone publish.
//!
//! "Alone" means: a row that is refused is not in the other sheets at all, and a value that is refused is an empty
//! cell there. Every published file is compared, shards, manifest, feeds and sitemap. So counts are those of what is
//! published and never of what was read; the order of equals and the division into shards depend on codes and not on
//! rows; and `updated` is the row's own `diperbarui` (with `--previous` it would be the day on which the published
//! content last changed, which a refused row does not touch). The rows have no pictures: those are found by name and
//! published by content, and `tests/output/pictures.rs` and `tests/hostile/pictures.rs` are about them.
//!
//! `cargo test` takes 5,000 good rows and 200 bad ones; `make poison` a hundred thousand and a thousand.
#![expect(clippy::expect_used, reason = "a test stops where something is not as it should be")]

mod kinds;
mod rows;

use etalase::compiler::cards::Drawing;
use etalase::compiler::folder::read_folder;
use etalase::compiler::offline::Offline;
use etalase::compiler::publish::{Plan, Publication};
use etalase::compiler::read::Options;
use etalase::domain::time::Date;
use rows::Sheets;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// The day of the run.
fn today() -> Date {
    Date::new(2026, 11, 21).expect("a day")
}

/// A place and a code, as the report has them: file, row, column (none for a whole row), code.
type Said = (String, u32, String, String);

/// Reads and publishes a folder: what is said, and every published file.
fn run(sheets: &Path, out: &Path) -> (Vec<Said>, BTreeMap<PathBuf, Vec<u8>>) {
    let reading = read_folder(sheets, &Options { at: today() }).expect("a readable folder");
    let said = reading.problems.iter().map(|problem| {
        let place = &problem.place;
        (
            place.file.clone().unwrap_or_default(),
            place.row.unwrap_or_default(),
            place.column.clone().unwrap_or_default(),
            problem.code.to_owned(),
        )
    });
    let said = said.collect();
    let plan = Plan {
        out,
        at: today(),
        site_url: Some("https://etalase.example"),
        app: None,
        offline: Offline::Kept,
        compress: false,
        cards: Drawing::No,
        draw: None,
        lean: false,
        previous: None,
        cache: None,
    };
    let publication = Publication::prepare(reading.catalogue, &plan).expect("a publication");
    publication.publish().expect("published");
    let mut files = BTreeMap::new();
    collect(out, out, &mut files);
    (said, files)
}

fn collect(root: &Path, folder: &Path, files: &mut BTreeMap<PathBuf, Vec<u8>>) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            collect(root, &path, files);
        } else {
            let name = path.strip_prefix(root).expect("inside").to_path_buf();
            files.insert(name, std::fs::read(&path).expect("a file"));
        }
    }
}

fn poisoned(good: usize, bad: usize) {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("poison-{good}"));
    let _ = std::fs::remove_dir_all(&folder);
    let sheets = Sheets::new(good, bad);
    assert!(kinds::all().len() >= 40, "fewer kinds than were promised");
    sheets.write(&folder.join("mixed"), &folder.join("clean"));

    let (said_of_clean, clean) = run(&folder.join("clean"), &folder.join("dist-clean"));
    assert_eq!(said_of_clean, [], "the good rows are not good");
    let (said, mixed) = run(&folder.join("mixed"), &folder.join("dist-mixed"));
    assert_eq!(sheets.expected.len(), bad);
    let seen: BTreeSet<&Said> = said.iter().collect();
    let expected: BTreeSet<&Said> = sheets.expected.iter().collect();
    let missed: Vec<_> = expected.difference(&seen).take(10).collect();
    let invented: Vec<_> = seen.difference(&expected).take(10).collect();
    assert!(missed.is_empty() && invented.is_empty(), "missed {missed:#?}, invented {invented:#?}");
    assert_eq!(said.len(), bad, "some problem is said twice");

    let names = |files: &BTreeMap<PathBuf, Vec<u8>>| files.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&mixed), names(&clean));
    for (name, bytes) in &clean {
        assert!(mixed.get(name) == Some(bytes), "{} differs", name.display());
    }
    let feed = clean.get(Path::new("feeds/produk.jsonl")).expect("a feed");
    assert!(feed.iter().filter(|byte| **byte == b'\n').count() >= good);
}

#[test]
fn two_hundred_bad_rows_among_five_thousand_are_reported_and_change_nothing() {
    poisoned(5_000, 200);
}

#[test]
#[ignore = "takes minutes unless optimised: make poison"]
fn a_thousand_bad_rows_among_a_hundred_thousand_are_reported_and_change_nothing() {
    poisoned(100_000, 1_000);
}
