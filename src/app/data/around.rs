//! What goes on around the goods, fetched by the pages that show it: rounds of Gebetan, events, programmes, and what
//! planners choose from.

use crate::app::data::catalogue::{Catalogue, fetch, parse, parts, waiting};
use crate::app::data::load::{Load, LoadError};
use crate::app::reactive::{RwSignal, effect, expect_context, provide_context, spawn};
use crate::domain::provision::Provision;
use crate::format::manifest::{FileRef, Manifest};
use crate::format::programmes::Programmes;
use crate::format::shard::ProvisionShard;
use std::sync::Arc;

/// Rounds, events and programmes, as a context.
#[derive(Clone, Copy)]
pub struct Around {
    /// They themselves.
    pub programmes: RwSignal<Load<Programmes>>,
    /// What a planner chooses from, once it has asked for it.
    pub goods: RwSignal<Load<Vec<Provision>>>,
}

impl Around {
    /// Provides them; they are fetched as soon as the catalogue's manifest is there.
    pub fn provide(catalogue: Catalogue) -> Self {
        let around = Self::with(Load::Loading);
        effect(move || around.follow(&catalogue.manifest.get()));
        around
    }

    /// Provides what is at hand: how views are rendered without a network.
    pub fn with(programmes: Load<Programmes>) -> Self {
        let goods = RwSignal::new(Load::Loading);
        let around = Self { programmes: RwSignal::new(programmes), goods };
        provide_context(around);
        around
    }

    /// Those of this app.
    pub fn expect() -> Self {
        expect_context()
    }

    /// Tries again what has failed.
    pub fn open(self, catalogue: Catalogue) {
        match catalogue.manifest.with_untracked(Load::ready) {
            Some(manifest) => self.fetch(&manifest),
            // The manifest's coming leads back here.
            None => catalogue.open_manifest(),
        }
    }

    /// Fetches what a planner chooses from; asked for again, it tries what has failed.
    pub fn open_goods(self, files: Vec<FileRef>) {
        if self.goods.with_untracked(|goods| goods.ready().is_some()) {
            return;
        }
        waiting(self.goods);
        spawn(async move {
            self.goods.set(match parts::<ProvisionShard>(&files).await {
                Ok(shards) => {
                    let goods = shards.into_iter().flat_map(|shard| shard.provisions).collect();
                    Load::Ready(Arc::new(goods))
                }
                Err(error) => Load::Failed(error),
            });
        });
    }

    fn follow(self, manifest: &Load<Manifest>) {
        match manifest {
            Load::Ready(manifest) => self.fetch(manifest),
            Load::Failed(error) => self.programmes.set(Load::Failed(*error)),
            Load::Slow => self.programmes.set(Load::Slow),
            Load::Loading | Load::Missing => {}
        }
    }

    fn fetch(self, manifest: &Manifest) {
        if self.programmes.with_untracked(|programmes| programmes.ready().is_some()) {
            return;
        }
        let Some(reference) = manifest.programmes.clone() else {
            self.programmes.set(Load::Ready(Arc::default()));
            return;
        };
        waiting(self.programmes);
        fetch(reference, move |json| {
            let read: Result<Programmes, LoadError> = json.and_then(|json| parse(&json));
            self.programmes.set(match read {
                Ok(programmes) => Load::Ready(Arc::new(programmes)),
                Err(error) => Load::Failed(error),
            });
        });
    }
}
