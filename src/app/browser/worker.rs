//! A worker: a program of its own beside the page, which may die without taking the page along.

use super::file::{Bytes, File};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::js_sys::Array;
use web_sys::{Event, MessageEvent, WorkerOptions, WorkerType};

/// A running worker. It ends when this is dropped.
pub struct Worker {
    worker: web_sys::Worker,
    _heard: Closure<dyn FnMut(MessageEvent)>,
    _died: Closure<dyn FnMut(Event)>,
}

impl Worker {
    /// Starts one. `heard` is told what it says and the bytes beside it; `died` that it will say nothing more.
    pub fn start(
        address: &str,
        mut heard: impl FnMut(String, Option<Bytes>) + 'static,
        mut died: impl FnMut() + 'static,
    ) -> Option<Self> {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let worker = web_sys::Worker::new_with_options(address, &options).ok()?;
        let heard = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            let message: Array = event.data().unchecked_into();
            let bytes = message.get(1);
            let bytes = (!bytes.is_undefined()).then(|| Bytes::new(bytes));
            heard(message.get(0).as_string().unwrap_or_default(), bytes);
        });
        let died = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
            event.prevent_default();
            died();
        });
        worker.set_onmessage(Some(heard.as_ref().unchecked_ref()));
        worker.set_onerror(Some(died.as_ref().unchecked_ref()));
        Some(Self { worker, _heard: heard, _died: died })
    }

    /// Says something, with files beside it.
    pub fn ask(&self, what: &str, files: &[File]) {
        let message = Array::of1(&JsValue::from_str(what));
        for file in files {
            message.push(file.as_js());
        }
        // A worker that cannot be spoken to has died, and that is told on its own.
        drop(self.worker.post_message(&message));
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}
