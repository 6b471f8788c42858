//! The basket of this visitor: kept in IndexedDB, the same in every tab, whole after a killed browser.

use crate::app::browser::page::{self, Small};
use crate::app::browser::tabs::Tabs;
use crate::app::browser::{kept, time};
use crate::app::reactive::{RwSignal, StoredValue, expect_context, provide_context, spawn};
use crate::domain::basket::{Basket, Line, LineKey, Seen};
use crate::domain::code::Code;
use crate::domain::gather::Gather;
use crate::domain::money::Rupiah;
use crate::format::basket::{decode, encode};
use leptos::prelude::*;

/// Records of the basket, one a seller.
const PREFIX: &str = "keranjang/";
/// Records that could not be read, set aside for whoever may want to mend them.
const DAMAGED: &str = "rusak/";

/// What was changed and is perhaps not yet in those records: one a line.
const UNWRITTEN: &str = "keranjang-belum-tertulis";

/// How safe the basket is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keeping {
    /// Being read from the device.
    Reading,
    /// Being written to the device.
    Writing,
    /// On the device.
    Kept,
    /// The device takes nothing: it lasts as long as the page.
    Memory,
}

/// The basket, as a context.
#[derive(Clone, Copy)]
pub struct BasketState {
    /// What is in it.
    pub basket: RwSignal<Basket>,
    /// How safe it is.
    pub keeping: RwSignal<Keeping>,
    /// How many records had to be set aside because they were damaged.
    pub damaged: RwSignal<usize>,
    tabs: leptos::prelude::StoredValue<Option<Tabs>, LocalStorage>,
    unwritten: StoredValue<u32>,
}

impl BasketState {
    /// Provides the basket of this device.
    pub fn provide() -> Self {
        let state = Self::with(Basket::default());
        state.keeping.set(Keeping::Reading);
        state.tabs.set_value(Some(Tabs::open("keranjang", move || state.read())));
        state.read();
        state
    }

    /// Provides a given basket that nothing keeps.
    pub fn with(basket: Basket) -> Self {
        let state = Self {
            basket: RwSignal::new(basket),
            keeping: RwSignal::new(Keeping::Memory),
            damaged: RwSignal::new(0),
            tabs: leptos::prelude::StoredValue::new_local(None),
            unwritten: StoredValue::new(0),
        };
        provide_context(state);
        state
    }

    /// The basket of this visitor.
    pub fn expect() -> Self {
        expect_context()
    }

    /// Puts more of something in; `done` hears whether the device has taken it.
    pub fn add(self, key: LineKey, quantity: u32, seen: Seen, done: impl FnOnce(bool) + 'static) {
        let first = self.basket.with_untracked(|basket| basket.lines().next().is_none());
        let seller = seen.seller.clone();
        self.basket.update(|basket| basket.add(key, quantity, seen, time::now_ms()));
        self.write(seller, Box::new(done));
        if first {
            kept::ask_to_persist();
        }
    }

    /// Sets how many; zero takes the line out.
    pub fn set_quantity(self, seller: &Code, key: &LineKey, quantity: u32) {
        self.change(seller.clone(), |basket, now| basket.set_quantity(key, quantity, now));
    }

    /// Ticks lines of one seller as sent, or takes the ticks away.
    pub fn set_ordered(self, seller: &Code, keys: &[LineKey], ordered: bool) {
        self.change(seller.clone(), |basket, now| {
            for key in keys {
                basket.set_ordered(key, ordered, now);
            }
        });
    }

    /// Takes every ticked line out.
    pub fn clear_ordered(self) {
        let sent: Vec<(Code, LineKey)> = self.basket.with_untracked(|basket| {
            let ordered = basket.lines().filter(|line| line.ordered);
            ordered.map(|line| (line.seen.seller.clone(), line.key())).gather()
        });
        for (seller, key) in sent {
            self.set_quantity(&seller, &key, 0);
        }
    }

    /// Takes on the price that holds today.
    pub fn reprice(self, seller: &Code, key: &LineKey, price: Rupiah) {
        self.change(seller.clone(), |basket, now| basket.reprice(key, price, now));
    }

    fn change(self, seller: Code, change: impl FnOnce(&mut Basket, u64)) {
        self.basket.update(|basket| change(basket, time::now_ms()));
        self.write(seller, Box::new(|_| ()));
    }

    /// Reads what is on the device into what is here: at the start, and when another tab has written.
    fn read(self) {
        spawn(async move {
            let Ok(records) = kept::read(PREFIX).await else {
                self.keeping.set(Keeping::Memory);
                return;
            };
            let mut lines = Vec::new();
            let mut damaged = Vec::new();
            for (key, record) in records {
                match decode(&record) {
                    Some(read) => read.into_iter().gather_into(&mut lines),
                    None => damaged.push((key, record)),
                }
            }
            let unwritten: Vec<Line> = page::get(Small::Device, UNWRITTEN)
                .unwrap_or_default()
                .lines()
                .filter_map(decode)
                .flatten()
                .gather();
            let mut sellers = unwritten.iter().map(|line| line.seen.seller.clone()).gather();
            sellers.dedup();
            unwritten.into_iter().gather_into(&mut lines);
            let mut stored = Basket::from_lines(lines);
            stored.forget_removed(time::now_ms());
            // The signal wakes the page even where nothing changed, so it is only touched where something did.
            let mut merged = self.basket.get_untracked();
            if merged.merge(&stored) {
                self.basket.set(merged);
            }
            if self.unwritten.get_value() == 0 {
                self.keeping.set(Keeping::Kept);
            }
            for seller in sellers {
                self.write(seller, Box::new(|_| ()));
            }
            if !damaged.is_empty() {
                self.set_aside(damaged).await;
            }
        });
    }

    async fn set_aside(self, damaged: Vec<(String, String)>) {
        self.damaged.update(|count| *count += damaged.len());
        for (key, record) in damaged {
            let aside = format!("{DAMAGED}{key}");
            let copied = kept::rewrite(vec![aside], move |_, _| Some(record.clone())).await;
            if copied.is_ok() {
                // A later failure leaves both copies, and the next opening tries again.
                drop(
                    kept::rewrite(vec![key], |_, before| {
                        before.filter(|record| decode(record).is_some())
                    })
                    .await,
                );
            }
        }
    }

    /// Writes one seller's lines, merged with what another tab may just have written.
    fn write(self, seller: Code, done: Box<dyn FnOnce(bool)>) {
        self.unwritten.update_value(|count| *count += 1);
        self.keeping.set(Keeping::Writing);
        let ours = self.basket.get_untracked();
        // A page that is left at this moment ends the transaction below before it has begun; this is written at once.
        let records = encode(&ours).into_iter().map(|(_, record)| record).gather();
        page::set(Small::Device, UNWRITTEN, &records.join("\n"));
        let key = format!("{PREFIX}{seller}");
        spawn(async move {
            let merge = move |_: &str, before: Option<String>| {
                let mut stored =
                    Basket::from_lines(before.as_deref().and_then(decode).unwrap_or_default());
                stored.merge(&ours);
                encode(&stored).into_iter().find(|(of, _)| *of == seller).map(|(_, record)| record)
            };
            let written = kept::rewrite(vec![key], merge).await;
            self.unwritten.update_value(|count| *count -= 1);
            done(written.is_ok());
            if written.is_err() {
                self.keeping.set(Keeping::Memory);
            } else {
                self.tabs.with_value(|tabs| tabs.iter().for_each(Tabs::tell));
                if self.unwritten.get_value() == 0 {
                    page::set(Small::Device, UNWRITTEN, "");
                    self.keeping.set(Keeping::Kept);
                }
            }
        });
    }
}
