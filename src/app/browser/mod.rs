//! The browser's own interfaces: the only module of ours that touches `web_sys`.
//!
//! Every call may fail (storage switched off, an old WebView, a private window); none of them panics. Natively,
//! where the views are rendered to HTML, nothing here is called.

pub mod clipboard;
pub mod dialog;
pub mod fetch;
pub mod file;
pub mod head;
pub mod kept;
pub mod media;
pub mod page;
pub mod tabs;
pub mod time;
pub mod worker;
