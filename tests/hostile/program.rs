//! The real program over a folder, and what it took: it and the processes in which it reads workbooks.

use crate::folder::fresh;
use serde_json::Value;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;
use wait4::Wait4;

/// The most memory that reading any single file may take.
pub(crate) const MOST_MEMORY: u64 = 512 * 1024 * 1024;
/// The most processor time, with the seconds that a slow machine's start of two processes takes.
pub(crate) const MOST_TIME: Duration = Duration::from_secs(10);

/// What became of a run.
pub(crate) struct Run {
    /// The exit code; a signal is none.
    pub(crate) code: Option<i32>,
    /// The report's problems as `code file`.
    pub(crate) said: Vec<String>,
    /// The most memory that one of its processes has held, in bytes.
    pub(crate) memory: u64,
    /// Processor time of all its processes.
    pub(crate) time: Duration,
}

/// `catalogue check` over a folder with these files in it.
pub(crate) fn check(name: &str, files: &[(&str, &[u8])]) -> Run {
    let folder = fresh(&format!("program-{name}"));
    for (name, bytes) in files {
        std::fs::write(folder.join(name), bytes).expect("a file");
    }
    check_folder(&folder)
}

/// `catalogue check` over a folder.
pub(crate) fn check_folder(folder: &Path) -> Run {
    let report = folder.join("laporan.json");
    let child = Command::new(env!("CARGO_BIN_EXE_catalogue"))
        .arg("check")
        .arg(folder)
        .args(["--at", "2026-11-21", "--report"])
        .arg(&report)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program");
    let used = child.wait4().expect("its end");
    let problems: Vec<Value> =
        serde_json::from_slice(&std::fs::read(&report).expect("a report")).expect("json");
    let line = |problem: &Value| {
        let word = |key: &str| problem[key].as_str().unwrap_or_default().to_owned();
        format!("{} {}", word("code"), word("file"))
    };
    Run {
        code: used.status.code(),
        said: problems.iter().map(line).collect(),
        memory: used.rusage.maxrss,
        time: used.rusage.utime + used.rusage.stime,
    }
}
