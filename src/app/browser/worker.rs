//! A worker: a program of its own beside the page, which may die without taking the page along.

use super::file::{Bytes, File};
use super::time::later;
use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::js_sys::{Array, Promise};
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

/// What a worker has answered: its words, and the bytes beside them.
pub type Answer = (String, Option<Bytes>);

/// A worker that is asked one question.
#[derive(Default)]
struct Asked {
    worker: Option<Worker>,
    is_listening: bool,
    answer: Option<Answer>,
}

/// Starts a worker for one question and ends it with the answer. Its first words say that it listens. `None` where it cannot
/// be had, dies, or stays silent for longer than `patience`.
pub async fn ask_once(
    address: &str,
    question: String,
    files: Vec<File>,
    patience: Duration,
) -> Option<Answer> {
    let asked = Rc::new(RefCell::new(Asked::default()));
    let over = Promise::new(&mut |resolve, _| {
        let over = move || drop(resolve.call0(&JsValue::UNDEFINED));
        let (hear, died, late) = (Rc::clone(&asked), over.clone(), over.clone());
        let (question, files, answered) = (question.clone(), files.clone(), over);
        let heard = move |said, bytes| {
            let mut asked = hear.borrow_mut();
            if asked.is_listening {
                asked.answer = Some((said, bytes));
                answered();
            } else {
                asked.is_listening = true;
                if let Some(worker) = &asked.worker {
                    worker.ask(&question, &files);
                }
            }
        };
        let worker = Worker::start(address, heard, died);
        if worker.is_none() {
            late();
        }
        asked.borrow_mut().worker = worker;
        later(patience, late);
    });
    // The promise is only ever resolved, and goes on after the worker's own words have been heard out.
    drop(JsFuture::from(over).await);
    let asked = asked.take();
    asked.answer
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}
