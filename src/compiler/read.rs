//! The input half of the compiler: sheets and the names of photos become a checked catalogue and its problems.
//!
//! The only clock is `Options::at`; nothing is read but what was handed in.

use crate::compiler::amend::{Amendment, amend};
use crate::compiler::catalogue::Catalogue;
use crate::compiler::check::codes::Assigned;
use crate::compiler::check::programmes::Participants;
use crate::compiler::check::{self, Outcome, editions, programmes};
use crate::compiler::columns::Kind;
use crate::compiler::draft::{self, Context, Editions, edition, product, seller};
use crate::compiler::faults::Problems;
use crate::compiler::files;
use crate::compiler::handed::Handed;
use crate::compiler::header::Sheet;
use crate::compiler::previous::Previous;
use crate::compiler::problem::Problem;
use crate::compiler::row::RowReader;
use crate::compiler::site::{self, Setting};
use crate::compiler::trust::approvals::Approvals;
use crate::compiler::trust::{Cells, Guard, Pending};
use crate::domain::time::Date;
use std::collections::HashMap;

/// How to read.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// The day it is: certificates that ended before it are not shown.
    pub at: Date,
}

/// Everything a folder says.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// What will be published.
    pub catalogue: Catalogue,
    /// What was left out or deserves a look, by file, sheet, row and column.
    pub problems: Vec<Problem>,
    /// How many rows there were and what became of them.
    pub summary: Summary,
    /// Contacts withheld until they are approved.
    pub pending: Vec<Pending>,
}

/// Numbers for the last lines that staff read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Files read as sheets.
    pub files: usize,
    /// Sellers; those derived from product rows count once each.
    pub sellers: Count,
    /// Products.
    pub products: Count,
    /// Editions.
    pub editions: Count,
    /// Rounds, events and programmes.
    pub around: programmes::Counts,
    /// Published products that nobody can order: they have no channel.
    pub without_channel: usize,
}

impl Summary {
    /// Rows of every kind.
    pub fn rows(&self) -> usize {
        self.sum(|count| count.read)
    }

    /// Rows of every kind that are refused.
    pub fn refused(&self) -> usize {
        self.sum(|count| count.refused)
    }

    /// Rows of every kind that their sheets hold back.
    pub fn withdrawn(&self) -> usize {
        self.sum(|count| count.withdrawn)
    }

    fn sum(&self, of: impl Fn(&Count) -> usize) -> usize {
        let around = &self.around;
        let kinds = [
            &self.sellers,
            &self.products,
            &self.editions,
            &around.rounds,
            &around.events,
            &around.programmes,
        ];
        kinds.into_iter().map(of).sum()
    }
}

/// Rows of one kind: `read` is the sum of the others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Rows that are not blank.
    pub read: usize,
    /// Published.
    pub published: usize,
    /// Refused with an error.
    pub refused: usize,
    /// Kept out by the sheet itself (`tayang` tidak).
    pub withdrawn: usize,
}

impl Count {
    /// Of rows that either stand or are refused.
    pub fn of(read: usize, published: usize) -> Self {
        Self { read, published, refused: read - published, withdrawn: 0 }
    }
}

/// What was read, with the rows behind it: enough to write the whole input again.
#[derive(Debug)]
pub(crate) struct Input {
    /// All sheets that are recognised, shown or not.
    pub(crate) sheets: Vec<Sheet>,
    /// All settings as they stand.
    pub(in crate::compiler) settings: Vec<Setting>,
    /// Codes of the edition rows.
    pub(in crate::compiler) edition_codes: Vec<Assigned>,
    /// Codes of the rows of rounds, events and programmes.
    pub(in crate::compiler) programme_codes: programmes::Codes,
    /// Sellers, product codes and owners.
    pub(crate) outcome: Outcome,
}

/// Reads what was handed in with the corrections laid over it, and keeps the rows. `problems` are those of opening it.
pub(crate) fn read_handed(
    handed: Handed,
    amendments: &[Amendment],
    options: &Options,
    previous: Option<&Previous>,
    mut problems: Problems,
) -> (Reading, Input) {
    let Handed { files, settings: settings_file, approvals, mut photos } = handed;
    let files_read = files.len();
    let mut sheets = files::recognised(files, &mut problems);
    amend(&mut sheets, amendments);
    let of = |kind: Kind| sheets.iter().filter(move |sheet| sheet.kind == kind);
    let site_sheets: Vec<Sheet> = of(Kind::Situs).cloned().collect();
    let (settings, all_settings) = site::read(&settings_file, &site_sheets, &mut problems);
    let nothing = Editions::default();
    let context = Context {
        at: options.at,
        hosts: &settings.hosts,
        categories: &settings.categories,
        editions: &nothing,
    };
    let edition_drafts = draft::rows(of(Kind::Jbl), &mut problems, |sheet, row, problems| {
        edition::read(&mut RowReader::new(sheet, row, problems), context)
    });
    let (mut published, known, edition_codes, count) =
        editions::check(&edition_drafts, &mut problems);
    let approvals = Approvals::read(&approvals, &mut problems);
    let mut guard =
        Guard { previous, approvals: &approvals, cells: Cells(&sheets), pending: Vec::new() };
    let edition_rows: HashMap<_, _> = edition_codes
        .iter()
        .zip(&edition_drafts)
        .filter_map(|(assigned, draft)| Some((assigned.code()?, &draft.identity.row)))
        .collect();
    guard.editions(&mut published, |code| edition_rows.get(code).copied(), &mut problems);
    let sellers = draft::rows(of(Kind::Penjual), &mut problems, |sheet, row, problems| {
        seller::read(&mut RowReader::new(sheet, row, problems), context)
    });
    let around = programmes::read(&sheets, context, &mut problems);
    let context = Context { editions: &known, ..context };
    let products = draft::rows(of(Kind::Produk), &mut problems, |sheet, row, problems| {
        product::read(sheet, row, problems, context)
    });

    let settings_of_market = settings.clone();
    let mut outcome = check::check(
        sellers,
        products,
        (published, count),
        settings_of_market,
        &mut photos,
        &mut guard,
        &mut problems,
    );
    let participants =
        Participants { all: &outcome.sellers, published: &outcome.catalogue.sellers };
    let example = outcome.catalogue.market.example;
    let (published, programme_codes, counts) =
        programmes::check(&around, participants, example, options.at, &mut guard, &mut problems);
    outcome.catalogue.programmes = published;
    outcome.summary.around = counts;
    let pending = guard.pending;
    let products = &outcome.catalogue.products;
    if !products.is_empty() && products.iter().all(|entry| entry.photos.is_empty()) {
        photos.report_none(&mut problems);
    }
    photos.report_unused(&mut problems);
    outcome.summary.files = files_read;
    let reading = Reading {
        catalogue: std::mem::take(&mut outcome.catalogue),
        problems: problems.sorted(),
        summary: outcome.summary,
        pending,
    };
    (reading, Input { sheets, settings: all_settings, edition_codes, programme_codes, outcome })
}
