//! A photo's bytes → its colour and its finished files, made in a process of their own where there can be one.
//!
//! Whatever a decoder does with a file made to harm it, it does to that process, within its limits.

use super::flaw::Flaw;
use super::{encode, look, read};
use crate::compiler::isolate::{self, Failure, Input, Limits};
use serde::{Deserialize, Serialize};
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Duration;

/// The largest photo that is taken needs 160 MB as it is decoded and as much again while it is shrunk.
const LIMITS: Limits = Limits {
    memory: 512 * 1024 * 1024,
    // A photo of a phone takes one second, and ten where the program was built without optimisation.
    processor_seconds: 60,
    patience: Duration::from_secs(300),
    most_input: read::MOST_BYTES,
    most_output: 16 * 1024 * 1024,
};

/// What is to be made of a photo.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    /// Only whether it can be, and its colour.
    Look,
    /// All its files too.
    Files,
}

impl Wish {
    const fn job(self) -> &'static str {
        match self {
            Self::Look => "look",
            Self::Files => "picture",
        }
    }

    /// The wish that a job's name means.
    pub fn of_job(job: &str) -> Option<Self> {
        [Self::Look, Self::Files].into_iter().find(|wish| wish.job() == job)
    }
}

/// What was made of a photo.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Made {
    /// Its mean colour; empty where it has none of its own.
    pub(super) colour: String,
    /// Its files in the order of `Picture::files`, where they were wished.
    pub(super) files: Vec<Vec<u8>>,
}

/// Makes of a photo what is wished.
pub(super) fn make(bytes: &[u8], wish: Wish) -> Result<Made, Flaw> {
    let Some(command) = isolate::child(wish.job()) else { return here(bytes, wish) };
    match isolate::ask(command, Input::Bytes(bytes), &LIMITS) {
        Ok(made) => made,
        Err(Failure::Limits) => Err(Flaw::Costly),
        Err(Failure::Crashed(_)) => Err(Flaw::Broken),
        // Where no child can be had, the limits that are counted while decoding remain.
        Err(Failure::NoChild(_)) => here(bytes, wish),
    }
}

/// The child's side: works on the photo on the standard input under this module's limits.
pub fn answer(wish: Wish) -> io::Result<()> {
    isolate::answer(&LIMITS, |bytes| here(bytes, wish))
}

fn here(bytes: &[u8], wish: Wish) -> Result<Made, Flaw> {
    guarded(|| {
        let upright = read::open(bytes)?.develop()?;
        let files = match wish {
            Wish::Look => Vec::new(),
            Wish::Files => encode::all(&upright).ok_or(Flaw::Broken)?,
        };
        Ok(Made { colour: look::colour(&upright).unwrap_or_default(), files })
    })
}

/// A decoder that panics has met a broken picture, not a reason to lose the market.
pub(super) fn guarded<T>(work: impl FnOnce() -> Result<T, Flaw>) -> Result<T, Flaw> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or(Err(Flaw::Broken))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_child_makes_comes_back_as_it_was() {
        let made: Result<Made, Flaw> =
            Ok(Made { colour: "f80".to_owned(), files: vec![vec![0, 255], Vec::new()] });
        let flawed: Result<Made, Flaw> = Err(Flaw::Large(100_000, 7));
        for result in [made, flawed] {
            let bytes = postcard::to_allocvec(&result).expect("bytes");
            let back: Result<Made, Flaw> = postcard::from_bytes(&bytes).expect("a result");
            assert_eq!(format!("{back:?}"), format!("{result:?}"));
        }
    }

    #[test]
    fn jobs_are_known_by_their_names() {
        for wish in [Wish::Look, Wish::Files] {
            assert_eq!(Wish::of_job(wish.job()), Some(wish));
        }
        assert_eq!(Wish::of_job("xlsx"), None);
    }
}
