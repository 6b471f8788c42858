//! Where a piece stands while it is tested, and how the test waits for it.

use etalase::app::browser::time::sleep;
use etalase::app::node::IntoNode;
use etalase::app::node::dom::{Drawn, mount};
use leptos::prelude::{Owner, document};
use std::time::Duration;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement};

/// A drawn view; it goes with this value.
pub struct Stage {
    root: Element,
    _owner: Owner,
    _drawn: Drawn,
}

/// Draws a view in a place of its own.
pub fn show<N: IntoNode>(view: impl FnOnce() -> N) -> Stage {
    start();
    let root = document().create_element("div").unwrap();
    document().body().unwrap().append_child(&root).unwrap();
    let owner = Owner::new();
    let drawn = owner.with(|| mount(&root, view().into_node()));
    Stage { root, _owner: owner, _drawn: drawn }
}

/// Starts what runs effects and tasks; mounting a view, even an empty one, does.
pub fn start() {
    leptos::mount::mount_to_body(|| ());
}

impl Stage {
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

impl Drop for Stage {
    fn drop(&mut self) {
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
