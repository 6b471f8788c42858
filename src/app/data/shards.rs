//! Records in shards: fetched when one of them is asked for, kept for the others.

use crate::app::browser::time::later;
use crate::app::data::catalogue::{fetch, parse};
use crate::app::data::load::{Load, LoadError};
use crate::app::reactive::{RwSignal, StoredValue};
use crate::domain::code::Code;
use crate::domain::gather::Gather;
use crate::domain::product::Listing;
use crate::domain::seller::Seller;
use crate::domain::sorted::Sorted;
use crate::domain::wire::Wire;
use crate::format::manifest::{FileRef, Manifest};
use crate::format::shard::{self, ProductShard, SellerShard};
use leptos::prelude::*;
use std::sync::Arc;
use std::time::Duration;

/// From here on a wait is spoken of.
const SLOW: Duration = Duration::from_millis(2_500);

/// A kind of shard.
pub(in crate::app::data) trait Shard: Wire + 'static {
    /// What it holds.
    type Record: Send + Sync + 'static;
    /// The files, in the order of their numbers.
    fn files(manifest: &Manifest) -> &[FileRef];
    /// Its records, with their codes.
    fn records(self) -> Vec<(Code, Self::Record)>;
}

impl Shard for ProductShard {
    type Record = Listing;
    fn files(manifest: &Manifest) -> &[FileRef] {
        &manifest.products
    }
    fn records(self) -> Vec<(Code, Listing)> {
        self.products.into_iter().map(|listing| (listing.code().clone(), listing)).gather()
    }
}

impl Shard for SellerShard {
    type Record = Seller;
    fn files(manifest: &Manifest) -> &[FileRef] {
        &manifest.sellers
    }
    fn records(self) -> Vec<(Code, Seller)> {
        self.sellers.into_iter().map(|seller| (seller.code.clone(), seller)).gather()
    }
}

type Signal<R> = RwSignal<Load<R>>;

struct Known<R: 'static> {
    signals: Sorted<Code, Signal<R>>,
    opened: Vec<usize>,
    /// Of the catalogue: what a page has asked for outlives the page.
    owner: Owner,
}

impl<R: Send + Sync> Known<R> {
    fn signal(&mut self, code: Code) -> Signal<R> {
        let Self { signals, owner, .. } = self;
        *signals.get_or_insert(code, || owner.with(|| RwSignal::new(Load::Loading)))
    }
}

/// All records of a kind, as far as they have been asked for or came along.
pub(in crate::app::data) struct Shards<S: Shard>(StoredValue<Known<S::Record>>);

impl<S: Shard> Clone for Shards<S> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<S: Shard> Copy for Shards<S> {}

impl<S: Shard> Shards<S> {
    pub(in crate::app::data) fn new() -> Self {
        Self(StoredValue::new(Known {
            signals: Sorted::default(),
            opened: Vec::new(),
            owner: Owner::current().unwrap_or_default(),
        }))
    }

    /// The record of a code, as far as it is known.
    pub(in crate::app::data) fn known(self, code: &Code) -> Signal<S::Record> {
        self.0.update_value(|known| known.signal(code.clone()))
    }

    /// The record of a code; asks for its shard where that has not been done, or has failed.
    pub(in crate::app::data) fn get(
        self,
        code: &Code,
        manifest: RwSignal<Load<Manifest>>,
    ) -> Signal<S::Record> {
        let signal = self.known(code);
        if signal.with_untracked(|load| matches!(load, Load::Ready(_) | Load::Missing)) {
            return signal;
        }
        if let Some(manifest) = manifest.with_untracked(Load::ready) {
            self.open(code, &manifest);
        }
        signal
    }

    /// Opens the shards of everything that was asked for before the manifest was there.
    pub(in crate::app::data) fn resume(self, manifest: &Manifest) {
        let waiting: Vec<Code> =
            self.0.with_value(|known| known.signals.iter().map(|(code, _)| code.clone()).gather());
        for code in waiting {
            self.open(&code, manifest);
        }
    }

    fn open(self, code: &Code, manifest: &Manifest) {
        let files = S::files(manifest);
        let count = files.len();
        let number = shard::of(code, count);
        let Some(reference) = files.get(number).cloned() else { return };
        if self.0.with_value(|known| known.opened.contains(&number)) {
            return;
        }
        self.0.update_value(|known| known.opened.push(number));
        let of_shard = move |wanted: &Code| shard::of(wanted, count) == number;
        self.set_waiting(&of_shard, &Load::Loading);
        later(SLOW, move || self.set_waiting(&of_shard, &Load::Slow));
        fetch(reference, move |json| match json.and_then(|json| parse::<S>(&json)) {
            Ok(shard) => self.arrived(shard.records(), &of_shard),
            Err(error) => self.failed(number, error, &of_shard),
        });
    }

    fn arrived(self, records: Vec<(Code, S::Record)>, of_shard: &dyn Fn(&Code) -> bool) {
        self.hold(records.into_iter());
        self.set_waiting(of_shard, &Load::Missing);
    }

    /// Takes records over; whoever waits for one of them gets it.
    pub(in crate::app::data) fn hold(self, records: impl Iterator<Item = (Code, S::Record)>) {
        for (code, record) in records {
            let signal = self.0.update_value(|known| known.signal(code));
            signal.set(Load::Ready(Arc::new(record)));
        }
    }

    fn failed(self, number: usize, error: LoadError, of_shard: &dyn Fn(&Code) -> bool) {
        self.0.update_value(|known| known.opened.retain(|opened| *opened != number));
        self.set_waiting(of_shard, &Load::Failed(error));
    }

    /// Sets what is still waited for in one shard; records that are there stay.
    fn set_waiting(self, of_shard: &dyn Fn(&Code) -> bool, to: &Load<S::Record>) {
        let signals: Vec<Signal<S::Record>> = self.0.with_value(|known| {
            known
                .signals
                .iter()
                .filter(|(code, _)| of_shard(code))
                .map(|(_, signal)| *signal)
                .gather()
        });
        // Only what is still on its way is slow: a failure that was told stays, with its way out.
        let is_slow = matches!(to, Load::Slow);
        for signal in signals {
            let changes = signal.with_untracked(|load| match load {
                Load::Loading => true,
                Load::Slow | Load::Failed(_) => !is_slow,
                Load::Ready(_) | Load::Missing => false,
            });
            if changes {
                signal.set(to.clone());
            }
        }
    }
}
