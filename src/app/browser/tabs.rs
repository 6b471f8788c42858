//! Telling the other tabs of this market that something kept on the device has changed.

use leptos::prelude::{LocalStorage, StoredValue, WithValue, on_cleanup};
use wasm_bindgen::JsCast;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
use web_sys::{BroadcastChannel, MessageEvent};

/// A line to the other tabs.
#[derive(Clone)]
pub struct Tabs {
    // Absent in browsers without the interface: there each tab learns of the others when it is opened.
    channel: Option<BroadcastChannel>,
}

impl Tabs {
    /// Opens the line; `heard` runs whenever another tab has told something. It is closed with the owner.
    pub fn open(name: &str, heard: impl Fn() + 'static) -> Self {
        let channel = BroadcastChannel::new(name).ok();
        if let Some(channel) = &channel {
            let on_message = Closure::<dyn Fn(MessageEvent)>::new(move |_: MessageEvent| heard());
            channel.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
            let held = StoredValue::<_, LocalStorage>::new_local((channel.clone(), on_message));
            on_cleanup(move || held.with_value(|(channel, _)| channel.close()));
        }
        Self { channel }
    }

    /// Tells the other tabs.
    pub fn tell(&self) {
        if let Some(channel) = &self.channel {
            drop(channel.post_message(&JsValue::TRUE));
        }
    }
}
