//! 0.3, T9 and T10: pictures that are none, or more than memory holds; names of pictures that are paths.

use crate::folder::fresh;
use crate::program::{MOST_MEMORY, MOST_TIME, check_folder};
use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use std::collections::BTreeSet;
use std::fs;
use std::io::Cursor;
use std::path::{Path, PathBuf};
use std::process::Command;

fn jpeg() -> Vec<u8> {
    let picture = RgbImage::from_fn(400, 300, |x, y| Rgb([x as u8, y as u8, 90]));
    let mut bytes = Cursor::new(Vec::new());
    DynamicImage::ImageRgb8(picture).write_to(&mut bytes, ImageFormat::Jpeg).expect("encoded");
    bytes.into_inner()
}

/// A sheet of products, each with one picture of that name.
fn sheet(folder: &Path, photos: &[&str]) {
    let mut text = "kode,nama_usaha,kecamatan,nama,kategori,harga,satuan,foto\n".to_owned();
    for (at, photo) in photos.iter().enumerate() {
        let photo = photo.replace('"', "\"\"");
        text.push_str(&format!(
            "barang-{at},Warung,Tebet,Barang {at},kuliner,10.000,pcs,\"{photo}\"\n"
        ));
    }
    fs::write(folder.join("produk.csv"), text).expect("a sheet");
}

fn build(sheets: &Path, out: &Path) {
    let built = Command::new(env!("CARGO_BIN_EXE_catalogue"))
        .arg("build")
        .arg(sheets)
        .args(["--at", "2026-11-21", "--out"])
        .arg(out)
        .output()
        .expect("the program");
    assert!(matches!(built.status.code(), Some(0 | 3)), "{built:?}");
}

fn tree(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() && !path.is_symlink() {
            found.extend(tree(&path))
        } else {
            found.push(path)
        }
    }
    found
}

/// A PNG of that size by its header, with no pixels behind it.
fn empty_png(width: u32, height: u32) -> Vec<u8> {
    let chunk = |kind: &[u8; 4], body: &[u8]| {
        let mut part = (body.len() as u32).to_be_bytes().to_vec();
        part.extend(kind);
        part.extend(body);
        part.extend(crc32(&[kind.as_slice(), body].concat()).to_be_bytes());
        part
    };
    let mut header = width.to_be_bytes().to_vec();
    header.extend(height.to_be_bytes());
    header.extend([8, 6, 0, 0, 0]);
    let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
    png.extend(chunk(b"IHDR", &header));
    png.extend(chunk(b"IDAT", &[0x78, 0x9c, 3, 0, 0, 0, 0, 1]));
    png.extend(chunk(b"IEND", &[]));
    png
}

/// The checksum of a PNG's parts (ISO 3309).
fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0_u32, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| {
            if sum & 1 == 1 { (sum >> 1) ^ 0xedb8_8320 } else { sum >> 1 }
        })
    })
}

#[test]
fn s0_3_t8_a_flood_of_pixels_is_refused_by_its_header() {
    let folder = fresh("pixels");
    fs::create_dir_all(folder.join("foto")).expect("a folder");
    for (name, width, height) in [
        ("a.png", 100_000, 100_000),
        ("b.png", 12_000, 12_000),
        ("c.png", 8_192, 8_192),
        ("d.png", 1, u32::MAX),
    ] {
        fs::write(folder.join("foto").join(name), empty_png(width, height)).expect("a picture");
    }
    sheet(&folder, &["a.png", "b.png", "c.png", "d.png"]);
    let run = check_folder(&folder);
    assert!(run.memory <= MOST_MEMORY, "{} MB", run.memory >> 20);
    assert!(run.time <= MOST_TIME, "{:?}", run.time);
    let photos: Vec<&String> = run.said.iter().filter(|line| line.starts_with("photo-")).collect();
    assert_eq!(
        photos,
        [
            "photo-too-large foto/a.png",
            "photo-too-large foto/b.png",
            "photo-too-large foto/c.png",
            "photo-too-large foto/d.png"
        ]
    );
}

/// A JPEG that says it lies on its side, and that it has so many pixels.
fn flood_of_jpeg(width: u16, height: u16) -> Vec<u8> {
    let mut bytes = jpeg();
    let frame = bytes.windows(2).position(|pair| pair == [0xff, 0xc0]).expect("a frame");
    bytes[frame + 5..frame + 7].copy_from_slice(&height.to_be_bytes());
    bytes[frame + 7..frame + 9].copy_from_slice(&width.to_be_bytes());
    let mut exif = b"\xff\xe1\x00\x22Exif\0\0MM\0*\0\0\0\x08\0\x01".to_vec();
    // One entry: orientation, a short, one of it, "turn right".
    exif.extend(b"\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0");
    bytes.splice(2..2, exif);
    bytes
}

/// A WebP whose canvas is as large as the format allows.
fn flood_of_webp() -> Vec<u8> {
    let mut whole = Cursor::new(Vec::new());
    DynamicImage::new_rgba8(8, 8).write_to(&mut whole, ImageFormat::WebP).expect("encoded");
    let picture = whole.into_inner().split_off(12);
    let mut body = b"WEBPVP8X\x0a\0\0\0\x10\0\0\0\xff\x3f\0\xff\x3f\0".to_vec();
    body.extend(picture);
    let mut file = b"RIFF".to_vec();
    file.extend((body.len() as u32).to_le_bytes());
    file.extend(body);
    file
}

#[test]
fn s0_3_t8_a_flood_of_pixels_is_refused_in_every_format_and_turned_too() {
    let folder = fresh("pixels-formats");
    fs::create_dir_all(folder.join("foto")).expect("a folder");
    let pictures = [
        ("a.jpg", flood_of_jpeg(65_500, 65_500)),
        ("b.jpg", flood_of_jpeg(8_193, 10)),
        ("c.jpg", flood_of_jpeg(8_000, 5_001)),
        ("d.webp", flood_of_webp()),
    ];
    for (name, bytes) in &pictures {
        fs::write(folder.join("foto").join(name), bytes).expect("a picture");
    }
    sheet(&folder, &["a.jpg", "b.jpg", "c.jpg", "d.webp"]);
    let run = check_folder(&folder);
    assert!(run.memory <= MOST_MEMORY, "{} MB", run.memory >> 20);
    assert!(run.time <= MOST_TIME, "{:?}", run.time);
    let photos: Vec<&String> = run.said.iter().filter(|line| line.starts_with("photo-")).collect();
    let expected = pictures.map(|(name, _)| format!("photo-too-large foto/{name}"));
    assert_eq!(photos, expected.iter().collect::<Vec<_>>());
}

#[test]
fn t9_what_is_no_picture_is_not_published_and_of_a_picture_no_byte_of_its_source() {
    let folder = fresh("polyglots");
    let (sheets, out) = (folder.join("sheets"), folder.join("dist"));
    fs::create_dir_all(sheets.join("foto")).expect("a folder");
    let script = b"<script>alert('k7z')</script>";
    // A whole JPEG with a comment, a page and an archive inside and behind it.
    let mut commented = jpeg();
    let mut comment = vec![0xff, 0xfe];
    comment.extend((script.len() as u16 + 2).to_be_bytes());
    comment.extend(script);
    commented.splice(2..2, comment);
    commented.extend(script);
    commented.extend(b"PK\x03\x04");
    let mut gif = b"GIF89a".to_vec();
    gif.extend(script);
    let pictures: [(&str, &[u8]); 7] = [
        ("ya.jpg", &commented),
        ("svg.jpg", b"<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>"),
        ("halaman.png", b"<!doctype html><script>alert('k7z')</script>"),
        ("gambar.webp", &gif),
        ("arsip.jpg", b"PK\x03\x04\x14\0\0\0"),
        ("awal.jpg", b"\xff\xd8\xff\xe0<script>alert('k7z')</script>"),
        ("kosong.png", b""),
    ];
    for (name, bytes) in &pictures {
        fs::write(sheets.join("foto").join(name), bytes).expect("a picture");
    }
    sheet(&sheets, &pictures.map(|(name, _)| name));
    build(&sheets, &out);
    let of: BTreeSet<String> = fs::read_to_string(out.join("feeds/produk.jsonl"))
        .expect("a feed")
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).expect("json"))
        .filter(|product| product["foto"].as_array().is_some_and(|photos| !photos.is_empty()))
        .map(|product| product["kode"].to_string())
        .collect();
    assert_eq!(of.into_iter().collect::<Vec<_>>(), ["\"barang-0\""]);
    for path in tree(&out) {
        let bytes = fs::read(&path).expect("a file");
        let holds = |needle: &[u8]| bytes.windows(needle.len()).any(|part| part == needle);
        assert!(!holds(b"k7z") && !holds(b"<svg"), "{} holds a source's bytes", path.display());
        for (name, source) in pictures {
            assert!(bytes.is_empty() || bytes != source, "{} is {name}", path.display());
        }
    }
}

#[test]
fn t9_of_a_moving_picture_its_first_frame_is_published_and_stands_still() {
    const FRAMES: i32 = 60;
    let folder = fresh("moving");
    let (sheets, out) = (folder.join("sheets"), folder.join("dist"));
    fs::create_dir_all(sheets.join("foto")).expect("a folder");
    let config = webp::WebPConfig::new().expect("settings");
    let (first, others) = (vec![220; 400 * 300 * 3], vec![20; 400 * 300 * 3]);
    let mut moving = webp::AnimEncoder::new(400, 300, &config);
    for at in 0..FRAMES {
        let pixels = if at == 0 { &first } else { &others };
        moving.add_frame(webp::AnimFrame::from_rgb(pixels, 400, 300, at * 40));
    }
    let bytes = moving.encode().to_vec();
    assert!(bytes.windows(4).any(|chunk| chunk == b"ANIM"));
    fs::write(sheets.join("foto/barang-0.webp"), bytes).expect("a picture");
    sheet(&sheets, &[""]);
    build(&sheets, &out);
    let pictures: Vec<PathBuf> =
        tree(&out).into_iter().filter(|path| path.starts_with(out.join("foto"))).collect();
    assert!(!pictures.is_empty());
    for path in pictures {
        let bytes = fs::read(&path).expect("a file");
        assert!(!bytes.windows(4).any(|chunk| chunk == b"ANIM"), "{}", path.display());
        let shown = image::load_from_memory(&bytes).expect("a picture").into_rgb8();
        assert!(shown.get_pixel(9, 9).0.iter().all(|part| *part > 200), "{}", path.display());
    }
}

#[test]
fn t10_names_of_pictures_lead_nowhere_and_nothing_is_written_outside() {
    let folder = fresh("traversal");
    let (sheets, out) = (folder.join("sheets"), folder.join("dist"));
    fs::create_dir_all(sheets.join("foto/..hidden")).expect("a folder");
    let secret = jpeg();
    for place in ["rahasia.jpg", "sheets/rahasia.jpg", "sheets/foto/.rahasia.jpg"] {
        fs::write(folder.join(place), &secret).expect("a picture");
    }
    let whole = folder.join("rahasia.jpg");
    let long = "a".repeat(200) + ".jpg";
    let names = [
        "../rahasia.jpg",
        "..\\rahasia.jpg",
        "../../rahasia.jpg",
        "foto/../../rahasia.jpg",
        "./rahasia.jpg",
        whole.to_str().expect("a path"),
        "file:///rahasia.jpg",
        "C:\\rahasia.jpg",
        "\\\\server\\rahasia.jpg",
        "%2e%2e%2frahasia.jpg",
        "..%2frahasia.jpg",
        "rahasia.jpg\u{0}.png",
        "..",
        ".",
        ".rahasia.jpg",
        "~/rahasia.jpg",
        "..\u{2215}rahasia.jpg",
        "rahasia.jpg/",
        &long,
        "$(touch kena).jpg",
        "-rahasia.jpg",
    ];
    let names: Vec<&str> = names.into_iter().filter(|name| !name.contains('\0')).collect();
    #[cfg(unix)]
    for name in ["tautan.jpg", "barang-0.jpg"] {
        std::os::unix::fs::symlink(&whole, sheets.join("foto").join(name)).expect("a link");
    }
    sheet(&sheets, &[names.as_slice(), &["tautan.jpg", ""]].concat());
    let before: BTreeSet<PathBuf> = tree(&folder).into_iter().collect();
    build(&sheets, &out);
    let feed = fs::read_to_string(out.join("feeds/produk.jsonl")).expect("a feed");
    assert_eq!(feed.lines().count(), names.len() + 2);
    assert!(feed.lines().all(|line| line.contains("\"foto\":[]")), "a picture was reached");
    // The ledger of what was made stands beside the output, under a name of its own.
    let ours = |path: &PathBuf| path.starts_with(&out) || *path == folder.join(".dist.ingatan");
    let outside: BTreeSet<PathBuf> = tree(&folder).into_iter().filter(|path| !ours(path)).collect();
    assert_eq!(outside, before);
}
