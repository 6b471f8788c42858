//! A second build into the same folder: what has not changed is not made again, and what is damaged is.

use crate::market::{TODAY, day, folder, market, plan, publish, text, tree};
use etalase::compiler::catalogue::Catalogue;
use etalase::compiler::folder::read_folder;
use etalase::compiler::read::Options;
use etalase::compiler::sample::{self, Size};
use etalase::domain::money::Rupiah;
use std::fs;
use std::path::Path;

/// The sample market of the program itself, with rows that are refused among the good ones.
fn sheets(home: &Path) {
    sample::write(home, Size { products: 9_000, sellers: 1_000, seed: 7 }).expect("a sample");
    let products = home.join("produk.csv");
    let good = fs::read_to_string(&products).expect("products");
    let mut lines: Vec<String> = good.lines().map(str::to_owned).collect();
    for at in (50..lines.len()).step_by(97) {
        lines[at] = match at % 4 {
            0 => lines[at].replace("siap", "entah"),
            1 => lines[at - 1].clone(),
            2 => format!("{},\"", lines[at]),
            _ => lines[at].replacen(',', ",tiada-", 1),
        };
    }
    fs::write(&products, lines.join("\n")).expect("written");
}

#[test]
fn however_many_work_on_it_the_same_sheets_are_the_same_site_and_the_same_problems() {
    let home = folder("rebuild-workers");
    let folder = home.join("sheets");
    sheets(&folder);
    let built_by = |workers: usize| {
        let out = home.join(format!("site-{workers}"));
        let pool = rayon::ThreadPoolBuilder::new().num_threads(workers).build().expect("workers");
        let problems = pool.install(|| {
            let reading = read_folder(&folder, &Options { at: day(TODAY) }).expect("readable");
            publish(reading.catalogue, &plan(&out));
            reading.problems
        });
        (problems, tree(&out))
    };
    let (problems, alone) = built_by(1);
    for code in ["code-twice", "row-unreadable", "seller-unknown"] {
        assert!(problems.iter().any(|problem| problem.code == code), "{code}");
    }
    let (same_problems, together) = built_by(5);
    assert_eq!(problems, same_problems);
    assert!(alone == together, "the trees differ");
}

/// Enough products that they live in several files.
fn large() -> Catalogue {
    let mut catalogue = market();
    let one = catalogue.products.first().expect("a product").clone();
    catalogue.products.extend((0..200).map(|number| {
        let mut entry = one.clone();
        entry.product.card.code = one.product.card.code.numbered(number + 2);
        entry.product.gebetan = false;
        entry.product.servings.clear();
        entry
    }));
    catalogue.products.sort_by(|a, b| a.product.card.code.cmp(&b.product.card.code));
    catalogue
}

/// The shards that are still the very files of the former build, and those made anew.
#[cfg(unix)]
fn kept_and_made(before: &[(String, u64)], out: &Path) -> (usize, Vec<String>) {
    let (kept, made): (Vec<_>, Vec<_>) =
        inodes(out).into_iter().partition(|file| before.contains(file));
    (kept.len(), made.into_iter().map(|(name, _)| name).collect())
}

#[cfg(unix)]
fn inodes(out: &Path) -> Vec<(String, u64)> {
    use std::os::unix::fs::MetadataExt;
    let mut files: Vec<(String, u64)> = fs::read_dir(out.join("data"))
        .expect("a folder")
        .flatten()
        .map(|entry| {
            let inode = entry.metadata().expect("metadata").ino();
            (entry.file_name().to_string_lossy().into_owned(), inode)
        })
        .filter(|(name, _)| {
            ["cards", "gebetan", "products", "programmes", "rapat", "sellers"]
                .iter()
                .any(|kind| name.starts_with(kind))
        })
        .collect();
    files.sort();
    files
}

#[cfg(unix)]
#[test]
fn one_changed_product_costs_its_cards_and_its_own_file() {
    let home = folder("rebuild-one");
    let out = home.join("site");
    publish(large(), &plan(&out));
    let before = inodes(&out);
    let mut changed = large();
    let product = &mut changed.products.get_mut(100).expect("a product").product;
    product.card.price = Rupiah::new(99_500);
    publish(changed.clone(), &plan(&out));
    let (kept, made) = kept_and_made(&before, &out);
    assert_eq!(made.len(), 2, "{made:?}");
    assert!(made[0].starts_with("cards-0-") && made[1].starts_with("products-"), "{made:?}");
    assert_eq!(kept, before.len() - 2);

    let fresh = home.join("fresh");
    publish(changed, &plan(&fresh));
    assert_eq!(tree(&out), tree(&fresh), "a second build is the same as a first one");
}

#[cfg(unix)]
#[test]
fn a_changed_product_that_planners_choose_from_costs_their_parts_too() {
    let out = folder("rebuild-planned").join("site");
    publish(large(), &plan(&out));
    let before = inodes(&out);
    let mut changed = large();
    let planned = changed.products.iter_mut().find(|entry| entry.product.gebetan);
    planned.expect("a product for Gebetan").product.card.price = Rupiah::new(99_500);
    publish(changed, &plan(&out));
    let (_, made) = kept_and_made(&before, &out);
    let kinds: Vec<&str> = made.iter().filter_map(|name| name.split('-').next()).collect();
    assert_eq!(kinds, ["cards", "gebetan", "products", "programmes", "rapat"]);
}

#[cfg(unix)]
#[test]
fn a_feed_whose_content_is_the_same_is_the_former_file() {
    use std::os::unix::fs::MetadataExt;
    let home = folder("rebuild-feeds");
    let out = home.join("site");
    let inode = |name: &str| fs::metadata(out.join(name)).expect("a file").ino();
    let names = ["feeds/penjual.jsonl", "feeds/jbl.ics", "_headers", "feeds/produk.jsonl"];
    publish(large(), &plan(&out));
    let before = names.map(inode);
    let mut changed = large();
    let product = &mut changed.products.get_mut(100).expect("a product").product;
    product.card.price = Rupiah::new(99_500);
    publish(changed, &plan(&out));
    let after = names.map(inode);
    assert_eq!(before[..3], after[..3]);
    assert_ne!(before[3], after[3]);
}

#[test]
fn a_file_that_was_damaged_meanwhile_is_made_anew() {
    let home = folder("rebuild-damaged");
    let out = home.join("site");
    publish(large(), &plan(&out));
    let whole = tree(&out);
    let name = fs::read_dir(out.join("data"))
        .expect("a folder")
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .find(|name| name.starts_with("products-0-"))
        .expect("a shard");
    let damaged = text(&out, &format!("data/{name}")).replace("harga", "xarga") + " ";
    fs::write(out.join("data").join(&name), damaged).expect("written");
    publish(large(), &plan(&out));
    assert_eq!(tree(&out), whole);
}
