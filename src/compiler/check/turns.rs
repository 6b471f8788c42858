//! The one turn that each seller has in Gebetan: said where the sheets give it two, or one that no round has.
//!
//! Nothing is left out for it: whose turn counts is for people to decide.

use crate::compiler::check::programmes::Participants;
use crate::compiler::draft::round::RoundDraft;
use crate::compiler::faults::{Fault, Problems};
use crate::compiler::place::At;
use crate::domain::code::Code;
use crate::domain::round::{Month, Round};
use crate::domain::time::Date;
use crate::format::programmes::Turn;
use std::collections::HashMap;

/// The turns that published sellers tell, by seller. `rounds` are those published, by month, each with
/// the cell of its sellers.
pub fn check(
    drafts: &[RoundDraft],
    rounds: &[(Round, &At)],
    participants: Participants<'_>,
    at: Date,
    problems: &mut Problems,
) -> Vec<Turn> {
    let mut months: HashMap<&Code, Month> = HashMap::new();
    for (round, cell) in rounds {
        let mut again = Vec::new();
        for seller in &round.sellers {
            match months.get(seller) {
                Some(first) => again.push(format!("{seller} ({})", first.name())),
                None => {
                    months.insert(seller, round.month);
                }
            }
        }
        if !again.is_empty() {
            let message = format!(
                "Penjual ini sudah menjadi peserta putaran lain: {}. Setiap UMKM ikut satu kali.",
                again.join(", ")
            );
            doubtful(cell, None, message, problems);
        }
    }
    let mut turns = Vec::new();
    for (seller, part) in participants.parts() {
        let Some(turn) = part.turn else { continue };
        let month = Month::of(turn);
        let known = drafts.iter().any(|round| round.month == Some(month));
        let said = match months.get(seller) {
            Some(named) if *named != month => Some(format!(
                "Penjual ini tercatat ikut Gebetan {}, tetapi juga menjadi peserta putaran {}.",
                month.name(),
                named.name()
            )),
            // Turns of the past may be older than the sheet of rounds.
            None if !known && turn > at => {
                Some(format!("Tidak ada putaran Gebetan {} di lembar gebetan.", month.name()))
            }
            _ => None,
        };
        if let Some(message) = said {
            doubtful(&part.turn_cell, Some(turn.to_string()), message, problems);
        }
        turns.push(Turn { seller: seller.clone(), on: turn });
    }
    turns.sort_by(|a, b| a.seller.cmp(&b.seller));
    turns
}

fn doubtful(at: &At, value: Option<String>, message: String, problems: &mut Problems) {
    problems.add(
        Fault::TurnDoubtful,
        at,
        value,
        message,
        "Periksa gebetan_ikut penjual dan peserta putarannya.",
    );
}
