//! The schema.org feed, held to the vocabulary's own rules: types, required keys, enumerations, addresses.

use crate::catalogues::{HOSTILE, SITE, hostile, sample, written};
use crate::market::{folder, market, plan, publish, text};
use etalase::compiler::catalogue::Catalogue;
use etalase::domain::product::Stock;
use serde_json::Value;
use std::path::Path;

const FEED: &str = "feeds/schema.jsonld";

fn feed(out: &Path) -> Value {
    serde_json::from_str(&text(out, FEED)).expect("one JSON document")
}

fn items(feed: &Value) -> Vec<&Value> {
    let elements = feed["dataFeedElement"].as_array().expect("elements");
    elements.iter().map(|element| &element["item"]).collect()
}

/// Whether every key of the object and what lies in it is one that schema.org gives its type.
fn check_terms(value: &Value) {
    let known: &[&str] = match value["@type"].as_str().expect("a type") {
        "DataFeed" => &["@context", "name", "description", "url", "inLanguage", "dataFeedElement"],
        "DataFeedItem" => &["dateModified", "item"],
        "Product" => &[
            "@id",
            "sku",
            "name",
            "description",
            "category",
            "size",
            "image",
            "hasCertification",
            "offers",
        ],
        "Certification" => &["name", "certificationIdentification", "issuedBy", "expires"],
        "GovernmentOrganization" => &["name"],
        "Offer" => &[
            "url",
            "price",
            "priceCurrency",
            "availability",
            "itemCondition",
            "eligibleQuantity",
            "deliveryLeadTime",
            "availableDeliveryMethod",
            "areaServed",
            "seller",
        ],
        "QuantitativeValue" => &["value", "unitCode", "minValue", "unitText"],
        "AdministrativeArea" => &["name"],
        "LocalBusiness" => &["@id", "name", "address"],
        "PostalAddress" => &["addressLocality", "addressRegion", "addressCountry"],
        other => panic!("{other} is no type of this feed"),
    };
    for (key, inner) in value.as_object().expect("an object") {
        assert!(key == "@type" || known.contains(&key.as_str()), "{key} in {value}");
        match inner {
            Value::Object(_) => check_terms(inner),
            Value::Array(all) => all.iter().filter(|one| one.is_object()).for_each(check_terms),
            Value::String(text) => assert!(!text.is_empty(), "{key} is empty"),
            Value::Number(_) => {}
            other => panic!("{key} is {other}"),
        }
    }
}

fn check(catalogue: &Catalogue, feed: &Value) {
    assert_eq!(
        (&feed["@context"], &feed["@type"]),
        (&"https://schema.org".into(), &"DataFeed".into())
    );
    check_terms(feed);
    let items = items(feed);
    assert_eq!(items.len(), catalogue.products.len());
    for (item, entry) in items.into_iter().zip(&catalogue.products) {
        let card = &entry.product.card;
        let offer = &item["offers"];
        assert_eq!(item["sku"], card.code.as_str());
        assert_eq!(item["name"], card.name.as_str());
        assert_eq!(item["@id"], format!("{SITE}/p/{}", card.code));
        assert_eq!(offer["url"], item["@id"]);
        assert_eq!(offer["seller"]["@id"], format!("{SITE}/toko/{}", card.seller));
        for image in item["image"].as_array().into_iter().flatten() {
            assert!(image.as_str().is_some_and(|image| image.starts_with("https://")), "{image}");
        }
        // The normal price as a bare number, whatever an edition's is.
        assert_eq!(
            (&offer["price"], &offer["priceCurrency"]),
            (&card.price.get().into(), &"IDR".into())
        );
        let availability = match card.stock {
            Stock::Siap => "InStock",
            Stock::Po => "MadeToOrder",
            Stock::Habis => "OutOfStock",
        };
        assert_eq!(offer["availability"], format!("https://schema.org/{availability}"));
        assert_eq!(offer["itemCondition"], "https://schema.org/NewCondition");
    }
}

#[test]
fn the_sample_market_keeps_to_the_vocabulary() {
    let catalogue = sample();
    assert!(catalogue.products.iter().any(|entry| entry.product.card.jbl_price.is_some()));
    check(&catalogue, &feed(&written(&catalogue, "schema-sample")));
}

#[test]
fn hostile_texts_come_through_whole_and_could_stand_in_a_page() {
    let catalogue = hostile("schema-hostile-sheets");
    assert_eq!(catalogue.products.len(), 8);
    let out = written(&catalogue, "schema-hostile");
    check(&catalogue, &feed(&out));
    let text = text(&out, FEED);
    assert!(!text.contains(['<', '>', '&', '\u{2028}', '\u{2029}']));
    assert!(HOSTILE.contains("</script>") && text.contains("\\u003c/script\\u003e"));
}

#[test]
fn a_certificate_that_has_ended_is_not_claimed() {
    let out = folder("schema-certificates").join("dist");
    publish(market(), &etalase::compiler::publish::Plan { site_url: Some(SITE), ..plan(&out) });
    let feed = feed(&out);
    let named = |nth: usize| -> Vec<String> {
        let item = items(&feed)[nth];
        let all = item["hasCertification"].as_array().cloned().unwrap_or_default();
        all.iter().map(|one| one["certificationIdentification"].to_string()).collect()
    };
    // The halal certificate holds until 2028; the P-IRT ended the day before.
    assert_eq!(named(0), ["\"ID31110000000440924\""]);
    assert_eq!(named(1), ["\"MD317200440001\""]);
    for item in items(&feed) {
        for one in item["hasCertification"].as_array().into_iter().flatten() {
            assert!(one["issuedBy"]["name"].is_string(), "{one}");
        }
    }
}

#[test]
fn an_example_market_says_so_in_its_feed() {
    let mut catalogue = sample();
    catalogue.market.example = true;
    let feed = feed(&written(&catalogue, "schema-example"));
    assert_eq!(feed["name"], "Etalase Jakpreneur (contoh)");
    assert!(feed["description"].as_str().is_some_and(|text| text.contains("rekaan")));
}

#[test]
fn without_the_sites_address_nothing_names_pages_to_the_outside() {
    let mut catalogue = sample();
    catalogue.market.url.clear();
    let out = written(&catalogue, "schema-no-address");
    assert!(!out.join(FEED).exists() && !out.join("sitemap.xml").exists());
    assert!(out.join("feeds/produk.jsonl").exists());
}

#[test]
fn a_market_without_products_is_a_feed_without_elements() {
    let mut catalogue = sample();
    catalogue.products.clear();
    let feed = feed(&written(&catalogue, "schema-empty"));
    assert_eq!(feed["dataFeedElement"].as_array().map(Vec::len), Some(0));
}
