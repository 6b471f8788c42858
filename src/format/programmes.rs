//! The file of what goes on around the goods: rounds of Gebetan, events, and what the programmes are.
//!
//! One file, because the pages that show them need most of it and there is little: a year is some dozens of rows.

use crate::domain::code::Code;
use crate::domain::event::Event;
use crate::domain::programme::Programme;
use crate::domain::round::Round;
use crate::domain::time::Date;
use crate::domain::wire::record;

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
}

/// A seller's one turn in Gebetan, as its own row tells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turn {
    /// The seller.
    pub seller: Code,
    /// The day of its turn.
    pub on: Date,
}

record!(Programmes { rounds, events, programmes, turns });
record!(Turn { seller, on });
