//! Etalase Jakpreneur: a static web market for Jakarta's micro-businesses.
//!
//! Two programs share this library. `catalogue` (feature `compiler`, native) turns the sheets and photos that
//! city staff keep into a checked, content-hashed static catalogue. `market` (feature `app`, WebAssembly) lets
//! people browse, search, collect and order from it.
//!
//! ```text
//! sheets/ ─► compiler ─► format (hashed JSON in dist/) ─► app
//!                └──► domain · search · route ◄────────────┘   pure, the same code on both sides
//! ```
//!
//! What each layer must not know is written in ARCHITECTURE.md and held by tests/architecture.rs.

pub mod desk;
pub mod domain;
pub mod format;
pub mod papers;
pub mod route;
pub mod search;

#[cfg(feature = "views")]
pub mod app;
#[cfg(feature = "checker")]
pub mod compiler;
#[cfg(feature = "pages")]
pub mod prerender;
#[cfg(all(feature = "worker", target_arch = "wasm32"))]
pub mod worker;
