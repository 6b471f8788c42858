//! Jumat Beli Lokal: banner, editions, countdown.

/// The programme.
pub const JBL: &str = "Jumat Beli Lokal";
