//! The pages of the city's programmes, in the browser.

use etalase::app::programmes::ProgrammePages;
use leptos::prelude::mount_to_body;

fn main() {
    mount_to_body(ProgrammePages);
}
