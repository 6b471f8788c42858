//! Media types by a file's ending: what hosts must say of each file, and which files are text that is worth compressing.

/// Endings with their media type. Text is UTF-8 throughout.
pub const TYPES: [(&str, &str); 24] = [
    ("html", "text/html; charset=utf-8"),
    ("js", "text/javascript; charset=utf-8"),
    ("mjs", "text/javascript; charset=utf-8"),
    ("css", "text/css; charset=utf-8"),
    // Browsers compile WebAssembly while it arrives only under this type.
    ("wasm", "application/wasm"),
    ("json", "application/json"),
    ("map", "application/json"),
    ("jsonl", "application/jsonl; charset=utf-8"),
    ("jsonld", "application/ld+json"),
    ("webmanifest", "application/manifest+json"),
    ("xml", "application/xml; charset=utf-8"),
    ("csv", "text/csv; charset=utf-8"),
    ("tsv", "text/tab-separated-values; charset=utf-8"),
    ("ics", "text/calendar; charset=utf-8"),
    ("txt", "text/plain; charset=utf-8"),
    ("svg", "image/svg+xml"),
    ("webp", "image/webp"),
    ("avif", "image/avif"),
    ("jpg", "image/jpeg"),
    ("jpeg", "image/jpeg"),
    ("png", "image/png"),
    ("ico", "image/x-icon"),
    ("woff2", "font/woff2"),
    ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
];

/// What everything else is.
pub const OTHER: &str = "application/octet-stream";

/// The media type of an address. A name without an ending is a text for hosts, as `_headers` is.
pub fn of(path: &str) -> &'static str {
    match ending(path) {
        "" => "text/plain; charset=utf-8",
        ending => known(ending).unwrap_or(OTHER),
    }
}

/// Whether a file of this name is smaller once it is compressed: pictures, fonts and workbooks are compressed already.
pub fn is_text(path: &str) -> bool {
    known(ending(path)).is_some_and(is_compressible)
}

/// The same of a media type.
pub fn is_compressible(media: &str) -> bool {
    let compressed = ["image/", "font/", "application/vnd."];
    media == "image/svg+xml" || !compressed.iter().any(|kind| media.starts_with(kind))
}

fn known(ending: &str) -> Option<&'static str> {
    TYPES.iter().find(|(known, _)| *known == ending).map(|(_, media)| *media)
}

fn ending(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or_default();
    name.rsplit_once('.').map_or("", |(_, ending)| ending)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_says_its_charset_and_wasm_what_it_is() {
        for (path, media) in [
            ("index.html", "text/html; charset=utf-8"),
            ("market-1f2e3d4c5b6a7988_bg.wasm", "application/wasm"),
            ("manifest.webmanifest", "application/manifest+json"),
            ("_headers", "text/plain; charset=utf-8"),
            ("foto/0371a3dcc66c0c16-160.webp", "image/webp"),
            ("apa.entah", "application/octet-stream"),
        ] {
            assert_eq!(of(path), media, "{path}");
        }
    }

    #[test]
    fn what_is_compressed_already_is_not_compressed_again() {
        for (path, text) in [
            ("/index.html", true),
            ("/market-1f2e3d4c5b6a7988_bg.wasm", true),
            ("/icons.svg", true),
            ("/feeds/jbl.ics", true),
            ("/foto/0371a3dcc66c0c16-160.webp", false),
            ("/templat.xlsx", false),
            ("/_headers", false),
            ("/index.html.br", false),
        ] {
            assert_eq!(is_text(path), text, "{path}");
        }
    }
}
