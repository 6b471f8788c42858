//! The rows that problems stand in: staff know a cell by its neighbours, and a row by what it sells and who sells it.
//!
//! They are read again once everything has been checked, one file at a time, and only the rows asked for are kept:
//! where nothing is wrong this costs nothing, and no check has to carry whole rows along. No personal number gets in.

use crate::compiler::clean::clean;
use crate::compiler::columns::{self as col, Column, Kind};
#[cfg(feature = "compiler")]
use crate::compiler::faults::Problems;
use crate::compiler::header::Sheet;
use crate::compiler::personal::hidden;
use crate::compiler::problem::{Place, Problem};
use crate::compiler::sheet::{Row, letters};
#[cfg(feature = "compiler")]
use crate::compiler::{files, folder};
use std::collections::{BTreeMap, BTreeSet};
#[cfg(feature = "compiler")]
use std::path::Path;

/// Of so many rows an excerpt is kept; nobody reads on further than that.
const MOST_ROWS: usize = 20_000;

/// Longer cells are cut: a neighbour only has to be recognised.
const MOST_CHARACTERS: usize = 40;

/// File, sheet and row.
type Spot = (String, Option<String>, u32);

/// Rows by their place.
#[derive(Clone, Debug, Default)]
pub struct Excerpts(BTreeMap<Spot, Excerpt>);

/// What is shown of one row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Excerpt {
    /// What the row is about: the product's name, the seller's, the edition's.
    pub name: Option<String>,
    /// The code of the seller it belongs to, as written.
    pub seller: Option<String>,
    /// The name of the seller it belongs to, as written.
    pub shop: Option<String>,
    /// The cells under known headings, from the left; an empty one has an empty text.
    pub cells: Vec<Cell>,
}

/// A cell of an excerpt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// As the spreadsheet program names it, "F17".
    pub name: String,
    /// The contract's name of its column.
    pub column: Column,
    /// What stands there, cut to a line.
    pub text: String,
}

impl Excerpts {
    /// The rows of these problems, of sheets that are at hand.
    pub fn of_sheets<'a>(
        sheets: &[Sheet],
        problems: impl IntoIterator<Item = &'a Problem>,
    ) -> Self {
        let wanted = wanted(problems);
        let mut excerpts = Self::default();
        for sheet in sheets {
            excerpts.take(sheet, &wanted);
        }
        excerpts
    }

    /// Reads the rows of these problems again. A file that cannot be read any more has no excerpts.
    #[cfg(feature = "compiler")]
    pub fn read<'a>(root: &Path, problems: impl IntoIterator<Item = &'a Problem>) -> Self {
        let wanted = wanted(problems);
        let mut excerpts = Self::default();
        if wanted.is_empty() {
            return excerpts;
        }
        // What is wrong has been said when the files were read for good.
        let mut unheard = Problems::default();
        let named = |name: &str| wanted.iter().any(|(file, ..)| file == name);
        for file in folder::list(root, &mut unheard).unwrap_or_default() {
            if named(&file.name) {
                let opened = folder::open(std::slice::from_ref(&file));
                for sheet in files::recognised(opened, &mut unheard) {
                    excerpts.take(&sheet, &wanted);
                }
            }
        }
        excerpts
    }

    fn take(&mut self, sheet: &Sheet, wanted: &BTreeSet<Spot>) {
        let Some(file) = sheet.source.file() else { return };
        let of = |row: u32| (file.to_owned(), sheet.source.sheet().map(str::to_owned), row);
        let wanted = wanted.range(of(0)..=of(u32::MAX)).map(|spot| spot.2).collect();
        for row in sheet.rows.numbered(&wanted).map_while(Result::ok) {
            self.0.insert(of(row.number), Excerpt::of(sheet, &row));
        }
    }

    /// All rows, in the order of their places.
    pub fn rows(&self) -> impl Iterator<Item = &Excerpt> {
        self.0.values()
    }

    /// The row that a problem stands in, where it is known.
    pub fn of(&self, place: &Place) -> Option<&Excerpt> {
        self.0.get(&spot(place)?)
    }
}

/// The places of these problems, as many as anybody reads on.
fn wanted<'a>(problems: impl IntoIterator<Item = &'a Problem>) -> BTreeSet<Spot> {
    let mut wanted = BTreeSet::new();
    for spot in problems.into_iter().filter_map(|problem| spot(&problem.place)) {
        if wanted.len() >= MOST_ROWS {
            break;
        }
        wanted.insert(spot);
    }
    wanted
}

fn spot(place: &Place) -> Option<Spot> {
    Some((place.file.clone()?, place.sheet.clone(), place.row?))
}

impl Excerpt {
    fn of(sheet: &Sheet, row: &Row) -> Self {
        let mut columns = sheet.columns.clone();
        columns.sort_by_key(|(_, at)| *at);
        let cells: Vec<Cell> = columns
            .into_iter()
            .map(|(column, at)| Cell {
                name: format!("{}{}", letters(at), row.number),
                column,
                text: row.get(at).map(|value| line(&value.plain())).unwrap_or_default(),
            })
            .collect();
        let text = |column: Column| {
            let cell = cells.iter().find(|cell| cell.column == column);
            cell.map(|cell| cell.text.clone()).filter(|text| !text.is_empty())
        };
        let (seller, shop) = match sheet.kind {
            Kind::Penjual => (text(col::KODE), text(col::NAMA_USAHA)),
            Kind::Produk => (text(col::PENJUAL), text(col::NAMA_USAHA)),
            _ => (None, None),
        };
        let name = match sheet.kind {
            Kind::Produk => text(col::NAMA),
            Kind::Penjual => shop.clone(),
            Kind::Situs => None,
            _ => text(col::JUDUL),
        };
        Self { name: name.or_else(|| text(col::KODE)), seller, shop, cells }
    }

    /// The cell itself with its neighbours to both sides; what names the row where a problem names no cell.
    pub fn around(&self, cell: Option<&str>) -> &[Cell] {
        const SHOWN: usize = 3;
        let at = match cell {
            None => {
                let names = |cell: &Cell| self.name.as_ref() == Some(&cell.text);
                self.cells.iter().position(names).unwrap_or(0)
            }
            Some(cell) => match self.cells.iter().position(|known| known.name == cell) {
                Some(at) => at,
                None => return &[],
            },
        };
        let from = at.saturating_sub(1).min(self.cells.len().saturating_sub(SHOWN));
        self.cells.get(from..self.cells.len().min(from + SHOWN)).unwrap_or_default()
    }
}

/// A cell as one line, without what must not be repeated.
fn line(text: &str) -> String {
    let (mut text, cut) = clean(&hidden(text), MOST_CHARACTERS);
    if cut {
        text.push('…');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compiler::faults::At;
    use crate::compiler::place::Source;
    use crate::compiler::sheet::Value;
    use crate::compiler::sheet::rows::Rows;

    fn sheet() -> Sheet {
        let text = |text: &str| Value::Text(text.into());
        let cells = vec![
            (0, text("Dapur Bu Ratih")),
            (2, text("Keripik")),
            (3, text("15,000")),
            (4, text("3174051501900003")),
        ];
        Sheet {
            kind: Kind::Produk,
            source: Source::new("produk.csv", None, (1, 1)),
            columns: vec![
                (col::NAMA, 2),
                (col::NAMA_USAHA, 0),
                (col::HARGA, 3),
                (col::SATUAN, 4),
                (col::ISI, 5),
            ],
            pictures: BTreeMap::new(),
            rows: Rows::new(vec![Row { number: 17, cells }], None, 1),
        }
    }

    fn excerpt() -> Excerpt {
        let sheet = sheet();
        let row = sheet.rows.iter().next().expect("a row").expect("read");
        Excerpt::of(&sheet, &row)
    }

    fn names(cells: &[Cell]) -> Vec<&str> {
        cells.iter().map(|cell| cell.name.as_str()).collect()
    }

    #[test]
    fn a_cell_stands_between_its_neighbours_wherever_it_is() {
        let excerpt = excerpt();
        for (cell, expected) in [
            (Some("D17"), ["C17", "D17", "E17"]),
            (Some("A17"), ["A17", "C17", "D17"]),
            (Some("F17"), ["D17", "E17", "F17"]),
            (None, ["A17", "C17", "D17"]),
        ] {
            assert_eq!(names(excerpt.around(cell)), expected, "{cell:?}");
        }
        assert_eq!(names(excerpt.around(Some("Z17"))), Vec::<&str>::new());
    }

    #[test]
    fn a_row_is_known_by_what_it_sells_and_who_sells_it() {
        let excerpt = excerpt();
        assert_eq!(excerpt.name.as_deref(), Some("Keripik"));
        assert_eq!(excerpt.shop.as_deref(), Some("Dapur Bu Ratih"));
        assert_eq!(excerpt.cells[4].text, "");
    }

    #[test]
    fn a_personal_number_beside_the_faulty_cell_is_not_taken_along() {
        assert_eq!(excerpt().cells[3].text, "(nomor pribadi)");
    }

    #[test]
    fn only_the_rows_asked_for_are_kept() {
        let sheet = sheet();
        let place = |row| sheet.source.at(Some(row), None, None).place();
        let mut excerpts = Excerpts::default();
        let wanted = BTreeSet::from([("produk.csv".to_owned(), None, 16)]);
        excerpts.take(&sheet, &wanted);
        assert_eq!(excerpts.of(&place(17)), None);
        let wanted = BTreeSet::from([("produk.csv".to_owned(), None, 17)]);
        excerpts.take(&sheet, &wanted);
        assert!(excerpts.of(&place(17)).is_some());
        assert_eq!(excerpts.of(&At::default().place()), None);
    }
}
