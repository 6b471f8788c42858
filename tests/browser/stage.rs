//! Where a piece stands while it is tested, and how the test waits for it.

use etalase::app::browser::time::sleep;
use leptos::mount::{UnmountHandle, mount_to};
use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement};

/// A mounted view; it goes with this value.
pub struct Stage<M: Mountable> {
    root: HtmlElement,
    handle: Option<UnmountHandle<M>>,
}

/// Mounts a view in a place of its own.
pub fn show<N: IntoView + 'static>(view: impl FnOnce() -> N + 'static) -> Stage<N::State> {
    let root: HtmlElement = document().create_element("div").unwrap().unchecked_into();
    document().body().unwrap().append_child(&root).unwrap();
    let handle = mount_to(root.clone(), view);
    Stage { root, handle: Some(handle) }
}

impl<M: Mountable> Stage<M> {
    /// The first element that fits.
    pub fn find(&self, selector: &str) -> Element {
        self.root.query_selector(selector).unwrap().unwrap_or_else(|| {
            panic!("no {selector} in {}", self.root.inner_html());
        })
    }

    /// Whether anything fits.
    pub fn has(&self, selector: &str) -> bool {
        self.root.query_selector(selector).unwrap().is_some()
    }

    /// Clicks it.
    pub fn click(&self, selector: &str) {
        self.find(selector).unchecked_into::<HtmlElement>().click();
    }

    /// Types a text into a field and leaves it.
    pub fn fill(&self, selector: &str, text: &str) {
        let field: HtmlInputElement = self.find(selector).unchecked_into();
        field.set_value(text);
        let event = web_sys::Event::new("change").unwrap();
        field.dispatch_event(&event).unwrap();
    }

    /// What stands in a field.
    pub fn value(&self, selector: &str) -> String {
        self.find(selector).unchecked_into::<HtmlInputElement>().value()
    }

    /// All its text.
    pub fn text(&self) -> String {
        self.root.text_content().unwrap_or_default()
    }
}

impl<M: Mountable> Drop for Stage<M> {
    fn drop(&mut self) {
        drop(self.handle.take());
        self.root.remove();
    }
}

/// Waits until it holds; fails after five seconds.
pub async fn until(what: &str, holds: impl Fn() -> bool) {
    for _ in 0..250 {
        if holds() {
            return;
        }
        sleep(Duration::from_millis(20)).await;
    }
    panic!("waited in vain for {what}");
}

/// Lets effects run.
pub async fn settle() {
    sleep(Duration::from_millis(20)).await;
}
