//! `_headers`: what the host must send with each file, in the form of Netlify and Cloudflare Pages.
//!
//! The rules never set one header twice for one address: Cloudflare would join the two values.

use crate::compiler::offline;
use crate::route::TEMPLATE_FILE;

/// Where it stands.
pub const ADDRESS: &str = "/_headers";

/// Only the site's own scripts, styles, pictures and data; no inline script, no frame, no form target; every
/// write of HTML passes the Trusted Types policy of boot/boot.js.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; \
    base-uri 'none'; form-action 'none'; frame-ancestors 'none'; \
    require-trusted-types-for 'script'; trusted-types default";

/// What is sent with every file.
pub const EVERYWHERE: [(&str, &str); 8] = [
    ("Content-Security-Policy", POLICY),
    ("Strict-Transport-Security", "max-age=31536000"),
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    (
        "Permissions-Policy",
        "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
    ),
];

/// A name that carries the hash of its content never changes: a year, without asking again.
pub const FOREVER: &str = "public, max-age=31536000, immutable";
/// Ask each time whether it has changed.
pub const FRESH: &str = "no-cache";

/// Folders of which every name carries the hash of its content.
pub const HASHED_FOLDERS: [&str; 3] = ["/data/", "/foto/", "/kartu/"];
/// What is for everyone, also for pages on other sites.
pub const FEEDS: &str = "/feeds/";
/// With it browsers let pages of other sites read a file.
pub const OPEN: (&str, &str) = ("Access-Control-Allow-Origin", "*");

/// The file's text. `hashed` are the app's files (`/market-0123….js`) whose names carry a hash.
pub fn text(hashed: &[String]) -> String {
    let mut text = "/*\n".to_owned();
    for (name, value) in EVERYWHERE {
        text.push_str(&format!("  {name}: {value}\n"));
    }
    let mut cache = |address: &str, value: &str| {
        text.push_str(&format!("{address}\n  Cache-Control: {value}\n"));
    };
    for folder in HASHED_FOLDERS {
        cache(&format!("{folder}*"), FOREVER);
    }
    for address in hashed {
        cache(address, FOREVER);
    }
    for address in
        ["/", "/index.html", "/404.html", "/latest.json", offline::ADDRESS, TEMPLATE_FILE]
    {
        cache(address, FRESH);
    }
    let (name, value) = OPEN;
    text.push_str(&format!("{FEEDS}*\n  Cache-Control: {FRESH}\n  {name}: {value}\n"));
    text
}

/// Whether a file's name carries the hash of its content, as Trunk writes it: `-` and 12 or more hex digits.
pub fn is_hashed(address: &str) -> bool {
    let name = address.rsplit('/').next().unwrap_or_default();
    let stem = name.split('.').next().unwrap_or_default();
    let stem = stem.strip_suffix("_bg").unwrap_or(stem);
    stem.rsplit_once('-').is_some_and(|(_, hash)| {
        hash.len() >= 12 && hash.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashed_names_are_told_from_others() {
        for (address, hashed) in [
            ("/market-1f2e3d4c5b6a7988_bg.wasm", true),
            ("/tokens-1f2e3d4c5b6a7988.css", true),
            ("/index.html", false),
            ("/icon-192.png", false),
            ("/icon-maskable-512.png", false),
            ("/favicon.svg", false),
        ] {
            assert_eq!(is_hashed(address), hashed, "{address}");
        }
    }

    #[test]
    fn every_line_fits_the_hosts_limit_and_names_one_header() {
        let text = text(&["/market-1f2e3d4c5b6a7988.js".to_owned()]);
        for line in text.lines() {
            assert!(line.len() < 2_000, "{line}");
            assert!(line.starts_with('/') || line.trim().split_once(": ").is_some(), "{line}");
        }
        assert!(text.contains("/market-1f2e3d4c5b6a7988.js\n  Cache-Control: public, max-age"));
    }
}
