//! Sitemaps, read by an XML reader and held to sitemaps.org: how many, how large, which addresses.

use crate::catalogues::{SITE, sample};
use crate::market::{folder, text};
use etalase::compiler::catalogue::Catalogue;
use etalase::compiler::output::Staging;
use etalase::compiler::sitemap;
use etalase::domain::code::Code;
use etalase::domain::product::Withdrawn;
use etalase::domain::time::Date;
use etalase::route::Route;
use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::Event;
use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

/// An address and the day of its last change.
type Entry = (String, Option<String>);

/// The root's name and its entries; anything that sitemaps.org does not know stops the test.
fn read(xml: &str) -> (String, Vec<Entry>) {
    let mut reader = Reader::from_str(xml);
    let mut open: Vec<String> = Vec::new();
    let (mut root, mut entries, mut text) = (String::new(), Vec::new(), String::new());
    loop {
        match reader.read_event().expect("well-formed XML") {
            Event::Start(element) => {
                let name = String::from_utf8_lossy(element.name().as_ref()).into_owned();
                if open.is_empty() {
                    root.clone_from(&name);
                    let namespace = element.try_get_attribute("xmlns").expect("an attribute");
                    let namespace = namespace.expect("a namespace").value;
                    assert_eq!(namespace.as_ref(), b"http://www.sitemaps.org/schemas/sitemap/0.9");
                }
                let above = open.last().map(String::as_str).unwrap_or_default();
                let known = matches!(
                    (above, name.as_str()),
                    ("", "urlset" | "sitemapindex")
                        | ("urlset", "url")
                        | ("sitemapindex", "sitemap")
                        | ("url" | "sitemap", "loc" | "lastmod")
                );
                assert!(known, "<{name}> in <{above}>");
                if above == "urlset" || above == "sitemapindex" {
                    entries.push((String::new(), None));
                }
                open.push(name);
                text.clear();
            }
            Event::Text(part) => text.push_str(&part.decode().expect("text")),
            Event::GeneralRef(entity) => {
                let name = entity.decode().expect("a name");
                text.push_str(resolve_predefined_entity(&name).expect("a known entity"));
            }
            Event::End(_) => {
                let last = entries.last_mut();
                match (open.pop().as_deref(), last) {
                    (Some("loc"), Some(entry)) => entry.0 = std::mem::take(&mut text),
                    (Some("lastmod"), Some(entry)) => entry.1 = Some(std::mem::take(&mut text)),
                    _ => {}
                }
            }
            Event::Decl(_) => {}
            Event::Eof => break,
            other => panic!("{other:?}"),
        }
    }
    (root, entries)
}

/// Writes the sitemap alone, and says where.
fn written(catalogue: &Catalogue, name: &str) -> PathBuf {
    let out = folder(name).join("dist");
    let site = Staging::begin(&out).expect("a beginning");
    sitemap::write(catalogue, &site).expect("a sitemap");
    site.publish().expect("published");
    out
}

/// The sizes of the parts and all addresses, with each file's limits checked.
fn listed(out: &Path, url: &str) -> (Vec<usize>, Vec<Entry>) {
    let (root, top) = read(&text(out, "sitemap.xml"));
    let files: Vec<String> = if root == "urlset" {
        vec!["sitemap.xml".to_owned()]
    } else {
        top.iter()
            .map(|(at, _)| at.strip_prefix(&format!("{url}/")).expect("ours").to_owned())
            .collect()
    };
    let (mut sizes, mut all) = (Vec::new(), Vec::new());
    for (nth, name) in files.iter().enumerate() {
        let xml = text(out, name);
        assert!(xml.len() <= 50 * 1024 * 1024, "{name} has {} bytes", xml.len());
        let (inner, entries) = read(&xml);
        assert_eq!(inner, "urlset");
        assert!((1..=50_000).contains(&entries.len()));
        if root == "sitemapindex" {
            let newest = entries.iter().filter_map(|(_, day)| day.as_ref()).max();
            assert_eq!(top[nth].1.as_ref(), newest);
        }
        sizes.push(entries.len());
        all.extend(entries);
    }
    (sizes, all)
}

/// The sample market with so many products that its sitemap has this many pages.
fn with_pages(pages: usize) -> Catalogue {
    let mut catalogue = sample();
    let pattern = catalogue.products.remove(0);
    catalogue.products.clear();
    catalogue.editions.clear();
    catalogue.programmes = Default::default();
    catalogue.sellers.truncate(1);
    // Home, JBL, about; the one category, city and seller.
    let others = 6;
    catalogue.products = (others..pages)
        .map(|nth| {
            let mut entry = pattern.clone();
            entry.product.card.code = Code::parse(&format!("produk-{nth}")).expect("a code");
            entry.product.card.updated = Date::new(2026, 11, 1 + nth as u32 % 20);
            entry
        })
        .collect();
    catalogue
}

#[test]
fn every_page_worth_finding_is_listed_once_at_an_address_the_router_knows() {
    let mut catalogue = sample();
    let gone = catalogue.products.remove(0).product.card;
    catalogue.withdrawn.push(Withdrawn {
        code: gone.code.clone(),
        name: gone.name,
        seller: gone.seller,
        shop: gone.shop,
        category: gone.category,
    });
    let out = written(&catalogue, "sitemap-sample");
    let (_, entries) = listed(&out, SITE);
    let addresses: HashSet<&str> = entries.iter().map(|(address, _)| address.as_str()).collect();
    assert_eq!(addresses.len(), entries.len());
    for address in &addresses {
        let path = address.strip_prefix(SITE).expect("an absolute address");
        assert_eq!(Route::parse(path).map(|route| route.path()).as_deref(), Some(path));
        assert!(address.len() < 2_048);
    }
    for entry in &catalogue.products {
        let card = &entry.product.card;
        let page = (format!("{SITE}/p/{}", card.code), card.updated.map(|day| day.to_string()));
        assert!(entries.contains(&page), "{page:?}");
    }
    for seller in &catalogue.sellers {
        assert!(addresses.contains(format!("{SITE}/toko/{}", seller.code).as_str()));
    }
    for page in ["gebetan", "rapat", "acara", "program"] {
        assert!(addresses.contains(format!("{SITE}/{page}").as_str()), "{page}");
    }
    for edition in &catalogue.editions {
        assert!(addresses.contains(format!("{SITE}/jbl/{}", edition.code).as_str()));
    }
    assert!(!addresses.contains(format!("{SITE}/p/{}", gone.code).as_str()));
    for private in ["cari", "keranjang", "simpan", "petugas"] {
        assert!(!addresses.contains(format!("{SITE}/{private}").as_str()), "{private}");
    }
}

#[test]
fn a_file_lists_at_most_fifty_thousand_addresses() {
    for (pages, expected) in
        [(49_999, vec![49_999]), (50_000, vec![50_000]), (50_001, vec![50_000, 1])]
    {
        let out = written(&with_pages(pages), "sitemap-count");
        let (sizes, entries) = listed(&out, SITE);
        assert_eq!(sizes, expected);
        assert_eq!(entries.len(), pages);
        assert_eq!(out.join("sitemap-0.xml").exists(), expected.len() > 1);
    }
}

#[test]
fn a_file_has_at_most_fifty_megabytes() {
    let mut catalogue = with_pages(35_000);
    // Addresses as long as they may be: 35,000 of them are 55 MB.
    catalogue.market.url = format!("{SITE}/kota&kabupaten/{}", "a".repeat(1_500));
    let out = written(&catalogue, "sitemap-bytes");
    let (sizes, entries) = listed(&out, &catalogue.market.url);
    assert!(sizes.len() > 1 && sizes[0] > 30_000, "{sizes:?}");
    assert_eq!(entries.len(), 35_000);
    assert!(entries[0].0.starts_with(&catalogue.market.url));
    fs::remove_dir_all(&out).expect("removed");
}
