//! Properties of the checker, of orders and meetings planned, of shared lists and of what is new, each held against
//! values that nobody thought of.
//!
//! A property takes 256 values; `make poison` takes ten thousand (`PROPTEST_CASES`). A value that breaks one is
//! made as small as it can be and printed; it then becomes a case of an ordinary test. More properties stand with
//! the traps that they are about: `tests/hostile/links.rs`.
#![expect(clippy::expect_used, reason = "a test stops where something is not as it should be")]

#[path = "../compiler/folder.rs"]
#[expect(dead_code, reason = "other tests use the rest")]
mod folder;
mod gebetan;
mod meetings;
mod news;
mod places;
mod shared_lists;
mod sheets;
mod texts;
mod values;
