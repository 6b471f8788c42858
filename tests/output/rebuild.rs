//! A second build into the same folder: what has not changed is not made again, and what is damaged is.

use crate::market::{folder, market, plan, publish, text, tree};
use etalase::compiler::catalogue::Catalogue;
use etalase::domain::money::Rupiah;
use std::fs;
use std::path::Path;

/// Enough products that they live in several files.
fn large() -> Catalogue {
    let mut catalogue = market();
    let one = catalogue.products.first().expect("a product").clone();
    catalogue.products.extend((0..200).map(|number| {
        let mut entry = one.clone();
        entry.product.card.code = one.product.card.code.numbered(number + 2);
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
            ["cards", "products", "sellers"].iter().any(|kind| name.starts_with(kind))
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
