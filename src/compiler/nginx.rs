//! The rules of `_headers` in the language of nginx, to be included in a `server` block: one truth for both.
//!
//! Every header is set once, in the block itself; a `location` chooses its value only, since an `add_header` inside one
//! would drop all of those outside. What the rules say does not depend on the site, so they are written once for a server.

use crate::compiler::headers::{EVERYWHERE, FEEDS, FOREVER, FRESH, HASHED_FOLDERS, OPEN};
use crate::compiler::media;
use std::fmt::Write;

const HEAD: &str = "\
# Aturan nginx untuk situs Etalase, ditulis oleh `catalogue nginx`: jangan diubah di sini.
# Sertakan di dalam blok server, di bawah listen, server_name, dan root (folder terbitan):
#
#   server {
#     listen 443 ssl;
#     server_name etalase.example;
#     root /srv/etalase/terbit;
#     include /etc/nginx/etalase.conf;
#     # Bila modulnya terpasang (Debian: libnginx-mod-http-brotli-static):
#     # brotli_static on;
#   }
";

/// Names with a hash: `headers::is_hashed` in nginx's words.
const HASHED: &str = r"-[0-9a-f]{12,}(_bg)?\.[^/]+$";

/// The file's text.
pub fn text() -> String {
    let mut text = HEAD.to_owned();
    // Writing into a string cannot fail.
    let _ = write(&mut text);
    text
}

fn write(text: &mut String) -> std::fmt::Result {
    types(text)?;
    writeln!(text, "\nset $etalase_cache \"{FRESH}\";\nset $etalase_open \"\";")?;
    for (name, value) in EVERYWHERE {
        writeln!(text, "add_header {name} \"{value}\" always;")?;
    }
    writeln!(text, "add_header Cache-Control $etalase_cache always;")?;
    // A header without a value is not sent.
    writeln!(text, "add_header {} $etalase_open always;", OPEN.0)?;
    compression(text)?;
    writeln!(text, "\nserver_tokens off;\nerror_page 404 /404.html;")?;
    let here = "try_files $uri =404;";
    // After an error the values of the address that was asked for would go on.
    writeln!(
        text,
        "location = /404.html {{ set $etalase_cache \"{FRESH}\"; set $etalase_open \"\"; }}"
    )?;
    for folder in HASHED_FOLDERS {
        writeln!(text, "location ^~ {folder} {{ set $etalase_cache \"{FOREVER}\"; {here} }}")?;
    }
    writeln!(text, "location ~ \"{HASHED}\" {{ set $etalase_cache \"{FOREVER}\"; {here} }}")?;
    writeln!(text, "location ^~ {FEEDS} {{ set $etalase_open \"{}\"; {here} }}", OPEN.1)?;
    // For hosts and for `catalogue publish`, not for visitors.
    for address in ["= /_headers", "^~ /generations/"] {
        writeln!(text, "location {address} {{ return 404; }}")?;
    }
    // A page is a folder with its index.html, and its address has no slash at the end: no redirect.
    writeln!(text, "location / {{ try_files $uri $uri/index.html =404; }}")
}

fn types(text: &mut String) -> std::fmt::Result {
    writeln!(text, "\ndefault_type {};\ntypes {{", media::OTHER)?;
    for (ending, media) in media::TYPES {
        writeln!(text, "  \"{media}\" {ending};")?;
    }
    writeln!(text, "}}")
}

/// The copies that `catalogue build` has written; what has none is compressed while somebody waits.
fn compression(text: &mut String) -> std::fmt::Result {
    let mut kinds: Vec<&str> = media::TYPES.iter().map(|(_, media)| *media).collect();
    kinds.retain(|media| media::is_compressible(media));
    kinds.sort_unstable();
    kinds.dedup();
    writeln!(text, "\ngzip_static on;\ngzip on;\ngzip_vary on;\ngzip_min_length 1024;")?;
    write!(text, "gzip_types")?;
    for media in kinds {
        write!(text, " \"{media}\"")?;
    }
    writeln!(text, ";")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compiler::headers;

    #[test]
    fn every_header_and_address_of_the_other_file_is_here() {
        let rules = text();
        for line in headers::text(&[]).lines() {
            if let Some((name, value)) = line.trim().split_once(": ") {
                assert!(rules.contains(&format!("add_header {name} ")), "{line}");
                assert!(rules.contains(&format!("\"{value}\"")), "{line}");
            } else if let Some(folder) = line.strip_suffix("/*").filter(|folder| !folder.is_empty())
            {
                assert!(rules.contains(&format!("location ^~ {folder}/ {{")), "{line}");
            }
        }
    }

    #[test]
    fn no_value_can_end_its_quotes_or_name_a_variable() {
        let media = media::TYPES.iter().map(|(_, media)| *media);
        for value in EVERYWHERE.iter().map(|(_, value)| *value).chain(media) {
            assert!(!value.contains(['"', '$', '\\', '\n']), "{value}");
        }
    }
}
