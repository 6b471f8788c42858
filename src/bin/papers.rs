//! What the planners hand out and take in, in a worker of their pages.

#[cfg(target_arch = "wasm32")]
fn main() {
    etalase::papers::worker::listen();
}

/// Elsewhere nobody asks.
#[cfg(not(target_arch = "wasm32"))]
fn main() {}
