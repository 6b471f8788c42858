//! A market as sheets, of which a test changes a cell.

use std::fs;
use std::path::Path;

/// Sheets as rows of cells by column, so that a test can change one cell.
#[derive(Clone)]
pub(crate) struct Sheets(Vec<(&'static str, Vec<Vec<String>>)>);

const SELLERS: &str = "kode|nama_usaha|kecamatan|whatsapp|izin_kontak|tokopedia|shopee|tiktok|gofood|grabfood|shopeefood|instagram|situs|eorder
dapur-uji|Dapur Uji|Tebet|0812-0000-0001|ya|https://www.tokopedia.com/dapur-uji|https://shopee.co.id/dapuruji|https://www.tiktok.com/@dapuruji|https://gofood.co.id/jakarta/restaurant/dapur-uji-1|https://food.grab.com/id/id/restaurant/dapur-uji/1|https://shopee.co.id/now-food/shop/1|https://www.instagram.com/dapuruji|https://www.blibli.com/merchant/dapur-uji|https://e-katalog.lkpp.go.id/dapur-uji
kriya-uji|Kriya Uji|Gambir|0813-1111-2222|ya|https://www.tokopedia.com/kriya-uji||||||||Kriya Uji
";
const PRODUCTS: &str = "kode|penjual|nama|kategori|harga|satuan|jbl|harga_jbl|tautan_jbl|tokopedia|shopee|tiktok|gofood|grabfood|shopeefood|instagram|situs|eorder|tayang
warisan|dapur-uji|Keripik Tempe|kuliner|15.000|pcs|jbl-uji|12.000|https://www.tokopedia.com/dapur-uji/keripik||||||||||
sendiri|dapur-uji|Sambal Bawang|kuliner|32.000|botol||||https://www.tokopedia.com/dapur-uji/sambal|https://shopee.co.id/sambal-i.1.2|https://www.tiktok.com/@dapuruji/sambal|https://gofood.co.id/jakarta/restaurant/sambal-2|https://food.grab.com/id/id/restaurant/sambal/2|https://shopee.co.id/now-food/shop/2|https://www.instagram.com/sambaluji|https://www.blibli.com/p/sambal|https://e-katalog.lkpp.go.id/sambal|
anyam|kriya-uji|Tas Anyam|kriya|90.000|pcs|||||||||||||
lama|dapur-uji|Es Lama|kuliner|8.000|gelas|||||||||||||tidak
";
const EDITIONS: &str = "kode|wilayah|mulai|selesai|tautan_toko|tautan_live
jbl-uji|semua|2026-11-25|2026-11-29|https://www.tokopedia.com/jakpreneurofficial|https://www.tiktok.com/@jakpreneur/live
";
const ROUNDS: &str = "kode|bulan|tutup|koperasi|koperasi_wa|peserta
gebetan-uji|2026-12|2026-12-10|Koperasi Uji|0812-0000-0009|dapur-uji
";

impl Sheets {
    pub(crate) fn market() -> Self {
        let rows = |text: &str| {
            text.lines().map(|line| line.split('|').map(str::to_owned).collect()).collect()
        };
        Self(vec![
            ("penjual", rows(SELLERS)),
            ("produk", rows(PRODUCTS)),
            ("jbl", rows(EDITIONS)),
            ("gebetan", rows(ROUNDS)),
        ])
    }

    /// Writes another value into the cell of a row, which is found by what stands in its first cell.
    pub(crate) fn set(mut self, sheet: &str, code: &str, column: &str, value: &str) -> Self {
        let rows = &mut self.0.iter_mut().find(|(name, _)| *name == sheet).expect(sheet).1;
        let at = rows[0].iter().position(|name| name == column).expect(column);
        let row = rows.iter_mut().find(|row| row[0] == code).expect(code);
        row[at] = value.to_owned();
        self
    }

    /// Adds a row, before all others where `first`.
    pub(crate) fn add(mut self, sheet: &str, first: bool, cells: &[(&str, &str)]) -> Self {
        let rows = &mut self.0.iter_mut().find(|(name, _)| *name == sheet).expect(sheet).1;
        for (column, _) in cells {
            if !rows[0].iter().any(|name| name == column) {
                rows[0].push((*column).to_owned());
            }
        }
        let cell = |name: &String| {
            cells.iter().find(|(column, _)| column == name).map_or("", |(_, value)| *value)
        };
        let row: Vec<String> = rows[0].iter().map(|name| cell(name).to_owned()).collect();
        rows.insert(if first { 1 } else { rows.len() }, row);
        self
    }

    pub(crate) fn without(mut self, sheet: &str, code: &str) -> Self {
        let rows = &mut self.0.iter_mut().find(|(name, _)| *name == sheet).expect(sheet).1;
        rows.retain(|row| row[0] != code);
        self
    }

    pub(crate) fn write(&self, folder: &Path) {
        let _ = fs::remove_dir_all(folder);
        fs::create_dir_all(folder).expect("a folder");
        for (name, rows) in &self.0 {
            let width = rows[0].len();
            let line = |row: &Vec<String>| {
                let mut row = row.clone();
                row.resize(width, String::new());
                row.join(";") + "\n"
            };
            let text: String = rows.iter().map(line).collect();
            fs::write(folder.join(format!("{name}.csv")), text).expect("a sheet");
        }
    }
}
