//! Tables as a CSV file that spreadsheet programs open as they are.

/// The BOM, without which Excel takes UTF-8 for an older encoding.
const BOM: char = '\u{feff}';

/// Rows with tabs between their cells, as [`cell`](crate::domain::cell::cell) has made them, as a CSV file (RFC 4180): every cell
/// in quotation marks, so that neither a comma nor a leading zero is lost.
pub fn of_tabbed(text: &str) -> String {
    let mut file = String::from(BOM);
    for line in text.lines() {
        let cells: Vec<String> =
            line.split('\t').map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect();
        file.push_str(&cells.join(","));
        file.push_str("\r\n");
    }
    file
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_cell_is_quoted_and_every_row_ended() {
        assert_eq!(
            of_tabbed("Barang\tHarga\nKue \"legit\", manis\t015000\n"),
            "\u{feff}\"Barang\",\"Harga\"\r\n\"Kue \"\"legit\"\", manis\",\"015000\"\r\n"
        );
        assert_eq!(of_tabbed(""), "\u{feff}");
    }
}
