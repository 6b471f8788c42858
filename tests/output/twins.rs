//! Compressed copies beside the files of a site: of what, that they hold the same, and that they are made once.

use crate::command::{catalogue, path};
use crate::market::{folder, market, plan, publish, tree};
use etalase::compiler::media;
use etalase::compiler::publish::Plan;
use flate2::read::GzDecoder;
use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

/// As Trunk leaves it, as far as pages care.
const SHELL: &str = "<!doctype html><html lang=\"id\"><head><title>Etalase</title></head><body><p id=\"gagal\" hidden></p><noscript>Perlu JavaScript.</noscript></body></html>";

type Files = BTreeMap<String, Vec<u8>>;

/// An app with a program that is worth compressing, and a page that is not.
fn app(home: &Path) -> PathBuf {
    let app = home.join("app");
    fs::create_dir_all(&app).expect("a folder");
    fs::write(app.join("index.html"), SHELL).expect("written");
    let program = "export const kabar = 'pasar UMKM Jakarta';\n".repeat(200);
    fs::write(app.join("market-1f2e3d4c5b6a7988.js"), program).expect("written");
    fs::write(app.join("icon.png"), "a picture".repeat(1_000)).expect("written");
    app
}

fn built(app: &Path, out: &Path) -> Files {
    publish(market(), &Plan { app: Some(app), compress: true, ..plan(out) });
    tree(out)
}

fn unpacked(name: &str, bytes: &[u8]) -> Vec<u8> {
    let mut content = Vec::new();
    if name.ends_with(".br") {
        brotli::BrotliDecompress(&mut &*bytes, &mut content).expect(name);
    } else {
        GzDecoder::new(bytes).read_to_end(&mut content).expect(name);
    }
    content
}

#[test]
fn every_text_of_some_size_has_two_copies_that_hold_the_same() {
    let home = folder("twins");
    let files = built(&app(&home), &home.join("site"));
    let is_twin = |name: &str| name.ends_with(".br") || name.ends_with(".gz");
    let mut copied = 0;
    for (name, content) in files.iter().filter(|(name, _)| !is_twin(name)) {
        let wanted = content.len() >= 1024 && media::is_text(name);
        for ending in [".br", ".gz"] {
            let twin = files.get(&format!("{name}{ending}"));
            assert_eq!(twin.is_some(), wanted, "{name}{ending}");
            let Some(twin) = twin else { continue };
            assert!(twin.len() < content.len(), "{name}{ending}");
            assert!(unpacked(ending, twin) == *content, "{name}{ending}");
            copied += 1;
        }
    }
    assert!(copied >= 6, "{copied}");
    assert!(files.contains_key("market-1f2e3d4c5b6a7988.js.br"));
    for without in ["latest.json.br", "icon.png.br", "templat.xlsx.gz", "index.html.br"] {
        assert!(!files.contains_key(without), "{without}");
    }
}

#[test]
fn however_many_work_on_them_the_copies_are_the_same() {
    let home = folder("twins-workers");
    let app = app(&home);
    let [alone, together] = [1, 4].map(|workers| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(workers).build().expect("workers");
        pool.install(|| built(&app, &home.join(format!("site-{workers}"))))
    });
    assert!(alone == together, "the trees differ");
}

#[cfg(unix)]
#[test]
fn a_second_build_makes_no_copy_again_but_one_that_is_damaged() {
    use std::os::unix::fs::MetadataExt;
    let home = folder("twins-again");
    let (app, out) = (app(&home), home.join("site"));
    let first = built(&app, &out);
    let twin = out.join("market-1f2e3d4c5b6a7988.js.br");
    let inode = || fs::metadata(&twin).expect("a copy").ino();
    let before = inode();
    assert!(built(&app, &out) == first);
    assert_eq!(inode(), before, "the same file");
    // A new file in its place: the former publication may still have the other.
    fs::remove_file(&twin).expect("removed");
    fs::write(&twin, "damaged").expect("written");
    assert!(built(&app, &out) == first);
}

#[test]
fn copies_can_be_left_out_and_data_alone_have_none() {
    let home = folder("twins-none");
    let app = app(&home);
    for (name, app, compress) in [("off", Some(app.as_path()), false), ("data", None, true)] {
        let out = home.join(name);
        publish(market(), &Plan { app, compress, ..plan(&out) });
        let twins: Vec<String> =
            tree(&out).into_keys().filter(|name| name.ends_with(".br")).collect();
        assert!(twins.is_empty(), "{twins:?}");
    }
}

#[test]
fn the_program_counts_the_files_names_hosts_and_leaves_copies_out_when_told() {
    let home = folder("twins-command");
    let (app, sheets) = (app(&home), home.join("sheets"));
    fs::create_dir_all(&sheets).expect("a folder");
    let table = "nama_usaha,whatsapp,kecamatan,nama,kategori,harga,satuan\n\
        Dapur Bu Ratih,081200000001,Tebet,Keripik Tempe,kuliner,18000,bungkus\n";
    fs::write(sheets.join("produk.csv"), table).expect("written");
    let out = home.join("site");
    let build = ["build", path(&sheets), "--out", path(&out), "--app", path(&app)];
    let (code, said) = catalogue(&build);
    assert_eq!(code, 0, "{said}");
    let files = tree(&out).len();
    assert!(said.contains(&format!("\n{files} berkas, ")), "{files}: {said}");
    assert!(said.contains("Muat di: Cloudflare Pages (gratis), "), "{said}");
    let (_, without) = catalogue(&[&build[..], &["--no-compress"]].concat());
    assert!(tree(&out).len() < files, "{without}");
    let data = ["build", path(&sheets), "--out", path(&out)];
    assert_eq!(catalogue(&[&data[..], &["--no-compress"]].concat()).0, 2);
    assert!(!catalogue(&data).1.contains("Muat di"));
}
