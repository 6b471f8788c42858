//! What must survive a killed browser: text records in IndexedDB.
//!
//! localStorage loses what was written in the last seconds before a kill; a completed IndexedDB transaction does
//! not. A write counts only once its transaction has completed.

use crate::app::reactive::spawn;
use crate::domain::gather::Gather;
use js_sys::Promise;
use leptos::prelude::window;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbDatabase, IdbRequest, IdbTransactionMode};

/// The database of this market on the device.
const DATABASE: &str = "etalase";
/// Raised when the stores below change.
const VERSION: u32 = 1;
/// All records, by key.
const STORE: &str = "kept";

/// All records whose key begins so, with their keys.
pub async fn read(prefix: &str) -> Result<Vec<(String, String)>, JsValue> {
    let database = open().await?;
    let store = database
        .transaction_with_str_and_mode(STORE, IdbTransactionMode::Readonly)?
        .object_store(STORE)?;
    // Both are asked for before either answers: in two transactions another tab could write in between, and keys
    // would stand beside the values of others.
    let (keys, values) = (done(&store.get_all_keys()?), done(&store.get_all()?));
    let keys = JsFuture::from(keys).await?;
    let values = JsFuture::from(values).await?;
    database.close();
    let (keys, values) = (js_sys::Array::from(&keys), js_sys::Array::from(&values));
    let pairs = keys
        .iter()
        .zip(values.iter())
        .filter_map(|(key, value)| Some((key.as_string()?, value.as_string()?)));
    Ok(pairs.filter(|(key, _)| key.starts_with(prefix)).gather())
}

/// Rewrites records in one transaction: `merge` gets what stands there now, perhaps written by another tab a
/// moment ago, and returns what shall stand there. Returns only when the device has taken all of them.
pub fn rewrite(
    keys: Vec<String>,
    merge: impl Fn(&str, Option<String>) -> Option<String> + 'static,
) -> impl Future<Output = Result<(), JsValue>> {
    rewrite_by(keys, Rc::new(merge))
}

/// What stands there now, by its key, becomes what shall stand there.
type Merge = dyn Fn(&str, Option<String>) -> Option<String>;

/// One copy of the transaction for all of them.
async fn rewrite_by(keys: Vec<String>, merge: Rc<Merge>) -> Result<(), JsValue> {
    let database = open().await?;
    let transaction =
        database.transaction_with_str_and_mode(STORE, IdbTransactionMode::Readwrite)?;
    let store = transaction.object_store(STORE)?;
    let mut held = Vec::with_capacity(keys.len());
    for key in keys {
        let request = store.get(&JsValue::from_str(&key))?;
        let (store, merge, own) = (store.clone(), Rc::clone(&merge), request.clone());
        let on_read = Closure::once(move || {
            let before = own.result().ok().and_then(|value| value.as_string());
            let id = JsValue::from_str(&key);
            // A failed request aborts the whole transaction, which is what the caller is told.
            match merge(&key, before) {
                Some(record) => drop(store.put_with_key(&JsValue::from_str(&record), &id)),
                None => drop(store.delete(&id)),
            }
        });
        request.set_onsuccess(Some(on_read.as_ref().unchecked_ref()));
        held.push(on_read);
    }
    let committed = Promise::new(&mut |resolve, reject| {
        transaction.set_oncomplete(Some(&resolve));
        transaction.set_onabort(Some(&reject));
        transaction.set_onerror(Some(&reject));
    });
    let outcome = JsFuture::from(committed).await.map(drop);
    drop(held);
    database.close();
    outcome
}

/// Asks the browser not to clear the records when space runs short.
pub fn ask_to_persist() {
    let navigator = window().navigator();
    if js_sys::Reflect::has(&navigator, &JsValue::from_str("storage")).unwrap_or(false)
        && let Ok(promise) = navigator.storage().persist()
    {
        // Whatever the answer, the records are kept as well as the browser allows.
        spawn(async move { drop(JsFuture::from(promise).await) });
    }
}

async fn open() -> Result<IdbDatabase, JsValue> {
    let factory = window().indexed_db()?.ok_or(JsValue::UNDEFINED)?;
    let request = factory.open_with_u32(DATABASE, VERSION)?;
    let opening = request.clone();
    let failed = Rc::new(RefCell::new(None));
    let failure = Rc::clone(&failed);
    let on_upgrade = Closure::once(move || {
        let created = opening.result().and_then(|database| {
            let database: IdbDatabase = database.dyn_into()?;
            if !database.object_store_names().contains(STORE) {
                database.create_object_store(STORE)?;
            }
            Ok(())
        });
        *failure.borrow_mut() = created.err();
    });
    request.set_onupgradeneeded(Some(on_upgrade.as_ref().unchecked_ref()));
    let database = JsFuture::from(done(&request)).await?;
    match failed.borrow_mut().take() {
        Some(error) => Err(error),
        None => database.dyn_into(),
    }
}

/// A promise of the request's result.
fn done(request: &IdbRequest) -> Promise {
    Promise::new(&mut |resolve, reject| {
        let own = request.clone();
        let on_success = Closure::once_into_js(move || {
            let result = own.result().unwrap_or(JsValue::UNDEFINED);
            drop(resolve.call1(&JsValue::UNDEFINED, &result));
        });
        request.set_onsuccess(Some(on_success.unchecked_ref()));
        request.set_onerror(Some(&reject));
    })
}
