//! The place in a list: how far each address was scrolled and how many of its cards were shown, so that Back and
//! reload lead exactly there.

use crate::app::browser::page::{self, Small};
use crate::app::reactive::{Memo, StoredValue, expect_context, memo, provide_context};
use crate::route::Route;
use leptos::ev;
use leptos::prelude::*;
use leptos_router::location::{BrowserUrl, LocationChange, LocationProvider, Url};
use std::time::Duration;

/// How many cards a list begins with, and how many each "Tampilkan lagi" adds: some six screens of a phone.
pub const STEP: usize = 24;

/// By then the router has written the address bar.
const ROUTER_WRITES: Duration = Duration::from_millis(100);

/// What becomes of the step in the history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// A new step, at the top of a page.
    Forward,
    /// A new step, at the same place of the page.
    Stay,
    /// In place of the step before.
    Replace,
}

/// The places, as a context.
#[derive(Clone, Copy)]
pub struct Places {
    /// Path and query of the page that is wanted.
    pub address: Memo<String>,
    /// The address that the app shows.
    here: StoredValue<String>,
    /// The address bar, as the router knows it.
    bar: StoredValue<Option<BrowserUrl>>,
    /// The address that Back or a reload has led to and whose page does not stand yet.
    coming_back: StoredValue<Option<String>>,
}

impl Places {
    /// Provides the places and watches scrolling and Back.
    pub fn provide() -> Self {
        page::restore_scroll_ourselves();
        // A page that is opened or reloaded is put back like one that Back leads to, unless its visitor has already
        // begun to read what was written before the app ran.
        let here = page::address();
        let bar = BrowserUrl::new().ok();
        let address = {
            let (bar, here) = (bar.clone(), here.clone());
            memo(move || {
                bar.as_ref().map_or_else(|| here.clone(), |bar| bar.as_url().with(address))
            })
        };
        let places = Self {
            address,
            here: StoredValue::new(here.clone()),
            bar: StoredValue::new(bar.clone()),
            coming_back: StoredValue::new((page::scroll_y() == 0).then_some(here)),
        };
        let scroll = window_event_listener(ev::scroll, move |_| {
            let here = page::address();
            // While a page is being put together it is short, and the browser scrolls it up by itself.
            if !places.is_coming_back(&here) {
                keep_scroll(&here);
            }
        });
        // Registered before the router's, so that lists already know when the router shows them.
        let back = window_event_listener(ev::popstate, move |_| {
            places.coming_back.set_value(Some(page::address()));
        });
        // The router's own part: it follows links without loading a page, and Back.
        if let Some(bar) = bar {
            bar.init(None);
        }
        on_cleanup(move || {
            scroll.remove();
            back.remove();
        });
        provide_context(places);
        places
    }

    /// Provides places that remember nothing.
    pub fn forgetful() -> Self {
        let places = Self {
            address: memo(String::new),
            here: StoredValue::new(String::new()),
            bar: StoredValue::new(None),
            coming_back: StoredValue::new(None),
        };
        provide_context(places);
        places
    }

    /// The places of this app.
    pub fn expect() -> Self {
        expect_context()
    }

    /// Leads to another page or filter.
    pub fn go(self, route: &Route, step: Step) {
        let value = route.path();
        let (Some(bar), Ok(url)) = (self.bar.get_value(), BrowserUrl::parse(&value)) else {
            return;
        };
        bar.as_url().set(url);
        bar.complete_navigation(&LocationChange {
            value,
            replace: step == Step::Replace,
            scroll: step != Step::Stay,
            ..LocationChange::default()
        });
    }

    /// Notes that another address is shown. One that is newly asked for forgets its place of an earlier visit.
    pub fn arrive(self, address: &str) {
        if !self.is_coming_back(address) {
            self.coming_back.set_value(None);
            keep_scroll(address);
            self.remember_shown(address, STEP);
        }
        // The page stands: now the address bar may say so.
        if let Some(bar) = self.bar.get_value() {
            bar.ready_to_complete();
        }
        self.here.set_value(address.to_owned());
        let wanted = address.to_owned();
        // The router leaves out the step in the history where it believes to be there already, which it mistakes
        // after an address was replaced and the visitor went back. It writes a moment later than the app knows.
        set_timeout(
            move || {
                if self.here.with_value(|here| *here == wanted) && page::address() != wanted {
                    page::push_address(&wanted);
                }
            },
            ROUTER_WRITES,
        );
    }

    /// Called when a list or page stands: scrolls to where the visitor was, if the visitor comes back.
    pub fn settle(self) {
        if self.coming_back.with_value(Option::is_none) {
            return;
        }
        let here = page::address();
        let y = self
            .is_coming_back(&here)
            .then(|| page::get(Small::Tab, &scroll_key(&here)))
            .flatten()
            .and_then(|y| y.parse().ok());
        request_animation_frame(move || {
            if let Some(y) = y {
                page::scroll_to(y);
            }
            self.coming_back.set_value(None);
        });
    }

    /// How many cards of a list were shown at an address; a list that is newly asked for begins short.
    pub fn shown(self, address: &str) -> usize {
        if !self.is_coming_back(address) {
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

    fn is_coming_back(self, address: &str) -> bool {
        self.coming_back.with_value(|coming| coming.as_deref() == Some(address))
    }
}

fn address(url: &Url) -> String {
    let (path, search) = (url.path(), url.search());
    if search.is_empty() { path.to_owned() } else { format!("{path}?{search}") }
}

fn keep_scroll(address: &str) {
    page::set(Small::Tab, &scroll_key(address), &page::scroll_y().to_string());
}

fn scroll_key(address: &str) -> String {
    format!("gulir {address}")
}

fn shown_key(address: &str) -> String {
    format!("tampil {address}")
}
