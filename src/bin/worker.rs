//! The checker of sheets, in a worker of the page for staff.

#[cfg(target_arch = "wasm32")]
fn main() {
    etalase::desk::worker::listen();
}

/// Elsewhere there is `catalogue check`.
#[cfg(not(target_arch = "wasm32"))]
fn main() {}
