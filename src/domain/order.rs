//! The order as one prefilled message a seller: items, variants, quantities, totals, codes, links, and blank lines
//! for what only the buyer knows. The message is Indonesian whatever the app speaks: it is written to the seller.
//!
//! Nothing about the buyer is filled in, and no JBL price ever stands in it.

use crate::domain::basket::{Line, SellerLines};
use crate::domain::gather::Gather;
use crate::domain::link::SafeLink;
use crate::domain::message::{numbered, parts};
use crate::domain::money::Rupiah;
use crate::domain::phone::Phone;
use crate::domain::variant::describe;

/// What the buyer fills in before sending.
const BLANKS: &str = "Nama: \nKelurahan: \nAmbil/antar: \nCatatan: ";

/// The messages to one seller; more than one only where a single one would be too long.
pub fn messages(
    group: &SellerLines,
    market: &str,
    product_url: impl Fn(&Line) -> String,
) -> Vec<String> {
    let items: Vec<String> = group
        .lines
        .iter()
        .enumerate()
        .map(|(at, line)| item(at + 1, line, &product_url(line)))
        .gather();
    let total = group
        .total()
        .map_or_else(|| "tidak dapat dihitung".to_owned(), |total: Rupiah| total.to_string());
    let tail = format!("\nSubtotal: {total} (belum termasuk ongkir)\n\n{BLANKS}");
    let head = |part: usize, parts: usize| {
        format!("Halo {}, saya mau pesan dari {market}{}:\n\n", group.shop, numbered(part, parts))
    };
    parts(&head, items, &tail)
}

fn item(number: usize, line: &Line, url: &str) -> String {
    let choice = describe(&line.choice);
    let choice = if choice.is_empty() { choice } else { format!(" ({choice})") };
    format!(
        "{number}. {}{choice}\n   {} {} x {} = {}\n   Kode: {}\n   {url}\n",
        line.seen.name,
        line.quantity,
        line.seen.unit,
        line.seen.price,
        line.total(),
        line.code,
    )
}

/// The links that open those messages, ready to send.
pub fn links(messages: &[String], number: Option<&Phone>) -> Vec<SafeLink> {
    messages.iter().map(|message| SafeLink::whatsapp(number, message)).gather()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::basket::Basket;
    use crate::domain::basket::tests::{key, seen};
    use crate::domain::message::MOST_BYTES;

    fn url(line: &Line) -> String {
        format!("https://etalase.example/p/{}", line.code)
    }

    #[test]
    fn the_message_says_exactly_what_is_in_the_basket() {
        let mut basket = Basket::default();
        basket.add(key("kaos-ondel", "XL"), 2, seen("toko-a", 95_000), 1);
        basket.add(key("kopi-susu", ""), 1, seen("toko-a", 15_000), 2);
        let messages = messages(&basket.by_seller()[0], "Etalase", url);
        assert_eq!(
            messages,
            ["Halo Dapur Bu Ratih, saya mau pesan dari Etalase:\n\n\
              1. Keripik Tempe (Ukuran: XL)\n   2 bungkus x Rp95.000 = Rp190.000\n   Kode: kaos-ondel\n   https://etalase.example/p/kaos-ondel\n\
              2. Keripik Tempe\n   1 bungkus x Rp15.000 = Rp15.000\n   Kode: kopi-susu\n   https://etalase.example/p/kopi-susu\n\
              \nSubtotal: Rp205.000 (belum termasuk ongkir)\n\nNama: \nKelurahan: \nAmbil/antar: \nCatatan: "]
        );
    }

    #[test]
    fn a_long_order_is_split_and_loses_nothing() {
        let mut basket = Basket::default();
        for n in 0..40 {
            basket.add(
                key(&format!("produk-nomor-{n}"), "Besar sekali & pedas"),
                n + 1,
                seen("toko-a", 12_500),
                u64::from(n),
            );
        }
        let group = &basket.by_seller()[0];
        let messages = messages(group, "Etalase Jakpreneur", url);
        assert!(messages.len() > 1);
        for (at, link) in links(&messages, None).iter().enumerate() {
            let text = link.as_str().trim_start_matches("https://wa.me/?text=");
            assert!(text.len() <= MOST_BYTES, "part {at} weighs {}", text.len());
        }
        for line in &group.lines {
            let code = format!("Kode: {}\n", line.code);
            assert_eq!(
                messages.iter().filter(|message| message.contains(&code)).count(),
                1,
                "{code}"
            );
        }
        let subtotal = format!("Subtotal: {}", group.total().expect("a sum"));
        assert!(
            messages.last().is_some_and(|last| last.contains(&subtotal) && last.contains("Nama: "))
        );
    }
}
