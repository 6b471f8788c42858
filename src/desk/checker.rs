//! Answers the page: takes files by their bytes, checks them as `catalogue check` does, and writes a corrected copy.
//!
//! It opens each file once. What only a publication can tell, such as contacts that changed since the last one, is not
//! looked at here, and neither are the insides of photos.

use crate::compiler::amend::Amendment;
use crate::compiler::catalogue::Catalogue;
use crate::compiler::columns::{self as col, Column, Kind};
use crate::compiler::complete::completed;
use crate::compiler::digest::{errors, grouped, meaning};
use crate::compiler::excerpt::Excerpts;
use crate::compiler::faults::Problems;
use crate::compiler::files::{Opened, no_sheet};
use crate::compiler::handed::{Handed, Note};
use crate::compiler::paper::problems::{Report as Paper, problems_page};
use crate::compiler::personal::{fit_to_show, hidden};
use crate::compiler::photos::Photos;
use crate::compiler::problem::{Place, Problem, Severity};
use crate::compiler::read::{Input, Options, Reading, read_handed};
use crate::compiler::sheet::{Row, SheetError};
use crate::compiler::site;
use crate::compiler::template::example::is_marked;
use crate::compiler::trust::approvals;
use crate::desk::protocol::{Finding, Fold, Group, Item, Report, Request, Spot};
use crate::domain::code::Code;
use crate::domain::time::Date;
use std::collections::HashMap;

/// More errors are not shown at once: mending so many takes a while, and the next check shows the others.
const MOST_ERRORS: usize = 300;
/// Warnings of one kind in one column that are shown; the others are listed by their cells.
const WARNINGS_OF_A_KIND: usize = 3;
/// Of one fold so many cells are listed.
const MOST_CELLS: usize = 40;
/// More product rows than this are not paired with photos by hand.
const MOST_ITEMS: usize = 2_000;

/// The files that were taken.
#[derive(Debug, Default)]
pub struct Checker {
    sheets: Vec<Opened>,
    settings: Note,
    approvals: Note,
    /// Files that are no sheets.
    others: Vec<String>,
}

impl Checker {
    /// Takes a file in the place of the one of the same name.
    pub fn take(&mut self, name: &str, bytes: &[u8]) {
        self.forget(name);
        match name {
            site::FILE => self.settings = Note::of_bytes(bytes, site::MOST_BYTES),
            approvals::FILE => self.approvals = Note::of_bytes(bytes, approvals::MOST_BYTES),
            _ => match Opened::of_bytes(name, bytes) {
                Some(opened) => self.put(opened),
                None => self.others.push(name.to_owned()),
            },
        }
    }

    /// Forgets a file.
    pub fn forget(&mut self, name: &str) {
        self.sheets.retain(|file| file.name != name);
        self.others.retain(|file| file != name);
        match name {
            site::FILE => self.settings = Note::Absent,
            approvals::FILE => self.approvals = Note::Absent,
            _ => {}
        }
    }

    /// In the order of names, as in a folder.
    fn put(&mut self, opened: Opened) {
        let at = self.sheets.partition_point(|file| file.name < opened.name);
        self.sheets.insert(at, opened);
    }

    /// What a publication of these files would say on that day.
    pub fn check(&self, request: &Request, at: Date) -> Report {
        let (reading, input) = self.read(request, at);
        report(&reading, &input)
    }

    /// Everything as one workbook, with corrections and codes filled in; none where it could not be written.
    pub fn save(&self, request: &Request, at: Date) -> Option<Vec<u8>> {
        let (reading, input) = self.read(request, at);
        completed(&input, &reading.catalogue).ok()
    }

    /// The report as the page that staff forward to sellers.
    pub fn paper(&self, request: &Request, at: Date) -> String {
        let (reading, input) = self.read(request, at);
        let excerpts = Excerpts::of_sheets(&input.sheets, &reading.problems);
        problems_page(&Paper {
            catalogue: &reading.catalogue,
            rows: &reading.summary,
            problems: &reading.problems,
            excerpts: &excerpts,
            at,
        })
    }

    fn read(&self, request: &Request, at: Date) -> (Reading, Input) {
        let mut problems = Problems::default();
        self.others.iter().for_each(|name| no_sheet(name, &mut problems));
        let mut files = self.sheets.clone();
        for name in &request.refused {
            let at = files.partition_point(|file| file.name < *name);
            let tables = Err(SheetError::TooCostly);
            files.insert(at, Opened { name: name.clone(), tables });
        }
        let photos = match request.photos.as_slice() {
            [] => Photos::unknown(),
            names => Photos::named(names.iter().cloned()),
        };
        let handed = Handed {
            files,
            settings: self.settings.clone(),
            approvals: self.approvals.clone(),
            photos,
        };
        let amendments: Vec<Amendment> = request
            .corrections
            .iter()
            .map(|correction| Amendment {
                place: place(&correction.spot),
                value: correction.value.clone(),
            })
            .collect();
        read_handed(handed, &amendments, &Options { at }, None, problems)
    }
}

fn place(spot: &Spot) -> Place {
    Place {
        file: Some(spot.file.clone()),
        sheet: spot.sheet.clone(),
        row: Some(spot.row),
        column: Some(spot.column.clone()),
        cell: None,
    }
}

fn report(reading: &Reading, input: &Input) -> Report {
    let Reading { catalogue, problems, summary, .. } = reading;
    let excerpts = Excerpts::of_sheets(&input.sheets, problems);
    let errors = errors(problems);
    let fit: Vec<Problem> = problems.iter().map(fit_to_show).collect();
    let (wrong, doubtful): (Vec<&Problem>, Vec<&Problem>) =
        fit.iter().partition(|problem| problem.severity == Severity::Error);
    let shown = wrong.iter().take(MOST_ERRORS).copied();
    let mut groups = by_row(shown, &excerpts);
    let mut folded = Vec::new();
    for ((), group) in grouped(doubtful.iter().copied(), WARNINGS_OF_A_KIND, |_| ()) {
        groups.extend(by_row(group.shown.iter().copied(), &excerpts));
        folded.extend(group.folded.iter().map(|fold| Fold {
            is_error: fold.like.severity == Severity::Error,
            meaning: hidden(&meaning(fold.like)).into_owned(),
            cells: cells(&fold.others),
            count: fold.others.len(),
        }));
    }
    let (items, items_left_out) = items(catalogue, input);
    Report {
        products: catalogue.products.len(),
        sellers: catalogue.sellers.len(),
        refused: summary.refused(),
        withheld: summary.withdrawn(),
        errors,
        warnings: problems.len() - errors,
        groups,
        folded,
        left_out: errors.saturating_sub(MOST_ERRORS),
        items,
        items_left_out,
    }
}

/// Problems of one row side by side, in the order of the first of each row.
fn by_row<'a>(problems: impl Iterator<Item = &'a Problem>, excerpts: &Excerpts) -> Vec<Group> {
    let mut groups: Vec<(&Place, Group)> = Vec::new();
    for problem in problems {
        let place = &problem.place;
        let finding = finding(problem);
        match groups.last_mut() {
            Some((known, group)) if is_same_row(known, place) => group.findings.push(finding),
            _ => {
                let about = about(problem, excerpts);
                groups
                    .push((place, Group { place: spoken(place), about, findings: vec![finding] }));
            }
        }
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

fn is_same_row(one: &Place, other: &Place) -> bool {
    (&one.file, &one.sheet, one.row) == (&other.file, &other.sheet, other.row)
}

fn finding(problem: &Problem) -> Finding {
    let Place { file, sheet, row, column, cell } = &problem.place;
    let spot = match (file, row, column) {
        (Some(file), Some(row), Some(column)) if is_column(column) => Some(Spot {
            file: file.clone(),
            sheet: sheet.clone(),
            row: *row,
            column: column.clone(),
        }),
        _ => None,
    };
    Finding {
        is_error: problem.severity == Severity::Error,
        cell: cell.clone(),
        spot,
        value: problem.value.clone(),
        message: problem.message.clone(),
        fix: problem.fix.clone(),
    }
}

/// Whether a sheet can have it; headings that mean nothing are also told as columns.
fn is_column(name: &str) -> bool {
    Kind::ALL.iter().any(|kind| kind.columns().contains(&name))
}

/// "toko.xlsx, lembar produk, baris 17".
fn spoken(place: &Place) -> String {
    let mut parts: Vec<String> = place.file.iter().cloned().collect();
    parts.extend(place.sheet.as_ref().map(|sheet| format!("lembar {sheet}")));
    parts.extend(place.row.map(|row| format!("baris {row}")));
    parts.join(", ")
}

/// "Keripik tempe, Dapur Bu Ratih".
fn about(problem: &Problem, excerpts: &Excerpts) -> String {
    let Some(row) = excerpts.of(&problem.place) else { return String::new() };
    let mut names: Vec<&str> = row.name.iter().chain(&row.shop).map(String::as_str).collect();
    names.dedup();
    hidden(&names.join(", ")).into_owned()
}

/// "F17, F18, F19, …".
fn cells(problems: &[&Problem]) -> String {
    let name =
        |problem: &&Problem| problem.place.cell.clone().unwrap_or_else(|| spoken(&problem.place));
    let mut names: Vec<String> = problems.iter().take(MOST_CELLS).map(name).collect();
    if problems.len() > MOST_CELLS {
        names.push("…".to_owned());
    }
    names.join(", ")
}

/// The product rows with what their photos are, and how many rows there are beyond those.
fn items(catalogue: &Catalogue, input: &Input) -> (Vec<Item>, usize) {
    let found: HashMap<&Code, Vec<String>> = catalogue
        .products
        .iter()
        .map(|entry| {
            let names = entry.photos.iter().filter_map(|photo| photo.path().map(|_| &photo.name));
            (&entry.product.card.code, names.cloned().collect())
        })
        .collect();
    let mut codes = input.outcome.product_codes.iter();
    let mut items = Vec::new();
    let mut count = 0;
    for sheet in input.sheets.iter().filter(|sheet| sheet.kind == Kind::Produk) {
        let letter = |wanted: Column| {
            sheet.columns.iter().find(|(column, _)| *column == wanted).map(|(_, at)| *at)
        };
        let text = |row: &Row, column: Column| {
            let value = letter(column).and_then(|at| row.get(at));
            value.map(|value| hidden(value.plain().trim()).into_owned()).unwrap_or_default()
        };
        let rows = sheet.rows.iter().flatten().filter(|row| !is_marked(sheet, row));
        for (row, code) in rows.zip(&mut codes) {
            count += 1;
            if count > MOST_ITEMS {
                continue;
            }
            let named = text(&row, col::FOTO);
            let photos = if named.is_empty() {
                code.code().and_then(|code| found.get(code)).cloned().unwrap_or_default()
            } else {
                let names = named.split([';', ',']).map(str::trim);
                names.filter(|name| !name.is_empty()).map(str::to_owned).collect()
            };
            let shop = text(&row, col::NAMA_USAHA);
            items.push(Item {
                spot: Spot {
                    file: sheet.source.file().unwrap_or_default().to_owned(),
                    sheet: sheet.source.sheet().map(str::to_owned),
                    row: row.number,
                    column: col::FOTO.to_owned(),
                },
                name: text(&row, col::NAMA),
                seller: if shop.is_empty() { text(&row, col::PENJUAL) } else { shop },
                photos,
            });
        }
    }
    (items, count.saturating_sub(MOST_ITEMS))
}
