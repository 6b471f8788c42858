//! The files of a publication in a folder: opened by `latest.json`, each checked against the hash its manifest names.
//!
//! Holds no record: shards are read when they are asked for. What their records mean is not known here.

use crate::compiler::disk;
use crate::compiler::hash::Hash;
use crate::domain::code::Code;
use crate::domain::product::Listing;
use crate::domain::round::Round;
use crate::domain::seller::Seller;
use crate::domain::wire::{self, Wire};
use crate::format::manifest::{FileRef, LATEST, Latest, Manifest, VERSION};
use crate::format::programmes::Programmes;
use crate::format::shard::{ProductShard, SellerShard, of};
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};

/// A publication that can be read shard by shard.
#[derive(Clone, Debug)]
pub struct Published {
    folder: PathBuf,
    manifest: Manifest,
}

impl Published {
    /// Whether a folder looks like a publication rather than like sheets.
    pub fn is_in(folder: &Path) -> bool {
        folder.join(LATEST.trim_start_matches('/')).is_file()
    }

    /// Opens the publication that `latest.json` of the folder points to.
    pub fn open(folder: &Path) -> Result<Self> {
        let latest: Latest = parse(LATEST, &disk::read(&at(folder, LATEST)?)?)?;
        if latest.version != VERSION {
            bail!("formatnya versi {}, program ini membaca versi {VERSION}", latest.version);
        }
        let manifest = load(folder, &latest.manifest)?;
        Ok(Self { folder: folder.to_owned(), manifest })
    }

    /// What the publication consists of.
    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// The products of one shard, by code.
    pub fn products(&self, shard: usize) -> Result<Vec<Listing>> {
        let file = self.manifest.products.get(shard);
        file.map_or(Ok(Vec::new()), |file| Ok(load::<ProductShard>(&self.folder, file)?.products))
    }

    /// The sellers of one shard, by code.
    pub fn sellers(&self, shard: usize) -> Result<Vec<Seller>> {
        let file = self.manifest.sellers.get(shard);
        file.map_or(Ok(Vec::new()), |file| Ok(load::<SellerShard>(&self.folder, file)?.sellers))
    }

    /// The rounds of Gebetan.
    pub fn rounds(&self) -> Result<Vec<Round>> {
        let file = self.manifest.programmes.as_ref();
        file.map_or(Ok(Vec::new()), |file| Ok(load::<Programmes>(&self.folder, file)?.rounds))
    }

    /// What a product's address led to.
    pub fn product(&self, code: &Code) -> Result<Option<Listing>> {
        let all = self.products(of(code, self.manifest.products.len()))?;
        Ok(all.into_iter().find(|listing| listing.code() == code))
    }

    /// A seller.
    pub fn seller(&self, code: &Code) -> Result<Option<Seller>> {
        let all = self.sellers(of(code, self.manifest.sellers.len()))?;
        Ok(all.into_iter().find(|seller| seller.code == *code))
    }
}

/// A file whose content is what its name promises.
fn load<T: Wire>(folder: &Path, file: &FileRef) -> Result<T> {
    let bytes = disk::read(&at(folder, &file.path)?)?;
    if Hash::of(&bytes).integrity() != file.integrity {
        bail!("isi {} sudah berubah sejak diterbitkan", file.path);
    }
    parse(&file.path, &bytes)
}

fn parse<T: Wire>(address: &str, bytes: &[u8]) -> Result<T> {
    let text = str::from_utf8(bytes).ok();
    text.and_then(wire::read).with_context(|| format!("{address} tidak terbaca"))
}

/// A file of that publication, which cannot lead out of its folder.
fn at(folder: &Path, address: &str) -> Result<PathBuf> {
    let inside = address.trim_start_matches('/');
    if inside.split('/').any(|part| part.is_empty() || part == ".." || part.contains('\\')) {
        bail!("alamat {address} tidak sah");
    }
    Ok(folder.join(inside))
}
