//! The file of what goes on around the goods: rounds of Gebetan, events, what the programmes are, and where planners
//! find what they choose from.
//!
//! One file, because the pages that show them need most of it and there is little: a year is some dozens of rows. The
//! goods that planners choose from are in parts of their own, so that only a planner loads them.

use crate::domain::code::Code;
use crate::domain::event::Event;
use crate::domain::programme::Programme;
use crate::domain::round::Round;
use crate::domain::time::Date;
use crate::domain::wire::record;
use crate::format::manifest::FileRef;

/// Rounds, events and programmes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Programmes {
    /// By month, then code.
    pub rounds: Vec<Round>,
    /// By beginning, then code.
    pub events: Vec<Event>,
    /// As staff order them.
    pub programmes: Vec<Programme>,
    /// By seller.
    pub turns: Vec<Turn>,
    /// What Gebetan packages are filled from: files of [`super::shard::ProvisionShard`].
    pub gebetan: Vec<FileRef>,
    /// What can be served at meetings: files of the same kind.
    pub meetings: Vec<FileRef>,
}

/// A seller's one turn in Gebetan, as its own row tells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turn {
    /// The seller.
    pub seller: Code,
    /// The day of its turn.
    pub on: Date,
}

record!(Programmes { rounds, events, programmes, turns, gebetan, meetings });
record!(Turn { seller, on });
