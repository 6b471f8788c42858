//! Pictures of a workbook by their rows. In XLSX: those that lie over the cells, and those placed in a cell.
//!
//! Follows the relations from the workbook to its sheets, their drawings and the pictures (ECMA-376, parts 1 and 2),
//! and for a picture in a cell the chain of its rich value (MS-XLSX, 2.2.4.10). Where a chain leads nowhere, Excel
//! shows no picture either. What a picture is, is not looked at here.

use crate::compiler::sheet::archive::Package;
use crate::compiler::sheet::xml::{Seen, attribute, walk};
use crate::compiler::sheet::{Embedded, SheetError, Table, Value};
use quick_xml::events::BytesStart;
use std::collections::{BTreeSet, HashMap};

/// More pictures than a workbook of ten megabytes has products.
const MOST_PICTURES: usize = 2_000;
/// As many bytes as the pictures of one workbook may have together, one that stands in two sheets counted twice.
const MOST_BYTES: u64 = 64 * 1024 * 1024;

const WORKBOOK: &str = "xl/workbook.xml";
const RICH_RELATIONS: &str = "xl/richData/richValueRel.xml";

/// Gives the tables of a workbook their pictures, and takes away the fault that stands behind one placed in a cell.
pub(super) fn find(bytes: &[u8], tables: &mut [Table]) -> Result<(), SheetError> {
    let mut package = Package::open(bytes)?;
    if !package.names().any(|name| name.starts_with("xl/media/")) {
        return Ok(());
    }
    let sheets = sheets(&mut package)?;
    let placed = placed(&mut package)?;
    let mut found = Gathered::default();
    for (at, table) in tables.iter_mut().enumerate() {
        let Some(part) = table.name.as_ref().and_then(|name| sheets.get(name)) else { continue };
        floating(&mut package, part, &mut |name, row| found.add(at, name, row))?;
        if !placed.is_empty() {
            in_cells(&mut package, part, &placed, table, &mut |name, row| {
                found.add(at, name, row)
            })?;
        }
    }
    found.give(&mut package, tables)
}

/// Notes a picture by the name of its part and its row, counted from 0.
type Note<'a> = dyn FnMut(&str, u32) -> Result<(), SheetError> + 'a;

/// Pictures in the order in which they are met: the table's place, the part and the rows, counted from 1.
#[derive(Default)]
pub(super) struct Gathered {
    found: Vec<(usize, String, BTreeSet<u32>)>,
    known: HashMap<(usize, String), usize>,
    count: usize,
}

impl Gathered {
    /// Notes a picture in a table.
    pub(super) fn add(&mut self, table: usize, part: &str, row: u32) -> Result<(), SheetError> {
        self.count += 1;
        if self.count > MOST_PICTURES {
            return Err(SheetError::TooLarge);
        }
        let at = *self.known.entry((table, part.to_owned())).or_insert_with(|| {
            self.found.push((table, part.to_owned(), BTreeSet::new()));
            self.found.len() - 1
        });
        if let Some((.., rows)) = self.found.get_mut(at) {
            rows.insert(row.saturating_add(1));
        }
        Ok(())
    }

    /// Unpacks what was noted into its tables.
    pub(super) fn give(
        self,
        package: &mut Package<'_>,
        tables: &mut [Table],
    ) -> Result<(), SheetError> {
        let mut left = MOST_BYTES;
        for (at, part, rows) in self.found {
            let (Some(table), Some(bytes)) = (tables.get_mut(at), package.part(&part)?) else {
                continue;
            };
            left = left.checked_sub(bytes.len() as u64).ok_or(SheetError::TooLarge)?;
            table.pictures.push(Embedded { rows: rows.into_iter().collect(), bytes });
        }
        Ok(())
    }
}

/// The part of each sheet, by the sheet's name.
fn sheets(package: &mut Package<'_>) -> Result<HashMap<String, String>, SheetError> {
    let relations = relations(package, WORKBOOK)?;
    let mut sheets = HashMap::new();
    each(package, WORKBOOK, |element, name| {
        if name == b"sheet"
            && let (Some(sheet), Some(id)) =
                (attribute(element, b"name")?, attribute(element, b"id")?)
            && let Some((_, part)) = relations.get(&id)
        {
            sheets.insert(sheet, part.clone());
        }
        Ok(())
    })?;
    Ok(sheets)
}

/// What a part refers to: by the reference's name its kind and the part that is meant.
fn relations(
    package: &mut Package<'_>,
    part: &str,
) -> Result<HashMap<String, (String, String)>, SheetError> {
    let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
    let mut relations = HashMap::new();
    each(package, &format!("{folder}/_rels/{file}.rels"), |element, name| {
        if name == b"Relationship"
            && let (Some(id), Some(kind), Some(target)) = (
                attribute(element, b"Id")?,
                attribute(element, b"Type")?,
                attribute(element, b"Target")?,
            )
        {
            relations.insert(id, (kind, resolved(folder, &target)));
        }
        Ok(())
    })?;
    Ok(relations)
}

/// A target as seen from its part's folder.
fn resolved(folder: &str, target: &str) -> String {
    let mut steps: Vec<&str> = match target.strip_prefix('/') {
        Some(_) => Vec::new(),
        None => folder.split('/').filter(|step| !step.is_empty()).collect(),
    };
    for step in target.split('/').filter(|step| !step.is_empty() && *step != ".") {
        if step == ".." {
            steps.pop();
        } else {
            steps.push(step);
        }
    }
    steps.join("/")
}

/// Pictures over the cells: the row of one is that of its upper left corner.
fn floating(package: &mut Package<'_>, sheet: &str, note: &mut Note<'_>) -> Result<(), SheetError> {
    let mut drawings: Vec<String> = relations(package, sheet)?
        .into_values()
        .filter(|(kind, _)| kind.ends_with("/drawing"))
        .map(|(_, part)| part)
        .collect();
    drawings.sort();
    for drawing in drawings {
        let relations = relations(package, &drawing)?;
        let Some(part) = package.part(&drawing)? else { continue };
        let (mut from, mut in_row, mut row) = (false, false, None);
        walk(&part, |seen| {
            match seen {
                Seen::Open(element) => match element.local_name().as_ref() {
                    b"oneCellAnchor" | b"twoCellAnchor" | b"absoluteAnchor" => row = None,
                    b"from" => from = true,
                    b"row" => in_row = from,
                    b"blip" => {
                        let id = attribute(element, b"embed")?;
                        let media = id.and_then(|id| relations.get(&id));
                        if let (Some((_, name)), Some(row)) = (media, row) {
                            note(name, row)?;
                        }
                    }
                    _ => {}
                },
                Seen::Close(b"from") => from = false,
                Seen::Close(b"row") => in_row = false,
                Seen::Close(_) => {}
                Seen::Text(text) if in_row => row = text.trim().parse().ok(),
                Seen::Text(_) => {}
            }
            Ok(())
        })?;
    }
    Ok(())
}

/// Pictures placed in cells: `vm` of a cell leads to one.
fn in_cells(
    package: &mut Package<'_>,
    sheet: &str,
    placed: &HashMap<usize, String>,
    table: &mut Table,
    note: &mut Note<'_>,
) -> Result<(), SheetError> {
    each(package, sheet, |element, name| {
        if name == b"c"
            && let Some(value) = number(element, b"vm")?
            && let Some(media) = placed.get(&value)
            && let Some((row, column)) = attribute(element, b"r")?.as_deref().and_then(position)
        {
            note(media, row)?;
            clear_fault(table, row.saturating_add(1), column);
        }
        Ok(())
    })
}

/// Programs that know no pictures in cells show `#VALUE!` there.
fn clear_fault(table: &mut Table, row: u32, column: u32) {
    let at = table.rows.binary_search_by_key(&row, |row| row.number);
    if let Some(row) = at.ok().and_then(|at| table.rows.get_mut(at)) {
        row.cells.retain(|(at, value)| *at != column || !matches!(value, Value::Error(_)));
    }
}

/// "F17" as row and column, both from 0.
fn position(cell: &str) -> Option<(u32, u32)> {
    let digits = cell.find(|c: char| c.is_ascii_digit())?;
    let (letters, digits) = cell.split_at_checked(digits)?;
    let column = letters.bytes().try_fold(0_u32, |sum, letter| {
        letter.is_ascii_uppercase().then_some(())?;
        sum.checked_mul(26)?.checked_add(u32::from(letter - b'A') + 1)
    })?;
    Some((digits.parse::<u32>().ok()?.checked_sub(1)?, column.checked_sub(1)?))
}

/// The picture behind each `vm`: value metadata → rich value → its reference → the part.
fn placed(package: &mut Package<'_>) -> Result<HashMap<usize, String>, SheetError> {
    let relations = relations(package, RICH_RELATIONS)?;
    if relations.is_empty() {
        return Ok(HashMap::new());
    }
    let mut references = Vec::new();
    each(package, RICH_RELATIONS, |element, name| {
        if name == b"rel" {
            let id = attribute(element, b"id")?.unwrap_or_default();
            references.push(relations.get(&id).map(|(_, part)| part.clone()));
        }
        Ok(())
    })?;
    let values = rich_values(package)?;
    let media = |metadata: usize| {
        let reference = *values.get(metadata)?;
        references.get(reference?)?.clone()
    };
    let metadata = metadata(package)?;
    Ok((1..).zip(metadata).filter_map(|(vm, value)| Some((vm, media(value?)?))).collect())
}

/// For each entry of the value metadata the rich value that it means.
fn metadata(package: &mut Package<'_>) -> Result<Vec<Option<usize>>, SheetError> {
    const RICH: &str = "XLRICHVALUE";
    let (mut kinds, mut rich, mut entries) = (Vec::new(), Vec::new(), Vec::new());
    let (mut in_rich, mut in_values) = (false, false);
    let Some(part) = package.part("xl/metadata.xml")? else { return Ok(Vec::new()) };
    walk(&part, |seen| {
        match seen {
            Seen::Open(element) => match element.local_name().as_ref() {
                b"metadataType" => kinds.push(attribute(element, b"name")?),
                b"futureMetadata" => {
                    in_rich = attribute(element, b"name")?.as_deref() == Some(RICH)
                }
                b"valueMetadata" => in_values = true,
                b"bk" if in_rich => rich.push(None),
                b"bk" if in_values => entries.push(None),
                b"rvb" if in_rich => {
                    let value = number(element, b"i")?;
                    rich.last_mut().into_iter().for_each(|last| *last = value);
                }
                b"rc" if in_values => {
                    let kind = number(element, b"t")?;
                    let kind = kind.and_then(|kind| kinds.get(kind.checked_sub(1)?)?.as_deref());
                    let value = number(element, b"v")?.filter(|_| kind == Some(RICH));
                    entries.last_mut().into_iter().for_each(|last| *last = last.or(value));
                }
                _ => {}
            },
            Seen::Close(b"futureMetadata") => in_rich = false,
            Seen::Close(b"valueMetadata") => in_values = false,
            _ => {}
        }
        Ok(())
    })?;
    let value = |at: Option<usize>| *rich.get(at?)?;
    Ok(entries.into_iter().map(value).collect())
}

/// For each rich value the reference to its picture, if it is one.
fn rich_values(package: &mut Package<'_>) -> Result<Vec<Option<usize>>, SheetError> {
    const PICTURE: &str = "_rvRel:LocalImageIdentifier";
    // Which of a structure's values is the reference.
    let mut structures: Vec<Option<usize>> = Vec::new();
    let mut keys = 0;
    each(package, "xl/richData/rdrichvaluestructure.xml", |element, name| {
        match name {
            b"s" => {
                structures.push(None);
                keys = 0;
            }
            b"k" => {
                if attribute(element, b"n")?.as_deref() == Some(PICTURE)
                    && let Some(last) = structures.last_mut()
                {
                    *last = Some(keys);
                }
                keys += 1;
            }
            _ => {}
        }
        Ok(())
    })?;
    let mut values = Vec::new();
    let (mut wanted, mut at, mut inside) = (None, 0, false);
    let Some(part) = package.part("xl/richData/rdrichvalue.xml")? else { return Ok(values) };
    walk(&part, |seen| {
        match seen {
            Seen::Open(element) => match element.local_name().as_ref() {
                b"rv" => {
                    let structure = number(element, b"s")?;
                    wanted = structure.and_then(|structure| *structures.get(structure)?);
                    at = 0;
                    values.push(None);
                }
                b"v" => inside = true,
                _ => {}
            },
            Seen::Close(b"v") => {
                inside = false;
                at += 1;
            }
            Seen::Text(text) if inside && wanted == Some(at) => {
                let reference = text.trim().parse().ok();
                values.last_mut().into_iter().for_each(|last| *last = reference);
            }
            _ => {}
        }
        Ok(())
    })?;
    Ok(values)
}

/// An attribute that counts something.
fn number(element: &BytesStart<'_>, name: &[u8]) -> Result<Option<usize>, SheetError> {
    Ok(attribute(element, name)?.and_then(|text| text.parse().ok()))
}

/// Every element of a part with its name; a part that is not there has none.
fn each(
    package: &mut Package<'_>,
    part: &str,
    mut see: impl FnMut(&BytesStart<'_>, &[u8]) -> Result<(), SheetError>,
) -> Result<(), SheetError> {
    let Some(part) = package.part(part)? else { return Ok(()) };
    walk(&part, |seen| match seen {
        Seen::Open(element) => see(element, element.local_name().as_ref()),
        _ => Ok(()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_named_by_letters_and_digits() {
        for (cell, place) in [
            ("A1", Some((0, 0))),
            ("F17", Some((16, 5))),
            ("AA3", Some((2, 26))),
            ("17", None),
            ("A0", None),
            ("a1", None),
            ("ÄÖ1", None),
            ("AAAAAAAAAAAA1", None),
        ] {
            assert_eq!(position(cell), place, "{cell}");
        }
    }

    #[test]
    fn a_part_is_named_from_the_folder_of_the_one_that_refers_to_it() {
        for (target, part) in [
            ("../media/image1.png", "xl/media/image1.png"),
            ("/xl/media/image1.png", "xl/media/image1.png"),
            ("./a.xml", "xl/drawings/a.xml"),
            ("../../../../etc/passwd", "etc/passwd"),
        ] {
            assert_eq!(resolved("xl/drawings", target), part);
        }
    }
}
