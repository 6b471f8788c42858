//! Colours and metadata: profiles are applied and go, and so does everything else that is not the picture.

use crate::market::{folder, market, plan, publish, tree, with_photos};
use etalase::domain::product::Picture;
use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::PngEncoder;
use image::{ExtendedColorType, ImageEncoder};
use std::fs;
use std::path::Path;

/// Where profiles keep a number of 16 bits before the point and 16 behind it.
fn fixed(number: f64) -> [u8; 4] {
    ((number * 65_536.0).round() as i32).to_be_bytes()
}

/// An ICC profile of version 2 with these tags (ICC.1:2001-04, 6).
fn profile(
    class: &[u8; 4],
    space: &[u8; 4],
    pcs: &[u8; 4],
    tags: &[(&[u8; 4], Vec<u8>)],
) -> Vec<u8> {
    let mut header = vec![0; 128];
    header[8..12].copy_from_slice(&[2, 0x40, 0, 0]);
    header[12..16].copy_from_slice(class);
    header[16..20].copy_from_slice(space);
    header[20..24].copy_from_slice(pcs);
    header[36..40].copy_from_slice(b"acsp");
    for (at, number) in [0.9642, 1.0, 0.8249].into_iter().enumerate() {
        header[68 + 4 * at..72 + 4 * at].copy_from_slice(&fixed(number));
    }
    let mut at = 128 + 4 + 12 * tags.len();
    header.extend((tags.len() as u32).to_be_bytes());
    for (name, data) in tags {
        header.extend(*name);
        header.extend((at as u32).to_be_bytes());
        header.extend((data.len() as u32).to_be_bytes());
        at += data.len();
    }
    header.extend(tags.iter().flat_map(|(_, data)| data.clone()));
    let length = (header.len() as u32).to_be_bytes();
    header[..4].copy_from_slice(&length);
    header
}

fn xyz(numbers: [f64; 3]) -> Vec<u8> {
    [b"XYZ \0\0\0\0".to_vec(), numbers.into_iter().flat_map(fixed).collect()].concat()
}

/// A curve that is a power: a gamma of 2.2 is 563/256.
fn gamma(power: u16) -> Vec<u8> {
    [&b"curv\0\0\0\0\0\0\0\x01"[..], &power.to_be_bytes(), &[0, 0]].concat()
}

/// A screen's or camera's profile by the XYZ of its red, green and blue, at D50.
fn of_light(primaries: [[f64; 3]; 3]) -> Vec<u8> {
    let [red, green, blue] = primaries.map(xyz);
    let power = gamma(563);
    profile(
        b"mntr",
        b"RGB ",
        b"XYZ ",
        &[
            (b"rXYZ", red),
            (b"gXYZ", green),
            (b"bXYZ", blue),
            (b"rTRC", power.clone()),
            (b"gTRC", power.clone()),
            (b"bTRC", power),
            (b"wtpt", xyz([0.9642, 1.0, 0.8249])),
        ],
    )
}

/// Apple's numbers for Display P3.
fn display_p3() -> Vec<u8> {
    of_light([[0.5151, 0.2412, -0.0011], [0.2920, 0.6922, 0.0419], [0.1571, 0.0666, 0.7841]])
}

/// Adobe's for Adobe RGB (1998).
fn adobe_rgb() -> Vec<u8> {
    of_light([[0.6097, 0.3111, 0.0195], [0.2053, 0.6257, 0.0609], [0.1492, 0.0632, 0.7446]])
}

/// A printer: of each ink all or nothing, paper white, every first ink a strong green, the key black.
fn printer() -> Vec<u8> {
    let mut table = b"mft1\0\0\0\0\x04\x03\x02\0".to_vec();
    table.extend([1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0].into_iter().flat_map(fixed));
    table.extend((0..4).flat_map(|_| 0..=255_u8));
    for corner in 0..16 {
        let (cyan, key) = (corner & 8 != 0, corner & 1 != 0);
        // Lab in eight bits: lightness 0 to 255, then green to red and blue to yellow around 128.
        table.extend(match (cyan, key) {
            (_, true) => [0, 128, 128],
            (true, false) => [153, 68, 188],
            (false, false) => [255, 128, 128],
        });
    }
    table.extend((0..3).flat_map(|_| 0..=255_u8));
    profile(b"prtr", b"CMYK", b"Lab ", &[(b"A2B0", table)])
}

/// A PNG of one colour with a profile.
fn png(colour: &[u8], kind: ExtendedColorType, icc: Option<Vec<u8>>) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = PngEncoder::new(&mut bytes);
    if let Some(icc) = icc {
        encoder.set_icc_profile(icc).expect("a profile");
    }
    encoder.write_image(&colour.repeat(400 * 400), 400, 400, kind).expect("encoded");
    bytes
}

fn segment(marker: u8, content: &[u8]) -> Vec<u8> {
    let length = (content.len() as u16 + 2).to_be_bytes();
    [&[0xff, marker][..], &length, content].concat()
}

/// A baseline JPEG of 400 × 400 in one colour of four channels: `transform` 0 for inks, 2 for YCCK (ITU T.81).
fn ink_jpeg(channels: [u8; 4], transform: u8, icc: &[u8]) -> Vec<u8> {
    let mut jpeg = vec![0xff, 0xd8];
    jpeg.extend(segment(0xee, &[b"Adobe\0\x64\0\0\0\0".as_slice(), &[transform]].concat()));
    jpeg.extend(segment(0xe2, &[b"ICC_PROFILE\0\x01\x01", icc].concat()));
    jpeg.extend(segment(0xdb, &[&[0][..], &[1; 64]].concat()));
    let frame: Vec<u8> = (1..=4).flat_map(|channel| [channel, 0x11, 0]).collect();
    jpeg.extend(segment(0xc0, &[&[8, 1, 0x90, 1, 0x90, 4][..], &frame].concat()));
    // Twelve sizes of a difference in four bits each; of the other coefficients only "no more", in one bit.
    let sizes: Vec<u8> = (0..12).collect();
    jpeg.extend(segment(0xc4, &[&[0, 0, 0, 0, 12][..], &[0; 12], &sizes].concat()));
    jpeg.extend(segment(0xc4, &[&[0x10, 1][..], &[0; 15], &[0]].concat()));
    let scan: Vec<u8> = (1..=4).flat_map(|channel| [channel, 0]).collect();
    jpeg.extend(segment(0xda, &[&[4][..], &scan, &[0, 63, 0]].concat()));
    let mut bits = String::new();
    for (block, channel) in (0..50 * 50).flat_map(|block| channels.map(|channel| (block, channel)))
    {
        let difference = if block == 0 { 8 * (i32::from(channel) - 128) } else { 0 };
        let size = 32 - difference.unsigned_abs().leading_zeros();
        bits.push_str(&format!("{size:04b}"));
        if size > 0 {
            let ones = (1 << size) - 1;
            let written = if difference < 0 { difference + ones } else { difference };
            bits.push_str(&format!("{written:0width$b}", width = size as usize));
        }
        bits.push('0');
    }
    while !bits.len().is_multiple_of(8) {
        bits.push('1');
    }
    for byte in bits.as_bytes().chunks(8) {
        let byte = byte.iter().fold(0, |sum, bit| sum << 1 | (bit - b'0'));
        jpeg.push(byte);
        if byte == 0xff {
            jpeg.push(0);
        }
    }
    jpeg.extend([0xff, 0xd9]);
    jpeg
}

/// The colour in the middle of what is published of a photo.
fn published(home: &Path, bytes: &[u8]) -> [u8; 3] {
    let path = home.join("photo");
    fs::write(&path, bytes).expect("written");
    let mut catalogue = market();
    with_photos(&mut catalogue, "keripik-tempe", &[&path]);
    let (catalogue, problems) = publish(catalogue, &plan(&home.join("dist")));
    // Some of these are black on purpose.
    assert!(problems.iter().all(|problem| problem.code == "photo-dark"), "{problems:?}");
    let picture = &catalogue.products[0].product.pictures[0];
    let jpeg = home.join("dist").join(picture.jpeg().trim_start_matches('/'));
    let pixels =
        image::load_from_memory(&fs::read(jpeg).expect("a file")).expect("a picture").to_rgb8();
    assert!(pixels.width() >= 400);
    pixels.get_pixel(200, 200).0
}

fn close(one: [u8; 3], other: [u8; 3]) -> bool {
    one.into_iter().zip(other).all(|(one, other)| one.abs_diff(other) <= 5)
}

#[test]
fn colours_of_wide_screens_and_cameras_become_those_of_every_screen() {
    let home = folder("colours-light");
    let rgb = ExtendedColorType::Rgb8;
    for (what, colour, icc, right) in [
        ("no profile", [234, 51, 35], None, [234, 51, 35]),
        // A P3 red that is exactly the red of sRGB, and one beyond it.
        ("P3", [234, 51, 35], Some(display_p3()), [255, 0, 0]),
        ("P3's own red", [255, 0, 0], Some(display_p3()), [255, 0, 0]),
        ("P3 grey", [119, 119, 119], Some(display_p3()), [119, 119, 119]),
        // sRGB's red, as Adobe RGB writes it.
        ("Adobe RGB", [219, 0, 0], Some(adobe_rgb()), [255, 0, 0]),
        ("a damaged profile", [234, 51, 35], Some(vec![7; 600]), [234, 51, 35]),
    ] {
        let seen = published(&home, &png(&colour, rgb, icc));
        assert!(close(seen, right), "{what}: {seen:?}");
    }
}

#[test]
fn grey_and_transparent_pictures_have_their_profiles_too() {
    let home = folder("colours-grey");
    let steep = profile(
        b"mntr",
        b"GRAY",
        b"XYZ ",
        &[(b"kTRC", gamma(256)), (b"wtpt", xyz([0.9642, 1.0, 0.8249]))],
    );
    // Linear light: a quarter of it is 137 in sRGB.
    let seen = published(&home, &png(&[64], ExtendedColorType::L8, Some(steep.clone())));
    assert!(close(seen, [137; 3]), "{seen:?}");
    // Such a profile says nothing of a picture in colours.
    let seen = published(&home, &png(&[64, 200, 30], ExtendedColorType::Rgb8, Some(steep)));
    assert!(close(seen, [64, 200, 30]), "{seen:?}");
    let half = png(&[234, 51, 35, 128], ExtendedColorType::Rgba8, Some(display_p3()));
    let seen = published(&home, &half);
    // Half of that red over the page's ground.
    assert!(close(seen, [255, 125, 121]), "{seen:?}");
}

#[test]
fn inks_of_a_printer_look_as_its_profile_says() {
    let home = folder("colours-inks");
    // Inks are written the wrong way round: 0 is all of the first one.
    let green = published(&home, &ink_jpeg([0, 255, 255, 255], 0, &printer()));
    assert!(green[1] > green[0] + 40 && green[1] > green[2] + 40, "{green:?}");
    // The same as brightness and differences: Y 179, Cb 171, Cr 0.
    let same = published(&home, &ink_jpeg([179, 171, 0, 255], 2, &printer()));
    assert!(close(same, green), "{same:?} {green:?}");
    assert!(close(published(&home, &ink_jpeg([255; 4], 0, &printer())), [255; 3]));
    assert!(close(published(&home, &ink_jpeg([255, 255, 255, 0], 0, &printer())), [0; 3]));
    // Without a readable profile, the usual look of the first ink.
    let cyan = published(&home, &ink_jpeg([0, 255, 255, 255], 0, &[7; 200]));
    assert!(close(cyan, [0, 255, 255]), "{cyan:?}");
}

#[test]
fn nothing_but_the_picture_is_published() {
    let home = folder("colours-metadata");
    let mut plain = Vec::new();
    let mut encoder = JpegEncoder::new(&mut plain);
    encoder.set_icc_profile(display_p3()).expect("a profile");
    encoder
        .write_image(&[90, 120, 60].repeat(400 * 400), 400, 400, ExtendedColorType::Rgb8)
        .expect("encoded");
    let mut jpeg = plain[..2].to_vec();
    for (marker, content) in [
        (0xe1, &b"Exif\0\0MM\0\x2a\0\0\0\x08\0\0\0\0\0\0RAHASIA-EXIF"[..]),
        (0xe1, b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>RAHASIA-XMP</x:xmpmeta>"),
        (0xed, b"Photoshop 3.0\08BIM\x04\x04\0\0\0\0\0\x0cRAHASIA-IPTC"),
        (0xfe, b"RAHASIA-KOMENTAR"),
    ] {
        jpeg.extend(segment(marker, content));
    }
    jpeg.extend(&plain[2..]);
    jpeg.extend(b"RAHASIA-EKOR");
    let home_photo = home.join("a.jpg");
    fs::write(&home_photo, &jpeg).expect("written");
    let mut catalogue = market();
    with_photos(&mut catalogue, "keripik-tempe", &[&home_photo]);
    let (_, problems) = publish(catalogue, &plan(&home.join("dist")));
    assert_eq!(problems, []);
    let files = tree(&home.join("dist/foto"));
    assert_eq!(files.len(), Picture::WIDTHS.len() + 1);
    for (name, bytes) in files {
        for trace in [&b"RAHASIA"[..], b"Exif", b"xmp", b"XMP", b"ICC", b"acsp", b"8BIM", b"EXIF"] {
            assert!(!bytes.windows(trace.len()).any(|window| window == trace), "{name}");
        }
        if name.ends_with(".jpg") {
            assert_eq!(markers(&bytes), [0xe0, 0xc0, 0xdb, 0xdb, 0xc4, 0xc4, 0xc4, 0xc4, 0xda]);
        } else {
            // Of the parts a WebP can have, one: the picture.
            assert_eq!(&bytes[12..16], b"VP8 ", "{name}");
            let length = u32::from_le_bytes(bytes[16..20].try_into().expect("four bytes"));
            assert_eq!(bytes.len() as u32, 20 + length + length % 2, "{name}");
        }
    }
}

/// The markers of a JPEG's segments up to its pixels.
fn markers(jpeg: &[u8]) -> Vec<u8> {
    let (mut found, mut at) = (Vec::new(), 2);
    while found.last() != Some(&0xda) {
        assert_eq!(jpeg[at], 0xff);
        found.push(jpeg[at + 1]);
        at += 2 + usize::from(u16::from_be_bytes([jpeg[at + 2], jpeg[at + 3]]));
    }
    found
}
