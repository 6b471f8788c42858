//! Rounds of Gebetan, events and programmes: codes, and who takes part in what.
//!
//! Sellers are checked before; what does not stand here never keeps a seller or its goods out.

use crate::compiler::check::codes::{Assigned, assign};
use crate::compiler::check::sellers::Sellers;
use crate::compiler::check::turns;
use crate::compiler::columns::Kind;
use crate::compiler::draft::event::EventDraft;
use crate::compiler::draft::programme::ProgrammeDraft;
use crate::compiler::draft::round::RoundDraft;
use crate::compiler::draft::seller::Part;
use crate::compiler::draft::{self, Context, event, programme, round};
use crate::compiler::faults::{Fault, Problems};
use crate::compiler::header::Sheet;
use crate::compiler::place::At;
use crate::compiler::read::Count;
use crate::compiler::row::RowReader;
use crate::compiler::trust::Guard;
use crate::domain::code::Code;
use crate::domain::event::Event;
use crate::domain::programme::Programme;
use crate::domain::round::Round;
use crate::domain::seller::{Seller, WhatsApp};
use crate::domain::time::Date;
use crate::format::programmes::Programmes;
use std::collections::HashMap;

/// The rows of the three kinds.
#[derive(Clone, Debug, Default)]
pub struct Drafts {
    rounds: Vec<RoundDraft>,
    events: Vec<EventDraft>,
    programmes: Vec<ProgrammeDraft>,
}

/// Codes of the rows, in their order.
#[derive(Clone, Debug, Default)]
pub struct Codes {
    /// Rounds.
    pub rounds: Vec<Assigned>,
    /// Events.
    pub events: Vec<Assigned>,
    /// Programmes.
    pub programmes: Vec<Assigned>,
}

/// How many rows of each kind there were, and what became of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Rounds.
    pub rounds: Count,
    /// Events.
    pub events: Count,
    /// Programmes.
    pub programmes: Count,
}

/// The sellers, as rounds and events need them.
#[derive(Clone, Copy, Debug)]
pub struct Participants<'a> {
    /// All, published or not.
    pub all: &'a Sellers,
    /// Those published, by code.
    pub published: &'a [Seller],
}

impl Participants<'_> {
    /// The code of a seller that is published.
    fn code(&self, at: usize) -> Option<&Code> {
        self.all.code(at).filter(|code| self.is_published(code))
    }

    fn is_published(&self, code: &Code) -> bool {
        self.published.binary_search_by(|seller| seller.code.cmp(code)).is_ok()
    }

    /// What published sellers say of their part, with their codes.
    pub fn parts(&self) -> impl Iterator<Item = (&Code, &Part)> {
        self.all.drafts.iter().enumerate().filter_map(|(at, draft)| {
            let part = draft.part.as_deref()?;
            Some((self.code(at)?, part))
        })
    }
}

/// Reads the rows of the three kinds.
pub fn read(sheets: &[Sheet], context: Context<'_>, problems: &mut Problems) -> Drafts {
    let of = |kind: Kind| sheets.iter().filter(move |sheet| sheet.kind == kind);
    Drafts {
        rounds: draft::rows(of(Kind::Gebetan), problems, |sheet, row, problems| {
            round::read(&mut RowReader::new(sheet, row, problems))
        }),
        events: draft::rows(of(Kind::Acara), problems, |sheet, row, problems| {
            event::read(&mut RowReader::new(sheet, row, problems), context)
        }),
        programmes: draft::rows(of(Kind::Program), problems, |sheet, row, problems| {
            programme::read(&mut RowReader::new(sheet, row, problems), context)
        }),
    }
}

/// What will be published of the rows, and their codes. `example` markets publish no number; `at` is the day it is.
pub fn check(
    drafts: &Drafts,
    participants: Participants<'_>,
    example: bool,
    at: Date,
    guard: &mut Guard<'_>,
    problems: &mut Problems,
) -> (Programmes, Codes, Counts) {
    let rounds: Vec<_> = drafts.rounds.iter().map(|draft| &draft.identity).collect();
    let events: Vec<_> = drafts.events.iter().map(|draft| &draft.identity).collect();
    let programmes: Vec<_> = drafts.programmes.iter().map(|draft| &draft.identity).collect();
    let codes = Codes {
        rounds: assign(&rounds, "gebetan", problems),
        events: assign(&events, "acara", problems),
        programmes: assign(&programmes, "program", problems),
    };
    let mut rounds = rounds_of(drafts, &codes, participants, example, problems);
    for (round, draft) in &mut rounds {
        guard.round(round, &draft.identity.row, problems);
    }
    let rounds: Vec<(Round, &At)> =
        rounds.into_iter().map(|(round, draft)| (round, &draft.sellers_cell)).collect();
    let turns = turns::check(&drafts.rounds, &rounds, participants, at, problems);
    let published = Programmes {
        rounds: rounds.into_iter().map(|(round, _)| round).collect(),
        events: events_of(drafts, &codes, participants, problems),
        programmes: programmes_of(drafts, &codes),
        turns,
        ..Programmes::default()
    };
    let counts = Counts {
        rounds: Count::of(drafts.rounds.len(), published.rounds.len()),
        events: Count::of(drafts.events.len(), published.events.len()),
        programmes: Count::of(drafts.programmes.len(), published.programmes.len()),
    };
    (published, codes, counts)
}

/// The rounds by month and code, each with its row.
fn rounds_of<'a>(
    drafts: &'a Drafts,
    codes: &Codes,
    participants: Participants<'_>,
    example: bool,
    problems: &mut Problems,
) -> Vec<(Round, &'a RoundDraft)> {
    let mut rounds: Vec<(Round, &RoundDraft)> = drafts
        .rounds
        .iter()
        .zip(&codes.rounds)
        .filter_map(|(draft, assigned)| {
            // Who takes part is looked at in a refused row too, so that it is mended in one go.
            let sellers = sellers_of(draft, participants, problems);
            let code = assigned.code().filter(|_| !draft.refused)?.clone();
            let contact = draft
                .phone
                .clone()
                .map(|phone| if example { WhatsApp::Example } else { WhatsApp::Number(phone) });
            let round = Round {
                code,
                month: draft.month?,
                closes: draft.closes?,
                delivers: draft.delivers,
                cooperative: draft.cooperative.clone(),
                contact,
                sellers,
                note: draft.note.clone(),
            };
            Some((round, draft))
        })
        .collect();
    rounds.sort_by(|(a, _), (b, _)| (a.month, &a.code).cmp(&(b.month, &b.code)));
    rounds
}

/// The published sellers among those that a round names.
fn sellers_of(
    draft: &RoundDraft,
    participants: Participants<'_>,
    problems: &mut Problems,
) -> Vec<Code> {
    let mut sellers: Vec<Code> = Vec::new();
    let (mut unknown, mut refused) = (Vec::new(), Vec::new());
    let mut meant = None;
    for word in &draft.sellers {
        let found = participants.all.by_code(word);
        match (found, found.and_then(|at| participants.code(at))) {
            (_, Some(code)) if sellers.contains(code) => {}
            (_, Some(code)) => sellers.push(code.clone()),
            (Some(_), None) => refused.push(word.as_str()),
            (None, None) => {
                meant = meant.or_else(|| participants.all.code_of_name(word));
                unknown.push(word.as_str());
            }
        }
    }
    if !unknown.is_empty() {
        let fix = match meant {
            Some(code) => format!("Tulis kode penjualnya, misalnya {code}."),
            None => "Periksa kodenya, atau tambahkan penjualnya di lembar penjual.".to_owned(),
        };
        problems.add(
            Fault::SellerUnknown,
            &draft.sellers_cell,
            Some(unknown.join("; ")),
            "Tidak ada penjual dengan kode ini. Peserta lain di sel ini tetap terbit.",
            fix,
        );
    }
    if !refused.is_empty() {
        problems.add(
            Fault::ParticipantRefused,
            &draft.sellers_cell,
            Some(refused.join("; ")),
            "Peserta ini sendiri tidak terbit, jadi putaran ini terbit tanpa dia.",
            "Perbaiki dulu baris penjualnya.",
        );
    }
    sellers
}

fn events_of(
    drafts: &Drafts,
    codes: &Codes,
    participants: Participants<'_>,
    problems: &mut Problems,
) -> Vec<Event> {
    let mut events: Vec<Event> = Vec::new();
    // A row that stands is known by its place among the published, one that does not by nothing.
    let mut places: HashMap<&Code, Option<usize>> = HashMap::new();
    for (draft, assigned) in drafts.events.iter().zip(&codes.events) {
        let Some(code) = assigned.code() else { continue };
        let event = event(draft, code);
        places.insert(code, event.is_some().then_some(events.len()));
        events.extend(event);
    }
    for (seller, part) in participants.parts() {
        let (mut unknown, mut refused) = (Vec::new(), Vec::new());
        for word in &part.events {
            let code = Code::fold(word).ok().map(|(code, _)| code);
            match code.and_then(|code| places.get(&code).copied()) {
                None => unknown.push(word.as_str()),
                Some(None) => refused.push(word.as_str()),
                Some(Some(at)) => {
                    if let Some(event) = events.get_mut(at)
                        && !event.sellers.contains(seller)
                    {
                        event.sellers.push(seller.clone());
                    }
                }
            }
        }
        report_events(part, &unknown, &refused, problems);
    }
    for event in &mut events {
        event.sellers.sort();
    }
    events.sort_by(|a, b| (a.window.from, &a.code).cmp(&(b.window.from, &b.code)));
    events
}

fn event(draft: &EventDraft, code: &Code) -> Option<Event> {
    (!draft.refused).then_some(())?;
    Some(Event {
        code: code.clone(),
        kind: draft.kind?,
        title: draft.identity.name.clone(),
        city: draft.city,
        place: draft.place.clone(),
        address: draft.address.clone(),
        map: draft.map.clone(),
        window: draft.window?,
        link: draft.link.clone(),
        sellers: Vec::new(),
    })
}

fn report_events(part: &Part, unknown: &[&str], refused: &[&str], problems: &mut Problems) {
    if !unknown.is_empty() {
        problems.add(
            Fault::EventUnknown,
            &part.events_cell,
            Some(unknown.join("; ")),
            "Acara ini tidak ada di lembar acara. Hanya isian ini yang tidak terbit.",
            "Periksa kodenya, atau tambahkan acaranya di lembar acara.",
        );
    }
    if !refused.is_empty() {
        problems.add(
            Fault::EventRefused,
            &part.events_cell,
            Some(refused.join("; ")),
            "Acara ini sendiri tidak terbit, jadi penjual ini terbit tanpa acara itu.",
            "Perbaiki dulu baris acaranya.",
        );
    }
}

fn programmes_of(drafts: &Drafts, codes: &Codes) -> Vec<Programme> {
    let mut programmes: Vec<(u32, Programme)> = drafts
        .programmes
        .iter()
        .zip(&codes.programmes)
        .filter_map(|(draft, assigned)| {
            let code = assigned.code().filter(|_| !draft.refused)?.clone();
            let programme = Programme {
                code,
                title: draft.identity.name.clone(),
                summary: draft.summary.clone(),
                body: draft.body.clone(),
                link: draft.link.clone(),
                source: draft.source.clone(),
            };
            Some((draft.order.unwrap_or(u32::MAX), programme))
        })
        .collect();
    // Those of one place stay in the order of their rows.
    programmes.sort_by_key(|(order, _)| *order);
    programmes.into_iter().map(|(_, programme)| programme).collect()
}
