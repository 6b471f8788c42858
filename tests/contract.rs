//! What the compiler writes is what the app reads: every shard of a small market, through the app's own types.
#![expect(clippy::expect_used, reason = "a test stops where something is not as it should be")]

#[path = "output/market.rs"]
#[expect(dead_code, reason = "the tests of the output use the rest")]
mod market;

use etalase::domain::product::{Card, Listing, Product};
use etalase::domain::provision::Provision;
use etalase::domain::seller::Seller;
use etalase::domain::wire::{self, Wire};
use etalase::format::manifest::{FileRef, LATEST, Latest, Manifest, VERSION};
use etalase::format::programmes::Programmes;
use etalase::format::shard::{CardShard, ProductShard, ProvisionShard, SellerShard, of};
use market::{folder, plan, publish};
use std::fs;
use std::path::Path;

fn read<T: Wire>(out: &Path, address: &str) -> T {
    let text = fs::read_to_string(out.join(address.trim_start_matches('/'))).expect(address);
    wire::read(&text).expect(address)
}

#[test]
fn every_record_is_read_back_from_the_file_in_which_the_app_looks_for_it() {
    let out = folder("contract").join("dist");
    let (catalogue, _) = publish(many(), &plan(&out));
    let latest: Latest = read(&out, LATEST);
    assert_eq!(latest.version, VERSION);
    let manifest: Manifest = read(&out, &latest.manifest.path);
    assert_eq!(manifest.market, catalogue.market);
    assert_eq!(manifest.editions, catalogue.editions);
    let around = manifest.programmes.as_ref().expect("a file of programmes");
    let mut programmes: Programmes = read(&out, &around.path);
    let goods = [&mut programmes.gebetan, &mut programmes.meetings].map(std::mem::take);
    assert_eq!(programmes, catalogue.programmes);
    assert_eq!(catalogue.programmes.rounds.len(), 1);

    let is_wanted: [fn(&Product) -> bool; 2] =
        [|product| product.gebetan, |product| !product.servings.is_empty()];
    for (files, is_wanted) in goods.iter().zip(is_wanted) {
        let read: Vec<Provision> = files
            .iter()
            .flat_map(|file| read::<ProvisionShard>(&out, &file.path).provisions)
            .collect();
        let all = catalogue.products.iter().map(|entry| &*entry.product);
        let wanted: Vec<Provision> =
            all.filter(|product| is_wanted(product)).filter_map(Provision::of).collect();
        assert!(!wanted.is_empty() && files.len() == 1);
        assert_eq!(read, wanted);
    }

    let all = |files: &[FileRef]| files.iter().map(|file| file.path.clone()).collect::<Vec<_>>();
    let cards: Vec<Card> =
        all(&manifest.cards).iter().flat_map(|path| read::<CardShard>(&out, path).cards).collect();
    let expected: Vec<Card> =
        catalogue.products.iter().map(|entry| entry.product.card.clone()).collect();
    assert_eq!(cards, expected);

    let shards: Vec<ProductShard> =
        all(&manifest.products).iter().map(|path| read(&out, path)).collect();
    assert!(shards.len() > 1);
    for entry in &catalogue.products {
        let shard = &shards[of(&entry.product.card.code, shards.len())];
        assert!(shard.products.contains(&Listing::Sold(entry.product.clone())));
    }
    for product in &catalogue.withdrawn {
        let shard = &shards[of(&product.code, shards.len())];
        assert!(shard.products.contains(&Listing::Withdrawn(product.clone())));
    }
    let total: usize = shards.iter().map(|shard| shard.products.len()).sum();
    assert_eq!(total, catalogue.products.len() + catalogue.withdrawn.len());

    let shards: Vec<SellerShard> =
        all(&manifest.sellers).iter().map(|path| read(&out, path)).collect();
    for seller in &catalogue.sellers {
        assert!(shards[of(&seller.code, shards.len())].sellers.contains(seller));
    }
    let sellers: Vec<&Seller> = shards.iter().flat_map(|shard| &shard.sellers).collect();
    assert_eq!(sellers.len(), catalogue.sellers.len());
}

/// The small market with each product a hundred times, so that there are several shards.
fn many() -> etalase::compiler::catalogue::Catalogue {
    let mut catalogue = market::market();
    let few = std::mem::take(&mut catalogue.products);
    for entry in few {
        for number in 1..=100 {
            let mut entry = entry.clone();
            entry.product.card.code = entry.product.card.code.numbered(number);
            catalogue.products.push(entry);
        }
    }
    catalogue.products.sort_by(|a, b| a.product.card.code.cmp(&b.product.card.code));
    catalogue
}
