//! XLSX through calamine, cell by cell: a sheet with two cells at its far corners takes two cells of memory.

use crate::compiler::sheet::{
    Budget, MOST_COLUMNS, Merged, Row, SheetError, Table, Value, archive, embedded,
};
use crate::domain::time::{Date, Moment, parse_when};
use calamine::{DataRef, ExcelDateTime, Reader, SheetType, Xlsx};
use std::collections::BTreeMap;
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// More joined cells than any sheet of a market has; the rest are read as they stand.
const MOST_MERGED: usize = 20_000;

/// Reads all worksheets in the workbook's order.
pub fn read(bytes: &[u8]) -> Result<Vec<Table>, SheetError> {
    archive::check(bytes)?;
    // The library has places that panic on a malformed workbook; such a file is unreadable and stops no other.
    catch_unwind(AssertUnwindSafe(|| worksheets(bytes)))
        .unwrap_or_else(|_| Err(SheetError::Damaged("unexpected structure".to_owned())))
}

fn worksheets(bytes: &[u8]) -> Result<Vec<Table>, SheetError> {
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(damaged)?;
    let names: Vec<String> = book
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet)
        .map(|sheet| sheet.name.clone())
        .collect();
    let mut budget = Budget::default();
    let mut tables = Vec::new();
    for name in names {
        let rows = rows(&mut book, &name, &mut budget)?;
        let merged = book.merge_cells_by_sheet_name(&name).unwrap_or_default();
        let merged = merged
            .into_iter()
            .take(MOST_MERGED)
            .map(|block| Merged {
                rows: (block.start.0.saturating_add(1), block.end.0.saturating_add(1)),
                columns: (block.start.1, block.end.1),
            })
            .collect();
        tables.push(Table { name: Some(name), rows, merged, ..Table::default() });
    }
    // Before joined cells spread, so that no fault behind a picture spreads with them.
    embedded::find(bytes, &mut tables)?;
    for table in &mut tables {
        table.spread_merged(&mut budget)?;
    }
    Ok(tables)
}

fn rows(
    book: &mut Xlsx<Cursor<&[u8]>>,
    name: &str,
    budget: &mut Budget,
) -> Result<Vec<Row>, SheetError> {
    let mut cells = book.worksheet_cells_reader(name).map_err(damaged)?;
    let mut rows: BTreeMap<u32, BTreeMap<u32, Value>> = BTreeMap::new();
    while let Some((cell, style)) = cells.next_cell_with_style_id().map_err(damaged)? {
        let (row, column) = cell.get_position();
        if column >= MOST_COLUMNS {
            continue;
        }
        let zeros = || padding(cells.styles().get(style));
        let Some(value) = value(cell.get_value(), zeros) else { continue };
        budget.rows(usize::from(!rows.contains_key(&row)))?;
        budget.cells(&value, 1)?;
        rows.entry(row).or_default().insert(column, value);
    }
    Ok(rows
        .into_iter()
        .map(|(at, cells)| Row { number: at.saturating_add(1), cells: cells.into_iter().collect() })
        .collect())
}

/// How many digits a format such as `0000000000000` shows.
fn padding(style: Option<&calamine::Style>) -> usize {
    style
        .and_then(|style| style.number_format.as_ref())
        .map(|format| format.format_code.as_str())
        .filter(|code| code.len() > 1 && code.bytes().all(|b| b == b'0'))
        .map_or(0, str::len)
}

fn value(data: &DataRef<'_>, zeros: impl Fn() -> usize) -> Option<Value> {
    Some(match data {
        DataRef::Empty => return None,
        DataRef::Int(number) => Value::Number(*number as f64),
        DataRef::Float(number) => {
            let plain = Value::Number(*number);
            let (text, zeros) = (plain.plain(), zeros());
            let short = text.len() < zeros && text.bytes().all(|b| b.is_ascii_digit());
            // A number that its format shows with leading zeros is what staff see: a NIB or a phone.
            if short { Value::Text(format!("{text:0>zeros$}")) } else { plain }
        }
        DataRef::String(text) => Value::Text(text.clone()),
        DataRef::SharedString(text) => Value::Text((*text).to_owned()),
        DataRef::Bool(flag) => Value::Flag(*flag),
        DataRef::DateTime(serial) => date(serial),
        DataRef::DateTimeIso(text) => match parse_when(text) {
            Ok((date, time)) => Value::Date(date, time.filter(|time| *time != (0, 0))),
            Err(_) => Value::Text(text.clone()),
        },
        DataRef::DurationIso(text) => Value::Text(text.clone()),
        DataRef::Error(error) => Value::Error(error.to_string()),
    })
    .filter(|value| !matches!(value, Value::Text(text) if text.trim().is_empty()))
}

/// A day, a moment, or a bare time, to the nearest minute: 10.00 is stored as a fraction of a day.
fn date(serial: &ExcelDateTime) -> Value {
    let days = serial.as_f64();
    // Day 2,958,466 is the first of the year 10,000.
    if serial.is_duration() || !(0.0..2_958_466.0).contains(&days) {
        return Value::Number(days);
    }
    let (year, month, day, hour, minute, second, _) = serial.to_ymd_hms_milli();
    let Some(date) = Date::new(i32::from(year), u32::from(month), u32::from(day)) else {
        return Value::Text(format!("{hour:02}.{minute:02}"));
    };
    let half_up = Moment(date.at(u32::from(hour), u32::from(minute)).0 + i64::from(second) + 30);
    let time = half_up.clock();
    if days < 1.0 {
        return Value::Text(half_up.hhmm());
    }
    Value::Date(half_up.date(), Some(time).filter(|time| *time != (0, 0)))
}

fn damaged(error: impl std::fmt::Display) -> SheetError {
    SheetError::Damaged(error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::ExcelDateTimeType;

    #[test]
    fn days_that_a_program_writes_as_text_are_days() {
        let read = |text: &str| value(&DataRef::DateTimeIso(text.to_owned()), || 0);
        let day = Date::new(2026, 10, 18).expect("a day");
        assert_eq!(read("2026-10-18"), Some(Value::Date(day, None)));
        assert_eq!(read("2026-10-18T00:00:00"), Some(Value::Date(day, None)));
        assert_eq!(read("2026-10-18T09:30:00"), Some(Value::Date(day, Some((9, 30)))));
        assert_eq!(read("besok"), Some(Value::Text("besok".to_owned())));
        assert_eq!(read("  "), None);
        let long = DataRef::DurationIso("PT36H".to_owned());
        assert_eq!(value(&long, || 0), Some(Value::Text("PT36H".to_owned())));
    }

    #[test]
    fn what_only_looks_like_a_day_is_a_number_or_a_time() {
        let serial = |days: f64, kind| {
            value(&DataRef::DateTime(ExcelDateTime::new(days, kind, false)), || 0)
        };
        let moment = ExcelDateTimeType::DateTime;
        assert_eq!(serial(0.416_666_67, moment), Some(Value::Text("10.00".to_owned())));
        assert_eq!(serial(-1.0, moment), Some(Value::Number(-1.0)));
        assert_eq!(serial(3_000_000.0, moment), Some(Value::Number(3_000_000.0)));
        assert_eq!(serial(1.5, ExcelDateTimeType::TimeDelta), Some(Value::Number(1.5)));
        // Stored as 9.29.59,9: a fraction of a day never hits the minute.
        let day = Date::new(2026, 11, 27).expect("a day");
        assert_eq!(serial(46_353.395_832_2, moment), Some(Value::Date(day, Some((9, 30)))));
    }
}
