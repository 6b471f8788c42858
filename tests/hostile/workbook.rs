//! Workbooks written as XML, so that they can hold what no office program would write.

use crate::zipped::{zipped, zipped_pieces};

/// A good sheet of one seller, beside which the bad ones stand.
pub(crate) const GOOD: (&str, &[u8]) = (
    "penjual.csv",
    b"kode,nama_usaha,kecamatan,tokopedia\ndapur-ratih,Dapur Bu Ratih,Tebet,https://tokopedia.com/a\n",
);

/// An XLSX of one sheet `produk` with these rows, and this part of shared texts.
pub(crate) fn xlsx(rows: &str, strings: &str) -> Vec<u8> {
    xlsx_with((rows, 1), "", strings)
}

/// The same with the rows so many times, and something behind them, such as joined cells.
pub(crate) fn xlsx_with(rows: (&str, usize), behind: &str, strings: &str) -> Vec<u8> {
    const RELS: &str = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"#;
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let rels = format!(
        "{RELS}<Relationship Id=\"rId1\" Type=\"{office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
    );
    let book_rels = format!(
        "{RELS}<Relationship Id=\"rId1\" Type=\"{office}/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\"{office}/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>"
    );
    let book = format!(
        "<workbook xmlns=\"{main}\" xmlns:r=\"{office}\"><sheets><sheet name=\"produk\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
    );
    let before = format!("<worksheet xmlns=\"{main}\"><sheetData>");
    let after = format!("</sheetData>{behind}</worksheet>");
    zipped_pieces([
        ("_rels/.rels", vec![(rels.as_bytes(), 1)]),
        ("xl/_rels/workbook.xml.rels", vec![(book_rels.as_bytes(), 1)]),
        ("xl/workbook.xml", vec![(book.as_bytes(), 1)]),
        ("xl/sharedStrings.xml", vec![(strings.as_bytes(), 1)]),
        (
            "xl/worksheets/sheet1.xml",
            vec![(before.as_bytes(), 1), (rows.0.as_bytes(), rows.1), (after.as_bytes(), 1)],
        ),
    ])
}

/// An ODS of one sheet `penjual` with these rows.
pub(crate) fn ods(rows: &str) -> Vec<u8> {
    ods_with("", rows)
}

/// The same with something before the document, such as a definition of entities.
pub(crate) fn ods_with(before: &str, rows: &str) -> Vec<u8> {
    let xml = format!(
        "{before}<office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\"><office:body><office:spreadsheet><table:table table:name=\"penjual\">{rows}</table:table></office:spreadsheet></office:body></office:document-content>"
    );
    zipped(&[("content.xml", xml.as_bytes())])
}

/// A cell of an ODS with this text, repeated.
pub(crate) fn cell(text: &str, times: u32) -> String {
    format!(
        "<table:table-cell office:value-type=\"string\" table:number-columns-repeated=\"{times}\"><text:p>{text}</text:p></table:table-cell>"
    )
}
