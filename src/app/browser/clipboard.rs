//! Handing texts to other apps: the phone's share sheet and its clipboard.

use leptos::prelude::window;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::ShareData;

/// Whether the phone has a share sheet of its own.
pub fn can_share() -> bool {
    js_sys::Reflect::has(&window().navigator(), &JsValue::from_str("share")).unwrap_or(false)
}

/// Opens the phone's share sheet. A person who changes their mind is an error, too: see [`was_cancelled`].
pub async fn share(title: &str, text: &str, url: &str) -> Result<(), JsValue> {
    let data = ShareData::new();
    data.set_title(title);
    data.set_text(text);
    data.set_url(url);
    JsFuture::from(window().navigator().share_with_data(&data)).await.map(drop)
}

/// Whether sharing failed because the person changed their mind.
pub fn was_cancelled(error: &JsValue) -> bool {
    js_sys::Reflect::get(error, &JsValue::from_str("name"))
        .is_ok_and(|name| name.as_string().as_deref() == Some("AbortError"))
}

/// Copies a text.
pub async fn copy(text: &str) -> Result<(), JsValue> {
    let navigator = window().navigator();
    // Old WebViews and pages without https have no clipboard at all.
    if !js_sys::Reflect::has(&navigator, &JsValue::from_str("clipboard")).unwrap_or(false)
        || navigator.clipboard().is_undefined()
    {
        return Err(JsValue::UNDEFINED);
    }
    JsFuture::from(navigator.clipboard().write_text(text)).await.map(drop)
}
