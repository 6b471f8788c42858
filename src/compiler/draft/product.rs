//! A row of `produk`.

use crate::compiler::clean::clean;
use crate::compiler::columns::{self as col, Column};
use crate::compiler::draft::shared::{Shared, identity, link, phone, price_fault, shared};
use crate::compiler::draft::variants::{below_nothing, keywords, variants};
use crate::compiler::draft::{Context, Identity};
use crate::compiler::faults::{At, Fault, Problems};
use crate::compiler::header::Sheet;
use crate::compiler::row::{RowReader, yes_or_no};
use crate::compiler::sheet::{Row, Value};
use crate::domain::area::Kecamatan;
use crate::domain::category::Category;
use crate::domain::code::Code;
use crate::domain::link::SafeLink;
use crate::domain::measure::Measure;
use crate::domain::money::{PriceError, Rupiah};
use crate::domain::phone::Phone;
use crate::domain::product::{Serving, Stock, Tax};
use crate::domain::time::Date;
use crate::domain::variant::VariantGroup;
use std::sync::Arc;

/// What a product's row says.
#[derive(Clone, Debug, Default)]
pub struct ProductDraft {
    /// Place, code and name.
    pub identity: Identity,
    /// Nothing may be published of it.
    pub refused: bool,
    /// `tayang` says no: kept as withdrawn, without any problem.
    pub hidden: bool,
    /// Who sells it.
    pub seller: SellerRef,
    /// Kind of goods.
    pub category: Option<Code>,
    /// Finer kind.
    pub subcategory: Option<String>,
    /// The price of one unit.
    pub price: Option<Rupiah>,
    /// pcs, porsi …
    pub unit: String,
    /// What one unit holds.
    pub measure: Option<Measure>,
    /// Whether it can be had.
    pub stock: Stock,
    /// Days from order to readiness.
    pub preorder_days: Option<u16>,
    /// The least that is sold.
    pub minimum: u32,
    /// How many can be made a day.
    pub daily_capacity: Option<u32>,
    /// Days it keeps.
    pub shelf_life_days: Option<u16>,
    /// Whether tax is in the price.
    pub tax: Option<Tax>,
    /// In the seller's words.
    pub description: String,
    /// Names in the `foto` column.
    pub photos: Vec<String>,
    /// Pictures in its row.
    pub embedded: Vec<Arc<[u8]>>,
    /// Its `foto` cell.
    pub photo_cell: At,
    /// What is to be chosen.
    pub variants: Vec<VariantGroup>,
    /// Further words it is found by.
    pub keywords: String,
    /// What it can be at a meeting.
    pub servings: Vec<Serving>,
    /// Editions it takes part in.
    pub jbl: Vec<Code>,
    /// Its price there.
    pub jbl_price: Option<Rupiah>,
    /// Where it is sold there.
    pub jbl_link: Option<SafeLink>,
    /// Fit for Gebetan packages.
    pub gebetan: bool,
    /// When its row was last looked after.
    pub updated: Option<Date>,
    /// Links, permits, grade, delivery.
    pub shared: Shared,
}

/// How a row names its seller.
#[derive(Clone, Debug, Default)]
pub enum SellerRef {
    /// Not at all, which has been reported.
    #[default]
    Nobody,
    /// By code.
    Code(String, At),
    /// By name, number and kecamatan in its place.
    Named(Box<NamedSeller>),
}

/// A seller in a product's row.
#[derive(Clone, Debug)]
pub struct NamedSeller {
    /// As the business calls itself.
    pub name: String,
    /// Its number, where it is one.
    pub phone: Option<Phone>,
    /// Where it is; absent where nothing or nothing known stands there.
    pub kecamatan: Option<Kecamatan>,
    /// Whether anything stands in `kecamatan`.
    pub kecamatan_given: Option<String>,
    /// The cell of `nama_usaha`.
    pub name_cell: At,
    /// The cell of `kecamatan`.
    pub kecamatan_cell: At,
}

/// Reads a row. Where `tayang` says no, nothing in it is a problem but a personal number.
pub fn read(
    sheet: &Sheet,
    row: &Row,
    problems: &mut Problems,
    context: Context<'_>,
) -> ProductDraft {
    let shown = sheet.columns.iter().find(|(column, _)| *column == col::TAYANG);
    let hidden = match shown.and_then(|(_, at)| row.get(*at)) {
        Some(Value::Flag(flag)) => !flag,
        Some(value) => yes_or_no(&value.plain()) == Some(false),
        None => false,
    };
    if !hidden {
        let embedded = sheet.pictures.get(&row.number).cloned().unwrap_or_default();
        let draft = fields(&mut RowReader::new(sheet, row, problems), context);
        return ProductDraft { embedded, ..draft };
    }
    let mut unheard = Problems::default();
    let mut draft = fields(&mut RowReader::new(sheet, row, &mut unheard), context);
    let before = problems.len();
    problems.keep(unheard, Fault::PersonalNumber);
    draft.hidden = true;
    draft.refused = problems.len() > before;
    draft
}

fn fields(row: &mut RowReader<'_>, context: Context<'_>) -> ProductDraft {
    let seller = seller(row);
    let name = row.required_text(col::NAMA, 120);
    let identity = identity(row, name);
    let variants = variants(row);
    let price = required_price(row);
    below_nothing(row, price, &variants);
    let (jbl, jbl_price, jbl_link) = jbl(row, price, context);
    let subcategory = row.text(col::SUBKATEGORI, 60);
    let keywords = keywords(&identity.name, &row.text(col::KATA_KUNCI, 300), &variants);
    let days = |days: Option<u32>| days.and_then(|days| u16::try_from(days).ok());
    let lower = |word: &str, words: &[(&str, Tax)]| {
        words.iter().find(|(known, _)| *known == word).map(|(_, tax)| *tax)
    };
    ProductDraft {
        hidden: false,
        seller,
        category: category(row, context.categories),
        subcategory: Some(subcategory).filter(|text| !text.is_empty()),
        price,
        unit: row.required_text(col::SATUAN, 30).unwrap_or_default(),
        measure: measure(row),
        stock: row.word(col::STOK, "siap, po, habis", Stock::from_word).unwrap_or_default(),
        preorder_days: days(row.count(col::PO_HARI, 0, 365)).filter(|days| *days > 0),
        minimum: row.count(col::MINIMAL, 1, 100_000).unwrap_or(1),
        daily_capacity: row.count(col::KAPASITAS_HARI, 1, 1_000_000),
        shelf_life_days: days(row.count(col::UMUR_SIMPAN_HARI, 1, 3_650)),
        tax: row.word(col::PAJAK, "termasuk, belum", |word| {
            lower(word, &[("termasuk", Tax::Termasuk), ("belum", Tax::Belum)])
        }),
        description: row.text(col::DESKRIPSI, 2_000),
        photos: row.list(col::FOTO, &[]),
        embedded: Vec::new(),
        photo_cell: row.at(col::FOTO),
        keywords,
        servings: servings(row),
        jbl,
        jbl_price,
        jbl_link,
        gebetan: row.yes(col::GEBETAN, false).unwrap_or(false),
        updated: row.when(col::DIPERBARUI).map(|(date, _)| date),
        shared: shared(row, context),
        // `tayang` was looked at before; here only to be told of a word that is neither.
        refused: row.yes(col::TAYANG, true).is_none() || row.refused,
        variants,
        identity,
    }
}

fn seller(row: &mut RowReader<'_>) -> SellerRef {
    if let Some(value) = row.value(col::PENJUAL) {
        if row.has(col::WHATSAPP) {
            row.warn(Fault::ValueUnused, col::WHATSAPP, "Nomor ini tidak dipakai: penjual sudah disebut dengan kode, dan nomornya diambil dari lembar penjual.", "Isi nomor di lembar penjual.");
        }
        return SellerRef::Code(value.plain(), row.at(col::PENJUAL));
    }
    if row.is_masked(col::PENJUAL) || row.is_masked(col::NAMA_USAHA) {
        return SellerRef::Nobody;
    }
    if !row.has(col::NAMA_USAHA) {
        row.missing(if row.has_column(col::PENJUAL) { col::PENJUAL } else { col::NAMA_USAHA });
        return SellerRef::Nobody;
    }
    let name = row.text(col::NAMA_USAHA, 120);
    if name.is_empty() {
        return SellerRef::Nobody;
    }
    let kecamatan_given = row.value(col::KECAMATAN).map(Value::plain);
    SellerRef::Named(Box::new(NamedSeller {
        name,
        phone: phone(row, col::WHATSAPP),
        kecamatan: kecamatan_given.as_deref().and_then(|text| Kecamatan::find(text).ok()),
        kecamatan_given,
        name_cell: row.at(col::NAMA_USAHA),
        kecamatan_cell: row.at(col::KECAMATAN),
    }))
}

fn category(row: &mut RowReader<'_>, categories: &[Category]) -> Option<Code> {
    let Some(value) = row.value(col::KATEGORI) else {
        row.missing(col::KATEGORI);
        return None;
    };
    let found = Category::find(categories, &value.plain()).map(|category| category.code.clone());
    if found.is_none() {
        let names: Vec<&str> = categories.iter().map(|category| category.code.as_str()).collect();
        let fix = format!(
            "Pakai salah satu: {}. Kategori lain ditambahkan lewat kategori_tambahan di situs.toml.",
            names.join(", ")
        );
        row.fault(Fault::CategoryUnknown, col::KATEGORI, "Kategori ini tidak dikenal.", &fix);
    }
    found
}

fn required_price(row: &mut RowReader<'_>) -> Option<Rupiah> {
    if !row.has(col::HARGA) {
        row.missing(col::HARGA);
        return None;
    }
    price(row, col::HARGA)
}

fn price(row: &mut RowReader<'_>, column: Column) -> Option<Rupiah> {
    let read = match row.value(column)? {
        Value::Number(number) => Rupiah::price_from_number(*number),
        Value::Text(text) => Rupiah::parse_price(&clean(text, 100).0),
        Value::Date(..) => Err(PriceError::Date),
        Value::Flag(_) | Value::Error(_) => Err(PriceError::NotANumber),
    };
    if let Err(error) = read {
        let (message, fix) = price_fault(error);
        row.fault(Fault::PriceInvalid, column, message, fix);
    }
    read.ok()
}

fn measure(row: &mut RowReader<'_>) -> Option<Measure> {
    let read = Measure::parse(&clean(&row.value(col::ISI)?.plain(), 100).0);
    if read.is_err() {
        row.fault(
            Fault::MeasureInvalid,
            col::ISI,
            "Isi tidak terbaca sebagai takaran.",
            "Tulis angka dan satuannya, misalnya 250 g, 1,5 kg, 600 ml, atau 12 pcs.",
        );
    }
    read.ok()
}

/// Editions, the price in them and the link to them.
fn jbl(
    row: &mut RowReader<'_>,
    price_: Option<Rupiah>,
    context: Context<'_>,
) -> (Vec<Code>, Option<Rupiah>, Option<SafeLink>) {
    let editions = context.editions;
    let mut codes: Vec<Code> = Vec::new();
    let mut unknown = Vec::new();
    let mut refused = Vec::new();
    let words = row.list(col::JBL, &[',']);
    for word in &words {
        match Code::fold(word) {
            Ok((code, _)) if editions.published.contains_key(&code) => {
                if !codes.contains(&code) {
                    codes.push(code);
                }
            }
            Ok((code, _)) if editions.refused.contains_key(&code) => {
                refused.extend(editions.refused.get(&code).map(At::spoken))
            }
            _ => unknown.push(word.as_str()),
        }
    }
    if !unknown.is_empty() {
        let message = format!("Edisi {} tidak ada di lembar jbl.", unknown.join(", "));
        row.fault(
            Fault::EditionUnknown,
            col::JBL,
            &message,
            "Periksa kodenya, atau tambahkan edisinya di lembar jbl.",
        );
    }
    if !refused.is_empty() {
        let message = format!(
            "Edisinya sendiri tidak terbit ({}), jadi produk ini terbit tanpa edisi itu.",
            refused.join("; ")
        );
        row.warn(Fault::EditionRefused, col::JBL, &message, "Perbaiki baris edisinya.");
    }
    let jbl_price = price(row, col::HARGA_JBL);
    if jbl_price.is_some() && words.is_empty() && !row.is_masked(col::JBL) {
        row.fault(
            Fault::JblPrice,
            col::HARGA_JBL,
            "Ada harga JBL, tetapi kolom jbl kosong.",
            "Isi kode edisinya di kolom jbl, atau kosongkan harga_jbl.",
        );
    }
    if let (Some(jbl_price), Some(price)) = (jbl_price, price_)
        && jbl_price > price
    {
        row.fault(
            Fault::JblPrice,
            col::HARGA_JBL,
            "Harga JBL di atas harga biasa.",
            "Periksa kedua harganya.",
        );
    }
    let allowed = |text: &str| {
        let channels = codes.iter().filter_map(|code| editions.published.get(code));
        channels
            .map(|channel| SafeLink::for_channel(text, *channel, context.hosts))
            .reduce(|first, next| if first.is_ok() { first } else { next })
            .unwrap_or_else(|| SafeLink::anywhere(text, context.hosts))
    };
    let jbl_link = link(row, col::TAUTAN_JBL, allowed);
    let jbl_price = jbl_price.filter(|_| !codes.is_empty());
    (codes, jbl_price, jbl_link)
}

fn servings(row: &mut RowReader<'_>) -> Vec<Serving> {
    let mut servings = Vec::new();
    let mut unknown = false;
    for word in row.list(col::RAPAT, &[',']) {
        let serving = match word.to_lowercase().as_str() {
            "kudapan" => Serving::Kudapan,
            "makan" => Serving::Makan,
            "minum" => Serving::Minum,
            _ => {
                unknown = true;
                continue;
            }
        };
        if !servings.contains(&serving) {
            servings.push(serving);
        }
    }
    if unknown {
        row.fault(
            Fault::WordUnknown,
            col::RAPAT,
            "Sebagian isi kolom rapat tidak dikenal.",
            "Pakai kudapan, makan, atau minum, dipisah koma.",
        );
    }
    servings
}
