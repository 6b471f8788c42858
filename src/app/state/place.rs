//! The place in a list: how far each address was scrolled and how many of its cards were shown, so that Back and
//! reload lead exactly there.

use crate::app::browser::page::{self, Small};
use leptos::ev;
use leptos::prelude::*;

/// How many cards a list begins with, and how many each "Tampilkan lagi" adds: some six screens of a phone.
pub const STEP: usize = 24;

/// The places, as a context.
#[derive(Clone, Copy)]
pub struct Places {
    here: StoredValue<String>,
    restoring: StoredValue<bool>,
}

impl Places {
    /// Provides the places and watches scrolling and Back.
    pub fn provide() -> Self {
        page::restore_scroll_ourselves();
        // A page that is opened or reloaded is put back like one that Back leads to.
        let places =
            Self { here: StoredValue::new(page::address()), restoring: StoredValue::new(true) };
        let scroll = window_event_listener(ev::scroll, move |_| {
            if !places.restoring.get_value() {
                page::set(
                    Small::Tab,
                    &places.here.with_value(|here| scroll_key(here)),
                    &page::scroll_y().to_string(),
                );
            }
        });
        let back = window_event_listener(ev::popstate, move |_| places.restoring.set_value(true));
        on_cleanup(move || {
            scroll.remove();
            back.remove();
        });
        provide_context(places);
        places
    }

    /// Provides places that remember nothing.
    pub fn forgetful() -> Self {
        let places =
            Self { here: StoredValue::new(String::new()), restoring: StoredValue::new(false) };
        provide_context(places);
        places
    }

    /// The places of this app.
    pub fn expect() -> Self {
        expect_context()
    }

    /// Notes that another address is shown.
    pub fn arrive(self, address: &str) {
        self.here.set_value(address.to_owned());
    }

    /// Called when a list or page stands: scrolls to where the visitor was, if the visitor comes back.
    pub fn settle(self) {
        if self.restoring.get_value() {
            let y = page::get(Small::Tab, &self.here.with_value(|here| scroll_key(here)))
                .and_then(|y| y.parse().ok());
            request_animation_frame(move || {
                if let Some(y) = y {
                    page::scroll_to(y);
                }
                self.restoring.set_value(false);
            });
        }
    }

    /// How many cards of a list were shown at an address; a list that is newly asked for begins short.
    pub fn shown(self, address: &str) -> usize {
        if !self.restoring.get_value() {
            return STEP;
        }
        page::get(Small::Tab, &shown_key(address))
            .and_then(|shown| shown.parse().ok())
            .unwrap_or(STEP)
    }

    /// Remembers how many cards of a list are shown.
    pub fn remember_shown(self, address: &str, shown: usize) {
        page::set(Small::Tab, &shown_key(address), &shown.to_string());
    }
}

fn scroll_key(address: &str) -> String {
    format!("gulir {address}")
}

fn shown_key(address: &str) -> String {
    format!("tampil {address}")
}
