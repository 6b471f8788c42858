//! Papers of the planners: tables as workbooks, workbooks as text, texts as QR codes. Made in a worker of their pages, for
//! what makes them is larger than the pages themselves.
//!
//! `protocol` is what a page and the worker say to each other; `book` and its neighbours answer, and know no browser;
//! `worker` is their edge towards the page. Nothing leaves the machine.

#[cfg(feature = "papers")]
pub mod book;
#[cfg(feature = "papers")]
pub mod code;
#[cfg(feature = "papers")]
pub mod lines;
pub mod protocol;
#[cfg(all(feature = "worker", target_arch = "wasm32"))]
pub mod worker;
