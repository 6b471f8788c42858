//! Photos: turned upright, stripped of metadata, shared, reused; a bad one costs only itself.

use crate::market::{folder, market, plan, publish, tree, with_photos};
use etalase::compiler::problem::{Problem, Severity};
use etalase::domain::product::Picture;
use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use std::fs;
use std::io::Cursor;
use std::path::{Path, PathBuf};

fn encoded(picture: RgbImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    DynamicImage::ImageRgb8(picture).write_to(&mut bytes, format).expect("encoded");
    bytes.into_inner()
}

/// 800×400: the left half red, the right half blue.
fn halves() -> RgbImage {
    RgbImage::from_fn(800, 400, |x, _| if x < 400 { Rgb([220, 0, 0]) } else { Rgb([0, 0, 220]) })
}

/// An EXIF block: big-endian TIFF with the orientation and a GPS latitude reference with a tell-tale text.
fn exif(orientation: u8) -> Vec<u8> {
    let mut tiff = b"Exif\0\0MM\0\x2a\0\0\0\x08".to_vec();
    tiff.extend([0, 2]);
    tiff.extend([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0]);
    tiff.extend([0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 38]);
    tiff.extend([0, 0, 0, 0]);
    // The GPS directory, at 38: GPSMapDatum, eleven letters at 56.
    tiff.extend([0, 1]);
    tiff.extend([0, 0x12, 0, 2, 0, 0, 0, 11, 0, 0, 0, 56]);
    tiff.extend([0, 0, 0, 0]);
    tiff.extend(b"RUMAH-RATIH");
    tiff
}

/// A JPEG with that EXIF block behind its first marker.
fn phone_jpeg(orientation: u8) -> Vec<u8> {
    let jpeg = encoded(halves(), ImageFormat::Jpeg);
    let exif = exif(orientation);
    let mut bytes = jpeg[..2].to_vec();
    bytes.extend([0xff, 0xe1]);
    bytes.extend(((exif.len() + 2) as u16).to_be_bytes());
    bytes.extend(exif);
    bytes.extend(&jpeg[2..]);
    bytes
}

fn photo(home: &Path, name: &str, bytes: &[u8]) -> PathBuf {
    let path = home.join(name);
    fs::write(&path, bytes).expect("written");
    path
}

/// Publishes the market with these photos at its first product.
fn with(home: &Path, photos: &[&Path]) -> (Vec<Picture>, Vec<Problem>) {
    let mut catalogue = market();
    with_photos(&mut catalogue, "keripik-tempe", photos);
    let (catalogue, problems) = publish(catalogue, &plan(&home.join("dist")));
    let product = &catalogue.products[0].product;
    assert_eq!(product.card.picture, product.pictures.first().cloned());
    (product.pictures.clone(), problems)
}

fn published(home: &Path, address: &str) -> DynamicImage {
    let path = home.join("dist").join(address.trim_start_matches('/'));
    image::load_from_memory(&fs::read(&path).expect(address)).expect(address)
}

#[test]
fn a_photo_is_published_in_every_width_as_webp_and_once_as_jpeg() {
    let home = folder("picture-widths");
    let path = photo(&home, "a.png", &encoded(halves(), ImageFormat::Png));
    let (pictures, problems) = with(&home, &[&path]);
    assert_eq!(problems, []);
    for width in Picture::WIDTHS {
        let picture = published(&home, &pictures[0].webp(width));
        assert_eq!((picture.width(), picture.height()), (width, width / 2));
    }
    let jpeg = published(&home, &pictures[0].jpeg());
    assert_eq!((jpeg.width(), jpeg.height()), (640, 320));
}

#[test]
fn a_phones_photo_stands_upright_and_tells_nothing_of_its_place() {
    let home = folder("picture-exif");
    let path = photo(&home, "a.jpg", &phone_jpeg(6));
    let (pictures, problems) = with(&home, &[&path]);
    assert_eq!(problems, []);
    let jpeg = published(&home, &pictures[0].jpeg()).to_rgb8();
    // Turned by 90° clockwise, the left half is the upper one.
    assert_eq!((jpeg.width(), jpeg.height()), (400, 800));
    assert!(jpeg.get_pixel(200, 100).0[0] > 180 && jpeg.get_pixel(200, 700).0[2] > 180);
    for (name, bytes) in tree(&home.join("dist")) {
        for trace in [&b"RUMAH-RATIH"[..], b"Exif", b"GPS"] {
            assert!(!bytes.windows(trace.len()).any(|window| window == trace), "{name}");
        }
    }
}

#[test]
fn a_bad_photo_is_a_warning_that_names_it_and_the_product_stays() {
    let home = folder("picture-bad");
    let good = encoded(halves(), ImageFormat::Jpeg);
    // The frame header says 65,535 × 65,535; decoded, that would be 13 GB.
    let mut huge = good.clone();
    let frame = huge.windows(2).position(|pair| pair == [0xff, 0xc0]).expect("a frame header");
    huge[frame + 5..frame + 9].copy_from_slice(&[0xff; 4]);
    for (name, bytes, code) in [
        ("cut.jpg", good[..good.len() / 2].to_vec(), "photo-broken"),
        ("noise.jpg", [&good[..300], &[7; 4_000]].concat(), "photo-broken"),
        ("header.png", encoded(halves(), ImageFormat::Png)[..60].to_vec(), "photo-broken"),
        ("huge.jpg", huge, "photo-too-large"),
        ("wide.png", encoded(RgbImage::new(8_193, 1), ImageFormat::Png), "photo-too-large"),
        ("page.jpg", b"<!doctype html><script>alert(1)</script>".to_vec(), "photo-kind"),
        ("drawing.png", b"<svg xmlns='http://www.w3.org/2000/svg'/>".to_vec(), "photo-kind"),
        ("moving.gif", b"GIF89a\x01\0\x01\0\0\0\0;".to_vec(), "photo-kind"),
        ("empty.webp", Vec::new(), "photo-kind"),
    ] {
        let bad = photo(&home, name, &bytes);
        let fine = photo(&home, "fine.jpg", &good);
        let (pictures, problems) = with(&home, &[&bad, &fine]);
        assert_eq!(pictures.len(), 1, "{name}");
        let seen: Vec<_> =
            problems.iter().map(|problem| (problem.code, problem.severity)).collect();
        assert_eq!(seen, [(code, Severity::Warning)], "{name}");
        assert_eq!(problems[0].place.file.as_deref(), Some(format!("foto/{name}").as_str()));
    }
    let (pictures, problems) = with(&home, &[&home.join("missing.jpg")]);
    assert_eq!((pictures.len(), problems[0].code), (0, "photo-unreadable"));
}

#[test]
fn equal_photos_share_their_files_and_a_second_build_encodes_nothing() {
    let home = folder("picture-shared");
    let bytes = encoded(halves(), ImageFormat::Jpeg);
    let (one, two) = (photo(&home, "one.jpg", &bytes), photo(&home, "two.JPG", &bytes));
    let mut catalogue = market();
    with_photos(&mut catalogue, "keripik-tempe", &[&one, &two]);
    with_photos(&mut catalogue, "tas-anyam", &[&two]);
    let out = home.join("dist");
    let (first, _) = publish(catalogue.clone(), &plan(&out));
    assert_eq!(first.products[0].product.pictures, first.products[2].product.pictures);
    assert_eq!(tree(&out.join("foto")).len(), 4);

    // A mark that a new encoding would wipe out shows that the files were taken over.
    let stem = &first.products[0].product.pictures[0];
    let thumbnail = out.join(stem.webp(160).trim_start_matches('/'));
    let other = out.join(stem.webp(320).trim_start_matches('/'));
    fs::copy(&other, &thumbnail).expect("copied");
    publish(catalogue.clone(), &plan(&out));
    assert_eq!(fs::read(&thumbnail).expect("a file"), fs::read(&other).expect("a file"));

    // A file that was not written to its end is not taken over.
    let whole = fs::read(&other).expect("a file");
    fs::write(&thumbnail, &whole[..whole.len() / 2]).expect("written");
    publish(catalogue, &plan(&out));
    assert_eq!(published(&home, &stem.webp(160)).width(), 160);
}

#[test]
fn a_link_is_no_photo() {
    let home = folder("picture-link");
    let secret = photo(&home, "secret.png", &encoded(halves(), ImageFormat::Png));
    let link = home.join("link.png");
    #[cfg(unix)]
    std::os::unix::fs::symlink(&secret, &link).expect("a link");
    let (pictures, problems) = with(&home, &[&link]);
    assert_eq!((pictures.len(), problems[0].code), (0, "photo-unreadable"));
}
