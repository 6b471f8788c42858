//! The catalogue as the app knows it: one generation, opened once and kept until the page is loaded anew.

use crate::app::browser::fetch::{Freshness, text};
use crate::app::browser::page::set_root_attribute;
use crate::app::browser::time::{later, sleep};
use crate::app::data::load::{Load, LoadError};
use crate::app::data::shards::Shards;
use crate::app::reactive::{RwSignal, effect, expect_context, provide_context, spawn};
use crate::domain::channel::Channel;
use crate::domain::code::Code;
use crate::domain::gather::Gather;
use crate::domain::market::{Label, Market};
use crate::domain::product::Listing;
use crate::domain::seller::Seller;
use crate::domain::wire::{self, Wire};
use crate::format::manifest::{FileRef, LATEST, Latest, Manifest, VERSION};
use crate::format::shard::{CardShard, ProductShard, SellerShard};
use crate::search::cards::Cards;
use std::sync::Arc;
use std::time::Duration;

/// From then on the frame says what this market is called, and boot/boot.js puts it in place of the written one.
const KNOWN: &str = "data-katalog";

/// From here on a wait is spoken of.
const SLOW: Duration = Duration::from_millis(2_500);

/// The catalogue, as a context.
#[derive(Clone, Copy)]
pub struct Catalogue {
    /// Settings, editions, counts.
    pub manifest: RwSignal<Load<Manifest>>,
    /// Every card.
    pub cards: RwSignal<Load<Cards>>,
    /// The manifest's file, by whose name staff know which data are shown; empty until it is there.
    pub generation: RwSignal<String>,
    products: Shards<ProductShard>,
    sellers: Shards<SellerShard>,
}

impl Catalogue {
    /// Provides a catalogue that is still to be opened.
    pub fn provide() -> Self {
        let catalogue = Self::with(Load::Loading, Load::Loading);
        catalogue.offer();
        effect(move || {
            if !catalogue.manifest.with(Load::is_waiting) {
                set_root_attribute(KNOWN, Some(""));
            }
        });
        catalogue
    }

    /// A catalogue at hand: how views are rendered without a network.
    pub fn with(manifest: Load<Manifest>, cards: Load<Cards>) -> Self {
        Self {
            manifest: RwSignal::new(manifest),
            cards: RwSignal::new(cards),
            generation: RwSignal::new(String::new()),
            products: Shards::new(),
            sellers: Shards::new(),
        }
    }

    /// Takes records that are at hand already, so that nothing has to be fetched for them.
    pub fn hold(self, products: Vec<Listing>, sellers: Vec<Seller>) {
        self.products.hold(products.into_iter().map(|listing| (listing.code().clone(), listing)));
        self.sellers.hold(sellers.into_iter().map(|seller| (seller.code.clone(), seller)));
    }

    /// Puts it there for every view below.
    pub fn offer(self) {
        provide_context(self);
    }

    /// The catalogue of this app.
    pub fn expect() -> Self {
        expect_context()
    }

    /// What the market is called.
    pub fn name(self) -> String {
        self.manifest.with(|manifest| match manifest {
            Load::Ready(manifest) => manifest.market.name.clone(),
            _ => Market::default().name,
        })
    }

    /// What staff call something; its usual name as long as the manifest is not there.
    pub fn called(self, label: Label) -> String {
        self.manifest.with(|manifest| match manifest {
            Load::Ready(manifest) => manifest.market.label(label),
            _ => label.usual().to_owned(),
        })
    }

    /// What a way to order is called.
    pub fn channel(self, channel: Channel) -> String {
        self.manifest.with(|manifest| match manifest {
            Load::Ready(manifest) => manifest.market.channel(channel),
            _ => channel.label().to_owned(),
        })
    }

    /// A product by its code, as far as it is known; nothing is asked for.
    pub fn known_product(self, code: &Code) -> RwSignal<Load<Listing>> {
        self.products.known(code)
    }

    /// A product by its code; asks for it where that has not been done, or has failed.
    pub fn product(self, code: &Code) -> RwSignal<Load<Listing>> {
        self.products.get(code, self.manifest)
    }

    /// A seller by its code; asks for it where that has not been done, or has failed.
    pub fn seller(self, code: &Code) -> RwSignal<Load<Seller>> {
        self.sellers.get(code, self.manifest)
    }

    /// Opens the newest generation, or tries again what has failed.
    pub fn open(self) {
        spawn(async move {
            let Some(manifest) = self.manifest_there().await else {
                let error = self.manifest.with_untracked(|manifest| match manifest {
                    Load::Failed(error) => *error,
                    _ => LoadError::Damaged,
                });
                self.cards.set(Load::Failed(error));
                return;
            };
            self.products.resume(&manifest);
            self.sellers.resume(&manifest);
            if self.cards.with_untracked(|cards| cards.ready().is_none()) {
                waiting(self.cards);
                self.cards.set(all_cards(&manifest.cards).await);
            }
        });
    }

    /// Opens the newest generation as far as its manifest: for pages that show no goods.
    pub fn open_manifest(self) {
        spawn(async move {
            self.manifest_there().await;
        });
    }

    async fn manifest_there(self) -> Option<Arc<Manifest>> {
        if self.manifest.with_untracked(|manifest| manifest.ready().is_none()) {
            waiting(self.manifest);
            let manifest = newest(self.generation).await;
            self.manifest.set(manifest);
        }
        self.manifest.with_untracked(Load::ready)
    }
}

async fn newest(generation: RwSignal<String>) -> Load<Manifest> {
    let fetched = async {
        let latest: Latest = parse(&text(LATEST, Freshness::Checked).await?)?;
        if latest.version > VERSION {
            return Err(LoadError::Newer);
        }
        let manifest = file::<Manifest>(&latest.manifest).await?;
        generation.set(latest.manifest.path);
        Ok(manifest)
    };
    match fetched.await {
        Ok(manifest) => Load::Ready(Arc::new(manifest)),
        Err(error) => Load::Failed(error),
    }
}

async fn all_cards(files: &[FileRef]) -> Load<Cards> {
    match parts::<CardShard>(files).await {
        Ok(shards) => {
            let cards = shards.into_iter().flat_map(|shard| shard.cards).gather();
            // A finger on the page comes first: reading them was work enough for one go.
            sleep(Duration::ZERO).await;
            Load::Ready(Arc::new(Cards::new(cards)))
        }
        Err(error) => Load::Failed(error),
    }
}

/// Fetches parts side by side: while one is waited for, the others are on their way into the browser's cache.
pub(in crate::app::data) async fn parts<T: Wire>(files: &[FileRef]) -> Result<Vec<T>, LoadError> {
    for reference in files.iter().skip(1).cloned() {
        fetch(reference, drop);
    }
    let mut parts = Vec::new();
    for reference in files {
        parts.push(file(reference).await?);
    }
    Ok(parts)
}

/// Fetches the text of one published file and hands it on.
pub(in crate::app::data) fn fetch(
    reference: FileRef,
    then: impl FnOnce(Result<String, LoadError>) + 'static,
) {
    boxed_fetch(reference, Box::new(then));
}

/// One copy of the waiting for all of them.
fn boxed_fetch(reference: FileRef, then: Box<dyn FnOnce(Result<String, LoadError>)>) {
    spawn(async move {
        let text = text(&reference.path, Freshness::Immutable(&reference.integrity)).await;
        then(text.map_err(LoadError::from));
    });
}

/// One published file, checked by its hash.
async fn file<T: Wire>(reference: &FileRef) -> Result<T, LoadError> {
    parse(&text(&reference.path, Freshness::Immutable(&reference.integrity)).await?)
}

pub(in crate::app::data) fn parse<T: Wire>(json: &str) -> Result<T, LoadError> {
    wire::read(json).ok_or(LoadError::Damaged)
}

/// Shows that something is on its way, and says so once it takes long.
pub(in crate::app::data) fn waiting<T: 'static + Send + Sync>(signal: RwSignal<Load<T>>) {
    signal.set(Load::Loading);
    later(SLOW, move || {
        if signal.try_with_untracked(|load| matches!(load, Load::Loading)).unwrap_or(false) {
            signal.set(Load::Slow);
        }
    });
}
