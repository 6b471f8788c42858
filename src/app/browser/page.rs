//! The page itself: its address, where it is scrolled to, the small values kept beside it.

use leptos::prelude::{document, on_cleanup, window, window_event_listener_untyped};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, FocusOptions, HtmlElement, HtmlInputElement, ScrollRestoration, Storage};

/// `https://host`, without a slash.
pub fn origin() -> String {
    window().location().origin().unwrap_or_default()
}

/// Path and query, as the address bar has them.
pub fn address() -> String {
    let location = window().location();
    format!("{}{}", location.pathname().unwrap_or_default(), location.search().unwrap_or_default())
}

/// What the address bar has behind `#`.
pub fn fragment() -> String {
    let hash = window().location().hash().unwrap_or_default();
    hash.strip_prefix('#').unwrap_or_default().to_owned()
}

/// Calls whenever what stands behind `#` is changed by the visitor; what [`replace_address`] does is not told.
pub fn on_fragment(changed: impl Fn() + 'static) {
    let handle = window_event_listener_untyped("hashchange", move |_| changed());
    on_cleanup(move || handle.remove());
}

/// Makes a step in the history, without loading anything.
pub fn push_address(address: &str) {
    if let Ok(history) = window().history() {
        drop(history.push_state_with_url(&JsValue::NULL, "", Some(address)));
    }
}

/// Puts another address in the place of this one, without loading anything.
pub fn replace_address(address: &str) {
    if let Ok(history) = window().history() {
        drop(history.replace_state_with_url(&JsValue::NULL, "", Some(address)));
    }
}

/// Writes into the field that an event came from.
pub fn write_field(event: &Event, text: &str) {
    let field = event.target().and_then(|field| field.dyn_into::<HtmlInputElement>().ok());
    if let Some(field) = field {
        field.set_value(text);
    }
}

/// Takes the focus away from the field that an event came from, which tells its change.
pub fn leave_field(event: &Event) {
    let field = event.target().and_then(|field| field.dyn_into::<HtmlElement>().ok());
    if let Some(field) = field {
        drop(field.blur());
    }
}

/// Loads the page anew from the server.
pub fn reload() {
    drop(window().location().reload());
}

/// The app puts lists back where they were; the browser would do it before they are there.
pub fn restore_scroll_ourselves() {
    if let Ok(history) = window().history() {
        drop(history.set_scroll_restoration(ScrollRestoration::Manual));
    }
}

/// How far down the page is scrolled, in whole CSS pixels.
pub fn scroll_y() -> i32 {
    window().scroll_y().unwrap_or_default() as i32
}

/// What everything is drawn into.
pub fn body() -> HtmlElement {
    leptos::prelude::document()
        .body()
        .unwrap_or_else(|| unreachable!("the app starts after the body"))
}

/// Scrolls there at once.
pub fn scroll_to(y: i32) {
    window().scroll_to_with_x_and_y(0.0, f64::from(y));
}

/// What a `meta` of the page says.
pub fn content_of(selector: &str) -> Option<String> {
    document().query_selector(selector).ok().flatten()?.get_attribute("content")
}

/// Moves the focus, for people who cannot see that the page has changed.
pub fn focus(id: &str) {
    if let Some(element) =
        document().get_element_by_id(id).and_then(|element| element.dyn_into::<HtmlElement>().ok())
    {
        drop(element.focus());
    }
}

/// Scrolls to what the address names behind `#`: the browser does so only for what stood there from the start.
pub fn scroll_to_fragment() {
    if let Some(element) = document().get_element_by_id(&fragment()) {
        element.scroll_into_view();
    }
}

/// Whether an element of that `id` is on the page.
pub fn has(id: &str) -> bool {
    document().get_element_by_id(id).is_some()
}

/// Scrolls the row that an entry of a list stands in sideways, until the entry is in its middle; the page stays where it is.
pub fn reveal_in_row(selector: &str) {
    let found = document().query_selector(selector).ok().flatten();
    let Some(entry) = found.and_then(|entry| entry.dyn_into::<HtmlElement>().ok()) else { return };
    let row = entry.closest("ul").ok().flatten();
    if let Some(row) = row.and_then(|row| row.dyn_into::<HtmlElement>().ok()) {
        let before = entry.offset_left() - row.offset_left();
        row.set_scroll_left(before - (row.client_width() - entry.offset_width()) / 2);
    }
}

/// Moves the focus to the link in an element's child, without scrolling.
pub fn focus_link(id: &str, child: usize) {
    let selector = format!("#{id} > :nth-child({}) a", child + 1);
    let link = document().query_selector(&selector).ok().flatten();
    if let Some(link) = link.and_then(|link| link.dyn_into::<HtmlElement>().ok()) {
        let quietly = FocusOptions::new();
        quietly.set_prevent_scroll(true);
        drop(link.focus_with_options(&quietly));
    }
}

/// Sets an attribute of `<html>`, or takes it away.
pub fn set_root_attribute(name: &str, value: Option<&str>) {
    if let Some(root) = document().document_element() {
        drop(match value {
            Some(value) => root.set_attribute(name, value),
            None => root.remove_attribute(name),
        });
    }
}

/// Whether `<html>` has an attribute.
pub fn has_root_attribute(name: &str) -> bool {
    document().document_element().is_some_and(|root| root.has_attribute(name))
}

/// Whether the page is looked at.
pub fn is_visible() -> bool {
    !document().hidden()
}

/// Whether the browser believes to be connected.
pub fn is_online() -> bool {
    window().navigator().on_line()
}

/// Prints the page.
pub fn print() {
    drop(window().print());
}

/// Where small values are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Small {
    /// For good, on this device.
    Device,
    /// Until the tab is closed.
    Tab,
}

fn storage(kind: Small) -> Option<Storage> {
    match kind {
        Small::Device => window().local_storage().ok()?,
        Small::Tab => window().session_storage().ok()?,
    }
}

/// A small value, if storage is to be had and holds one.
pub fn get(kind: Small, key: &str) -> Option<String> {
    storage(kind)?.get_item(key).ok()?
}

/// Forgets a small value.
pub fn forget(kind: Small, key: &str) {
    if let Some(storage) = storage(kind) {
        drop(storage.remove_item(key));
    }
}

/// Keeps a small value where that is possible; losing it costs the visitor a tap, not an order.
pub fn set(kind: Small, key: &str, value: &str) {
    if let Some(storage) = storage(kind) {
        drop(storage.set_item(key, value));
    }
}
