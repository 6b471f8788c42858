//! Pieces of the app in a real browser: `make test-browser`. What needs a whole page is in tests/e2e.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs, unreachable_pub)]

mod basket;
mod kept;
mod node;
mod pieces;
mod stage;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
