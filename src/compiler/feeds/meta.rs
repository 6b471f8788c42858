//! Meta's product catalogue, for Facebook and Instagram: comma-separated, by the fields that its commerce catalogue
//! requires (developers.facebook.com, catalog reference).
//!
//! Its words for availability are not Google's, and its price is that of one unit whatever the least order.

use crate::compiler::feeds::shopping::{Goods, cell};
use crate::domain::product::Stock;

/// Where it stands.
pub(super) const ADDRESS: &str = "/feeds/meta.csv";

pub(super) const COLUMNS: [&str; 11] = [
    "id",
    "title",
    "description",
    "availability",
    "condition",
    "price",
    "link",
    "image_link",
    "brand",
    "additional_image_link",
    "product_type",
];

/// Letters of a title; Meta's own pages name 100 to 200, and our names have at most 120.
const MOST_TITLE: usize = 150;
/// Letters of a brand.
const MOST_BRAND: usize = 100;

/// A product's cells. Identifiers may have 100 letters, so a code is one as it stands.
pub(super) fn row(goods: &Goods<'_>) -> [String; COLUMNS.len()] {
    let card = &goods.product.card;
    let availability = match card.stock {
        Stock::Siap => "in stock",
        Stock::Po => "available for order",
        Stock::Habis => "out of stock",
    };
    [
        card.code.to_string(),
        cell(&card.name, MOST_TITLE),
        goods.description.clone(),
        availability.to_owned(),
        "new".to_owned(),
        format!("{} IDR", card.price.get()),
        goods.link.clone(),
        goods.image.clone(),
        cell(&card.shop, MOST_BRAND),
        goods.more_images.clone(),
        goods.kind.clone(),
    ]
}
