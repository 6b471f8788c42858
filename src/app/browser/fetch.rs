//! Fetching a published file: checked by its hash, given up after a while, tried again where that makes sense.

use crate::app::browser::time::{check_against, sleep};
use gloo_net::http::Request;
use leptos::prelude::set_timeout_with_handle;
use std::time::Duration;
use web_sys::{AbortController, RequestCache};

/// Why a file is not there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FetchError {
    /// No connection, no answer in time, or a content that does not fit its hash.
    Network,
    /// The server says no.
    Status(u16),
}

/// How long one attempt may take.
const ATTEMPT: Duration = Duration::from_secs(20);
/// Pauses before the second, third and fourth attempt; each is shortened by chance so that phones on one mast do
/// not all come back at once.
const PAUSES_MS: [u32; 3] = [400, 1_600, 6_000];

/// How fresh the answer must be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Freshness<'a> {
    /// Asked anew each time: the pointer to everything else.
    Checked,
    /// Never changes under its name and must fit this hash.
    Immutable(&'a str),
}

/// The text of a file on this site.
pub async fn text(path: &str, freshness: Freshness<'_>) -> Result<String, FetchError> {
    let mut pauses = PAUSES_MS.iter();
    loop {
        let error = match attempt(path, freshness).await {
            Ok(text) => return Ok(text),
            Err(error) => error,
        };
        let temporary =
            matches!(error, FetchError::Network | FetchError::Status(408 | 429 | 500..));
        match pauses.next() {
            Some(pause) if temporary => {
                let pause = f64::from(*pause) * js_sys::Math::random();
                sleep(Duration::from_millis(pause as u64)).await;
            }
            _ => return Err(error),
        }
    }
}

async fn attempt(path: &str, freshness: Freshness<'_>) -> Result<String, FetchError> {
    let controller = AbortController::new().map_err(|_| FetchError::Network)?;
    let signal = controller.signal();
    let timer = set_timeout_with_handle(move || controller.abort(), ATTEMPT).ok();
    let request = Request::get(path).abort_signal(Some(&signal));
    let request = match freshness {
        Freshness::Checked => request.cache(RequestCache::NoCache),
        Freshness::Immutable(integrity) => request.integrity(integrity),
    };
    let answer = async {
        let response = request.send().await.map_err(|_| FetchError::Network)?;
        if !response.ok() {
            return Err(FetchError::Status(response.status()));
        }
        if let (Freshness::Checked, Some(date)) = (freshness, response.headers().get("date")) {
            check_against(&date);
        }
        response.text().await.map_err(|_| FetchError::Network)
    }
    .await;
    if let Some(timer) = timer {
        timer.clear();
    }
    answer
}
