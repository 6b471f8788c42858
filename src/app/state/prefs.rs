//! What a visitor chooses once: the kecamatan nearest to which goods are wanted, light or dark, pictures or none.

use crate::app::browser::page::{self, Small};
use crate::app::reactive::{RwSignal, expect_context, provide_context};
use crate::domain::area::Kecamatan;

const HOME: &str = "kecamatan";
const THEME: &str = "tampilan";
/// The stylesheets follow this attribute of `<html>`; without it they follow the phone.
const THEME_ATTRIBUTE: &str = "data-theme";
const SAVER: &str = "hemat";
/// boot/boot.js sets it before anything is drawn, by what is kept or what the browser wishes.
const SAVER_ATTRIBUTE: &str = "data-hemat";

/// A look that is not the phone's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// Morning.
    Light,
    /// Evening.
    Dark,
}

impl Theme {
    const fn word(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    fn from_word(word: &str) -> Option<Self> {
        [Self::Light, Self::Dark].into_iter().find(|theme| theme.word() == word)
    }
}

/// The visitor's choices, as a context.
#[derive(Clone, Copy)]
pub struct Prefs {
    /// The visitor's kecamatan.
    pub home: RwSignal<Option<Kecamatan>>,
    /// The look; absent: the phone's.
    pub theme: RwSignal<Option<Theme>>,
    /// Whether pictures come only when asked for.
    pub saver: RwSignal<bool>,
}

impl Prefs {
    /// Provides the choices remembered on this device.
    pub fn provide() -> Self {
        let home = page::get(Small::Device, HOME).and_then(|code| Kecamatan::find(&code).ok());
        let prefs = Self::with(home);
        prefs.saver.set(page::has_root_attribute(SAVER_ATTRIBUTE));
        if let Some(theme) =
            page::get(Small::Device, THEME).and_then(|word| Theme::from_word(&word))
        {
            prefs.choose_theme(Some(theme));
        }
        prefs
    }

    /// Provides given choices.
    pub fn with(home: Option<Kecamatan>) -> Self {
        let prefs = Self {
            home: RwSignal::new(home),
            theme: RwSignal::new(None),
            saver: RwSignal::new(false),
        };
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

    /// Has pictures come only when asked for, or by themselves, and remembers it.
    pub fn choose_saver(self, saves: bool) {
        page::set(Small::Device, SAVER, if saves { "ya" } else { "tidak" });
        page::set_root_attribute(SAVER_ATTRIBUTE, saves.then_some(""));
        self.saver.set(saves);
    }

    /// Chooses a look, or the phone's own, and remembers it.
    pub fn choose_theme(self, theme: Option<Theme>) {
        let word = theme.map(Theme::word);
        page::set(Small::Device, THEME, word.unwrap_or_default());
        page::set_root_attribute(THEME_ATTRIBUTE, word);
        self.theme.set(theme);
    }
}
