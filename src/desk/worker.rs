//! The checker's edge towards the page: messages in, messages out, in a worker of its own.
//!
//! Every file is read here and nowhere else, so that one which asks for too much takes this worker down and not the
//! page. It keeps nothing and sends nothing anywhere but to its page.

use crate::desk::checker::Checker;
use crate::desk::protocol::{Ask, Tell};
use crate::domain::time::Moment;
use js_sys::{Array, Uint8Array};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{Closure, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, File, FileReaderSync, MessageEvent};

/// What the corrected copy is called.
const COPY: &str = "lembar-etalase-diperbaiki.xlsx";
/// What the page for sellers is called.
const PAPER: &str = "hasil-pemeriksaan.html";

/// Begins to listen.
pub fn listen() {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let checker = Rc::new(RefCell::new(Checker::default()));
    let heard = {
        let scope = scope.clone();
        Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            answer(&scope, &mut checker.borrow_mut(), &event.data());
        })
    };
    scope.set_onmessage(Some(heard.as_ref().unchecked_ref()));
    // Heard as long as the worker lives.
    heard.forget();
    tell(&scope, &Tell::Ready, None);
}

/// A message is an array: the question, and the files it comes with.
fn answer(scope: &DedicatedWorkerGlobalScope, checker: &mut Checker, message: &JsValue) {
    let message: &Array = message.unchecked_ref();
    let question = message.get(0).as_string().unwrap_or_default();
    // Both halves are of one build; another one's question is left unanswered, and the page waits no longer for it.
    let Ok(question) = serde_json::from_str::<Ask>(&question) else {
        return tell(scope, &Tell::Failed, None);
    };
    let today = Moment((js_sys::Date::now() / 1_000.0) as i64).date();
    match question {
        Ask::Take(names) => {
            for (at, name) in (1..).zip(names) {
                tell(scope, &Tell::Reading(name.clone()), None);
                let bytes = message.get(at).dyn_ref::<File>().and_then(read).unwrap_or_default();
                checker.take(&name, &bytes);
                tell(scope, &Tell::Taken(name), None);
            }
        }
        Ask::Drop(name) => checker.forget(&name),
        Ask::Check(request) => tell(scope, &Tell::Report(checker.check(&request, today)), None),
        Ask::Save(request) => match checker.save(&request, today) {
            Some(bytes) => tell(scope, &Tell::File(COPY.to_owned()), Some(&bytes)),
            None => tell(scope, &Tell::Failed, None),
        },
        Ask::Paper(request) => {
            let page = checker.paper(&request, today);
            tell(scope, &Tell::File(PAPER.to_owned()), Some(page.as_bytes()));
        }
    }
}

fn read(file: &File) -> Option<Vec<u8>> {
    let buffer = FileReaderSync::new().ok()?.read_as_array_buffer(file).ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}

/// An answer is an array too: what is said, and the bytes it comes with.
fn tell(scope: &DedicatedWorkerGlobalScope, what: &Tell, bytes: Option<&[u8]>) {
    let text = serde_json::to_string(what).unwrap_or_default();
    let message = Array::of1(&JsValue::from_str(&text));
    if let Some(bytes) = bytes {
        message.push(&Uint8Array::from(bytes));
    }
    // A page that is gone hears nothing.
    drop(scope.post_message(&message));
}
