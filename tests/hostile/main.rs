//! Files and texts made to harm, by the number of the trap that each one is.
//!
//! | trap | what is tried | where |
//! |---|---|---|
//! | T1, T2, 0.9 | script and markup in every text, into everything that is published | `markup.rs` |
//! | T3, T4 | links to elsewhere, addresses that lead out of the site | `links.rs` |
//! | T5, T6, T7 | numbers that change hands, payment codes, formulas in what staff open | `exports.rs` |
//! | T8 | bombs of zip, XML, cells, texts and time; 0.2 and 0.4 are among them | `bombs.rs`, `files.rs` |
//! | 0.3, T9, T10 | pictures that are none, or too much; names that are paths | `pictures.rs` |
//! | 0.5, T17 | numbers that a spreadsheet has eaten, names that show what they are not | `names.rs` |
//!
//! T5 goes on in `tests/output/trust.rs` and `approve.rs`: every column, every way to change it, and its approval; T7 in
//! `tests/output/shopping.rs`: the feeds that people open; T9 in `tests/output/pictures.rs`: where a photo was taken.
//! 0.1 is the basket's (`tests/e2e/survival.test.mjs`), 0.6 to 0.8 are the browser's (`failing.test.mjs`,
//! `states.test.mjs`).
//! T11 to T16 are the supply chain's, the server's and the browser's: `make ci`, `tools/serve.mjs`, `tests/e2e`.
#![expect(clippy::expect_used, reason = "a test stops where something is not as it should be")]

mod bombs;
mod exports;
mod files;
#[path = "../compiler/folder.rs"]
mod folder;
mod links;
mod markup;
mod names;
mod pictures;
mod program;
mod workbook;
#[path = "../compiler/zipped.rs"]
mod zipped;
