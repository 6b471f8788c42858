//! One job on one file in a process of its own, which limits its memory and its time before it reads a byte.
//!
//! A library that asks for too much memory aborts its process, and nothing inside that process can stop it. So this
//! program runs itself: the file is the child's input, the result its output, and whatever becomes of the child is
//! one [`Failure`] here. Knows neither sheets nor pictures. Where no program has been named ([`serve`]) there are no
//! children: the library alone, its tests, and systems without processes work in their own memory.

use serde::Serialize;
use serde::de::DeserializeOwned;
use std::fs::File;
use std::io::{self, Read, Write};
use std::path::PathBuf;
use std::process::{Child, ChildStdout, Command, ExitStatus, Stdio};
use std::sync::OnceLock;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

/// The command line's word for a child; what follows it is the job.
pub const WORD: &str = "isolated";

/// What a child may use. Memory and processor time are its own to hold; the rest is its parent's.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Bytes of memory, all of the address space counted.
    pub memory: u64,
    /// Whole seconds of processor time: a slow or busy machine does not make a file worse.
    pub processor_seconds: u64,
    /// How long the parent waits at all, for a child that uses no processor time.
    pub patience: Duration,
    /// Bytes that the file may have.
    pub most_input: u64,
    /// Bytes that the result may have.
    pub most_output: u64,
}

/// Why there is no result.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The job needed more memory, time or room for its result than it may have.
    #[error("the job went beyond its limits")]
    Limits,
    /// The child ended without a whole result.
    #[error("the child ended early: {0}")]
    Crashed(ExitStatus),
    /// No child could be started or waited for.
    #[error("no child process: {0}")]
    NoChild(#[from] io::Error),
}

static PROGRAM: OnceLock<PathBuf> = OnceLock::new();

/// Says that this process's own program answers to [`WORD`], so that children can be started from it.
pub fn serve() {
    if let Ok(program) = std::env::current_exe() {
        // A second call names the same program.
        let _ = PROGRAM.set(program);
    }
}

/// The command that does a job in a child, where children can be started.
pub fn child(job: &str) -> Option<Command> {
    let mut command = Command::new(PROGRAM.get()?);
    command.args([WORD, job]);
    // Our allocator takes a gigabyte of addresses before the child can limit itself: with these it would have more
    // than its limit, and the libraries that bring an allocator of their own would have nothing.
    command.env("MIMALLOC_ARENA_RESERVE", "0");
    Some(command)
}

/// What a child works on.
#[derive(Debug)]
pub enum Input<'a> {
    /// A file, which it reads itself.
    File(File),
    /// Bytes, which it is handed.
    Bytes(&'a [u8]),
}

/// Starts the child with its input and waits for its result.
pub fn ask<T: DeserializeOwned>(
    mut command: Command,
    input: Input<'_>,
    limits: &Limits,
) -> Result<T, Failure> {
    let bytes = match input {
        Input::File(file) => {
            command.stdin(file);
            None
        }
        Input::Bytes(bytes) => {
            command.stdin(Stdio::piped());
            Some(bytes)
        }
    };
    // What a dying library prints says nothing to staff.
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn()?;
    let hand = child.stdin.take();
    let heard = thread::scope(|scope| {
        scope.spawn(|| {
            // A child that ends before it has read everything has said what is to be said by then.
            let _ = hand.zip(bytes).map(|(mut hand, bytes)| hand.write_all(bytes));
        });
        listen(&mut child, limits)
    });
    // Whole or refused, nothing that the child may still do is of use.
    let _ = child.kill();
    let status = child.wait()?;
    // A result that is cut off, or has anything behind it, is none.
    match postcard::take_from_bytes(&heard?) {
        Ok((result, [])) => Ok(result),
        _ if exhausted(status) => Err(Failure::Limits),
        _ => Err(Failure::Crashed(status)),
    }
}

/// What the child writes until it ends, within its limits.
fn listen(child: &mut Child, limits: &Limits) -> Result<Vec<u8>, Failure> {
    let output = child.stdout.take().ok_or_else(|| io::Error::from(io::ErrorKind::BrokenPipe))?;
    let (sender, receiver) = mpsc::channel();
    let most = limits.most_output;
    let listener = thread::Builder::new().spawn(move || {
        // Nobody hears it any more when patience has run out.
        let _ = sender.send(bounded(output, most));
    })?;
    let heard = receiver.recv_timeout(limits.patience);
    if heard.is_err() {
        // The listener ends with its child.
        let _ = child.kill();
    }
    let _ = listener.join();
    match heard {
        Ok(Ok(Some(bytes))) => Ok(bytes),
        Ok(Ok(None)) | Err(_) => Err(Failure::Limits),
        Ok(Err(error)) => Err(error.into()),
    }
}

fn bounded(output: ChildStdout, most: u64) -> io::Result<Option<Vec<u8>>> {
    let mut bytes = Vec::new();
    let read = output.take(most.saturating_add(1)).read_to_end(&mut bytes)? as u64;
    Ok((read <= most).then_some(bytes))
}

/// Whether the child ran into one of its limits: an allocation that fails aborts, and the system ends the rest.
#[cfg(unix)]
fn exhausted(status: ExitStatus) -> bool {
    use std::os::unix::process::ExitStatusExt;
    const ABORTED: i32 = 6;
    const KILLED: i32 = 9;
    const OUT_OF_PROCESSOR_TIME: i32 = 24;
    matches!(status.signal(), Some(ABORTED | KILLED | OUT_OF_PROCESSOR_TIME))
}

#[cfg(not(unix))]
fn exhausted(_: ExitStatus) -> bool {
    false
}

/// The child's side: limits this process for good, then does the job on the standard input.
pub fn answer<T: Serialize>(limits: &Limits, job: impl FnOnce(&[u8]) -> T) -> io::Result<()> {
    limit_this_process(limits)?;
    let mut input = Vec::new();
    io::stdin().take(limits.most_input.saturating_add(1)).read_to_end(&mut input)?;
    let result = job(&input);
    drop(input);
    let output = io::BufWriter::with_capacity(1 << 16, io::stdout().lock());
    postcard::to_io(&result, output).map_err(io::Error::other)?.flush()
}

#[cfg(unix)]
fn limit_this_process(limits: &Limits) -> io::Result<()> {
    use rlimit::Resource;
    // An abort is expected here and leaves nothing worth keeping.
    Resource::CORE.set(0, 0)?;
    Resource::AS.set(limits.memory, limits.memory)?;
    // One second between the signal that ends a child and the one that cannot be caught.
    Resource::CPU.set(limits.processor_seconds, limits.processor_seconds.saturating_add(1))
}

/// Elsewhere a process cannot limit itself: what its parent counts and the limits of the job remain.
#[cfg(not(unix))]
fn limit_this_process(_: &Limits) -> io::Result<()> {
    Ok(())
}

#[cfg(unix)]
#[cfg(test)]
mod tests {
    use super::*;

    const LIMITS: Limits = Limits {
        memory: 1 << 30,
        processor_seconds: 10,
        patience: Duration::from_secs(60),
        most_input: 1_000,
        most_output: 1_000,
    };

    /// What becomes of a child that does this.
    fn of(script: &str, limits: &Limits) -> Result<String, Failure> {
        let mut command = Command::new("/bin/sh");
        command.args(["-c", script]);
        ask(command, Input::File(File::open("/dev/null").expect("an empty file")), limits)
    }

    #[test]
    fn a_whole_result_is_taken() {
        assert_eq!(of(r"printf '\003abc'", &LIMITS).expect("a text"), "abc");
    }

    #[test]
    fn bytes_reach_the_child_and_a_child_that_reads_none_of_them_is_no_trouble() {
        let long = vec![b'a'; 1 << 20];
        for (script, result) in [(r"printf '\003'; head -c 3", "aaa"), (r"printf '\003abc'", "abc")]
        {
            let mut command = Command::new("/bin/sh");
            command.args(["-c", script]);
            let heard: String = ask(command, Input::Bytes(&long), &LIMITS).expect("a text");
            assert_eq!(heard, result);
        }
    }

    #[test]
    fn a_result_that_is_cut_off_or_goes_on_is_none() {
        for script in [r"printf '\003ab'", r"printf '\003abcd'", "exit 0", "exit 7"] {
            assert!(matches!(of(script, &LIMITS), Err(Failure::Crashed(_))), "{script}");
        }
    }

    #[test]
    fn a_child_that_aborts_or_is_ended_by_the_system_went_beyond_its_limits() {
        for signal in ["ABRT", "KILL", "XCPU"] {
            let script = format!("ulimit -c 0; kill -{signal} $$");
            assert!(matches!(of(&script, &LIMITS), Err(Failure::Limits)), "{signal}");
        }
        assert!(matches!(of("ulimit -c 0; kill -SEGV $$", &LIMITS), Err(Failure::Crashed(_))));
    }

    #[test]
    fn a_child_that_only_sleeps_is_ended_by_its_parent() {
        let limits = Limits { patience: Duration::from_millis(200), ..LIMITS };
        assert!(matches!(of("exec sleep 600", &limits), Err(Failure::Limits)));
    }

    #[test]
    fn a_result_without_end_is_not_read_to_its_end() {
        assert!(matches!(of("exec cat /dev/zero", &LIMITS), Err(Failure::Limits)));
    }

    #[test]
    fn a_length_that_is_announced_and_does_not_come_takes_no_memory() {
        // Five bytes of seven bits each: a text of 34 thousand million bytes.
        let script = r"printf '\377\377\377\377\177abc'";
        assert!(matches!(of(script, &LIMITS), Err(Failure::Crashed(_))));
    }

    #[test]
    fn without_a_program_nothing_is_started() {
        let command = Command::new("/nowhere/catalogue");
        let input = Input::Bytes(b"a");
        assert!(matches!(ask::<String>(command, input, &LIMITS), Err(Failure::NoChild(_))));
    }
}
