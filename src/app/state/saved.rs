//! Saved products of this visitor: kept like the basket, the same in every tab.

use crate::app::browser::tabs::Tabs;
use crate::app::browser::{kept, time};
use crate::app::reactive::{RwSignal, expect_context, provide_context, spawn};
use crate::domain::code::Code;
use crate::domain::saved::Saved;
use crate::domain::wire;
use leptos::prelude::*;

/// The one record.
const KEY: &str = "simpan";

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
        let ours = self.saved.get_untracked();
        spawn(async move {
            let merge = move |_: &str, before: Option<String>| {
                let mut stored: Saved =
                    before.and_then(|record| wire::read(&record)).unwrap_or_default();
                stored.merge(&ours);
                Some(wire::write(&stored))
            };
            // A device that keeps nothing still shows the heart until the page is closed.
            if kept::rewrite(vec![KEY.to_owned()], merge).await.is_ok() {
                self.tabs.with_value(|tabs| tabs.iter().for_each(Tabs::tell));
            }
        });
    }

    fn read(self) {
        spawn(async move {
            let records = kept::read(KEY).await.unwrap_or_default();
            let stored = records.first().and_then(|(_, record)| wire::read::<Saved>(record));
            if let Some(stored) = stored {
                self.saved.update(|saved| saved.merge(&stored));
            }
        });
    }
}
