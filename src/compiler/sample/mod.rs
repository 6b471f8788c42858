//! `catalogue sample`: an invented market of any size, the same for the same seed, to try and to measure with.
//!
//! Rows are written as they are made, so a million products need no more memory than ten. No business, person or
//! number in it is real.

mod editions;
mod products;
mod random;
mod sellers;
mod words;

use crate::compiler::disk;
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::Path;

/// How much to invent, and from which seed.
#[derive(Clone, Copy, Debug)]
pub struct Size {
    /// Rows of products.
    pub products: u64,
    /// Rows of sellers; at least one.
    pub sellers: u64,
    /// Another seed is another market.
    pub seed: u64,
}

/// The first line of the settings tells a sample from sheets that somebody cares for.
const MARK: &str = "# Dibuat oleh `catalogue sample`; bukan data sungguhan.";

/// Writes the sheets of an invented market.
pub fn write(folder: &Path, size: Size) -> Result<()> {
    refuse_real_sheets(folder)?;
    disk::write(&folder.join("situs.toml"), settings().as_bytes())?;
    sheet(&folder.join("jbl.csv"), &editions::HEADER, editions::rows())?;
    let sellers = (0..size.sellers)
        .filter_map(|number| sellers::Seller::new(size.seed, number))
        .map(sellers::Seller::row);
    sheet(&folder.join("penjual.csv"), &sellers::HEADER, sellers)?;
    let products = (0..size.products).filter_map(|number| products::row(size, number));
    sheet(&folder.join("produk.csv"), &products::HEADER, products)
}

fn settings() -> String {
    format!(
        "{MARK}\nnama = \"Etalase Contoh\"\ncontoh = true\ndata_per = \"2026-11-20\"\n\
         kontak_kantor = \"Kantor contoh, pengaduan@contoh.invalid\"\n\n\
         [eorder]\nurl = \"https://bppbj.jakarta.go.id/\"\nbatas = 50000000\n"
    )
}

fn refuse_real_sheets(folder: &Path) -> Result<()> {
    if !folder.exists() || disk::list(folder)?.is_empty() {
        return Ok(());
    }
    let settings = fs::read_to_string(folder.join("situs.toml")).unwrap_or_default();
    if !settings.starts_with(MARK) {
        bail!("{} berisi berkas lain; pilih folder kosong untuk data contoh", folder.display());
    }
    Ok(())
}

/// Writes a CSV sheet, row by row.
fn sheet<const N: usize>(
    path: &Path,
    header: &[&str; N],
    rows: impl Iterator<Item = [String; N]>,
) -> Result<()> {
    let failed = || format!("tidak dapat menulis {}", path.display());
    let mut sheet = csv::Writer::from_writer(disk::create(path)?);
    sheet.write_record(header).with_context(failed)?;
    for row in rows {
        sheet.write_record(&row).with_context(failed)?;
    }
    sheet.flush().with_context(failed)
}
