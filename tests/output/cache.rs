//! `--cache`: no picture is made twice, and nothing that is published depends on it.

use crate::market::{folder, market, plan, publish, tree, with_photos};
use etalase::compiler::catalogue::Catalogue;
use etalase::compiler::pictures::{Purpose, prepare};
use etalase::compiler::publish::Plan;
use etalase::domain::product::Picture;
use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::PngEncoder;
use image::{ExtendedColorType, ImageEncoder};
use std::fs;
use std::path::Path;

fn jpeg(colour: [u8; 3]) -> Vec<u8> {
    let mut bytes = Vec::new();
    JpegEncoder::new(&mut bytes)
        .write_image(&colour.repeat(600 * 400), 600, 400, ExtendedColorType::Rgb8)
        .expect("encoded");
    bytes
}

/// The market with one photo of that content.
fn market_with(home: &Path, bytes: &[u8]) -> Catalogue {
    let path = home.join("a.jpg");
    fs::write(&path, bytes).expect("written");
    let mut catalogue = market();
    with_photos(&mut catalogue, "keripik-tempe", &[&path]);
    catalogue
}

/// The codes of what a check says.
fn check(catalogue: &Catalogue, cache: &Path) -> Vec<&'static str> {
    let problems = prepare(&mut catalogue.clone(), &Purpose::Check, Some(cache)).expect("checked");
    problems.into_iter().map(|problem| problem.code).collect()
}

fn picture(catalogue: &Catalogue) -> Picture {
    catalogue.products[0].product.pictures[0].clone()
}

#[test]
fn the_same_is_published_with_a_cold_cache_a_warm_one_and_none() {
    let home = folder("cache-same");
    let catalogue = market_with(&home, &jpeg([200, 150, 90]));
    let cache = home.join("simpanan");
    let cached = |out: &str| {
        let out = home.join(out);
        publish(catalogue.clone(), &Plan { cache: Some(&cache), ..plan(&out) });
        tree(&out)
    };
    let without = home.join("without");
    publish(catalogue.clone(), &plan(&without));
    let cold = cached("cold");
    assert_eq!(cold.keys().collect::<Vec<_>>(), tree(&without).keys().collect::<Vec<_>>());
    assert!(cold == tree(&without));
    assert!(cold == cached("warm"));
}

#[test]
fn a_picture_in_the_cache_is_not_made_again_by_build_or_check() {
    let home = folder("cache-once");
    let catalogue = market_with(&home, &jpeg([200, 150, 90]));
    let cache = home.join("simpanan");
    assert_eq!(check(&catalogue, &cache), [""; 0]);
    // Its name says now that it is black, which a look at the photo would put right.
    for name in tree(&cache).into_keys().filter(|name| name.contains('-')) {
        let black = format!("{}000{}", &name[..16], &name[19..]);
        fs::rename(cache.join(name), cache.join(black)).expect("renamed");
    }
    assert_eq!(check(&catalogue, &cache), ["photo-dark"]);
    let out = home.join("dist");
    let (published, problems) = publish(catalogue, &Plan { cache: Some(&cache), ..plan(&out) });
    assert_eq!(problems[0].code, "photo-dark");
    assert_eq!(picture(&published).colour(), Some("000"));
}

#[test]
fn a_file_of_the_cache_that_is_cut_off_is_made_anew() {
    let home = folder("cache-cut");
    let catalogue = market_with(&home, &jpeg([200, 150, 90]));
    let cache = home.join("simpanan");
    check(&catalogue, &cache);
    let whole = tree(&cache);
    for (name, bytes) in whole.iter().filter(|(name, _)| name.contains('-')) {
        fs::write(cache.join(name), &bytes[..bytes.len() / 2]).expect("written");
        check(&catalogue, &cache);
        assert!(tree(&cache) == whole, "{name}");
    }
}

#[test]
fn a_photo_that_is_none_is_remembered_too() {
    let home = folder("cache-broken");
    let cache = home.join("simpanan");
    let good = jpeg([200, 150, 90]);
    // Cut in the middle: its header is whole, so only decoding tells that it is broken.
    let mut png = Vec::new();
    PngEncoder::new(&mut png)
        .write_image(&[90; 600 * 400], 600, 400, ExtendedColorType::L8)
        .expect("encoded");
    let broken = market_with(&home, &png[..png.len() / 2]);
    assert_eq!(check(&broken, &cache), ["photo-broken"]);
    assert!(tree(&cache).keys().any(|name| name.ends_with(".rusak")));
    assert_eq!(check(&broken, &cache), ["photo-broken"]);

    // A good photo that the cache takes for broken is not looked at.
    let fine = market_with(&home, &good);
    let other = home.join("lain");
    assert_eq!(check(&fine, &other), [""; 0]);
    for name in tree(&other).into_keys().filter(|name| name.contains('-')) {
        fs::remove_file(other.join(&name)).expect("removed");
        fs::write(other.join(format!("{}.rusak", &name[..16])), b"").expect("written");
    }
    assert_eq!(check(&fine, &other), ["photo-broken"]);
}

#[test]
fn pictures_of_an_earlier_publication_go_into_the_cache() {
    let home = folder("cache-earlier");
    let catalogue = market_with(&home, &jpeg([200, 150, 90]));
    let (out, cache) = (home.join("dist"), home.join("simpanan"));
    publish(catalogue.clone(), &plan(&out));
    // A mark that only the earlier publication has.
    let (thumbnail, larger) = {
        let published = tree(&out.join("foto")).into_keys().collect::<Vec<_>>();
        let of = |width: &str| published.iter().find(|name| name.contains(width)).expect("a file");
        (of("-160.").clone(), of("-320.").clone())
    };
    fs::copy(out.join("foto").join(&larger), out.join("foto").join(&thumbnail)).expect("copied");
    publish(catalogue, &Plan { cache: Some(&cache), ..plan(&out) });
    let cached = tree(&cache);
    assert_eq!(cached.get(&thumbnail), cached.get(&larger));
}
