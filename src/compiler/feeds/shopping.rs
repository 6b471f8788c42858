//! The two shopping catalogues, Google Merchant Center's and Meta's: which products can stand in them, and how a
//! text becomes a cell of theirs. What each of the two asks for is in `google` and `meta`.
//!
//! Both advertise to strangers, so an example market's invented goods stay out, and so does what has no picture or
//! cannot be ordered. What is left out is counted and said.

use crate::compiler::catalogue::Catalogue;
use crate::compiler::clean::clean;
use crate::compiler::feeds::{google, kind_of_goods, meta};
use crate::compiler::output::Staging;
use crate::compiler::rewrite::Rewrite;
use crate::domain::cell::FORMULA;
use crate::domain::product::{Picture, Product};
use crate::domain::time::Date;
use crate::route::Route;
use anyhow::{Context, Result};

/// What became of the two, for the last lines that staff read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shopping {
    /// Not written: a whole address needs the site's own, which is not known.
    NoAddress,
    /// Not written: nobody should be offered what does not exist.
    Example,
    /// Written.
    Written(Tally),
}

/// How many products stand in the two, and why others do not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// In Google's.
    pub google: usize,
    /// In Meta's.
    pub meta: usize,
    /// In neither: both demand a picture.
    pub without_picture: usize,
    /// In neither: an advertisement must lead to a way to buy.
    pub without_channel: usize,
    /// Not in Google's: made to order, and nobody has said within how many days.
    pub without_days: usize,
}

impl Shopping {
    /// One line in Indonesian.
    pub fn said(&self) -> String {
        match self {
            Self::NoAddress => {
                "Alamat situs belum diketahui, jadi sitemap dan feed schema.org, Google, dan \
                Meta tidak ditulis. Isi url di situs.toml, atau pakai --site-url."
                    .to_owned()
            }
            Self::Example => {
                "Pasar contoh: feed Google dan Meta tidak ditulis, supaya barang rekaan tidak \
                diiklankan."
                    .to_owned()
            }
            Self::Written(tally) => tally.said(),
        }
    }
}

impl Tally {
    fn said(&self) -> String {
        let mut text =
            format!("Feed Google: {} produk; feed Meta: {} produk.", self.google, self.meta);
        let reasons = [
            (self.without_picture, "tanpa foto"),
            (self.without_channel, "tanpa cara memesan"),
            (self.without_days, "PO tanpa po_hari (hanya Google)"),
        ];
        let left_out: Vec<String> = reasons
            .into_iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, why)| format!("{count} {why}"))
            .collect();
        if !left_out.is_empty() {
            text.push_str(&format!(" Tidak ikut: {}.", left_out.join("; ")));
        }
        text
    }
}

/// Writes both, product by product.
pub(super) fn write(catalogue: &Catalogue, at: Date, site: &Staging) -> Result<Shopping> {
    if catalogue.market.url.is_empty() {
        return Ok(Shopping::NoAddress);
    }
    if catalogue.market.example {
        return Ok(Shopping::Example);
    }
    let mut google = Table::create(google::ADDRESS, b'\t', &google::COLUMNS, site)?;
    let mut meta = Table::create(meta::ADDRESS, b',', &meta::COLUMNS, site)?;
    let mut tally = Tally::default();
    for product in catalogue.products.iter().map(|entry| &entry.product) {
        let Some(picture) = product.pictures.first() else {
            tally.without_picture += 1;
            continue;
        };
        if product.links.channels().is_empty() {
            tally.without_channel += 1;
            continue;
        }
        let goods = Goods::of(product, picture, catalogue);
        meta.row(&meta::row(&goods))?;
        tally.meta += 1;
        match google::row(&goods, at) {
            Some(row) => {
                google.row(&row)?;
                tally.google += 1;
            }
            None => tally.without_days += 1,
        }
    }
    google.finish()?;
    meta.finish()?;
    Ok(Shopping::Written(tally))
}

/// A product that can be advertised, with what both catalogues write alike.
pub(super) struct Goods<'a> {
    pub(super) product: &'a Product,
    /// In one line, never empty.
    pub(super) description: String,
    pub(super) link: String,
    pub(super) image: String,
    /// The other pictures, with commas between.
    pub(super) more_images: String,
    pub(super) kind: String,
}

/// Letters of a description; Google's limit, Meta's is higher.
const MOST_DESCRIPTION: usize = 5_000;
/// Letters of a kind of goods, in both.
const MOST_KIND: usize = 750;
/// How many further pictures both take.
const MOST_IMAGES: usize = 10;

impl<'a> Goods<'a> {
    fn of(product: &'a Product, picture: &Picture, catalogue: &Catalogue) -> Self {
        let market = &catalogue.market;
        let images: Vec<String> = product
            .pictures
            .iter()
            .skip(1)
            .take(MOST_IMAGES)
            .map(|picture| market.address(&picture.jpeg()))
            .collect();
        Self {
            product,
            description: cell(&description(product), MOST_DESCRIPTION),
            link: market.address(&Route::Product(product.card.code.clone()).path()),
            image: market.address(&picture.jpeg()),
            more_images: images.join(","),
            kind: cell(&kind_of_goods(&product.card, &catalogue.categories), MOST_KIND),
        }
    }
}

/// The seller's words, else what the sheets say of the product; both catalogues demand one.
fn description(product: &Product) -> String {
    let card = &product.card;
    let mut text = if product.description.is_empty() {
        let kecamatan = card.kecamatan;
        format!(
            "{} dari {}, {}, {}.",
            card.name,
            card.shop,
            kecamatan.name(),
            kecamatan.city().name()
        )
    } else {
        product.description.clone()
    };
    if card.minimum > 1 {
        text.push_str(&format!(" Pesan minimal {} {}.", card.minimum, card.unit));
    }
    text
}

/// One line of at most so many characters. Staff open these files in a spreadsheet before they hand them on, so what
/// would begin a formula gets an apostrophe: a real name never begins so.
pub(super) fn cell(text: &str, most: usize) -> String {
    let (line, _) = clean(text, most);
    if line.starts_with(FORMULA) {
        let (shorter, _) = clean(&line, most - 1);
        return format!("'{shorter}");
    }
    line
}

/// A file of cells.
struct Table {
    address: &'static str,
    rows: csv::Writer<Rewrite>,
}

impl Table {
    fn create(
        address: &'static str,
        delimiter: u8,
        columns: &[&str],
        site: &Staging,
    ) -> Result<Self> {
        let rows =
            csv::WriterBuilder::new().delimiter(delimiter).from_writer(site.create(address)?);
        let mut table = Self { address, rows };
        table.row(columns)?;
        Ok(table)
    }

    fn row<T: AsRef<[u8]>>(&mut self, cells: &[T]) -> Result<()> {
        let address = self.address;
        self.rows.write_record(cells).with_context(|| format!("tidak dapat menulis {address}"))
    }

    fn finish(self) -> Result<()> {
        let address = self.address;
        let written = self.rows.into_inner().map_err(csv::IntoInnerError::into_error);
        written.with_context(|| format!("tidak dapat menulis {address}"))?.finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_one_line_within_its_limit_and_no_formula() {
        for (text, most, expected) in [
            ("Keripik", 20, "Keripik"),
            ("tab\tbaris\r\nbaru", 20, "tab baris baru"),
            ("=1+1", 20, "'=1+1"),
            ("\t=1+1", 20, "'=1+1"),
            ("＠nama", 20, "'＠nama"),
            ("+62812", 6, "'+6281"),
            ("panjang", 4, "panj"),
        ] {
            assert_eq!(cell(text, most), expected, "{text:?}");
        }
    }

    #[test]
    fn the_summary_names_each_reason_once_and_only_where_it_holds() {
        let tally =
            Tally { google: 3, meta: 5, without_picture: 2, without_days: 2, ..Tally::default() };
        assert_eq!(
            Shopping::Written(tally).said(),
            "Feed Google: 3 produk; feed Meta: 5 produk. Tidak ikut: 2 tanpa foto; 2 PO tanpa po_hari (hanya \
             Google)."
        );
        let all = Tally { google: 5, meta: 5, ..Tally::default() };
        assert_eq!(Shopping::Written(all).said(), "Feed Google: 5 produk; feed Meta: 5 produk.");
    }
}
