//! A folder that `catalogue build` has written → the list of its files, or everything that is wrong with it.
//!
//! All of it is looked at before a byte is uploaded: pointer, manifest, every shard by its integrity, the pictures
//! that products name, the app's files that the first page names.

use super::kind;
use super::record::{Fixed, Generation, Page};
use crate::compiler::disk;
use crate::compiler::hash::Hash;
use crate::domain::product::Listing;
use crate::domain::wire::{self, Wire};
use crate::format::manifest::{FileRef, LATEST, Latest, Manifest, VERSION};
use crate::format::programmes::Programmes;
use crate::format::shard::ProductShard;
use anyhow::Result;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// The page that starts the app.
const INDEX: &str = "index.html";

/// Why a folder cannot be published: one sentence a fault, for people.
#[derive(Debug, thiserror::Error)]
#[error("{}", .0.join("\n"))]
pub struct Incomplete(pub Vec<String>);

/// Reads the folder; `twins` tells whether compressed copies go along. Faults of the publication are [`Incomplete`], with
/// all of them named.
pub fn of(folder: &Path, twins: bool) -> Result<Generation> {
    let mut files = BTreeMap::new();
    walk(folder, "", &mut files)?;
    if !twins {
        let all: BTreeSet<String> = files.keys().cloned().collect();
        files.retain(|path, _| !kind::is_twin(path, |original| all.contains(original)));
    }
    let site = Site { folder, files };
    let (latest, manifest) = site.pointer()?;
    let mut faults = site.data(&manifest);
    faults.extend(site.app()?);
    if !faults.is_empty() {
        return Err(Incomplete(faults).into());
    }
    let (fixed, pages): (Vec<_>, Vec<_>) =
        site.files.iter().partition(|(path, _)| kind::is_fixed(path));
    Ok(Generation {
        format: latest.version,
        manifest: bare(&latest.manifest.path).to_owned(),
        products: manifest.counts.products,
        sellers: manifest.counts.sellers,
        fixed: fixed
            .into_iter()
            .map(|(path, size)| Fixed { path: path.clone(), size: *size })
            .collect(),
        pages: pages
            .into_par_iter()
            .map(|(path, size)| site.page(path, *size))
            .collect::<Result<_>>()?,
    })
}

/// The folder's files by address, with their sizes.
struct Site<'a> {
    folder: &'a Path,
    files: BTreeMap<String, u64>,
}

impl Site<'_> {
    fn pointer(&self) -> Result<(Latest, Manifest)> {
        let missing = |what: &str| {
            Incomplete(vec![format!(
                "{what}, jadi {} bukan hasil catalogue build yang utuh.",
                self.folder.display()
            )])
        };
        let path = bare(LATEST);
        if !self.files.contains_key(path) {
            return Err(missing("latest.json tidak ada").into());
        }
        let latest: Latest = parse(&disk::read(&self.folder.join(path))?)
            .ok_or_else(|| missing("latest.json rusak"))?;
        if latest.version != VERSION {
            let fault = format!(
                "Format datanya versi {}, program ini menerbitkan versi {VERSION}. Bangun lagi dengan program ini.",
                latest.version
            );
            return Err(Incomplete(vec![fault]).into());
        }
        let bytes = self.whole(&latest.manifest).map_err(|fault| Incomplete(vec![fault]))?;
        let manifest = parse(&bytes).ok_or_else(|| missing("manifest rusak"))?;
        Ok((latest, manifest))
    }

    /// A file of the data, if it is what its reference says.
    fn whole(&self, file: &FileRef) -> Result<Vec<u8>, String> {
        let path = bare(&file.path);
        if !self.files.contains_key(path) {
            return Err(format!("{path} tidak ada."));
        }
        let bytes = disk::read(&self.folder.join(path)).map_err(|error| format!("{error:#}."))?;
        if Hash::of(&bytes).integrity() == file.integrity {
            Ok(bytes)
        } else {
            Err(format!("{path} rusak: isinya tidak sesuai dengan sidiknya."))
        }
    }

    /// Faults of the shards and of the pictures that products name.
    fn data(&self, manifest: &Manifest) -> Vec<String> {
        let pictures = self.files.keys().filter_map(|path| path.strip_prefix("foto/"));
        let pictures: BTreeSet<&str> =
            pictures.filter_map(|name| name.rsplit_once('-')).map(|(stem, _)| stem).collect();
        let others = manifest.cards.par_iter().chain(&manifest.sellers);
        let others = others.filter_map(|file| self.whole(file).err());
        let products = manifest.products.par_iter().flat_map_iter(|file| match self.whole(file) {
            Ok(bytes) => without_picture(file, &bytes, &pictures),
            Err(fault) => vec![fault],
        });
        others.chain(products).chain(self.around(manifest)).collect()
    }

    /// Faults of the programmes' file, and of the goods that planners choose from.
    fn around(&self, manifest: &Manifest) -> Vec<String> {
        let Some(file) = &manifest.programmes else { return Vec::new() };
        let bytes = match self.whole(file) {
            Ok(bytes) => bytes,
            Err(fault) => return vec![fault],
        };
        let Some(programmes) = parse::<Programmes>(&bytes) else {
            return vec![format!("{} rusak.", bare(&file.path))];
        };
        let goods = programmes.gebetan.par_iter().chain(&programmes.meetings);
        goods.filter_map(|file| self.whole(file).err()).collect()
    }

    /// Faults of the app: its first page, and the files with a hash that this page starts it with.
    fn app(&self) -> Result<Vec<String>> {
        if !self.files.contains_key(INDEX) {
            let fault = "index.html tidak ada: folder ini hanya berisi data. Bangun situs lengkap dengan make site.";
            return Ok(vec![fault.to_owned()]);
        }
        let page = disk::read(&self.folder.join(INDEX))?;
        let page = String::from_utf8_lossy(&page);
        let named: BTreeSet<&str> = page
            .split('"')
            .filter_map(|text| text.strip_prefix('/'))
            .filter(|path| kind::is_fixed(path) && !self.files.contains_key(*path))
            .collect();
        Ok(named
            .into_iter()
            .map(|path| format!("{path}, bagian dari aplikasi, tidak ada."))
            .collect())
    }

    fn page(&self, path: &str, size: u64) -> Result<Page> {
        let hash = Hash::of_file(&self.folder.join(path))?.name();
        Ok(Page { path: path.to_owned(), size, hash })
    }
}

fn without_picture(file: &FileRef, bytes: &[u8], pictures: &BTreeSet<&str>) -> Vec<String> {
    let Some(shard) = parse::<ProductShard>(bytes) else {
        return vec![format!("{} rusak.", bare(&file.path))];
    };
    let sold = shard.products.iter().filter_map(|listing| match listing {
        Listing::Sold(product) => Some(product),
        Listing::Withdrawn(_) => None,
    });
    sold.flat_map(|product| product.pictures.iter().map(move |picture| (product, picture)))
        .filter(|(_, picture)| !pictures.contains(picture.stem.as_str()))
        .map(|(product, picture)| {
            format!(
                "Gambar {} untuk produk {} tidak ada di foto/.",
                picture.stem, product.card.code
            )
        })
        .collect()
}

fn parse<T: Wire>(bytes: &[u8]) -> Option<T> {
    wire::read(std::str::from_utf8(bytes).ok()?)
}

/// An address without the slash in front, as stores name their files.
fn bare(address: &str) -> &str {
    address.trim_start_matches('/')
}

/// Every file below the folder with its size. Hidden ones are leftovers of desks and editors, but for `.well-known`.
fn walk(folder: &Path, below: &str, files: &mut BTreeMap<String, u64>) -> Result<()> {
    for path in disk::list(folder)? {
        let Some(name) = path.file_name().and_then(|name| name.to_str()) else { continue };
        if name.starts_with('.') && name != ".well-known" {
            continue;
        }
        let address = format!("{below}{name}");
        if path.is_dir() {
            walk(&path, &format!("{address}/"), files)?;
        } else {
            files.insert(address, disk::size(&path)?);
        }
    }
    Ok(())
}
