//! Photos that are published and sell badly: said with the file, its products and the mend, and never an error.

use crate::market::{folder, market, plan, publish, with_photos};
use etalase::compiler::problem::{Problem, Severity};
use image::codecs::png::PngEncoder;
use image::{ExtendedColorType, ImageEncoder};
use std::fs;
use std::path::Path;

/// What is said of a photo of one colour in two products.
fn said(home: &Path, (width, height): (u32, u32), colour: [u8; 3]) -> Vec<Problem> {
    let path = home.join("a.png");
    let mut bytes = Vec::new();
    PngEncoder::new(&mut bytes)
        .write_image(
            &colour.repeat((width * height) as usize),
            width,
            height,
            ExtendedColorType::Rgb8,
        )
        .expect("encoded");
    fs::write(&path, bytes).expect("written");
    let mut catalogue = market();
    with_photos(&mut catalogue, "sambal-cumi", &[&path]);
    with_photos(&mut catalogue, "tas-anyam", &[&path]);
    let out = home.join("dist");
    let (published, problems) = publish(catalogue, &plan(&out));
    assert_eq!(published.products[1].product.pictures.len(), 1);
    // A second publication finds the picture finished, and says the same of it.
    assert_eq!(publish(published, &plan(&out)).1, problems);
    problems
}

#[test]
fn small_and_dark_photos_are_warnings_with_their_products() {
    let home = folder("remarks");
    for (size, colour, codes) in [
        ((400, 400), [200, 150, 90], &[][..]),
        ((1_000, 400), [52, 52, 52], &[]),
        ((399, 900), [200, 150, 90], &["photo-small"]),
        ((900, 399), [200, 150, 90], &["photo-small"]),
        ((400, 400), [30, 30, 30], &["photo-dark"]),
        ((80, 80), [0, 0, 0], &["photo-small", "photo-dark"]),
    ] {
        let problems = said(&home, size, colour);
        let seen: Vec<_> = problems.iter().map(|problem| problem.code).collect();
        assert_eq!(seen, codes, "{size:?} {colour:?}");
        for problem in problems {
            assert_eq!(problem.severity, Severity::Warning);
            assert_eq!(problem.place.file.as_deref(), Some("foto/a.png"));
            assert!(problem.message.contains("dan 1 produk lain"), "{}", problem.message);
            assert!(!problem.fix.is_empty());
        }
    }
    let message = &said(&home, (300, 200), [200, 150, 90])[0].message;
    assert!(message.contains("300×200 piksel"), "{message}");
}
