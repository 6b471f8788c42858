//! `ReadableStream`, in place of the crate wasm-streams.
//!
//! leptos always links server_fn, which names that crate; nothing of this market opens a stream. But the crate exports
//! classes to JavaScript, and what is exported can be dropped neither by the linker nor by wasm-opt: seven
//! kilobytes of the app. Here a stream is made of closures, which go with whoever does not use them.

use futures_util::StreamExt;
use futures_util::stream::{Stream, unfold};
use js_sys::{Object, Promise, Reflect};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use web_sys::{ReadableStreamDefaultController, ReadableStreamDefaultReader};

/// A stream of the browser.
#[derive(Debug)]
pub struct ReadableStream(web_sys::ReadableStream);

impl ReadableStream {
    /// The browser's own stream.
    pub fn from_raw(raw: web_sys::ReadableStream) -> Self {
        Self(raw)
    }

    /// The browser's own stream.
    pub fn into_raw(self) -> web_sys::ReadableStream {
        self.0
    }

    /// A stream that the browser pulls from; an error of the stream is one of the browser's.
    pub fn from_stream<S>(stream: S) -> Self
    where
        S: Stream<Item = Result<JsValue, JsValue>> + 'static,
    {
        let stream = Rc::new(RefCell::new(Some(Box::pin(stream))));
        let pull = move |controller: ReadableStreamDefaultController| -> Promise {
            let stream = Rc::clone(&stream);
            future_to_promise(async move {
                // The browser pulls again only after the last pull has ended.
                let Some(mut own) = stream.take() else { return Ok(JsValue::UNDEFINED) };
                match own.next().await {
                    Some(chunk) => {
                        controller.enqueue_with_chunk(&chunk?)?;
                        stream.replace(Some(own));
                    }
                    None => controller.close()?,
                }
                Ok(JsValue::UNDEFINED)
            })
        };
        let pull = Closure::<dyn FnMut(ReadableStreamDefaultController) -> Promise>::new(pull);
        let source = Object::new();
        // A new object takes any property, and a source with a pull is one.
        drop(Reflect::set(&source, &JsValue::from_str("pull"), &pull.into_js_value()));
        match web_sys::ReadableStream::new_with_underlying_source(&source) {
            Ok(raw) => Self(raw),
            Err(error) => wasm_bindgen::throw_val(error),
        }
    }

    /// Its chunks, up to its end or its first error.
    pub fn into_stream(self) -> impl Stream<Item = Result<JsValue, JsValue>> + 'static {
        let reader = self.0.get_reader().unchecked_into::<ReadableStreamDefaultReader>();
        unfold(Some(reader), |reader| async move {
            let reader = reader?;
            match JsFuture::from(reader.read()).await {
                Err(error) => Some((Err(error), None)),
                Ok(read) => {
                    let of = |name| Reflect::get(&read, &JsValue::from_str(name));
                    let is_done = of("done").is_ok_and(|done| done.is_truthy());
                    (!is_done).then(|| (of("value"), Some(reader)))
                }
            }
        })
    }
}
