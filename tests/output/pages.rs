//! Pages that need no program: what is read on them, by whom, and for how long it is true.

use crate::market::{TODAY, day, folder, market, plan, publish, text, tree};
use etalase::compiler::catalogue::Catalogue;
use etalase::compiler::publish::Plan;
use etalase::domain::money::Rupiah;
use etalase::prerender::Views;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

/// As Trunk leaves it, as far as pages care.
const SHELL: &str = "<!doctype html><html lang=\"id\"><head><title>Etalase</title></head><body><p id=\"gagal\" hidden></p><noscript>Perlu JavaScript.</noscript></body></html>";

/// A site of the market with all its pages.
fn site(name: &str, catalogue: Catalogue) -> PathBuf {
    let home = folder(&format!("pages-{name}"));
    let (app, out) = (home.join("app"), home.join("dist"));
    fs::create_dir_all(&app).expect("a folder");
    fs::create_dir_all(app.join("acara")).expect("a folder");
    fs::write(app.join("index.html"), SHELL).expect("written");
    fs::write(app.join("acara/index.html"), SHELL.replace("<p id", "<i data-programmes></i><p id"))
        .expect("written");
    let url = Some("https://etalase.example");
    let plan = Plan { app: Some(&app), draw: Some(&Views), site_url: url, ..plan(&out) };
    publish(catalogue, &plan);
    out
}

/// What an attribute says, wherever it stands in a page.
fn values<'a>(page: &'a str, attribute: &str) -> Vec<&'a str> {
    let begin = format!(" {attribute}=\"");
    page.split(begin.as_str()).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

/// What the head says under a name.
fn meta<'a>(page: &'a str, name: &str) -> Option<&'a str> {
    let tag = page.split("<meta ").find(|tag| tag.contains(&format!("=\"{name}\" content=\"")))?;
    tag.split("content=\"").nth(1)?.split('"').next()
}

/// The structured data of a page.
fn data(page: &str) -> Vec<Value> {
    page.split("<script type=\"application/ld+json\">")
        .skip(1)
        .filter_map(|rest| rest.split("</script>").next())
        .map(|json| serde_json::from_str(json).expect("JSON"))
        .collect()
}

/// What stands in the body, for everybody and for those without scripts.
fn body(page: &str) -> &str {
    page.split_once("<div class=\"app")
        .and_then(|(_, rest)| rest.split_once("</body>"))
        .expect("a body")
        .0
}

#[test]
fn every_product_is_reached_from_home_without_scripts_and_can_be_ordered() {
    let out = site("reach", market());
    let pages: BTreeMap<String, String> = tree(&out)
        .into_iter()
        .filter(|(name, _)| name.ends_with("index.html"))
        .map(|(name, page)| {
            (
                format!("/{}", name.trim_end_matches("index.html").trim_end_matches('/')),
                String::from_utf8(page).expect("text"),
            )
        })
        .collect();
    let (mut reached, mut next) = (BTreeSet::new(), vec!["/".to_owned()]);
    while let Some(address) = next.pop() {
        let Some(page) = pages.get(&address).filter(|_| reached.insert(address.clone())) else {
            continue;
        };
        let links = values(body(page), "href")
            .into_iter()
            .map(|link| link.split(['?', '#']).next().unwrap_or_default().to_owned());
        next.extend(links);
    }
    for (address, order) in [
        ("/p/keripik-tempe", "https://wa.me/6281234567890?text="),
        ("/p/tas-anyam", "/toko/anyam-jaya"),
        ("/p/sambal-cumi", "/toko/dapur-bu-ratih"),
    ] {
        assert!(reached.contains(address), "{address} is not among {reached:?}");
        let page = &pages[address];
        assert!(
            values(body(page), "href").iter().any(|link| link.starts_with(order)),
            "{address} leads to {order}"
        );
    }
    // What is no longer sold is found by its old address alone.
    assert!(!reached.contains("/p/dodol-betawi") && pages.contains_key("/p/dodol-betawi"));
}

#[test]
fn a_page_says_what_it_is_to_those_who_read_its_head_alone() {
    let out = site("head", market());
    let page = text(&out, "p/keripik-tempe/index.html");
    assert!(page.contains("<title>Keripik Tempe &quot;Sagu&quot; &amp; &lt;Teh&gt; dari Dapur Bu Ratih · Etalase Uji</title>"), "{page}");
    assert_eq!(meta(&page, "robots"), Some("index,follow"));
    assert!(meta(&page, "description").is_some_and(|words| words.contains("Rp18.000 per bungkus")));
    assert_eq!(meta(&page, "og:url"), Some("https://etalase.example/p/keripik-tempe"));
    assert!(
        page.contains("<link rel=\"canonical\" href=\"https://etalase.example/p/keripik-tempe\">")
    );
    assert_eq!(meta(&page, "og:title").map(|title| title.contains("Keripik Tempe")), Some(true));
    let gone = text(&out, "p/dodol-betawi/index.html");
    assert_eq!(meta(&gone, "robots"), Some("noindex"));
    assert!(body(&gone).contains("Sudah tidak dijual"));
    let city = text(&out, "kota/jakarta-selatan/index.html");
    assert!(body(&city).contains("<a href=\"/toko/dapur-bu-ratih\">Dapur Bu Ratih</a>"));
    let trail = &data(&page)[0];
    let names: Vec<&str> = trail["itemListElement"]
        .as_array()
        .expect("steps")
        .iter()
        .filter_map(|step| step["name"].as_str())
        .collect();
    assert_eq!(names, ["Etalase Uji", "Kuliner", "Keripik Tempe \"Sagu\" & <Teh>"]);
}

#[test]
fn events_and_programmes_are_read_without_their_program() {
    let out = site("programmes", market());
    for (address, title, words) in [
        ("acara", "Acara · Etalase Uji", "Bazar Lobi"),
        ("program", "Program untuk UMKM Jakarta · Etalase Uji", "Produk dinilai."),
    ] {
        let page = text(&out, &format!("{address}/index.html"));
        assert!(page.contains(&format!("<title>{title}</title>")), "{page}");
        assert!(page.contains("data-programmes"), "{address} starts the program of the programmes");
        assert!(body(&page).contains(words), "{page}");
        assert!(!body(&page).contains("Memuat"), "{address} waits for nothing");
        assert_eq!(meta(&page, "robots"), Some("index,follow"));
    }
    let sitemap = text(&out, "sitemap.xml");
    assert!(sitemap.contains("<loc>https://etalase.example/acara</loc>"), "{sitemap}");
    assert!(!sitemap.contains("/daftar"), "{sitemap}");
}

#[test]
fn planners_and_shared_lists_say_what_they_are_before_they_run() {
    let out = site("planners", market());
    for (address, title, robots) in [
        ("gebetan", "Gebetan UMKM", "index,follow"),
        ("rapat", "Konsumsi rapat", "index,follow"),
        ("daftar", "Daftar belanja", "noindex"),
        ("banding", "Bandingkan harga", "noindex"),
        ("lapor", "Laporkan yang keliru", "noindex"),
        ("baru", "Yang baru", "noindex"),
        ("cetak", "Kartu lapak", "noindex"),
    ] {
        let page = text(&out, &format!("{address}/index.html"));
        assert!(page.contains(&format!("<title>{title} · Etalase Uji</title>")), "{page}");
        assert!(body(&page).contains(&format!("<h1>{title}</h1>")), "{page}");
        assert!(page.contains("<noscript><p class=\"notice\">Halaman ini memerlukan"), "{page}");
        assert_eq!(meta(&page, "robots"), Some(robots), "{address}");
    }
}

#[test]
fn names_from_sheets_stay_text_in_every_part_of_a_page() {
    const HOSTILE: &str =
        "</noscript></title></script><script>alert(1)</script>\"><img src=x onerror=alert(1)>";
    let mut catalogue = market();
    catalogue.sellers[1].name = HOSTILE.to_owned();
    for entry in &mut catalogue.products {
        let product = &mut entry.product;
        product.card.name = format!("{} {HOSTILE}", product.card.name);
        product.card.shop = HOSTILE.to_owned();
        product.description = HOSTILE.to_owned();
    }
    let out = site("hostile", catalogue);
    for (name, page) in tree(&out).into_iter().filter(|(name, _)| name.ends_with("index.html")) {
        let page = String::from_utf8(page).expect("text");
        assert!(!page.contains("<script>alert") && !page.contains("<img src=x"), "{name}");
        assert_eq!(
            page.matches("</noscript>").count(),
            page.matches("<noscript>").count(),
            "{name}"
        );
        // The bare pages, in which the programs start where there is nothing to read.
        let is_bare = name.starts_with("mulai");
        assert_eq!(page.contains("Perlu JavaScript"), is_bare, "{name} is whole without scripts");
        assert_eq!(page.matches("</title>").count(), 1, "{name}");
        assert_eq!(page.matches("</script>").count(), data(&page).len(), "{name}");
    }
    let product = data(&text(&out, "p/keripik-tempe/index.html")).remove(1);
    assert_eq!(product["description"], HOSTILE);
}

#[test]
fn what_a_page_says_of_prices_is_true_before_during_and_after_the_promotion() {
    // The edition is from the 25th to the 29th; the site is built before it, in it, and after it.
    for (built, is_told) in [(TODAY, true), ("2026-11-27", true), ("2026-12-05", false)] {
        let home = folder(&format!("pages-prices-{built}"));
        let (app, out) = (home.join("app"), home.join("dist"));
        fs::create_dir_all(&app).expect("a folder");
        fs::write(app.join("index.html"), SHELL).expect("written");
        let url = Some("https://etalase.example");
        publish(
            market(),
            &Plan {
                app: Some(&app),
                draw: Some(&Views),
                site_url: url,
                at: day(built),
                ..plan(&out)
            },
        );
        let page = text(&out, "p/keripik-tempe/index.html");
        let told = body(&page)
            .contains("Harga Jumat Beli Lokal: Rp15.000, 25–29 Nov 2026, hanya lewat Tokopedia.");
        assert_eq!(told, is_told, "built on {built}");
        assert!(body(&page).contains("Rp18.000"), "the normal price is the price");
        let offers = data(&page).remove(1)["offers"].take();
        let offers = offers.as_array().expect("offers").clone();
        assert_eq!(offers[0]["price"], Value::from(Rupiah::new(18_000).get()));
        assert_eq!(offers[0].get("priceValidUntil"), None);
        assert_eq!(offers.len(), 1 + usize::from(is_told), "built on {built}");
        if let Some(promoted) = offers.get(1) {
            assert_eq!(promoted["price"], 15_000);
            assert_eq!(
                (&promoted["validFrom"], &promoted["priceValidUntil"]),
                (&"2026-11-25".into(), &"2026-11-29".into())
            );
        }
        for name in [
            "index.html",
            "jbl/index.html",
            "jbl/jbl-2026-11-selatan/index.html",
            "kota/jakarta-selatan/index.html",
            "kategori/kuliner/index.html",
            "toko/dapur-bu-ratih/index.html",
            "p/keripik-tempe/index.html",
        ] {
            let page = text(&out, name);
            for passing in [
                "Berlangsung",
                "Akan datang",
                "Berakhir dalam",
                "Mulai dalam",
                "role=\"timer\"",
                "ribbon",
            ] {
                assert!(!body(&page).contains(passing), "{name}, built on {built}, says {passing}");
            }
            let bare = body(&page).replace("Rp15.000, 25–29 Nov 2026", "");
            assert!(
                !bare.contains("Rp15.000"),
                "{name}, built on {built}, says the promotional price without its days"
            );
        }
    }
}

#[test]
fn the_app_still_answers_addresses_that_have_no_page() {
    let out = site("shell", market());
    assert_eq!(text(&out, "404.html"), SHELL);
    assert!(
        text(&out, "index.html").contains("<p id=\"gagal\" hidden></p>"),
        "a page starts the app as well"
    );
}

#[test]
fn a_list_names_the_products_it_shows_in_their_order() {
    let out = site("lists", market());
    for name in [
        "index.html",
        "kategori/kuliner/index.html",
        "kota/jakarta-selatan/index.html",
        "jbl/jbl-2026-11-selatan/index.html",
        "toko/dapur-bu-ratih/index.html",
    ] {
        let page = text(&out, name);
        // A card is an article whose heading is the link to the product.
        let shown: Vec<String> = body(&page)
            .split("<article")
            .skip(1)
            .filter_map(|card| values(card, "href").first().map(|link| (*link).to_owned()))
            .map(|path| format!("https://etalase.example{path}"))
            .collect();
        let lists: Vec<Value> =
            data(&page).into_iter().filter(|data| data["@type"] == "ItemList").collect();
        let [list] = lists.as_slice() else { panic!("{name} has {} lists", lists.len()) };
        let entries = list["itemListElement"].as_array().expect("entries");
        let named: Vec<&str> = entries.iter().filter_map(|entry| entry["url"].as_str()).collect();
        assert!(!shown.is_empty(), "{name} shows nothing");
        assert_eq!(named, shown, "{name}");
        assert!(entries.iter().zip(1..).all(|(entry, place)| entry["position"] == place), "{name}");
    }
    for name in ["p/keripik-tempe/index.html", "tentang/index.html"] {
        let page = text(&out, name);
        assert!(data(&page).iter().all(|data| data["@type"] != "ItemList"), "{name}");
    }
}

#[test]
fn lean_pages_are_a_fraction_of_the_others_and_still_say_everything_that_matters() {
    let (full, home) = (site("full", market()), folder("pages-lean"));
    let (app, out) = (home.join("app"), home.join("dist"));
    fs::create_dir_all(&app).expect("a folder");
    fs::write(app.join("index.html"), SHELL).expect("written");
    let url = Some("https://etalase.example");
    let plan =
        Plan { app: Some(&app), draw: Some(&Views), lean: true, site_url: url, ..plan(&out) };
    publish(market(), &plan);
    for path in ["p/keripik-tempe/index.html", "toko/dapur-bu-ratih/index.html"] {
        let (lean, full) = (text(&out, path), text(&full, path));
        // Their heads are the same; what stands on them is not.
        let drawn = |page: &str| page.split_once("<body>").map_or(0, |(_, drawn)| drawn.len());
        assert!(drawn(&lean) * 2 < drawn(&full), "{path}: {} of {}", drawn(&lean), drawn(&full));
        assert_eq!(data(&lean), data(&full), "{path}");
        for name in ["description", "og:title", "og:description", "og:image"] {
            assert_eq!(meta(&lean, name), meta(&full, name), "{path}");
        }
        let (_, content) = lean.split_once("<noscript>").expect("for those without scripts");
        assert!(content.contains("<h1"), "{path}");
        // The app begins with nothing there, so nothing of it is shown twice.
        assert!(!lean.contains("id=\"terbitan\""), "{path}");
    }
    let product = text(&out, "p/keripik-tempe/index.html");
    for what in ["Rp18.000", "https://wa.me/", "/toko/dapur-bu-ratih"] {
        assert!(product.contains(what), "{what}");
    }
    let seller = text(&out, "toko/dapur-bu-ratih/index.html");
    assert!(seller.contains("href=\"/p/keripik-tempe\""));
}
