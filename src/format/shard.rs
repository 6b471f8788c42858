//! Which file a record lives in, and the envelopes of those files.

use crate::domain::code::Code;
use crate::domain::product::{Card, Listing};
use crate::domain::provision::Provision;
use crate::domain::seller::Seller;
use crate::domain::wire::record;

/// Cards in one file: about 100 kB compressed, so that a small market is a single request.
pub const CARDS: usize = 2_000;
/// Goods for planners in one file: some 60 kB compressed.
pub const PROVISIONS: usize = 1_000;
/// Products in one file on average: some 8 kB compressed, of which one is wanted.
pub const PRODUCTS: usize = 32;
/// Sellers in one file on average.
pub const SELLERS: usize = 64;

/// The cards of one part.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CardShard {
    /// By code.
    pub cards: Vec<Card>,
}

/// The goods of one part that planners choose from.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ProvisionShard {
    /// By code.
    pub provisions: Vec<Provision>,
}

/// The products of one shard.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ProductShard {
    /// By code.
    pub products: Vec<Listing>,
}

/// The sellers of one shard.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SellerShard {
    /// By code.
    pub sellers: Vec<Seller>,
}

/// How many shards hold `records` at `each` a shard: a power of two, so that a growing market moves few records.
pub fn count(records: usize, each: usize) -> usize {
    records.div_ceil(each.max(1)).max(1).next_power_of_two()
}

/// The shard, out of `count`, that a record lives in (FNV-1a of its code).
pub fn of(code: &Code, count: usize) -> usize {
    let hash = code
        .as_str()
        .bytes()
        .fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    hash as usize % count.max(1)
}

record!(CardShard { cards });
record!(ProvisionShard { provisions });
record!(ProductShard { products });
record!(SellerShard { sellers });

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_spread_over_the_shards() {
        let shards = count(1_000, PRODUCTS);
        assert_eq!(shards, 32);
        let mut sizes = vec![0; shards];
        for n in 0..1_000 {
            sizes[of(&Code::parse(&format!("produk-{n}")).expect("a code"), shards)] += 1;
        }
        assert!(sizes.iter().all(|size| (8..=64).contains(size)), "{sizes:?}");
    }

    #[test]
    fn an_empty_market_still_has_one_shard() {
        assert_eq!(count(0, PRODUCTS), 1);
    }
}
