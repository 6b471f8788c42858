//! Copying a text, and saying whether that was possible.

use crate::app::browser::clipboard;
use crate::app::reactive::spawn;
use crate::app::state::toast::Toasts;

/// Copies a text and says what came of it.
pub fn copy(toasts: Toasts, text: String, done: &'static str, failed: &'static str) {
    spawn(async move {
        let copied = clipboard::copy(&text).await;
        toasts.say(if copied.is_ok() { done } else { failed });
    });
}
