//! What a published file is, by its address alone: whether it ever changes, how long it may be kept, its media type.

use crate::compiler::headers;

/// Whether the content of this address never changes: its name carries a hash.
pub(super) fn is_fixed(path: &str) -> bool {
    path.starts_with("data/") || path.starts_with("foto/") || headers::is_hashed(path)
}

/// The `Cache-Control` of an address, the same that `_headers` asks of a host.
pub(super) fn cache_control(path: &str) -> &'static str {
    if is_fixed(path) { headers::FOREVER } else { headers::FRESH }
}

/// In which turn the pages of a publication are replaced: what starts the app comes after everything else.
pub(super) fn is_entrance(path: &str) -> bool {
    path.ends_with(".html") || path == "sw.js"
}

/// The media type of an address. Text is UTF-8 throughout.
pub(super) fn media_type(path: &str) -> &'static str {
    let name = path.rsplit('/').next().unwrap_or_default();
    match name.rsplit_once('.').map_or("", |(_, ending)| ending) {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        // Browsers compile WebAssembly while it arrives only under this type.
        "wasm" => "application/wasm",
        "json" | "map" => "application/json",
        "jsonl" => "application/jsonl; charset=utf-8",
        "webmanifest" => "application/manifest+json",
        "xml" => "application/xml; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "tsv" => "text/tab-separated-values; charset=utf-8",
        "ics" => "text/calendar; charset=utf-8",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "jpg" | "jpeg" => "image/jpeg",
        "png" => "image/png",
        "svg" => "image/svg+xml",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "txt" | "" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_with_a_hash_are_kept_for_a_year() {
        for (path, fixed) in [
            ("data/manifest-9a8053a4ba26e342.json", true),
            ("foto/0371a3dcc66c0c16-160.webp", true),
            ("market-1f2e3d4c5b6a7988_bg.wasm", true),
            ("index.html", false),
            ("latest.json", false),
            ("feeds/produk.jsonl", false),
            ("icon-192.png", false),
            ("_headers", false),
        ] {
            assert_eq!(is_fixed(path), fixed, "{path}");
            assert_eq!(cache_control(path) == "no-cache", !fixed, "{path}");
        }
    }

    #[test]
    fn text_says_its_charset_and_wasm_what_it_is() {
        for (path, media) in [
            ("index.html", "text/html; charset=utf-8"),
            ("market-1f2e3d4c5b6a7988_bg.wasm", "application/wasm"),
            ("manifest.webmanifest", "application/manifest+json"),
            ("_headers", "text/plain; charset=utf-8"),
            ("foto/0371a3dcc66c0c16-160.webp", "image/webp"),
            ("apa.bin", "application/octet-stream"),
        ] {
            assert_eq!(media_type(path), media, "{path}");
        }
    }
}
