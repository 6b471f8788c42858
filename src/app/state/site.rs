//! Where the market is open: the address its links are told with, and whether the page has an order bar of its own.

use crate::app::browser::page;
use crate::app::reactive::{RwSignal, StoredValue, expect_context, provide_context};
use crate::domain::market::Market;

/// The site, as a context.
#[derive(Clone, Copy)]
pub struct Site {
    /// A page with its own order bar puts it where phones have the navigation.
    pub order_bar: RwSignal<bool>,
    origin: StoredValue<String>,
}

impl Site {
    /// Provides the site that is open in this browser.
    pub fn provide() -> Self {
        Self::with(page::origin())
    }

    /// Provides a given site: `https://host`, without a slash.
    pub fn with(origin: String) -> Self {
        let site = Self { order_bar: RwSignal::new(false), origin: StoredValue::new(origin) };
        provide_context(site);
        site
    }

    /// The site of this app.
    pub fn expect() -> Self {
        expect_context()
    }

    /// The whole address of a path: where the market says it is published, else where it was opened.
    pub fn url(self, market: Option<&Market>, path: &str) -> String {
        match market {
            Some(market) if !market.url.is_empty() => format!("{}{path}", market.url),
            _ => self.origin.with_value(|origin| format!("{origin}{path}")),
        }
    }
}
