//! The staff's desk: sheets checked in the browser, on `/petugas`, by the code that publishes them.
//!
//! `protocol` is what the page and its worker say to each other; `checker` answers, and knows no browser; `worker` is
//! the checker's edge towards the page. The page itself is `app::desk`. Nothing leaves the machine.

#[cfg(feature = "checker")]
pub mod checker;
pub mod protocol;
#[cfg(all(feature = "worker", target_arch = "wasm32"))]
pub mod worker;
