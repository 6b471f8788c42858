//! Short words at the edge of the screen: what has just happened, and where to go from there.

use crate::app::browser::time::later;
use crate::app::reactive::{RwSignal, StoredValue, expect_context, provide_context};
use std::sync::Arc;
use std::time::Duration;

/// Long enough to read twelve words twice.
const SHOWN: Duration = Duration::from_secs(6);

/// What can be done about what is said.
#[derive(Clone)]
pub enum Next {
    /// A page that follows it up: its address.
    Go(String),
    /// Something that takes it back.
    Do(Arc<dyn Fn() + Send + Sync>),
}

/// What is said.
#[derive(Clone)]
pub struct Said {
    /// The words.
    pub text: String,
    /// What can be done, and what that is called.
    pub next: Option<(String, Next)>,
    turn: u32,
}

/// The place where it is said, as a context.
#[derive(Clone, Copy)]
pub struct Toasts {
    /// What is said now.
    pub now: RwSignal<Option<Said>>,
    turn: StoredValue<u32>,
}

impl Toasts {
    /// Provides the place.
    pub fn provide() {
        provide_context(Self { now: RwSignal::new(None), turn: StoredValue::new(0) });
    }

    /// The place of this app.
    pub fn expect() -> Self {
        expect_context()
    }

    /// Says something.
    pub fn say(self, text: impl Into<String>) {
        self.show(text.into(), None);
    }

    /// Says something, with a link to follow it up.
    pub fn say_with_link(
        self,
        text: impl Into<String>,
        label: impl Into<String>,
        href: impl Into<String>,
    ) {
        self.show(text.into(), Some((label.into(), Next::Go(href.into()))));
    }

    /// Says something that can be taken back.
    pub fn say_with_undo(
        self,
        text: impl Into<String>,
        label: impl Into<String>,
        undo: impl Fn() + Send + Sync + 'static,
    ) {
        self.show(text.into(), Some((label.into(), Next::Do(Arc::new(undo)))));
    }

    /// Says nothing any more.
    pub fn hush(self) {
        self.now.set(None);
    }

    fn show(self, text: String, next: Option<(String, Next)>) {
        self.turn.update_value(|turn| *turn += 1);
        let turn = self.turn.get_value();
        self.now.set(Some(Said { text, next, turn }));
        later(SHOWN, move || {
            self.now.update(|now| {
                if now.as_ref().is_some_and(|said| said.turn == turn) {
                    *now = None;
                }
            });
        });
    }
}
