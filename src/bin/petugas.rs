//! The page for staff, in the browser.

use etalase::app::desk::DeskPage;
use leptos::prelude::mount_to_body;

fn main() {
    mount_to_body(DeskPage);
}
