//! What a published file is, by its address alone: whether it ever changes, how long it may be kept, whether it is
//! another one's compressed copy.

use crate::compiler::{headers, twins};

/// Whether the content of this address never changes: its name carries a hash.
pub(super) fn is_fixed(path: &str) -> bool {
    let is_in = |folder: &str| path.starts_with(folder.trim_start_matches('/'));
    headers::HASHED_FOLDERS.into_iter().any(is_in) || headers::is_hashed(path)
}

/// The `Cache-Control` of an address, the same that `_headers` asks of a host.
pub(super) fn cache_control(path: &str) -> &'static str {
    if is_fixed(path) { headers::FOREVER } else { headers::FRESH }
}

/// In which turn the pages of a publication are replaced: what starts the app comes after everything else.
pub(super) fn is_entrance(path: &str) -> bool {
    path.ends_with(".html") || path == "sw.js"
}

/// Whether a file beside it holds the same in fewer bytes: `index.html.br` beside `index.html`. `is_there` tells which
/// addresses the publication has.
pub(super) fn is_twin(path: &str, is_there: impl Fn(&str) -> bool) -> bool {
    twins::original(path).is_some_and(is_there)
}

/// Whether what stands in the store is what a publication needs there. A compressed file of which the name carries a hash
/// may have another size: it was made by another release of the program, and holds the same.
pub(super) fn is_as_needed(path: &str, needed: u64, there: Option<&u64>) -> bool {
    there.is_some_and(|size| *size == needed || is_fixed(path) && twins::original(path).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_with_a_hash_are_kept_for_a_year() {
        for (path, fixed) in [
            ("data/manifest-9a8053a4ba26e342.json", true),
            ("foto/0371a3dcc66c0c16-160.webp", true),
            ("kartu/0371a3dcc66c0c16.jpg", true),
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
    fn only_a_compressed_file_with_a_hash_may_have_another_size() {
        for (path, there, needed) in [
            ("data/cards-0-045a4302ee2b6384.json", Some(9), false),
            ("data/cards-0-045a4302ee2b6384.json.br", Some(9), true),
            ("data/cards-0-045a4302ee2b6384.json.br", None, false),
            ("generations/copies/045a4302ee2b6384-index.html.br", Some(9), false),
            ("data/cards-0-045a4302ee2b6384.json", Some(10), true),
        ] {
            assert_eq!(is_as_needed(path, 10, there.as_ref()), needed, "{path} {there:?}");
        }
    }
}
