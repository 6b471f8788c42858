//! The specification of a plan: its rows as they are shown, and as a table for procurement or a spreadsheet.
//!
//! Words are the reader's language's, so whoever asks brings them; addresses are the site's.

use crate::domain::code::Code;
use crate::domain::meeting::plan::{Item, price, product, total};
use crate::domain::money::Rupiah;
use crate::domain::product::{Serving, Tax};
use crate::domain::provision::Provision;
use crate::domain::seller::{Eorder, Grade};
use crate::domain::table::{Cell, Table};
use crate::domain::variant;

/// One product of a plan, with everything that procurement asks.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The kind it is taken for.
    pub serving: Serving,
    /// Its name.
    pub name: String,
    /// "Ukuran: XL"; empty where nothing is to be chosen.
    pub choice: String,
    /// pcs, porsi, kotak …
    pub unit: String,
    /// The price of one.
    pub price: Rupiah,
    /// How many.
    pub quantity: u32,
    /// Price times quantity.
    pub total: Rupiah,
    /// The seller's name.
    pub shop: String,
    /// The curation's grade.
    pub grade: Option<Grade>,
    /// Its page.
    pub address: String,
    /// Whether tax is in the price, where the data say.
    pub tax: Option<Tax>,
    /// How it is found in procurement.
    pub eorder: Option<Eorder>,
}

/// The words of the table.
#[derive(Clone, Copy, Debug)]
pub struct Words<'a> {
    /// What the table is called.
    pub title: &'a str,
    /// Over the columns: number, name, choice, unit, price, quantity, total, seller, tax, e-Order, address.
    pub headings: [&'a str; 11],
    /// Tax is in the price.
    pub tax_included: &'a str,
    /// Tax is to come.
    pub tax_to_come: &'a str,
    /// Nothing is said of tax.
    pub tax_untold: &'a str,
    /// Known to e-Order, without a link and without a name to search for.
    pub listed: &'a str,
    /// Before the sum.
    pub total: &'a str,
    /// Before the version of the data.
    pub version: &'a str,
}

/// The rows of a plan; what is no longer on sale has none. `address` gives a product's page.
pub fn rows(
    provisions: &[Provision],
    items: &[Item],
    address: &dyn Fn(&Code) -> String,
) -> Vec<Row> {
    let row = |item: &Item| {
        let provision = product(provisions, item)?;
        let card = &provision.card;
        let choice = provision.first_choice().map_or_else(Vec::new, |(choice, _)| choice);
        Some(Row {
            serving: item.serving,
            name: card.name.clone(),
            choice: variant::describe(&choice),
            unit: card.unit.clone(),
            price: price(provision),
            quantity: item.quantity,
            total: total(provision, item),
            shop: card.shop.clone(),
            grade: card.grade,
            address: address(&card.code),
            tax: provision.tax,
            eorder: provision.eorder.clone(),
        })
    };
    items.iter().filter_map(row).collect()
}

/// The table: headings, rows, the sum, the version of the data.
pub fn table(rows: &[Row], all: Rupiah, version: &str, words: &Words<'_>) -> Table {
    let row = |(at, row): (u64, &Row)| {
        vec![
            Cell::Number(at),
            Cell::text(&row.name),
            Cell::text(&row.choice),
            Cell::text(&row.unit),
            Cell::Number(row.price.get()),
            Cell::Number(u64::from(row.quantity)),
            Cell::Number(row.total.get()),
            Cell::text(&row.shop),
            Cell::text(match row.tax {
                Some(Tax::Termasuk) => words.tax_included,
                Some(Tax::Belum) => words.tax_to_come,
                None => words.tax_untold,
            }),
            Cell::text(row.eorder.as_ref().map_or("", |eorder| hand_off(eorder, words))),
            Cell::text(&row.address),
        ]
    };
    let mut sum = vec![Cell::text(""), Cell::text(words.total)];
    sum.resize(6, Cell::text(""));
    sum.push(Cell::Number(all.get()));
    Table {
        title: words.title.to_owned(),
        columns: words.headings.iter().map(|heading| (*heading).to_owned()).collect(),
        rows: (1..).zip(rows).map(row).collect(),
        sums: vec![sum],
        notes: vec![vec![Cell::text(""), Cell::text(words.version), Cell::text(version)]],
    }
}

/// The link that staff have given, else the name as it is listed, else that it is.
fn hand_off<'a>(eorder: &'a Eorder, words: &Words<'a>) -> &'a str {
    match (&eorder.link, &eorder.listed_as) {
        (Some(link), _) => link.as_str(),
        (None, Some(name)) => name,
        (None, None) => words.listed,
    }
}

#[cfg(test)]
mod tests {
    use super::{Words, rows, table};
    use crate::domain::meeting::plan;
    use crate::domain::meeting::suggest::suggest;
    use crate::domain::meeting::tests::{product, terms};
    use crate::domain::product::{Serving, Tax};
    use crate::domain::seller::Eorder;
    use crate::domain::table::pasted;

    #[test]
    fn the_table_is_pasted_as_it_stands_and_no_cell_is_a_formula() {
        let mut one = product("a", Serving::Kudapan, 15_000);
        one.card.name = "=HYPERLINK(\"x\")\tKue".into();
        one.tax = Some(Tax::Belum);
        one.eorder = Some(Eorder { link: None, listed_as: Some("Kue Bu Ani".into()) });
        let provisions = [one];
        let terms = terms(&[Serving::Kudapan]);
        let items = suggest(&terms, &provisions).expect("a plan");
        let rows = rows(&provisions, &items, &|code| format!("/p/{code}"));
        let words = Words {
            title: "Spesifikasi",
            headings: [
                "No", "Nama", "Pilihan", "Satuan", "Harga", "Jumlah", "Total", "Penjual", "Pajak",
                "e-Order", "Alamat",
            ],
            tax_included: "termasuk",
            tax_to_come: "belum",
            tax_untold: "-",
            listed: "ada",
            total: "Total",
            version: "Versi",
        };
        let all = plan::totals(&terms, &provisions, &items).all;
        let text = pasted(&[table(&rows, all, "+3f2a", &words)]);
        assert_eq!(
            text.lines().collect::<Vec<_>>(),
            [
                "No\tNama\tPilihan\tSatuan\tHarga\tJumlah\tTotal\tPenjual\tPajak\te-Order\tAlamat",
                "1\t'=HYPERLINK(\"x\") Kue\t\tbungkus\t15000\t20\t300000\tToko a\tbelum\tKue Bu Ani\t/p/produk-a",
                "\tTotal\t\t\t\t\t300000",
                "\tVersi\t'+3f2a",
            ]
        );
    }
}
