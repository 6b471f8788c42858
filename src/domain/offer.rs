//! Which price holds through which channel at a moment.
//!
//! A JBL price holds only inside its edition's window and only through its edition's channel: a WhatsApp message
//! always carries the normal price.

use crate::domain::channel::Channel;
use crate::domain::edition::{Edition, EditionState};
use crate::domain::gather::Gather;
use crate::domain::link::SafeLink;
use crate::domain::market::Market;
use crate::domain::money::Rupiah;
use crate::domain::product::{Card, Product};
use crate::domain::time::Moment;

/// A promotional price that holds now.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct JblPrice<'a> {
    /// The price.
    pub price: Rupiah,
    /// The edition it belongs to.
    pub edition: &'a Edition,
}

/// The JBL price that holds at the moment, if any.
pub fn jbl_price<'a>(card: &Card, editions: &'a [Edition], now: Moment) -> Option<JblPrice<'a>> {
    let price = card.jbl_price?;
    let edition = editions_of(card, editions).find(|edition| edition.window.holds(now))?;
    Some(JblPrice { price, edition })
}

/// The price that a card shows at the moment: what sorting by price goes by.
pub fn shown_price(card: &Card, editions: &[Edition], now: Moment) -> Rupiah {
    jbl_price(card, editions, now).map_or(card.price, |jbl| jbl.price)
}

/// The edition a product's ribbon tells of: the one that is on, else the one that comes next.
pub fn next_edition<'a>(card: &Card, editions: &'a [Edition], now: Moment) -> Option<&'a Edition> {
    editions_of(card, editions)
        .filter(|edition| edition.state(now) != EditionState::Selesai)
        .min_by_key(|edition| edition.window.from)
}

fn editions_of<'a>(card: &Card, editions: &'a [Edition]) -> impl Iterator<Item = &'a Edition> {
    let codes = card.jbl.clone();
    editions.iter().filter(move |edition| codes.contains(&edition.code))
}

/// One way to order now.
#[derive(Clone, Debug, PartialEq)]
pub struct Way {
    /// Through which channel.
    pub channel: Channel,
    /// The page to open; absent for WhatsApp (the link is made with its message) and for e-Order without a link.
    pub link: Option<SafeLink>,
    /// The price that holds there, before variants.
    pub price: Rupiah,
}

/// The ways to order a product now, the main one first: the edition's channel inside its JBL window, else
/// WhatsApp, else the market's order of channels.
pub fn ways(product: &Product, market: &Market, editions: &[Edition], now: Moment) -> Vec<Way> {
    let normal = product.card.price;
    let mut order: Vec<Channel> = Vec::with_capacity(Channel::ALL.len());
    let wanted = std::iter::once(Channel::Whatsapp)
        .chain(market.channel_order.iter().copied())
        .chain(Channel::ALL);
    for channel in wanted {
        if !order.contains(&channel) && product.links.has(channel) {
            order.push(channel);
        }
    }
    let mut ways: Vec<Way> = order
        .into_iter()
        .map(|channel| {
            let link = match channel {
                Channel::Eorder => {
                    product.links.eorder.as_ref().and_then(|eorder| eorder.link.clone())
                }
                shop => product.links.shop(shop).cloned(),
            };
            Way { channel, link, price: normal }
        })
        .gather();
    let running = editions_of(&product.card, editions).find(|edition| edition.window.holds(now));
    if let Some(edition) = running {
        let own =
            ways.iter().position(|way| way.channel == edition.channel).map(|at| ways.remove(at));
        let link = product
            .jbl_link
            .clone()
            .or_else(|| own.and_then(|way| way.link))
            .or_else(|| edition.shop_link.clone());
        if link.is_some() {
            ways.insert(
                0,
                Way {
                    channel: edition.channel,
                    link,
                    price: product.card.jbl_price.unwrap_or(normal),
                },
            );
        }
    }
    ways
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::domain::area::Kecamatan;
    use crate::domain::code::Code;
    use crate::domain::edition::Window;
    use crate::domain::seller::{Delivery, OrderLinks, WhatsApp};
    use crate::domain::time::Date;

    pub(crate) fn card(code: &str) -> Card {
        Card {
            code: Code::parse(code).expect("a code"),
            name: "Keripik Tempe".into(),
            seller: Code::parse("dapur-bu-ratih").expect("a code"),
            shop: "Dapur Bu Ratih".into(),
            kecamatan: Kecamatan::find("Tebet").expect("a kecamatan"),
            category: Code::parse("kuliner").expect("a code"),
            subcategory: None,
            price: Rupiah::new(18_000),
            unit: "bungkus".into(),
            measure: None,
            picture: None,
            stock: Default::default(),
            preorder_days: None,
            minimum: 1,
            has_variants: false,
            jbl: Vec::new(),
            jbl_price: None,
            halal: false,
            grade: None,
            channels: Vec::new(),
            keywords: String::new(),
            updated: None,
        }
    }

    pub(crate) fn product() -> Product {
        let tokopedia = SafeLink::for_channel(
            "https://www.tokopedia.com/ratih/keripik",
            Channel::Tokopedia,
            &[],
        )
        .expect("a link");
        let mut card = card("keripik-tempe");
        card.jbl = vec![Code::parse("jbl-selatan").expect("a code")];
        card.jbl_price = Some(Rupiah::new(15_000));
        Product {
            card,
            description: String::new(),
            pictures: Vec::new(),
            variants: Vec::new(),
            links: OrderLinks {
                whatsapp: Some(WhatsApp::Example),
                shops: vec![(Channel::Tokopedia, tokopedia)],
                eorder: None,
            },
            jbl_link: None,
            daily_capacity: None,
            shelf_life_days: None,
            tax: None,
            servings: Vec::new(),
            delivery: Delivery::default(),
            halal: None,
            pirt: None,
            bpom: None,
            nib: false,
            gebetan: false,
        }
    }

    fn edition() -> Edition {
        let day = |text: &str| Date::parse(text).expect(text);
        Edition {
            code: Code::parse("jbl-selatan").expect("a code"),
            title: "JBL".into(),
            city: None,
            window: Window { from: day("2026-11-25").start(), to: day("2026-11-30").start() },
            preorder: None,
            live: None,
            live_link: None,
            shop_link: None,
            channel: Channel::Tokopedia,
            place: String::new(),
            note: String::new(),
            products: 1,
        }
    }

    #[test]
    fn outside_the_window_whatsapp_is_first_at_the_normal_price() {
        let before = Date::parse("2026-11-24").expect("a day").at(23, 59);
        let ways = ways(&product(), &Market::default(), &[edition()], before);
        assert_eq!(
            ways.iter().map(|w| (w.channel, w.price.get())).gather(),
            [(Channel::Whatsapp, 18_000), (Channel::Tokopedia, 18_000)]
        );
        assert_eq!(jbl_price(&product().card, &[edition()], before), None);
    }

    #[test]
    fn inside_the_window_the_editions_channel_is_first_and_alone_has_the_jbl_price() {
        let inside = Date::parse("2026-11-25").expect("a day").start();
        let ways = ways(&product(), &Market::default(), &[edition()], inside);
        assert_eq!(
            ways.iter().map(|w| (w.channel, w.price.get())).gather(),
            [(Channel::Tokopedia, 15_000), (Channel::Whatsapp, 18_000)]
        );
    }

    #[test]
    fn an_edition_without_any_link_to_its_channel_changes_nothing() {
        let inside = Date::parse("2026-11-25").expect("a day").start();
        let mut product = product();
        product.links.shops.clear();
        let ways = ways(&product, &Market::default(), &[edition()], inside);
        assert_eq!(
            ways.iter().map(|w| (w.channel, w.price.get())).gather(),
            [(Channel::Whatsapp, 18_000)]
        );
    }
}
