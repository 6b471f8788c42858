//! The products in the vocabulary of schema.org: one JSON-LD document, a line a product.
//!
//! The price is the normal one. A JBL price holds in its edition's days and shop only, and this file outlives both.
//! Nothing is claimed that the sheets do not say: no brand, no shipping, no end of the price.

use crate::compiler::catalogue::Catalogue;
use crate::compiler::feeds::{kind_of_goods, valid};
use crate::compiler::output::Staging;
use crate::compiler::script_json;
use crate::domain::code::Code;
use crate::domain::edition::Edition;
use crate::domain::market::Market;
use crate::domain::money::Rupiah;
use crate::domain::permit::Permit;
use crate::domain::product::{Product, Stock};
use crate::domain::seller::Delivery;
use crate::domain::time::{Date, Moment};
use crate::route::Route;
use anyhow::{Context, Result};
use serde::Serialize;
use serde_json::Value;
use std::io::Write;

/// Where it stands.
const ADDRESS: &str = "/feeds/schema.jsonld";

/// Writes the document; nothing where the site's address is not known, since a reader could not tell what is meant.
pub(super) fn write(catalogue: &Catalogue, at: Date, site: &Staging) -> Result<()> {
    let market = &catalogue.market;
    if market.url.is_empty() {
        return Ok(());
    }
    let failed = || format!("tidak dapat menulis {ADDRESS}");
    let mut file = site.create(ADDRESS)?;
    let mut head = Vec::new();
    script_json::write(&mut head, &Head::of(market)).with_context(failed)?;
    // The elements are the last key, so that each is written as it comes.
    head.pop();
    file.write_all(&head).with_context(failed)?;
    file.write_all(b",\"dataFeedElement\":[").with_context(failed)?;
    for (nth, entry) in catalogue.products.iter().enumerate() {
        file.write_all(if nth == 0 { b"\n" } else { b",\n" }).with_context(failed)?;
        let element = Element::of(&entry.product, catalogue, at);
        script_json::write(&mut file, &element).with_context(failed)?;
    }
    file.write_all(b"\n]}\n").with_context(failed)?;
    file.finish()
}

/// One product as a page carries it: the normal price, and each promotional one with its days.
pub(in crate::compiler) fn product_json(
    product: &Product,
    catalogue: &Catalogue,
    at: Date,
) -> Result<Vec<u8>> {
    let failed = || format!("data terstruktur {} tidak dapat ditulis", product.card.code);
    let item = Element::of(product, catalogue, at).item;
    let mut json = serde_json::to_value(&item).with_context(failed)?;
    if let Some(fields) = json.as_object_mut() {
        fields.insert("@context".to_owned(), "https://schema.org".into());
        let normal = fields.remove("offers").unwrap_or_default();
        let promotions = promotions(product, &catalogue.editions, at);
        let promotions = promotions.map(|(edition, price)| promoted(&normal, edition, price));
        let offers: Vec<Value> = std::iter::once(normal.clone()).chain(promotions).collect();
        fields.insert("offers".to_owned(), Value::Array(offers));
    }
    let mut text = Vec::new();
    script_json::write(&mut text, &json).with_context(failed)?;
    Ok(text)
}

/// The editions that are not over on a day and give the product a price of its own.
fn promotions<'a>(
    product: &'a Product,
    editions: &'a [Edition],
    at: Date,
) -> impl Iterator<Item = (&'a Edition, Rupiah)> {
    let card = &product.card;
    let own = editions
        .iter()
        .filter(move |edition| card.jbl.contains(&edition.code) && edition.window.to > at.start());
    own.filter_map(|edition| Some((edition, card.jbl_price?)))
}

/// The same offer at an edition's price, on its days and at its shop.
fn promoted(normal: &Value, edition: &Edition, price: Rupiah) -> Value {
    let mut offer = normal.clone();
    let days = |moment: Moment| moment.date().to_string();
    if let Some(fields) = offer.as_object_mut() {
        fields.insert("name".to_owned(), edition.title.clone().into());
        fields.insert("price".to_owned(), price.get().into());
        fields.insert("validFrom".to_owned(), days(edition.window.from).into());
        fields.insert("validThrough".to_owned(), days(edition.window.last()).into());
        fields.insert("priceValidUntil".to_owned(), days(edition.window.last()).into());
    }
    offer
}

#[derive(Serialize)]
struct Head<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@type")]
    kind: &'static str,
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'static str>,
    url: &'a str,
    #[serde(rename = "inLanguage")]
    language: &'static str,
}

impl<'a> Head<'a> {
    fn of(market: &'a Market) -> Self {
        let example = market.example;
        Self {
            context: "https://schema.org",
            kind: "DataFeed",
            name: if example { format!("{} (contoh)", market.name) } else { market.name.clone() },
            description: example.then_some("Pasar contoh: semua usaha dan produknya rekaan."),
            url: &market.url,
            language: "id",
        }
    }
}

#[derive(Serialize)]
struct Element<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "dateModified", skip_serializing_if = "Option::is_none")]
    modified: Option<Date>,
    item: Item<'a>,
}

#[derive(Serialize)]
struct Item<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "@id")]
    id: String,
    sku: &'a Code,
    name: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    description: &'a str,
    category: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    size: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    image: Vec<String>,
    #[serde(rename = "hasCertification", skip_serializing_if = "Vec::is_empty")]
    certificates: Vec<Certificate<'a>>,
    offers: Offer<'a>,
}

#[derive(Serialize)]
struct Certificate<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: &'static str,
    #[serde(rename = "certificationIdentification")]
    number: &'a str,
    #[serde(rename = "issuedBy")]
    issuer: Issuer,
    #[serde(skip_serializing_if = "Option::is_none")]
    expires: Option<Date>,
}

/// The authority by whose law a certificate is given.
#[derive(Serialize)]
struct Issuer {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: &'static str,
}

#[derive(Serialize)]
struct Offer<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    url: String,
    price: Rupiah,
    #[serde(rename = "priceCurrency")]
    currency: &'static str,
    availability: &'static str,
    #[serde(rename = "itemCondition")]
    condition: &'static str,
    #[serde(rename = "eligibleQuantity", skip_serializing_if = "Option::is_none")]
    least: Option<Quantity<'a>>,
    #[serde(rename = "deliveryLeadTime", skip_serializing_if = "Option::is_none")]
    lead_time: Option<Days>,
    #[serde(rename = "availableDeliveryMethod", skip_serializing_if = "Vec::is_empty")]
    delivery: Vec<&'static str>,
    #[serde(rename = "areaServed", skip_serializing_if = "Vec::is_empty")]
    areas: Vec<Area>,
    seller: Business<'a>,
}

#[derive(Serialize)]
struct Quantity<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "minValue")]
    least: u32,
    #[serde(rename = "unitText")]
    unit: &'a str,
}

#[derive(Serialize)]
struct Days {
    #[serde(rename = "@type")]
    kind: &'static str,
    value: u16,
    /// By UN/CEFACT's common codes.
    #[serde(rename = "unitCode")]
    unit: &'static str,
}

#[derive(Serialize)]
struct Area {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: &'static str,
}

#[derive(Serialize)]
struct Business<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "@id")]
    id: String,
    name: &'a str,
    address: Address,
}

#[derive(Serialize)]
struct Address {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "addressLocality")]
    locality: String,
    #[serde(rename = "addressRegion")]
    region: &'static str,
    #[serde(rename = "addressCountry")]
    country: &'static str,
}

impl<'a> Element<'a> {
    fn of(product: &'a Product, catalogue: &Catalogue, at: Date) -> Self {
        let card = &product.card;
        let market = &catalogue.market;
        let address = market.address(&Route::Product(card.code.clone()).path());
        let certificates = [
            ("Sertifikat halal", "Badan Penyelenggara Jaminan Produk Halal", &product.halal),
            ("P-IRT", "Pemerintah kabupaten atau kota", &product.pirt),
            ("Izin edar BPOM", "Badan Pengawas Obat dan Makanan", &product.bpom),
        ];
        let item = Item {
            kind: "Product",
            id: address.clone(),
            sku: &card.code,
            name: &card.name,
            description: &product.description,
            category: kind_of_goods(card, &catalogue.categories),
            size: card.measure.map(|measure| measure.to_string()),
            image: product.pictures.iter().map(|one| market.address(&one.jpeg())).collect(),
            certificates: certificates
                .into_iter()
                .filter_map(|(name, issuer, permit)| {
                    valid(permit.as_ref(), at).map(|permit| Certificate::of(name, issuer, permit))
                })
                .collect(),
            offers: Offer::of(product, market, address),
        };
        Self { kind: "DataFeedItem", modified: card.updated, item }
    }
}

impl<'a> Certificate<'a> {
    fn of(name: &'static str, issuer: &'static str, permit: &'a Permit) -> Self {
        Self {
            kind: "Certification",
            name,
            number: &permit.number,
            issuer: Issuer { kind: "GovernmentOrganization", name: issuer },
            expires: permit.until,
        }
    }
}

impl<'a> Offer<'a> {
    fn of(product: &'a Product, market: &Market, url: String) -> Self {
        let card = &product.card;
        let lead_time = card.preorder_days.filter(|_| card.stock == Stock::Po);
        Self {
            kind: "Offer",
            url,
            price: card.price,
            currency: "IDR",
            availability: match card.stock {
                Stock::Siap => "https://schema.org/InStock",
                Stock::Po => "https://schema.org/MadeToOrder",
                Stock::Habis => "https://schema.org/OutOfStock",
            },
            condition: "https://schema.org/NewCondition",
            least: (card.minimum > 1).then_some(Quantity {
                kind: "QuantitativeValue",
                least: card.minimum,
                unit: &card.unit,
            }),
            lead_time: lead_time.map(|value| Days {
                kind: "QuantitativeValue",
                value,
                unit: "DAY",
            }),
            delivery: methods(&product.delivery),
            areas: areas(&product.delivery),
            seller: Business::of(product, market),
        }
    }
}

impl<'a> Business<'a> {
    fn of(product: &'a Product, market: &Market) -> Self {
        let card = &product.card;
        let kecamatan = card.kecamatan;
        Self {
            kind: "LocalBusiness",
            id: market.address(&Route::Seller(card.seller.clone()).path()),
            name: &card.shop,
            address: Address {
                kind: "PostalAddress",
                locality: format!("{}, {}", kecamatan.name(), kecamatan.city().name()),
                region: REGION,
                country: "ID",
            },
        }
    }
}

/// The province all sellers are in.
const REGION: &str = "DKI Jakarta";

fn methods(delivery: &Delivery) -> Vec<&'static str> {
    let pickup = delivery.pickup.then_some("https://schema.org/OnSitePickup");
    let courier = delivery.courier.then_some("https://schema.org/ParcelService");
    pickup.into_iter().chain(courier).collect()
}

/// Where the seller brings goods herself; a courier goes further, which nobody has said how far.
fn areas(delivery: &Delivery) -> Vec<Area> {
    let everywhere = delivery.everywhere.then_some(REGION);
    everywhere
        .into_iter()
        .chain(delivery.cities.iter().map(|city| city.name()))
        .chain(delivery.kecamatan.iter().map(|kecamatan| kecamatan.name()))
        .map(|name| Area { kind: "AdministrativeArea", name })
        .collect()
}
