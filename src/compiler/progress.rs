//! How far long work has come, for whoever waits at a terminal: bars on the error output, nothing where it is piped.
//!
//! Only the program shows them: as a library, and in tests, the compiler is silent. A step is one counter's increment.

use indicatif::{ProgressBar, ProgressStyle};
use std::sync::atomic::{AtomicBool, Ordering};

static SHOWN: AtomicBool = AtomicBool::new(false);

/// Shows what follows; where the error output is no terminal, nothing is drawn all the same.
pub fn show() {
    SHOWN.store(true, Ordering::Relaxed);
}

/// A stretch of work, shown until it is dropped.
#[derive(Debug)]
pub struct Stage(ProgressBar);

impl Stage {
    /// Begins work of so many steps; without steps only what is being done is told.
    pub fn begin(what: &'static str, steps: usize) -> Self {
        if !SHOWN.load(Ordering::Relaxed) {
            return Self(ProgressBar::hidden());
        }
        let bar = if steps == 0 {
            ProgressBar::new_spinner()
        } else {
            let bar = ProgressBar::new(steps as u64);
            // A template that cannot be read leaves the library's own.
            match ProgressStyle::with_template("{msg} {bar:30} {pos}/{len} {eta}") {
                Ok(style) => bar.with_style(style),
                Err(_) => bar,
            }
        };
        bar.set_message(what);
        bar.tick();
        Self(bar)
    }

    /// One step is done.
    pub fn step(&self) {
        self.0.inc(1);
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        self.0.finish_and_clear();
    }
}
