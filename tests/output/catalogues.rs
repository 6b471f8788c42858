//! Catalogues for the feeds: the sample market's own sheets, and sheets that want to break out of a format.

use crate::market::{TODAY, day, folder};
use etalase::compiler::catalogue::Catalogue;
use etalase::compiler::feeds::Shopping;
use etalase::compiler::folder::read_folder;
use etalase::compiler::output::Staging;
use etalase::compiler::read::Options;
use etalase::compiler::{feeds, sitemap};
use etalase::domain::product::Picture;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

/// Where the tested markets stand.
pub(crate) const SITE: &str = "https://etalase.example";

/// The sample market as a real one with an address. Encoding its photos is other tests' business: every product
/// but each tenth has a picture's name.
pub(crate) fn sample() -> Catalogue {
    static SAMPLE: LazyLock<Catalogue> =
        LazyLock::new(|| real(&Path::new(env!("CARGO_MANIFEST_DIR")).join("sheets")));
    SAMPLE.clone()
}

/// A text that is dangerous in HTML, CSV, TSV, JSON and ICS at once.
pub(crate) const HOSTILE: &str =
    "</script><b>\\n \\, ; , \"dua\" 'satu' & \u{2028}\u{202e} \u{1f336}\u{fe0f} é";

/// Products whose texts begin as formulas, break lines and fields, and reach every limit.
pub(crate) fn hostile(name: &str) -> Catalogue {
    let home = folder(name);
    let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
    let mut rows =
        "kode,nama_usaha,whatsapp,kecamatan,nama,kategori,subkategori,harga,satuan,stok,po_hari,minimal,deskripsi,tokopedia\n"
            .to_owned();
    let names = [
        HOSTILE.to_owned(),
        "=HYPERLINK(\"https://jahat.example\")".to_owned(),
        "+62 rasa".to_owned(),
        "-@SUM(A1)".to_owned(),
        "＝1+1".to_owned(),
        "tab\tdan\r\nbaris\u{85}baru\u{b}tegak".to_owned(),
        "ü".repeat(120),
        "BEGIN:VEVENT\r\nEND:VCALENDAR".to_owned(),
    ];
    for (nth, name) in names.iter().enumerate() {
        let code = format!("{}{nth}", "k".repeat(59));
        let stock = ["siap", "po", "habis", "po"][nth % 4];
        let days = if nth % 4 == 1 { "3" } else { "" };
        let minimum = nth + 1;
        let seller = if nth == 2 { "=1+1" } else { "Toko & \"Anak\" <b>" };
        let description = if nth % 2 == 0 { name.repeat(40) } else { String::new() };
        let shop = if nth == 0 { "" } else { "https://www.tokopedia.com/contoh/barang" };
        rows.push_str(&format!(
            "{code},{},,Tebet,{},kuliner,{},15000,bungkus,{stock},{days},{minimum},{},{shop}\n",
            quoted(seller),
            quoted(name),
            quoted(name.get(..5).unwrap_or(name)),
            quoted(&description),
        ));
    }
    fs::write(home.join("produk.csv"), rows).expect("written");
    let edition = format!(
        "kode,judul,wilayah,mulai,selesai,tempat,catatan\njbl-jahat,{0},31.74,2026-11-25,2026-11-29,{0},{0}\n",
        quoted(HOSTILE)
    );
    fs::write(home.join("jbl.csv"), edition).expect("written");
    real(&home)
}

fn real(sheets: &Path) -> Catalogue {
    let reading = read_folder(sheets, &Options { at: day(TODAY) }).expect("a readable folder");
    let mut catalogue = reading.catalogue;
    catalogue.market.example = false;
    catalogue.market.url = SITE.to_owned();
    for (nth, entry) in catalogue.products.iter_mut().enumerate() {
        let picture = (nth % 10 != 9).then(|| Picture::new(&format!("{nth:016x}"), "8a6"));
        entry.product.card.picture = picture.clone();
        entry.product.pictures = picture.into_iter().collect();
    }
    catalogue
}

/// Writes everything that other programs read, and says where.
pub(crate) fn written(catalogue: &Catalogue, name: &str) -> PathBuf {
    written_as(catalogue, name).0
}

/// The same, with what became of the shopping feeds.
pub(crate) fn written_as(catalogue: &Catalogue, name: &str) -> (PathBuf, Shopping) {
    let out = folder(name).join("dist");
    let site = Staging::begin(&out).expect("a beginning");
    let shopping = feeds::write(catalogue, day(TODAY), &site).expect("feeds");
    sitemap::write(catalogue, &site).expect("a sitemap");
    site.publish().expect("published");
    (out, shopping)
}
