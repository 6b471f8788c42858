//! What staff ask a seller before her page is shown: is this right, and may it be shown? One message, in parts where
//! she sells much. It is Indonesian and goes to her alone.

use crate::domain::link::encode;
use crate::domain::message::{numbered, parts};
use crate::domain::money::Rupiah;
use crate::domain::phone::Phone;

/// What one of her products is offered for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offered<'a> {
    /// What it is called.
    pub name: &'a str,
    /// How much is in it, "250 g".
    pub measure: Option<String>,
    /// The price of one unit.
    pub price: Rupiah,
    /// The unit.
    pub unit: &'a str,
}

/// Whom the message is for, and what it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question<'a> {
    /// As the business calls itself.
    pub shop: &'a str,
    /// The market's name.
    pub market: &'a str,
    /// The address of her page, where the site's own is known.
    pub page: Option<&'a str>,
    /// The number that orders would go to.
    pub phone: Option<&'a Phone>,
    /// What she sells.
    pub products: Vec<Offered<'a>>,
}

/// How much of a name fits, in escaped bytes: one letter of another script takes up to twelve.
const SHOP: usize = 180;
const MARKET: usize = 120;
const NAME: usize = 240;
const UNIT: usize = 60;
const PAGE: usize = 300;

const TAIL: &str =
    "\nBalas YA bila benar dan boleh ditampilkan. Bila ada yang keliru, balas dengan perbaikannya.";

impl Question<'_> {
    /// The messages; more than one only where a single one would be too long for an address.
    pub fn messages(&self) -> Vec<String> {
        let (shop, market) = (short(self.shop, SHOP), short(self.market, MARKET));
        let page = self.page.filter(|page| encode(page).len() <= PAGE);
        let page = page.map(|page| format!("{page}\n")).unwrap_or_default();
        let phone = self.phone.map(|phone| format!("Nomor pesanan: {}\n", phone.local()));
        let phone = phone.unwrap_or_default();
        let head = |part: usize, parts: usize| {
            let part = numbered(part, parts);
            format!(
                "Halo {shop}, kami dari {market}. Beginilah toko Anda di sana{part}:\n{page}{phone}\n"
            )
        };
        let mut items: Vec<String> =
            (1..).zip(&self.products).map(|(at, product)| item(at, product)).collect();
        if items.is_empty() {
            items.push("Belum ada produk yang ditampilkan.\n".to_owned());
        }
        parts(&head, items, TAIL)
    }
}

fn item(number: usize, product: &Offered<'_>) -> String {
    let measure = product.measure.as_ref().map(|measure| format!(" {measure}")).unwrap_or_default();
    let (name, unit) = (short(product.name, NAME), short(product.unit, UNIT));
    format!("{number}. {name}{measure}: {} per {unit}\n", product.price)
}

/// The beginning of a text that weighs no more than so many escaped bytes.
fn short(text: &str, most: usize) -> String {
    if encode(text).len() <= most {
        return text.to_owned();
    }
    const CUT: char = '…';
    let mut left = most.saturating_sub(encode("…").len());
    let mut out = String::new();
    for character in text.chars() {
        let weight = encode(character.encode_utf8(&mut [0; 4])).len();
        if weight > left {
            break;
        }
        left -= weight;
        out.push(character);
    }
    out.push(CUT);
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::message::MOST_BYTES;

    fn offered<'a>(name: &'a str, price: u64) -> Offered<'a> {
        Offered { name, measure: None, price: Rupiah::new(price), unit: "bungkus" }
    }

    fn question<'a>(phone: Option<&'a Phone>, products: Vec<Offered<'a>>) -> Question<'a> {
        Question {
            shop: "Dapur Bu Ratih",
            market: "Etalase Jakpreneur",
            page: Some("https://etalase.example/toko/dapur-bu-ratih"),
            phone,
            products,
        }
    }

    #[test]
    fn the_message_shows_page_number_and_prices_and_asks_for_a_yes() {
        let phone = Phone::parse("081234567890").expect("a number");
        let mut tempe = offered("Keripik Tempe", 18_000);
        tempe.measure = Some("250 g".to_owned());
        let messages =
            question(Some(&phone), vec![tempe, offered("Sambal Cumi", 35_000)]).messages();
        assert_eq!(
            messages,
            ["Halo Dapur Bu Ratih, kami dari Etalase Jakpreneur. Beginilah toko Anda di sana:\n\
              https://etalase.example/toko/dapur-bu-ratih\nNomor pesanan: 0812-3456-7890\n\n\
              1. Keripik Tempe 250 g: Rp18.000 per bungkus\n2. Sambal Cumi: Rp35.000 per bungkus\n\
              \nBalas YA bila benar dan boleh ditampilkan. Bila ada yang keliru, balas dengan perbaikannya."]
        );
    }

    #[test]
    fn however_much_she_sells_no_part_is_too_long_and_nothing_is_lost() {
        let names: Vec<String> =
            (0..80).map(|n| format!("Nomor {n} {}", "😀".repeat(60))).collect();
        let products: Vec<_> = names.iter().map(|name| offered(name, 1_250_000)).collect();
        let shop = "é".repeat(120);
        let messages =
            Question { shop: &shop, market: &shop, ..question(None, products) }.messages();
        assert!(messages.len() > 10);
        for (at, message) in (1..).zip(&messages) {
            assert!(encode(message).len() <= MOST_BYTES, "{}", encode(message).len());
            assert!(message.contains(&format!(" ({at}/{}):", messages.len())), "{message}");
        }
        for n in 0..80 {
            let line = format!("{}. Nomor {n} ", n + 1);
            assert_eq!(messages.iter().filter(|message| message.contains(&line)).count(), 1);
        }
        assert_eq!(messages.iter().filter(|message| message.contains("Balas YA")).count(), 1);
        assert!(messages.last().is_some_and(|last| last.ends_with("perbaikannya.")));
    }

    #[test]
    fn a_seller_without_goods_is_asked_about_her_page() {
        assert!(question(None, Vec::new()).messages()[0].contains("Belum ada produk"));
    }
}
