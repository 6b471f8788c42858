//! The app's entry in the browser.

fn main() {
    etalase::app::start();
}
