//! What a visitor chooses once: the kecamatan nearest to which goods are wanted.

use crate::app::browser::page::{self, Small};
use crate::domain::area::Kecamatan;
use leptos::prelude::*;

const HOME: &str = "kecamatan";

/// The visitor's choices, as a context.
#[derive(Clone, Copy)]
pub struct Prefs {
    /// The visitor's kecamatan.
    pub home: RwSignal<Option<Kecamatan>>,
}

impl Prefs {
    /// Provides the choices remembered on this device.
    pub fn provide() -> Self {
        let home = page::get(Small::Device, HOME).and_then(|code| Kecamatan::find(&code).ok());
        Self::with(home)
    }

    /// Provides given choices.
    pub fn with(home: Option<Kecamatan>) -> Self {
        let prefs = Self { home: RwSignal::new(home) };
        provide_context(prefs);
        prefs
    }

    /// The choices of this visitor.
    pub fn expect() -> Self {
        expect_context()
    }

    /// Chooses a kecamatan, or all of Jakarta, and remembers it.
    pub fn choose_home(self, home: Option<Kecamatan>) {
        page::set(Small::Device, HOME, home.map_or("", Kecamatan::code));
        self.home.set(home);
    }
}
