//! The catalogue compiler's entry: brings the clock, runs the command, prints why it failed.

use etalase::compiler::pages::Draw;
use etalase::domain::time::Moment;
use mimalloc::MiMalloc;
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

#[expect(clippy::print_stderr, reason = "the program's last words belong on the error output")]
fn main() -> ExitCode {
    // A clock before 1970 is a broken one; any day will do for it.
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    #[cfg(feature = "pages")]
    let draw: Option<&dyn Draw> = Some(&etalase::prerender::Views);
    #[cfg(not(feature = "pages"))]
    let draw: Option<&dyn Draw> = None;
    etalase::compiler::cmd::run(Moment(since.as_secs() as i64), draw).unwrap_or_else(|error| {
        eprintln!("galat: {error:#}");
        ExitCode::FAILURE
    })
}
