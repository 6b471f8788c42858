//! What the page for staff and its worker say to each other, as JSON; files and finished workbooks go beside it.
//!
//! Every question says everything: a worker that died over one file is followed by a new one that knows nothing.

use serde::{Deserialize, Serialize};

/// What the page asks.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub enum Ask {
    /// Take the files that come beside, one a name, and put them in the place of those of the same name.
    Take(Vec<String>),
    /// Forget a file.
    Drop(String),
    /// Check everything that was taken.
    Check(Request),
    /// The whole input as one workbook, corrections and codes filled in.
    Save(Request),
    /// The report as a page to be forwarded.
    Paper(Request),
}

/// What is to be checked beside the files that were taken.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
pub struct Request {
    /// The names of all photos; of none nothing is said about photos.
    pub photos: Vec<String>,
    /// Files over which an earlier worker died.
    pub refused: Vec<String>,
    /// What was typed in place of what the cells hold.
    pub corrections: Vec<Correction>,
}

/// What the worker says.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub enum Tell {
    /// It listens.
    Ready,
    /// It begins with this file. If it dies now, the file is the reason.
    Reading(String),
    /// It has taken the file.
    Taken(String),
    /// What it found.
    Report(Report),
    /// A file to be saved, its bytes beside.
    File(String),
    /// The workbook could not be written.
    Failed,
}

/// A cell by the contract's name of its column, which the sheet may lack.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Deserialize, Serialize)]
pub struct Spot {
    /// The file.
    pub file: String,
    /// The sheet in the workbook.
    pub sheet: Option<String>,
    /// The row as the spreadsheet program numbers it.
    pub row: u32,
    /// The column.
    pub column: String,
}

/// What should stand in a cell.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Correction {
    /// Where.
    pub spot: Spot,
    /// The text; an empty one empties the cell.
    pub value: String,
}

/// What a check found.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
pub struct Report {
    /// Products that can be published.
    pub products: usize,
    /// Sellers that can be published.
    pub sellers: usize,
    /// Rows that are refused.
    pub refused: usize,
    /// Rows that their sheet holds back itself.
    pub withheld: usize,
    /// Problems that keep something out.
    pub errors: usize,
    /// Problems that deserve a look.
    pub warnings: usize,
    /// The problems by row, errors first.
    pub groups: Vec<Group>,
    /// Problems like those that are shown.
    pub folded: Vec<Fold>,
    /// How many errors there are beyond those of `groups`.
    pub left_out: usize,
    /// Product rows.
    pub items: Vec<Item>,
    /// How many product rows there are beyond those of `items`.
    pub items_left_out: usize,
}

/// The problems of one row, or of what is no row.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
pub struct Group {
    /// "produk.csv, baris 17".
    pub place: String,
    /// What the row sells and who sells it.
    pub about: String,
    /// Its problems.
    pub findings: Vec<Finding>,
}

/// A problem.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
pub struct Finding {
    /// Whether something is kept out.
    pub is_error: bool,
    /// As the spreadsheet program names the cell.
    pub cell: Option<String>,
    /// Where another value can be typed.
    pub spot: Option<Spot>,
    /// What stands there; absent where it must not be repeated.
    pub value: Option<String>,
    /// What is wrong.
    pub message: String,
    /// How to mend it.
    pub fix: String,
}

/// Many problems of one kind in one column.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
pub struct Fold {
    /// Whether something is kept out.
    pub is_error: bool,
    /// What they mean.
    pub meaning: String,
    /// Where they stand, in words: "F17, F18".
    pub cells: String,
    /// How many there are.
    pub count: usize,
}

/// A product row, for pairing it with photos.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
pub struct Item {
    /// Its `foto` cell.
    pub spot: Spot,
    /// What it sells.
    pub name: String,
    /// Who sells it, as the row says.
    pub seller: String,
    /// The photos it has, by name: of its cell, or found by its code.
    pub photos: Vec<String>,
}
