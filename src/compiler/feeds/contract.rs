//! The public feed: one line of JSON a product and a seller, for programs other than ours.
//!
//! The keys and their order are the contract's. A certificate that has ended is not claimed here.

use crate::compiler::catalogue::Catalogue;
use crate::compiler::feeds::valid;
use crate::compiler::output::Staging;
use crate::domain::area::Kecamatan;
use crate::domain::channel::Channel;
use crate::domain::code::Code;
use crate::domain::market::Market;
use crate::domain::money::Rupiah;
use crate::domain::permit::Permit;
use crate::domain::product::{Product, Serving, Stock, Tax};
use crate::domain::seller::{Grade, OrderLinks, Seller, WhatsApp};
use crate::domain::time::Date;
use crate::domain::variant::VariantGroup;
use crate::route::Route;
use anyhow::{Context, Result};
use rayon::prelude::*;
use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};
use std::io::Write;
use std::ops::Not;

/// Where the products' feed stands.
const PRODUCTS: &str = "/feeds/produk.jsonl";
/// Where the sellers' feed stands.
const SELLERS: &str = "/feeds/penjual.jsonl";

/// So many lines are made side by side before they are written: some megabytes.
const LINES_AT_ONCE: usize = 16 * 1024;
/// So many of them one after the other.
const LINES_IN_A_ROW: usize = 1024;
/// About so long is a line.
const LINE_BYTES: usize = 640;

/// Writes both feeds, sorted by code. `at` is the day on which certificates must hold.
pub(super) fn write(catalogue: &Catalogue, at: Date, site: &Staging) -> Result<()> {
    let market = &catalogue.market;
    lines(PRODUCTS, site, &catalogue.products, |entry, text| {
        serde_json::to_writer(text, &ProductLine::of(&entry.product, market, at))
    })?;
    lines(SELLERS, site, &catalogue.sellers, |seller, text| {
        serde_json::to_writer(text, &SellerLine::of(seller, market, at))
    })
}

fn lines<T: Sync>(
    address: &str,
    site: &Staging,
    records: &[T],
    line: impl Fn(&T, &mut Vec<u8>) -> serde_json::Result<()> + Sync,
) -> Result<()> {
    let failed = || format!("tidak dapat menulis {address}");
    let in_a_row = |records: &[T]| {
        let mut text = Vec::with_capacity(records.len() * LINE_BYTES);
        for record in records {
            line(record, &mut text)?;
            text.push(b'\n');
        }
        Ok(text)
    };
    let mut file = site.create(address)?;
    for records in records.chunks(LINES_AT_ONCE) {
        let texts: serde_json::Result<Vec<Vec<u8>>> =
            records.par_chunks(LINES_IN_A_ROW).map(in_a_row).collect();
        for text in texts.with_context(failed)? {
            file.write_all(&text).with_context(failed)?;
        }
    }
    file.finish()
}

#[derive(Serialize)]
struct ProductLine<'a> {
    kode: &'a Code,
    penjual: &'a Code,
    nama: &'a str,
    kategori: &'a Code,
    #[serde(skip_serializing_if = "Option::is_none")]
    subkategori: Option<&'a str>,
    harga: Rupiah,
    satuan: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    isi: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    harga_jbl: Option<Rupiah>,
    jbl: &'a [Code],
    stok: Stock,
    #[serde(skip_serializing_if = "Option::is_none")]
    po_hari: Option<u16>,
    #[serde(skip_serializing_if = "Option::is_none")]
    minimal: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    kapasitas_hari: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pajak: Option<Tax>,
    #[serde(skip_serializing_if = "<[Serving]>::is_empty")]
    rapat: &'a [Serving],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    varian: Vec<Variant<'a>>,
    #[serde(flatten)]
    place: Place,
    #[serde(flatten)]
    claims: Claims<'a>,
    gebetan: bool,
    foto: Vec<String>,
    links: Links<'a>,
    url: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    updated: Option<Date>,
}

#[derive(Serialize)]
struct SellerLine<'a> {
    kode: &'a Code,
    nama_usaha: &'a str,
    #[serde(flatten)]
    place: Place,
    links: Links<'a>,
    #[serde(flatten)]
    claims: Claims<'a>,
    url: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    updated: Option<Date>,
}

/// Where goods are made and sold.
#[derive(Serialize)]
struct Place {
    kecamatan: &'static str,
    kota: &'static str,
}

/// What may be said of goods or a seller on the day: the numbers of permits that hold, and the grade.
#[derive(Serialize)]
struct Claims<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    halal: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pirt: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    bpom: Option<&'a str>,
    nib: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    grade: Option<Grade>,
}

/// A thing to choose.
#[derive(Serialize)]
struct Variant<'a> {
    nama: &'a str,
    pilihan: Vec<Choice<'a>>,
}

/// One answer: rupiah on top of (or off) the price, and whether it is sold out.
#[derive(Serialize)]
struct Choice<'a> {
    nama: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    tambahan: Option<i64>,
    #[serde(skip_serializing_if = "Not::not")]
    habis: bool,
}

impl<'a> ProductLine<'a> {
    fn of(product: &'a Product, market: &'a Market, at: Date) -> Self {
        let card = &product.card;
        Self {
            kode: &card.code,
            penjual: &card.seller,
            nama: &card.name,
            kategori: &card.category,
            subkategori: card.subcategory.as_deref(),
            harga: card.price,
            satuan: &card.unit,
            isi: card.measure.map(|measure| measure.to_string()),
            harga_jbl: card.jbl_price,
            jbl: &card.jbl,
            stok: card.stock,
            po_hari: card.preorder_days,
            minimal: Some(card.minimum).filter(|minimum| *minimum > 1),
            kapasitas_hari: product.daily_capacity,
            pajak: product.tax,
            rapat: &product.servings,
            varian: product.variants.iter().map(Variant::of).collect(),
            place: Place::of(card.kecamatan),
            claims: Claims {
                halal: number(product.halal.as_ref(), at),
                pirt: number(product.pirt.as_ref(), at),
                bpom: number(product.bpom.as_ref(), at),
                nib: product.nib,
                grade: card.grade,
            },
            gebetan: product.gebetan,
            foto: product.pictures.iter().map(|one| market.address(&one.jpeg())).collect(),
            links: Links { links: &product.links, market },
            url: market.address(&Route::Product(card.code.clone()).path()),
            updated: card.updated,
        }
    }
}

impl<'a> SellerLine<'a> {
    fn of(seller: &'a Seller, market: &'a Market, at: Date) -> Self {
        Self {
            kode: &seller.code,
            nama_usaha: &seller.name,
            place: Place::of(seller.kecamatan),
            links: Links { links: &seller.links, market },
            claims: Claims {
                halal: number(seller.halal.as_ref(), at),
                pirt: number(seller.pirt.as_ref(), at),
                bpom: number(seller.bpom.as_ref(), at),
                nib: seller.nib,
                grade: seller.grade,
            },
            url: market.address(&Route::Seller(seller.code.clone()).path()),
            updated: seller.updated,
        }
    }
}

impl Place {
    fn of(kecamatan: Kecamatan) -> Self {
        Self { kecamatan: kecamatan.code(), kota: kecamatan.city().code() }
    }
}

impl<'a> Variant<'a> {
    fn of(group: &'a VariantGroup) -> Self {
        let choice = |option: &'a crate::domain::variant::VariantOption| Choice {
            nama: &option.name,
            tambahan: Some(option.delta).filter(|delta| *delta != 0),
            habis: option.sold_out,
        };
        Self { nama: &group.name, pilihan: group.options.iter().map(choice).collect() }
    }
}

/// The channels by their column's name.
struct Links<'a> {
    links: &'a OrderLinks,
    market: &'a Market,
}

impl Links<'_> {
    fn address(&self, channel: Channel) -> Option<String> {
        match channel {
            Channel::Whatsapp => self.links.whatsapp.as_ref().map(|whatsapp| match whatsapp {
                WhatsApp::Number(phone) => format!("https://wa.me/{}", phone.as_str()),
                WhatsApp::Example => "https://wa.me/?text=".to_owned(),
            }),
            // A seller known there by name only is reached through the system's own entry page.
            Channel::Eorder => self.links.eorder.as_ref().and_then(|eorder| {
                let entry = self.market.eorder.as_ref().map(|entry| &entry.url);
                eorder.link.as_ref().or(entry).map(|link| link.as_str().to_owned())
            }),
            shop => self.links.shop(shop).map(|link| link.as_str().to_owned()),
        }
    }
}

impl Serialize for Links<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for channel in Channel::ALL {
            if let Some(address) = self.address(channel) {
                map.serialize_entry(channel.column(), &address)?;
            }
        }
        map.end()
    }
}

fn number(permit: Option<&Permit>, at: Date) -> Option<&str> {
    valid(permit, at).map(|permit| permit.number.as_str())
}
