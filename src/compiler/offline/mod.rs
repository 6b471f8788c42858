//! `/sw.js`: what lets the app open without a network, or takes that back.
//!
//! The text of the worker is `worker.js`; this file puts before it which files this build of the app consists of, with
//! their hashes. So the worker's text changes exactly when the app does, and a browser takes a new one only then.

use crate::compiler::disk;
use crate::compiler::hash::Hash;
use crate::compiler::headers;
use crate::format::manifest::VERSION;
use crate::route::Route;
use anyhow::Result;
use serde_json::json;
use std::collections::BTreeMap;
use std::path::Path;

/// Where it stands.
pub const ADDRESS: &str = "/sw.js";

/// Where the page stands in which the app starts whatever the address: at `/` there is a page of its own, and hosts treat
/// `404.html` in ways of theirs.
pub const START: &str = "/mulai";
/// The same for the pages of the programmes.
pub const START_PROGRAMMES: &str = "/mulai-program";

/// The worker.
const WORKER: &str = include_str!("worker.js");
/// What takes it out of browsers.
const OFF: &str = include_str!("off.js");

/// Whether visitors keep the app.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Offline {
    /// What was opened once opens again without a network.
    #[default]
    Kept,
    /// Workers of former publications are taken out.
    Off,
}

/// A program of the app: the page that starts it, and everything it then asks for.
struct Bundle {
    /// The page comes first.
    files: Vec<(String, String)>,
    /// Where it is the one to start.
    addresses: Vec<String>,
}

impl Offline {
    /// The file's text for a site, in which the app's files stand at `addresses`. `headers` are sent with them, and are
    /// kept with them, too.
    pub fn text(self, site: &Path, addresses: &[String], headers: &str) -> Result<String> {
        if self == Self::Off {
            return Ok(OFF.to_owned());
        }
        let mut bundles = bundles(site, addresses)?;
        let mut market = bundles.remove(START).map_or_else(Vec::new, |bundle| bundle.files);
        for address in addresses.iter().filter(|address| is_shared(address)) {
            market.push(hashed(site, address)?);
        }
        let online = [Route::Staff.path()];
        let others: Vec<_> = bundles
            .into_values()
            .filter(|bundle| !bundle.addresses.iter().any(|address| online.contains(address)))
            .map(|bundle| json!({ "addresses": bundle.addresses, "files": bundle.files }))
            .collect();
        let files = json!({ "market": market, "others": others });
        let id = Hash::of_parts(&[files.to_string().as_bytes(), headers.as_bytes()]).name();
        let build = json!({
            "id": id,
            "format": VERSION,
            "market": market,
            "others": others,
            "online": online,
        });
        Ok(format!("const BUILD = {build};\n{WORKER}"))
    }
}

/// Pictures of the app's own that its pages show at once.
fn is_shared(address: &str) -> bool {
    matches!(address, "/favicon.svg" | "/icons.svg") || address.starts_with("/kategori/")
}

/// The programs, by the address of the page that starts them. What stands at the programmes' own addresses is of the day
/// of publication; without a network all of them start from one page.
fn bundles(site: &Path, addresses: &[String]) -> Result<BTreeMap<String, Bundle>> {
    let pages = addresses.iter().filter_map(|file| file.strip_suffix("/index.html"));
    let (of_programmes, starts): (Vec<&str>, Vec<&str>) = pages
        .filter(|address| !address.is_empty())
        .partition(|address| Route::OF_PROGRAMMES.iter().any(|route| route.path() == *address));
    let mut bundles = BTreeMap::new();
    for start in starts {
        let page = disk::read(&path(site, &format!("{start}/index.html")))?;
        let mut files = vec![(start.to_owned(), Hash::of(&page).integrity())];
        for address in named(&page, addresses) {
            files.push(hashed(site, address)?);
        }
        let mut at = match start {
            START_PROGRAMMES => of_programmes.clone(),
            _ => vec![start],
        };
        at.sort_unstable();
        let addresses = at.into_iter().map(str::to_owned).collect();
        bundles.insert(start.to_owned(), Bundle { files, addresses });
    }
    Ok(bundles)
}

/// The app's files with a hash in their name that a page starts its program with.
fn named<'a>(page: &[u8], addresses: &'a [String]) -> Vec<&'a String> {
    let page = String::from_utf8_lossy(page);
    let quoted: Vec<&str> =
        page.split(['"', '\'']).filter(|text| headers::is_hashed(text)).collect();
    addresses.iter().filter(|address| quoted.contains(&address.as_str())).collect()
}

fn hashed(site: &Path, address: &str) -> Result<(String, String)> {
    let bytes = disk::read(&path(site, address))?;
    Ok((address.to_owned(), Hash::of(&bytes).integrity()))
}

fn path(site: &Path, address: &str) -> std::path::PathBuf {
    site.join(address.trim_start_matches('/'))
}
