//! The catalogue compiler's entry: runs the command, prints why it failed.

use std::process::ExitCode;

#[expect(clippy::print_stderr, reason = "the program's last words belong on the error output")]
fn main() -> ExitCode {
    etalase::compiler::cmd::run().unwrap_or_else(|error| {
        eprintln!("galat: {error:#}");
        ExitCode::FAILURE
    })
}
