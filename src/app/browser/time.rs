//! The phone's clock, and waiting.

use crate::domain::time::Moment;
use leptos::prelude::set_timeout;
use std::cell::Cell;
use std::time::Duration;
use wasm_bindgen_futures::JsFuture;

thread_local! {
    /// Milliseconds to add to the phone's clock, where the server has shown it to be wrong.
    static SKEW: Cell<f64> = const { Cell::new(0.0) };
}

/// A phone whose clock is off by more than ten minutes is corrected; less is the network's delay.
const TOLERATED_MS: f64 = 600_000.0;

/// Milliseconds since 1970 by the phone, corrected by the server's clock where that was needed.
pub fn now_ms() -> u64 {
    (js_sys::Date::now() + SKEW.get()).max(0.0) as u64
}

/// The moment it is.
pub fn now() -> Moment {
    Moment((now_ms() / 1_000) as i64)
}

/// Compares the phone's clock with the `Date` header of an answer that has just come.
pub fn check_against(server_date: &str) {
    let server = js_sys::Date::parse(server_date);
    let skew = server - js_sys::Date::now();
    if skew.is_finite() {
        SKEW.set(if skew.abs() > TOLERATED_MS { skew } else { 0.0 });
    }
}

/// Does something after a while.
pub fn later(duration: Duration, then: impl FnOnce() + 'static) {
    set_boxed_timeout(duration, Box::new(then));
}

/// One copy of the browser's timer for all of them.
fn set_boxed_timeout(duration: Duration, then: Box<dyn FnOnce()>) {
    set_timeout(then, duration);
}

/// Waits.
pub async fn sleep(duration: Duration) {
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        later(duration, move || drop(resolve.call0(&wasm_bindgen::JsValue::UNDEFINED)));
    });
    // The promise is only ever resolved.
    drop(JsFuture::from(promise).await);
}
