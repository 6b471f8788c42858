//! The place where visitors read the site: a folder, or a bucket of S3, Google Cloud Storage or Azure.
//!
//! It knows addresses and bytes, not what they mean.

use anyhow::{Context, Result, anyhow, bail};
use futures_util::TryStreamExt;
use object_store::aws::AmazonS3Builder;
use object_store::azure::MicrosoftAzureBuilder;
use object_store::gcp::GoogleCloudStorageBuilder;
use object_store::local::LocalFileSystem;
use object_store::path::Path;
use object_store::prefix::PrefixStore;
use object_store::{
    Error, ObjectStore, ObjectStoreExt, ObjectStoreScheme, PutMode, PutOptions, RetryConfig,
    UpdateVersion,
};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;
use url::Url;

/// A request is tried again for at most so long: an address that is not there should be said soon.
const PATIENCE: Duration = Duration::from_secs(60);
/// And at most so often.
const TRIES: usize = 6;

/// The place of a site.
#[derive(Clone, Debug)]
pub struct Remote {
    store: Arc<dyn ObjectStore>,
    /// Whether media types and caching can be stored with a file; in a folder they cannot.
    attributes: bool,
}

/// A conditional write of which the connection broke is no matter for the store's own retries: it may have been done.
const CONDITIONAL_TRIES: usize = 3;

/// A small file with what tells it from a later one of the same name.
#[derive(Clone, Debug)]
pub(super) struct Seen {
    /// Its content.
    pub(super) bytes: Vec<u8>,
    version: UpdateVersion,
}

/// What became of a write that had to come before any other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Written {
    /// It is there.
    Yes,
    /// Somebody else was faster.
    TooLate,
    /// This store cannot tell.
    Unguarded,
}

impl Remote {
    /// Opens what stands behind `--to`: a folder, `file:///…`, `s3://bucket/prefix`, `gs://…` or `az://…`. Keys and
    /// endpoints come from the environment.
    pub fn open(to: &str) -> Result<Self> {
        let Some(url) = address(to)? else { return Self::folder(std::path::Path::new(to)) };
        let (scheme, prefix) = ObjectStoreScheme::parse(&url)
            .with_context(|| format!("{to} bukan tempat yang dikenal"))?;
        let failed = || format!("tidak dapat membuka {to}");
        // Fails only where one is installed already, which is as good.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let retry =
            RetryConfig { max_retries: TRIES, retry_timeout: PATIENCE, ..RetryConfig::default() };
        let store: Arc<dyn ObjectStore> = match scheme {
            ObjectStoreScheme::Local => {
                let path = url.to_file_path().map_err(|()| anyhow!("{to} bukan nama folder"))?;
                return Self::folder(&path);
            }
            ObjectStoreScheme::AmazonS3 => Arc::new(
                AmazonS3Builder::from_env()
                    .with_url(to)
                    .with_retry(retry)
                    .build()
                    .with_context(failed)?,
            ),
            ObjectStoreScheme::GoogleCloudStorage => Arc::new(
                GoogleCloudStorageBuilder::from_env()
                    .with_url(to)
                    .with_retry(retry)
                    .build()
                    .with_context(failed)?,
            ),
            ObjectStoreScheme::MicrosoftAzure => Arc::new(
                MicrosoftAzureBuilder::from_env()
                    .with_url(to)
                    .with_retry(retry)
                    .build()
                    .with_context(failed)?,
            ),
            _ => bail!("{to} bukan tempat yang dikenal; pakai folder, s3://, gs://, atau az://"),
        };
        Ok(Self { store: Arc::new(PrefixStore::new(store, prefix)), attributes: true })
    }

    fn folder(path: &std::path::Path) -> Result<Self> {
        crate::compiler::disk::create_folder(path)?;
        let store = LocalFileSystem::new_with_prefix(path)
            .with_context(|| format!("tidak dapat membuka {}", path.display()))?
            // A power failure must not leave a pointer to files that never reached the disk.
            .with_fsync(true);
        Ok(Self { store: Arc::new(store), attributes: false })
    }

    /// Any other store that keeps attributes.
    pub fn of(store: Arc<dyn ObjectStore>) -> Self {
        Self { store, attributes: true }
    }

    /// The store itself, for what is too large to be held at once.
    pub(super) fn store(&self) -> &dyn ObjectStore {
        &self.store
    }

    /// Whether media types and caching can be stored with a file.
    pub(super) fn has_attributes(&self) -> bool {
        self.attributes
    }

    /// Whether what serves this place can choose between a file and its compressed copy, as a web server does in a folder.
    /// A bucket gives out what was stored at the address that was asked for, and nothing else; the network in front
    /// of it compresses by itself.
    pub(super) fn negotiates(&self) -> bool {
        !self.attributes
    }

    /// Every file with its size.
    pub(super) async fn list(&self) -> Result<HashMap<String, u64>> {
        self.store
            .list(None)
            .map_ok(|found| (found.location.to_string(), found.size))
            .try_collect()
            .await
            .context("tidak dapat membaca daftar berkas di tempat tujuan")
    }

    /// A small file, if it is there.
    pub(super) async fn read(&self, address: &str) -> Result<Option<Seen>> {
        let failed = || format!("tidak dapat membaca {address} di tempat tujuan");
        let got = match self.store.get(&Path::from(address)).await {
            Err(Error::NotFound { .. }) => return Ok(None),
            other => other.with_context(failed)?,
        };
        let version =
            UpdateVersion { e_tag: got.meta.e_tag.clone(), version: got.meta.version.clone() };
        let bytes = got.bytes().await.with_context(failed)?.to_vec();
        Ok(Some(Seen { bytes, version }))
    }

    /// A record of this program, if it is there.
    pub(super) async fn read_record<T: DeserializeOwned>(
        &self,
        address: &str,
    ) -> Result<Option<T>> {
        let Some(seen) = self.read(address).await? else { return Ok(None) };
        serde_json::from_slice(&seen.bytes)
            .with_context(|| format!("{address} di tempat tujuan rusak"))
            .map(Some)
    }

    /// Writes a small file, whatever stood there.
    pub(super) async fn write(&self, address: &str, bytes: Vec<u8>) -> Result<()> {
        let written = self.put(address, bytes, PutMode::Overwrite).await;
        written.with_context(|| writing(address)).map(drop)
    }

    /// Writes a record of this program.
    pub(super) async fn write_record<T: Serialize>(&self, address: &str, record: &T) -> Result<()> {
        self.write(address, serde_json::to_vec(record).with_context(|| writing(address))?).await
    }

    /// Writes a small file only if it is still what was `seen`; with `None`, only if it is not there.
    pub(super) async fn write_if(
        &self,
        address: &str,
        bytes: Vec<u8>,
        seen: Option<&Seen>,
    ) -> Result<Written> {
        for _ in 0..CONDITIONAL_TRIES {
            let mode = seen.map_or(PutMode::Create, |seen| PutMode::Update(seen.version.clone()));
            let error = match self.put(address, bytes.clone(), mode).await {
                Ok(()) => return Ok(Written::Yes),
                Err(error) => error,
            };
            // The answer may have got lost on its way, so what is there decides.
            let there = self.read(address).await?.map(|there| there.bytes);
            let untouched = there.as_ref() == seen.map(|seen| &seen.bytes);
            match error {
                _ if there.as_ref() == Some(&bytes) => return Ok(Written::Yes),
                _ if !untouched => return Ok(Written::TooLate),
                Error::NotImplemented { .. } | Error::NotSupported { .. } => {
                    self.write(address, bytes).await?;
                    return Ok(Written::Unguarded);
                }
                Error::Generic { .. } => {}
                other => return Err(other).with_context(|| writing(address)),
            }
        }
        bail!("{}", writing(address))
    }

    /// Removes a file; one that is gone already is no failure.
    pub(super) async fn remove(&self, address: &str) -> Result<()> {
        match self.store.delete(&Path::from(address)).await {
            Ok(()) | Err(Error::NotFound { .. }) => Ok(()),
            Err(error) => Err(error)
                .with_context(|| format!("tidak dapat menghapus {address} di tempat tujuan")),
        }
    }

    async fn put(&self, address: &str, bytes: Vec<u8>, mode: PutMode) -> object_store::Result<()> {
        let attributes = super::transfer::attributes(self, address);
        let options = PutOptions { mode, attributes, ..PutOptions::default() };
        self.store.put_opts(&Path::from(address), bytes.into(), options).await.map(drop)
    }
}

fn writing(address: &str) -> String {
    format!("tidak dapat menulis {address} di tempat tujuan")
}

/// What is written with `://` is an address, everything else the name of a folder.
fn address(to: &str) -> Result<Option<Url>> {
    if !to.contains("://") {
        return Ok(None);
    }
    Url::parse(to).map(Some).with_context(|| format!("{to} bukan alamat"))
}
