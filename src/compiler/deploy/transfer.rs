//! Moves files into the store, several at once and none of them whole in memory when it is large.
//!
//! What a file's name or record says of its content is checked on the way: a file that has changed since it was
//! looked at is never put in place.

use super::kind;
use super::progress::Progress;
use super::remote::Remote;
use crate::compiler::hash::{Hash, Hashing};
use crate::compiler::media;
use anyhow::{Context, Result, bail};
use futures_util::{StreamExt, TryStreamExt, stream};
use object_store::path::Path;
use object_store::{
    Attribute, Attributes, GetResult, ObjectStore, ObjectStoreExt, PutMultipartOptions, PutOptions,
    WriteMultipart,
};

/// So many files are on their way at once.
const AT_ONCE: usize = 16;
/// A file up to this size goes in one piece.
const WHOLE: u64 = 8 << 20;
/// A larger one in pieces of this size (S3 wants 5 MiB at least, and takes 10,000 of them).
const PIECE: usize = 8 << 20;
/// Pieces of one file on their way at once.
const PIECES: usize = 2;

/// A file to be moved.
#[derive(Clone, Debug)]
pub(super) struct Move {
    /// Its address where it comes from.
    pub(super) from: String,
    /// Its address in the store.
    pub(super) to: String,
    /// The bytes it must have.
    pub(super) size: u64,
    /// The [`Hash::name`] it must have, where that is known.
    pub(super) hash: Option<String>,
}

/// Moves all of them; stops at the first failure.
pub(super) async fn all(
    from: &dyn ObjectStore,
    to: &Remote,
    moves: &[Move],
    progress: &Progress,
) -> Result<()> {
    progress.begin(moves.len(), moves.iter().map(|file| file.size).sum());
    stream::iter(moves)
        .map(|file| async move {
            one(from, to, file)
                .await
                .with_context(|| format!("tidak dapat menaruh {} di tempat tujuan", file.to))?;
            progress.done(file.size);
            anyhow::Ok(())
        })
        .buffer_unordered(AT_ONCE)
        .try_collect()
        .await
}

async fn one(from: &dyn ObjectStore, to: &Remote, file: &Move) -> Result<()> {
    let got = from.get(&Path::from(file.from.as_str())).await?;
    if got.meta.size != file.size {
        bail!("{} berubah selama penerbitan", file.from);
    }
    if file.size > WHOLE {
        return in_pieces(got, to, file).await;
    }
    let bytes = got.bytes().await?;
    file.check(&Hash::of(&bytes))?;
    let options = PutOptions { attributes: attributes(to, &file.to), ..PutOptions::default() };
    to.store().put_opts(&Path::from(file.to.as_str()), bytes.into(), options).await?;
    Ok(())
}

async fn in_pieces(got: GetResult, to: &Remote, file: &Move) -> Result<()> {
    let options =
        PutMultipartOptions { attributes: attributes(to, &file.to), ..Default::default() };
    let upload = to.store().put_multipart_opts(&Path::from(file.to.as_str()), options).await?;
    let mut writing = WriteMultipart::new_with_chunk_size(upload, PIECE);
    let mut hashing = Hashing::default();
    let mut pieces = got.into_stream();
    while let Some(piece) = pieces.try_next().await? {
        hashing.add(&piece);
        writing.wait_for_capacity(PIECES).await?;
        writing.put(piece);
    }
    if let Err(changed) = file.check(&hashing.done()) {
        writing.abort().await?;
        return Err(changed);
    }
    writing.finish().await?;
    Ok(())
}

impl Move {
    fn check(&self, hash: &Hash) -> Result<()> {
        match &self.hash {
            Some(expected) if *expected != hash.name() => {
                bail!("isi {} tidak sesuai dengan sidiknya", self.from)
            }
            _ => Ok(()),
        }
    }
}

/// What is stored with a file for those who serve it.
pub(super) fn attributes(to: &Remote, address: &str) -> Attributes {
    let mut attributes = Attributes::new();
    if to.has_attributes() {
        attributes.insert(Attribute::ContentType, media::of(address).into());
        attributes.insert(Attribute::CacheControl, kind::cache_control(address).into());
    }
    attributes
}
