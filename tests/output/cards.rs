//! Share cards: every page has one that a chat takes, and it stays true after a promotion.

use crate::market::{TODAY, day, folder, market, plan, text, tree, with_photos};
use etalase::compiler::cards::{Count, Drawing};
use etalase::compiler::catalogue::Catalogue;
use etalase::compiler::publish::{Plan, Publication};
use etalase::prerender::Views;
use image::codecs::jpeg::JpegEncoder;
use image::{ExtendedColorType, GenericImageView, ImageEncoder, ImageFormat};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// As Trunk leaves it, as far as pages care.
const SHELL: &str = "<!doctype html><html lang=\"id\"><head><title>Etalase</title></head><body><noscript>Perlu JavaScript.</noscript></body></html>";

/// How many cards are drawn twice, to see that they come out the same.
const REDRAWN: usize = 4;

/// What WhatsApp takes.
const MOST_BYTES: usize = 300_000;

fn plan_with<'a>(app: &'a Path, out: &'a Path) -> Plan<'a> {
    let url = Some("https://etalase.example");
    Plan { app: Some(app), draw: Some(&Views), site_url: url, cards: Drawing::Each, ..plan(out) }
}

fn app(home: &Path) -> PathBuf {
    let app = home.join("app");
    fs::create_dir_all(app.join("acara")).expect("a folder");
    fs::write(app.join("index.html"), SHELL).expect("written");
    fs::write(app.join("acara/index.html"), SHELL).expect("written");
    app
}

fn publish(catalogue: Catalogue, plan: &Plan<'_>) -> Count {
    let publication = Publication::prepare(catalogue, plan).expect("a publication");
    let count = publication.cards.expect("cards");
    publication.publish().expect("published");
    count
}

/// The market with a photo as noisy as no camera makes one.
fn with_noise(home: &Path) -> Catalogue {
    let mut noise = Vec::new();
    let mut state = 1_u32;
    let pixels: Vec<u8> = (0..640 * 640 * 3)
        .map(|_| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 24) as u8
        })
        .collect();
    JpegEncoder::new_with_quality(&mut noise, 95)
        .write_image(&pixels, 640, 640, ExtendedColorType::Rgb8)
        .expect("encoded");
    let path = home.join("a.jpg");
    fs::write(&path, noise).expect("written");
    let mut catalogue = market();
    with_photos(&mut catalogue, "keripik-tempe", &[&path]);
    // Names that nobody foresaw: an endless word, no letter at all, the other direction.
    catalogue.products[1].product.card.name = "W".repeat(3_000);
    catalogue.products[2].product.card.name = "\u{202e}مرحبا 🍜".to_owned();
    catalogue.withdrawn[0].name = String::new();
    catalogue
}

/// What the head says under a name.
fn meta<'a>(page: &'a str, name: &str) -> Option<&'a str> {
    let tag = page.split("<meta ").find(|tag| tag.contains(&format!("=\"{name}\" content=\"")))?;
    tag.split("content=\"").nth(1)?.split('"').next()
}

/// The address of a page's card on the site.
fn card(page: &str) -> &str {
    let whole = meta(page, "og:image").expect("a picture");
    whole.strip_prefix("https://etalase.example/").expect("a whole address")
}

#[test]
fn every_page_has_a_card_that_chats_take_and_the_same_input_draws_the_same() {
    let home = folder("cards-every");
    let (app, one, two) = (app(&home), home.join("one"), home.join("two"));
    let cache = home.join("simpanan");
    let catalogue = with_noise(&home);
    let first = publish(catalogue.clone(), &Plan { cache: Some(&cache), ..plan_with(&app, &one) });
    let files = tree(&one);
    let mut seen = BTreeSet::new();
    for (name, page) in files.iter().filter(|(name, _)| name.ends_with(".html")) {
        let page = String::from_utf8_lossy(page);
        let address = card(&page);
        assert_eq!(meta(&page, "og:image:width"), Some("1200"), "{name}");
        assert_eq!(meta(&page, "og:image:height"), Some("630"), "{name}");
        assert_eq!(meta(&page, "og:image:type"), Some("image/jpeg"), "{name}");
        assert_eq!(meta(&page, "twitter:card"), Some("summary_large_image"), "{name}");
        assert!(meta(&page, "og:image:alt").is_some_and(|words| words.len() > 3), "{name}");
        let bytes = files.get(address).unwrap_or_else(|| panic!("{name} names {address}"));
        assert!(bytes.len() < MOST_BYTES, "{name}: {} bytes", bytes.len());
        if seen.insert(address.to_owned()) {
            let format = image::guess_format(bytes).expect("a picture");
            let picture = image::load_from_memory(bytes).expect("a picture");
            assert_eq!((format, picture.dimensions()), (ImageFormat::Jpeg, (1200, 630)), "{name}");
        }
    }
    let drawn: BTreeSet<String> =
        files.keys().filter(|name| name.starts_with("kartu/")).cloned().collect();
    assert_eq!(drawn, seen, "no card is drawn for nobody");
    assert_eq!(first, Count { drawn: drawn.len(), used_again: 0 });
    // Pages that start a program change with the app alone, so their card says nothing of the goods.
    let shells: BTreeSet<String> = ["404.html", "mulai/index.html", "mulai-program/index.html"]
        .map(|name| card(&text(&one, name)).to_owned())
        .into();
    assert_eq!(shells.len(), 1);
    // Lists are shared by links whose goods stand behind `#`, which no chat reads: their card says that it is a list.
    let list = text(&one, "daftar/index.html");
    assert!(!shells.contains(card(&list)));
    assert!(meta(&list, "og:image:alt").is_some_and(|words| words.starts_with("Daftar belanja")));

    // Again, elsewhere, of the cache; then of the former publication; then drawn anew.
    let again = publish(catalogue.clone(), &Plan { cache: Some(&cache), ..plan_with(&app, &two) });
    assert_eq!(again, Count { drawn: 0, used_again: drawn.len() });
    assert!(tree(&two) == files);
    for name in drawn.iter().take(REDRAWN) {
        fs::remove_file(cache.join(name)).expect("removed");
    }
    fs::remove_dir_all(&two).expect("removed");
    let partly = publish(catalogue, &Plan { cache: Some(&cache), ..plan_with(&app, &two) });
    assert_eq!(partly, Count { drawn: REDRAWN, used_again: drawn.len() - REDRAWN });
    assert!(tree(&two) == files, "what is drawn anew is the same");
}

#[test]
fn a_card_carries_a_promotional_price_with_its_days_and_only_until_it_is_over() {
    let home = folder("cards-dated");
    let app = app(&home);
    let mut cards = BTreeMap::new();
    for (built, told) in [
        (TODAY, Some("JBL Rp15.000, 25–29 Nov 2026, di Tokopedia")),
        ("2026-11-29", Some("JBL Rp15.000, 25–29 Nov 2026, di Tokopedia")),
        ("2026-11-30", None),
    ] {
        let out = home.join("dist");
        let mut catalogue = market();
        // One product is enough, and its page alone is looked at.
        catalogue.products.truncate(1);
        catalogue.withdrawn.clear();
        publish(catalogue, &Plan { at: day(built), ..plan_with(&app, &out) });
        let page = text(&out, "p/keripik-tempe/index.html");
        let words = meta(&page, "og:image:alt").expect("words");
        assert!(words.contains("Rp18.000 per bungkus"), "built on {built}: {words}");
        assert_eq!(words.contains("Rp15.000"), told.is_some(), "built on {built}: {words}");
        assert!(told.is_none_or(|told| words.contains(told)), "built on {built}: {words}");
        cards.insert(built, card(&page).to_owned());
    }
    assert_eq!(cards[TODAY], cards["2026-11-29"], "nothing on it has changed");
    assert_ne!(cards[TODAY], cards["2026-11-30"]);
}

#[test]
fn without_cards_a_product_shows_its_photo_and_a_list_the_mark() {
    let home = folder("cards-none");
    let (app, out) = (app(&home), home.join("dist"));
    let plan = Plan { cards: Drawing::No, ..plan_with(&app, &out) };
    let publication = Publication::prepare(with_noise(&home), &plan).expect("a publication");
    assert_eq!(publication.cards, None);
    publication.publish().expect("published");
    assert!(!out.join("kartu").exists());
    let product = text(&out, "p/keripik-tempe/index.html");
    assert!(card(&product).starts_with("foto/") && out.join(card(&product)).is_file());
    let list = text(&out, "kategori/kuliner/index.html");
    assert_eq!((card(&list), meta(&list, "twitter:card")), ("icon-512.png", Some("summary")));
}
