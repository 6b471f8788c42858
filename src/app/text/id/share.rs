//! Telling others of a page.
