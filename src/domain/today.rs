//! What has become of a basket's line since it was put in: its price today, whether it can be had, and where.

use crate::domain::basket::Line;
use crate::domain::channel::Channel;
use crate::domain::edition::Edition;
use crate::domain::gather::Gather;
use crate::domain::market::Market;
use crate::domain::money::Rupiah;
use crate::domain::offer::{Way, jbl_price, ways};
use crate::domain::product::{Listing, Product, Stock};
use crate::domain::seller::WhatsApp;
use crate::domain::time::Moment;
use crate::domain::variant::surcharge;

/// What is known of a line's product today.
#[derive(Clone, Debug, PartialEq)]
pub enum Today {
    /// Nothing: it has not been read, or there is no network. The line is shown as it is remembered.
    Unknown,
    /// It is no longer sold.
    Gone,
    /// It is on sale.
    Sold(Box<Offer>),
}

/// A product that is on sale, as far as a line in the basket cares.
#[derive(Clone, Debug, PartialEq)]
pub struct Offer {
    /// The normal price of one with the line's choice; absent where that choice is no longer offered.
    pub price: Option<Rupiah>,
    /// Whether it can be had: the product, and every option chosen.
    pub sold_out: bool,
    /// The least that is sold.
    pub minimum: u32,
    /// The JBL price of one with the line's choice, while it holds.
    pub jbl: Option<Rupiah>,
    /// The ways to order it, the main one first.
    pub ways: Vec<Way>,
    /// Whom to write to.
    pub whatsapp: Option<WhatsApp>,
}

impl Today {
    /// What a published listing means for a line.
    pub fn of(
        line: &Line,
        listing: &Listing,
        market: &Market,
        editions: &[Edition],
        now: Moment,
    ) -> Self {
        match listing {
            Listing::Withdrawn(_) => Self::Gone,
            Listing::Sold(product) => Self::Sold(Box::new(Offer {
                price: surcharge(&product.variants, &line.choice)
                    .map(|delta| product.card.price.shifted(delta)),
                sold_out: sold_out(product, line),
                minimum: product.card.minimum,
                jbl: surcharge(&product.variants, &line.choice).and_then(|delta| {
                    let promotion = jbl_price(&product.card, editions, now)?;
                    Some(promotion.price.shifted(delta))
                }),
                ways: ways(product, market, editions, now)
                    .into_iter()
                    .map(|way| entered(way, market))
                    .gather(),
                whatsapp: product.links.whatsapp.clone(),
            })),
        }
    }

    /// The offer, where it is on sale.
    pub fn offer(&self) -> Option<&Offer> {
        match self {
            Self::Sold(offer) => Some(offer),
            _ => None,
        }
    }

    /// The line at today's normal price.
    pub fn priced(&self, line: &Line) -> Line {
        let mut line = line.clone();
        if let Some(price) = self.offer().and_then(|offer| offer.price) {
            line.seen.price = price;
        }
        line
    }

    /// Whether the line belongs into the message to its seller. What is not known is taken to be as it was.
    pub fn by_message(&self) -> bool {
        match self {
            Self::Unknown => true,
            Self::Gone => false,
            Self::Sold(offer) => offer.ways.iter().any(|way| way.channel == Channel::Whatsapp),
        }
    }
}

/// Procurement without a link of the product's own begins at its entry.
fn entered(way: Way, market: &Market) -> Way {
    if way.channel != Channel::Eorder || way.link.is_some() {
        return way;
    }
    Way { link: market.eorder.as_ref().map(|entry| entry.url.clone()), ..way }
}

fn sold_out(product: &Product, line: &Line) -> bool {
    let option_out = product.variants.iter().any(|group| {
        let chosen = line.choice.iter().find(|chosen| chosen.group == group.name);
        chosen.is_some_and(|chosen| {
            group.options.iter().any(|option| option.name == chosen.option && option.sold_out)
        })
    });
    product.card.stock == Stock::Habis || option_out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::basket::tests::{key, seen};
    use crate::domain::basket::{Basket, LineKey};
    use crate::domain::offer::tests::product;
    use crate::domain::variant;

    fn line(key: LineKey) -> Line {
        let mut basket = Basket::default();
        basket.add(key.clone(), 2, seen("toko-a", 15_000), 1);
        basket.line(&key).cloned().expect("the line just added")
    }

    fn today(line: &Line, product: Product) -> Today {
        let listing = Listing::Sold(Box::new(product));
        Today::of(line, &listing, &Market::default(), &[], Moment(0))
    }

    #[test]
    fn a_changed_price_is_todays_with_the_choice() {
        let line = line(key("kaos", "XL"));
        let mut product = product();
        product.variants = variant::parse("Ukuran: S|XL +5.000").expect("two sizes");
        let today = today(&line, product);
        assert_eq!(today.priced(&line).seen.price, Rupiah::new(23_000));
        assert!(today.by_message());
    }

    #[test]
    fn a_choice_that_is_no_longer_offered_keeps_the_remembered_price() {
        let line = line(key("kaos", "XXL"));
        let mut product = product();
        product.variants = variant::parse("Ukuran: S|XL").expect("two sizes");
        let today = today(&line, product);
        assert_eq!(today.offer().map(|offer| offer.price), Some(None));
        assert_eq!(today.priced(&line), line);
    }

    #[test]
    fn a_chosen_option_may_be_sold_out_while_the_product_is_not() {
        let line = line(key("kaos", "XL"));
        let mut product = product();
        product.variants = variant::parse("Ukuran: S|XL (habis)").expect("two sizes");
        assert_eq!(today(&line, product).offer().map(|offer| offer.sold_out), Some(true));
    }

    #[test]
    fn what_is_ordered_elsewhere_is_not_in_the_message() {
        let line = line(key("kaos", ""));
        let mut product = product();
        product.links.whatsapp = None;
        assert!(!today(&line, product).by_message());
        assert!(!Today::Gone.by_message());
        assert!(Today::Unknown.by_message());
    }
}
