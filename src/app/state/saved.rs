//! Saved products of this visitor: kept like the basket, the same in every tab.

use crate::app::browser::page::{self, Small};
use crate::app::browser::tabs::Tabs;
use crate::app::browser::{kept, time};
use crate::app::reactive::{RwSignal, expect_context, provide_context, spawn};
use crate::domain::code::Code;
use crate::domain::saved::Saved;
use crate::domain::wire;
use leptos::prelude::*;

/// The one record.
const KEY: &str = "simpan";
/// What was changed and is perhaps not yet in that record.
const UNWRITTEN: &str = "simpan-belum-tertulis";

/// Saved products, as a context.
#[derive(Clone, Copy)]
pub struct SavedState {
    /// What is saved.
    pub saved: RwSignal<Saved>,
    tabs: leptos::prelude::StoredValue<Option<Tabs>, LocalStorage>,
}

impl SavedState {
    /// Provides what is saved on this device.
    pub fn provide() -> Self {
        let state = Self::with(Saved::default());
        state.tabs.set_value(Some(Tabs::open("simpan", move || state.read())));
        state.read();
        state
    }

    /// Provides given saved products that nothing keeps.
    pub fn with(saved: Saved) -> Self {
        let state = Self {
            saved: RwSignal::new(saved),
            tabs: leptos::prelude::StoredValue::new_local(None),
        };
        provide_context(state);
        state
    }

    /// What this visitor has saved.
    pub fn expect() -> Self {
        expect_context()
    }

    /// Saves a product, or no longer.
    pub fn toggle(self, code: &Code) {
        self.saved.update(|saved| saved.toggle(code, time::now_ms()));
        // A page that is left at this moment ends the transaction below before it has begun; this is written at once.
        page::set(Small::Device, UNWRITTEN, &self.saved.with_untracked(wire::write));
        self.write();
    }

    /// Writes what is saved, merged with what another tab may just have written.
    fn write(self) {
        let ours = self.saved.get_untracked();
        spawn(async move {
            let written = ours.clone();
            let merge = move |_: &str, before: Option<String>| {
                let mut stored: Saved =
                    before.and_then(|record| wire::read(&record)).unwrap_or_default();
                stored.merge(&ours);
                Some(wire::write(&stored))
            };
            // A device that keeps nothing still shows the heart until the page is closed.
            if kept::rewrite(vec![KEY.to_owned()], merge).await.is_ok() {
                if self.saved.with_untracked(|saved| *saved == written) {
                    page::set(Small::Device, UNWRITTEN, "");
                }
                self.tabs.with_value(|tabs| tabs.iter().for_each(Tabs::tell));
            }
        });
    }

    fn read(self) {
        spawn(async move {
            let records = kept::read(KEY).await.unwrap_or_default();
            let stored = records.first().and_then(|(_, record)| wire::read::<Saved>(record));
            let unwritten = page::get(Small::Device, UNWRITTEN);
            let unwritten = unwritten.and_then(|record| wire::read::<Saved>(&record));
            let found = [&stored, &unwritten];
            if found.iter().any(|saved| saved.is_some()) {
                let found = found.into_iter().flatten();
                self.saved.update(|saved| found.for_each(|other| saved.merge(other)));
            }
            if unwritten.is_some() {
                self.write();
            }
        });
    }
}
