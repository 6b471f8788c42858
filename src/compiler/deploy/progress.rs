//! How far the uploads are, on the error output, where a person looks at it; silent elsewhere.

use crate::compiler::hosts::megabytes;
use std::cell::Cell;
use std::io::{IsTerminal, Write};

/// The line that is written over and over.
#[derive(Debug, Default)]
pub struct Progress {
    shown: bool,
    files: Cell<usize>,
    bytes: Cell<u64>,
    all_files: Cell<usize>,
    all_bytes: Cell<u64>,
}

impl Progress {
    /// On the error output if it is a terminal.
    pub fn stderr() -> Self {
        Self { shown: std::io::stderr().is_terminal(), ..Self::default() }
    }

    /// So much is to be done now.
    pub(super) fn begin(&self, files: usize, bytes: u64) {
        self.files.set(0);
        self.bytes.set(0);
        self.all_files.set(files);
        self.all_bytes.set(bytes);
    }

    /// One more file is done.
    pub(super) fn done(&self, bytes: u64) {
        self.files.set(self.files.get() + 1);
        self.bytes.set(self.bytes.get() + bytes);
        if self.shown {
            let end = if self.files == self.all_files { "\n" } else { "" };
            // Nobody is harmed by a line that cannot be shown.
            let _ = write!(std::io::stderr(), "\r\u{1b}[K{}{end}", self.line());
        }
    }

    fn line(&self) -> String {
        format!(
            "mengunggah {} dari {} berkas ({} dari {})",
            self.files.get(),
            self.all_files.get(),
            megabytes(self.bytes.get()),
            megabytes(self.all_bytes.get()),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_done_is_counted_in_files_and_megabytes() {
        let progress = Progress::default();
        progress.begin(2, 3_250_000);
        progress.done(1_250_000);
        assert_eq!(progress.line(), "mengunggah 1 dari 2 berkas (1,2 MB dari 3,2 MB)");
    }
}
