//! Pictures inside workbooks are those of the products in their rows.

use crate::folder::{reading, said};
use crate::zipped::zipped;
use etalase::compiler::catalogue::Origin;
use etalase::compiler::read::Reading;
use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use rust_xlsxwriter::{Image, Workbook};
use std::io::Cursor;

const HEADS: [&str; 8] =
    ["nama_usaha", "kecamatan", "whatsapp", "nama", "kategori", "harga", "satuan", "foto"];

/// A small picture of one colour.
fn png(colour: [u8; 3]) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    DynamicImage::ImageRgb8(RgbImage::from_pixel(20, 10, Rgb(colour)))
        .write_to(&mut bytes, ImageFormat::Png)
        .expect("encoded");
    bytes.into_inner()
}

/// A product's row without its photo.
fn row(name: &str) -> [&str; 7] {
    ["Toko Jaya", "Tebet", "", name, "kuliner", "10.000", "pcs"]
}

/// The pictures of each product: those of a sheet by their bytes, a file by its name.
fn pictures(reading: &Reading) -> Vec<(String, Vec<Vec<u8>>)> {
    let of = |origin: &Origin| match origin {
        Origin::Sheet(sheet) => sheet.bytes.to_vec(),
        Origin::File(path) => path.file_name().expect("a name").as_encoded_bytes().to_vec(),
    };
    let products = reading.catalogue.products.iter();
    products
        .map(|entry| {
            let photos = entry.photos.iter().map(|photo| of(&photo.origin)).collect();
            (entry.product.card.code.to_string(), photos)
        })
        .collect()
}

#[test]
fn pictures_over_and_in_the_cells_of_a_workbook_belong_to_their_rows() {
    let (red, green, blue) = (png([200, 0, 0]), png([0, 200, 0]), png([0, 0, 200]));
    let image = |bytes: &[u8]| Image::new_from_buffer(bytes).expect("a picture");
    let mut book = Workbook::new();
    // A sheet in front, so that the second sheet's parts are not the first of their kind.
    let cover = book.add_worksheet().set_name("Sampul").expect("a name");
    cover.write_string(0, 0, "Pasar").expect("a cell");
    cover.insert_image(1, 0, &image(&blue)).expect("a picture");
    let goods = book.add_worksheet().set_name("produk").expect("a name");
    for (at, head) in HEADS.iter().enumerate() {
        goods.write_string(0, at as u16, *head).expect("a heading");
    }
    for (at, name) in (1..).zip(["Abon", "Bakso", "Cendol", "Dodol", "Emping"]) {
        for (column, value) in row(name).into_iter().enumerate() {
            goods.write_string(at, column as u16, value).expect("a cell");
        }
    }
    goods.insert_image(1, 7, &image(&red)).expect("a picture");
    goods.embed_image(2, 7, &image(&green)).expect("a picture");
    goods.insert_image_with_offset(3, 9, &image(&red), 5, 5).expect("a picture");
    goods.embed_image(3, 7, &image(&blue)).expect("a picture");
    goods.insert_image(4, 7, &image(&red)).expect("a picture");
    goods.write_string(4, 7, "dodol-lain.png").expect("a cell");
    let bytes = book.save_to_buffer().expect("a workbook");
    let read = reading(
        "embedded-xlsx",
        &[("toko.xlsx", &bytes), ("foto/dodol-lain.png", &red), ("foto/emping.png", &green)],
    );
    assert_eq!(
        pictures(&read),
        [
            ("abon".to_owned(), vec![red.clone()]),
            ("bakso".to_owned(), vec![green]),
            ("cendol".to_owned(), vec![red, blue]),
            ("dodol".to_owned(), vec![b"dodol-lain.png".to_vec()]),
            ("emping".to_owned(), vec![b"emping.png".to_vec()]),
        ]
    );
    let photos: Vec<String> = said(&read)
        .into_iter()
        .filter(|line| line.contains("photo") || line.contains("error"))
        .collect();
    assert_eq!(photos, ["photo-unused H5"], "{:#?}", read.problems);
    let place = &read.catalogue.products[0].photos[0].place();
    assert_eq!(
        (place.file.as_deref(), place.sheet.as_deref(), place.row),
        (Some("toko.xlsx"), Some("produk"), Some(2))
    );
}

/// An ODS of product rows, each with what stands in its last cell.
fn ods(rows: &[(&str, &str)], pictures: &[(&str, &[u8])]) -> Vec<u8> {
    let cell = |text: &str| {
        format!(
            "<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>"
        )
    };
    let mut xml = String::from(
        "<office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\" xmlns:draw=\"d\" xmlns:xlink=\"l\"><office:body><office:spreadsheet><table:table table:name=\"produk\"><table:shapes><draw:frame><draw:image xlink:href=\"Pictures/logo.png\"/></draw:frame></table:shapes>",
    );
    xml.push_str(&format!("<table:table-row>{}</table:table-row>", HEADS.map(cell).concat()));
    for (name, last) in rows {
        xml.push_str(&format!(
            "<table:table-row>{}<table:table-cell>{last}</table:table-cell></table:table-row>",
            row(name).map(cell).concat()
        ));
    }
    xml.push_str("</table:table></office:spreadsheet></office:body></office:document-content>");
    let mut parts = vec![("content.xml", xml.as_bytes())];
    parts.extend(pictures);
    zipped(&parts)
}

#[test]
fn pictures_in_the_cells_of_an_ods_belong_to_their_rows() {
    let (red, green) = (png([200, 0, 0]), png([0, 200, 0]));
    let frame = |names: &[&str]| {
        let image = |name: &&str| {
            format!("<draw:image xlink:href=\"{name}\"><text:p>judul</text:p></draw:image>")
        };
        format!("<draw:frame>{}</draw:frame>", names.iter().map(image).collect::<String>())
    };
    let bytes = ods(
        &[
            ("Abon", &frame(&["Pictures/a.png"])),
            ("Bakso", ""),
            // A drawing, and what a program without drawings shows.
            ("Cendol", &frame(&["Pictures/c.svg", "./Pictures/c.png"])),
            ("Dodol", &frame(&["Pictures/nowhere.png"])),
            ("Emping", &frame(&["http://example.com/e.png"])),
        ],
        &[
            ("Pictures/a.png", &red),
            ("Pictures/c.svg", b"<svg/>"),
            ("Pictures/c.png", &green),
            ("Pictures/logo.png", &red),
        ],
    );
    let read = reading("embedded-ods", &[("toko.ods", &bytes)]);
    assert_eq!(
        pictures(&read),
        [
            ("abon".to_owned(), vec![red]),
            ("bakso".to_owned(), vec![]),
            ("cendol".to_owned(), vec![green]),
            ("dodol".to_owned(), vec![]),
            ("emping".to_owned(), vec![]),
        ]
    );
    assert_eq!(said(&read).iter().filter(|line| line.contains("photo")).count(), 0);
}

#[test]
fn a_workbook_with_more_pictures_than_products_is_refused() {
    let frames =
        "<draw:frame><draw:image xlink:href=\"Pictures/a.png\"/></draw:frame>".repeat(2_001);
    let bytes = ods(&[("Abon", &frames)], &[("Pictures/a.png", b"a")]);
    assert_eq!(said(&reading("embedded-many", &[("toko.ods", &bytes)])), ["file-too-large "]);
    // Together they are larger than any workbook unpacks to for its pictures.
    let large = vec![0; 33 << 20];
    let frame = "<draw:frame><draw:image xlink:href=\"Pictures/a.png\"/></draw:frame>";
    let other = "<draw:frame><draw:image xlink:href=\"Pictures/b.png\"/></draw:frame>";
    let bytes = ods(
        &[("Abon", frame), ("Bakso", other)],
        &[("Pictures/a.png", &large), ("Pictures/b.png", &large)],
    );
    assert_eq!(said(&reading("embedded-large", &[("toko.ods", &bytes)])), ["file-too-large "]);
}
