//! Google Merchant Center's product data: tab-separated, by the product data specification (support.google.com,
//! answer 7052112).
//!
//! What is made to order is `backorder` with its date: `preorder` is kept for goods that were never on sale. Where
//! there is a least order, price and title are those of it, as the specification asks. Shipping and taxes belong to
//! the account and are not invented here; nor is a barcode that these goods do not have.

use crate::compiler::feeds::shopping::{Goods, cell};
use crate::compiler::hash::Hash;
use crate::domain::code::Code;
use crate::domain::product::{Card, Stock};
use crate::domain::time::Date;

/// Where it stands.
pub(super) const ADDRESS: &str = "/feeds/google.tsv";

pub(super) const COLUMNS: [&str; 14] = [
    "id",
    "title",
    "description",
    "link",
    "image_link",
    "additional_image_link",
    "availability",
    "availability_date",
    "price",
    "condition",
    "brand",
    "identifier_exists",
    "product_type",
    "external_seller_id",
];

/// Letters of a title.
const MOST_TITLE: usize = 150;
/// Letters of a brand; these sellers make what they sell, so the brand is their name.
const MOST_BRAND: usize = 70;
/// Letters of an identifier; our codes may have ten more.
const MOST_ID: usize = 50;
/// Letters of [`Hash::name`].
const HASH: usize = 16;

/// A product's cells; `None` where it is made to order and nobody has said within how many days.
pub(super) fn row(goods: &Goods<'_>, at: Date) -> Option<[String; COLUMNS.len()]> {
    let card = &goods.product.card;
    let (availability, date) = match card.stock {
        Stock::Siap => ("in_stock", String::new()),
        Stock::Habis => ("out_of_stock", String::new()),
        Stock::Po => {
            let ready = at.plus(i32::from(card.preorder_days?));
            ("backorder", format!("{ready}T00:00+0700"))
        }
    };
    let price = card.price.get().saturating_mul(u64::from(card.minimum));
    Some([
        id(&card.code),
        title(card),
        goods.description.clone(),
        goods.link.clone(),
        goods.image.clone(),
        goods.more_images.clone(),
        availability.to_owned(),
        date,
        format!("{price} IDR"),
        "new".to_owned(),
        cell(&card.shop, MOST_BRAND),
        "no".to_owned(),
        goods.kind.clone(),
        id(&card.seller),
    ])
}

/// The name, and how many the price is for where it is not one.
fn title(card: &Card) -> String {
    if card.minimum <= 1 {
        return cell(&card.name, MOST_TITLE);
    }
    let many = format!(" ({} {})", card.minimum, card.unit);
    let room = MOST_TITLE.saturating_sub(many.chars().count());
    format!("{}{many}", cell(&card.name, room))
}

/// The code; a long one ends with its hash, behind a `_` that no code has, so that no two can meet.
fn id(code: &Code) -> String {
    let code = code.as_str();
    match code.get(..MOST_ID - HASH - 1) {
        Some(head) if code.len() > MOST_ID => {
            format!("{head}_{}", Hash::of(code.as_bytes()).name())
        }
        _ => code.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_codes_become_short_identifiers_that_stay_apart_and_stay_the_same() {
        let code = |text: &str| Code::parse(text).expect(text);
        let (fits, long) = ("k".repeat(50), "k".repeat(51));
        assert_eq!(id(&code("keripik-tempe")), "keripik-tempe");
        assert_eq!(id(&code(&fits)), fits);
        assert_eq!(id(&code(&long)), format!("{}_4f3b506f61ccd897", "k".repeat(33)));
        assert_eq!(id(&code(&long)).len(), MOST_ID);
        assert_ne!(id(&code(&long)), id(&code(&"k".repeat(52))));
    }
}
