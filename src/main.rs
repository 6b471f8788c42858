//! The app's entry in the browser.

use etalase::app::App;
use leptos::prelude::mount_to_body;

fn main() {
    mount_to_body(App);
}
