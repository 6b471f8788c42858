//! The edge of a program that runs in a worker of a page: messages in, messages out, bytes beside them.
//!
//! It knows no question and no answer. Files are read where they are asked about, so that one which asks for too much
//! takes its worker down and not the page.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{Closure, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, File, FileReaderSync, MessageEvent};

/// The page that the worker answers.
pub struct Page(DedicatedWorkerGlobalScope);

/// A message of the page: an array of what is asked and the files it comes with.
pub struct Message(Array);

impl Message {
    /// What is asked.
    pub fn question(&self) -> String {
        self.0.get(0).as_string().unwrap_or_default()
    }

    /// The content of a file that came beside, counted from 0; nothing where it cannot be read.
    pub fn file(&self, nth: u32) -> Option<Vec<u8>> {
        self.0.get(nth.saturating_add(1)).dyn_ref::<File>().and_then(read)
    }
}

impl Page {
    /// Says something, perhaps with bytes beside it. An answer is an array too.
    pub fn tell(&self, what: &str, bytes: Option<&[u8]>) {
        let message = Array::of1(&JsValue::from_str(what));
        if let Some(bytes) = bytes {
            message.push(&Uint8Array::from(bytes));
        }
        // A page that is gone hears nothing.
        drop(self.0.post_message(&message));
    }
}

/// Answers every message as long as the worker lives. `ready` is said first, once it listens.
pub fn listen(ready: &str, mut answer: impl FnMut(&Page, &Message) + 'static) {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let page = Page(scope.clone());
    let heard = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        answer(&page, &Message(event.data().unchecked_into()));
    });
    scope.set_onmessage(Some(heard.as_ref().unchecked_ref()));
    heard.forget();
    Page(scope).tell(ready, None);
}

/// Seconds since 1970 by the machine's clock.
pub fn now() -> i64 {
    (js_sys::Date::now() / 1_000.0) as i64
}

fn read(file: &File) -> Option<Vec<u8>> {
    let buffer = FileReaderSync::new().ok()?.read_as_array_buffer(file).ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}
