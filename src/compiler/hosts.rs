//! How many files a site has and how large they are, and which hosts take that.

use crate::compiler::twins;
use crate::domain::money::grouped;
use std::collections::{HashMap, HashSet};

/// What a host has to take.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Burden {
    /// With the compressed copies.
    all: Count,
    /// Without them, as for a host that compresses by itself.
    bare: Count,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Count {
    files: u64,
    bytes: u64,
    /// The largest file's address and bytes.
    largest: (String, u64),
    /// The most files and folders in one folder.
    widest: u64,
}

/// A host, and the most that it takes. Sources and their day stand in docs/tayang.md.
struct Host {
    name: &'static str,
    limits: &'static [Limit],
}

#[derive(Clone, Copy)]
enum Limit {
    Files(u64),
    FileBytes(u64),
    Bytes(u64),
    /// Files and folders in one folder.
    Entries(u64),
}

const MIB: u64 = 1024 * 1024;
const GIB: u64 = 1024 * MIB;

/// All of these compress by themselves, so none needs the copies.
const HOSTS: [Host; 5] = [
    Host {
        name: "Cloudflare Pages (gratis)",
        limits: &[Limit::Files(20_000), Limit::FileBytes(25 * MIB)],
    },
    Host {
        name: "Cloudflare Pages (berbayar)",
        limits: &[Limit::Files(100_000), Limit::FileBytes(25 * MIB)],
    },
    Host {
        name: "GitHub Pages",
        limits: &[Limit::Bytes(1_000_000_000), Limit::FileBytes(100 * MIB)],
    },
    Host { name: "Netlify", limits: &[Limit::Entries(54_000)] },
    Host { name: "Firebase Hosting", limits: &[Limit::FileBytes(2 * GIB)] },
];

/// What takes any number of files.
const BOUNDLESS: &str = "nginx dan bucket";

impl Burden {
    /// Of a site's files with their sizes, by address.
    pub fn of(files: &[(String, u64)]) -> Self {
        let all: HashSet<&str> = files.iter().map(|(address, _)| address.as_str()).collect();
        let is_twin =
            |address: &str| twins::original(address).is_some_and(|path| all.contains(path));
        Self {
            all: count(files.iter()),
            bare: count(files.iter().filter(|(address, _)| !is_twin(address))),
        }
    }

    /// Two or three lines in Indonesian.
    pub fn said(&self) -> String {
        let Count { files, bytes, largest: (largest, size), .. } = &self.all;
        let mut text = format!(
            "{} berkas, {}; yang terbesar {} ({}).",
            grouped(*files),
            megabytes(*bytes),
            largest.trim_start_matches('/'),
            megabytes(*size)
        );
        let twins = files - self.bare.files;
        if twins > 0 {
            text.push_str(&format!(" {} di antaranya salinan terkompresi.", grouped(twins)));
        }
        let refusals: Vec<(&Host, String, bool)> = HOSTS
            .iter()
            .filter_map(|host| {
                let refusal = host.refusal(&self.all)?;
                Some((host, refusal, host.refusal(&self.bare).is_none()))
            })
            .collect();
        let fits = HOSTS.iter().filter(|host| host.refusal(&self.all).is_none());
        let fits: Vec<&str> = fits.map(|host| host.name).chain([BOUNDLESS]).collect();
        text.push_str(&format!("\nMuat di: {}.", fits.join(", ")));
        for (host, refusal, bare) in refusals {
            text.push_str(&format!("\nTidak muat di {}: {refusal}", host.name));
            text.push_str(if bare { "; dengan --no-compress muat." } else { "." });
        }
        text
    }
}

fn count<'a>(files: impl Iterator<Item = &'a (String, u64)>) -> Count {
    let mut count = Count::default();
    let mut entries: HashMap<&str, u64> = HashMap::new();
    for (address, size) in files {
        count.files += 1;
        count.bytes += size;
        if *size > count.largest.1 {
            count.largest = (address.clone(), *size);
        }
        // A folder is one entry of the folder above, once its own first entry is seen.
        let mut path = address.as_str();
        while let Some((folder, _)) = path.rsplit_once('/') {
            let inside = entries.entry(folder).or_default();
            *inside += 1;
            if *inside > 1 {
                break;
            }
            path = folder;
        }
    }
    count.widest = entries.into_values().max().unwrap_or_default();
    count
}

impl Host {
    /// Which limit is passed, and by what.
    fn refusal(&self, count: &Count) -> Option<String> {
        self.limits.iter().find_map(|limit| limit.refusal(count))
    }
}

impl Limit {
    fn refusal(self, count: &Count) -> Option<String> {
        let (path, size) = &count.largest;
        let (most, has, words) = match self {
            Self::Files(most) => {
                (most, count.files, format!("paling banyak {} berkas", grouped(most)))
            }
            Self::FileBytes(most) => (
                most,
                *size,
                format!(
                    "{} lebih dari {} sebuah berkas",
                    path.trim_start_matches('/'),
                    megabytes(most)
                ),
            ),
            Self::Bytes(most) => {
                (most, count.bytes, format!("paling banyak {} seluruhnya", megabytes(most)))
            }
            Self::Entries(most) => {
                (most, count.widest, format!("paling banyak {} isi sebuah folder", grouped(most)))
            }
        };
        (has > most).then_some(words)
    }
}

/// "0,3 MB", as people here write it.
pub fn megabytes(bytes: u64) -> String {
    let tenths = bytes / 100_000;
    format!("{},{} MB", grouped(tenths / 10), tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(products: u64, with_twins: bool) -> Burden {
        let page = |number: u64| format!("/p/barang-{number}/index.html");
        let pages = (0..products).map(|number| (page(number), 12_000));
        let twins = (0..products * u64::from(with_twins))
            .flat_map(|number| [".br", ".gz"].map(|end| (format!("{}{end}", page(number)), 2_000)));
        Burden::of(&pages.chain(twins).collect::<Vec<_>>())
    }

    #[test]
    fn a_small_site_fits_everywhere() {
        let said = site(450, true).said();
        assert!(said.starts_with("1.350 berkas, 7,2 MB; yang terbesar p/barang-0/"), "{said}");
        assert!(said.contains("900 di antaranya salinan terkompresi"), "{said}");
        assert!(said.contains("Muat di: Cloudflare Pages (gratis), "), "{said}");
        assert!(!said.contains("Tidak muat"), "{said}");
    }

    #[test]
    fn a_host_that_is_too_small_says_why_and_whether_the_copies_are_at_fault() {
        let said = site(9_000, true).said();
        let wanted = "Tidak muat di Cloudflare Pages (gratis): paling banyak 20.000 berkas; dengan --no-compress muat.";
        assert!(said.contains(wanted), "{said}");
        let said = site(60_000, false).said();
        assert!(said.contains("(gratis): paling banyak 20.000 berkas."), "{said}");
        assert!(said.contains("Netlify: paling banyak 54.000 isi sebuah folder."), "{said}");
        assert!(said.contains("Muat di: Cloudflare Pages (berbayar), GitHub Pages"), "{said}");
    }

    #[test]
    fn a_file_that_is_too_large_is_named() {
        let said = Burden::of(&[("/feeds/produk.jsonl".to_owned(), 30_000_000)]).said();
        assert!(said.contains("(gratis): feeds/produk.jsonl lebih dari 26,2 MB sebuah"), "{said}");
    }

    #[test]
    fn folders_count_as_entries_of_the_folder_above() {
        let files = ["/a.js", "/p/x/index.html", "/p/y/index.html", "/p/y/z.txt"];
        let files: Vec<_> = files.iter().map(|path| ((*path).to_owned(), 1)).collect();
        assert_eq!(Burden::of(&files).all.widest, 2);
    }
}
