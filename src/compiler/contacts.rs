//! Contacts: the columns through which an order, and with it the money, reaches a seller.
//!
//! They are compared by what they mean: a number by its digits, a link by where it leads. Pure; which of them may be
//! published is not decided here.

use crate::compiler::columns::{self as col, Column, SHOPS};
use crate::compiler::hash::Hash;
use crate::domain::edition::Edition;
use crate::domain::link::SafeLink;
use crate::domain::phone::Phone;
use crate::domain::round::Round;
use crate::domain::seller::{OrderLinks, WhatsApp};
use crate::domain::wire::{Value, read_value};

/// One contact.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Contact {
    /// The contract's column.
    pub column: Column,
    /// As it is published: `6281…`, a link, or the name under which e-Order lists the seller.
    pub value: String,
}

/// Every column of contacts, in the contract's order.
pub fn columns() -> impl Iterator<Item = Column> {
    let shops = SHOPS.into_iter().map(|channel| channel.column());
    let others =
        [col::EORDER, col::TAUTAN_JBL, col::TAUTAN_TOKO, col::TAUTAN_LIVE, col::KOPERASI_WA];
    std::iter::once(col::WHATSAPP).chain(shops).chain(others)
}

/// The contacts of a seller or product. An example market's stand-in reaches nobody, and neither does a bare `ya` in
/// `eorder`, which only says that the seller can be searched there.
pub fn of(links: &OrderLinks, jbl: Option<&SafeLink>) -> Vec<Contact> {
    let contact = |column: Column, value: &str| Contact { column, value: value.to_owned() };
    let phone = links.whatsapp.as_ref().and_then(WhatsApp::number).map(Phone::as_str);
    let shops = links.shops.iter().map(|(channel, link)| contact(channel.column(), link.as_str()));
    let eorder = links.eorder.as_ref().and_then(|eorder| {
        eorder.link.as_ref().map(SafeLink::as_str).or(eorder.listed_as.as_deref())
    });
    let phone = phone.map(|phone| contact(col::WHATSAPP, phone)).into_iter();
    let jbl = jbl.map(|link| contact(col::TAUTAN_JBL, link.as_str()));
    phone.chain(shops).chain(eorder.map(|value| contact(col::EORDER, value))).chain(jbl).collect()
}

/// The contacts of an edition: where all of it is sold.
pub fn of_edition(edition: &Edition) -> Vec<Contact> {
    let links = [(col::TAUTAN_TOKO, &edition.shop_link), (col::TAUTAN_LIVE, &edition.live_link)];
    let contact = |(column, link): (Column, &Option<SafeLink>)| {
        link.as_ref().map(|link| Contact { column, value: link.as_str().to_owned() })
    };
    links.into_iter().filter_map(contact).collect()
}

/// The contact of a round of Gebetan: the number of whoever collects its orders.
pub fn of_round(round: &Round) -> Vec<Contact> {
    let number = round.contact.as_ref().and_then(WhatsApp::number);
    let contact =
        |phone: &Phone| Contact { column: col::KOPERASI_WA, value: phone.as_str().to_owned() };
    number.map(contact).into_iter().collect()
}

impl Contact {
    /// A contact as a person may have written it; `None` where it is none.
    pub fn read(column: &str, value: &str) -> Option<Self> {
        let column = columns().find(|known| *known == column)?;
        let value = value.trim();
        let value = match column {
            col::WHATSAPP | col::KOPERASI_WA => Phone::parse(value).ok()?.as_str().to_owned(),
            col::EORDER if !value.contains("://") => value.to_owned(),
            _ => link(value)?.as_str().to_owned(),
        };
        (!value.is_empty()).then_some(Self { column, value })
    }

    /// What it leads to, alike for two ways of writing the same.
    pub fn meaning(&self) -> String {
        match link(&self.value) {
            Some(link) => place(&link).to_owned(),
            None => self.value.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase(),
        }
    }

    /// Whether both lead to the same.
    pub fn same(&self, other: &Self) -> bool {
        self.column == other.column && self.meaning() == other.meaning()
    }

    /// What is remembered of it: 64 bits of the hash of column and meaning.
    pub fn fingerprint(&self) -> u64 {
        let hash = Hash::of_parts(&[self.column.as_bytes(), b" ", self.meaning().as_bytes()]);
        hash.short() as u64
    }

    /// Whether it is a page inside a shop: `tokopedia.com/dapur/keripik` in `tokopedia.com/dapur`. Only of Tokopedia
    /// and TikTok is it known that the first part of a path is a shop, and nobody else's.
    pub fn is_inside(&self, shop: &SafeLink) -> bool {
        let Some(link) = link(&self.value) else { return false };
        let (page, shop) = (place(&link), place(shop));
        let is_shop = match shop.split_once('/') {
            Some(("tokopedia.com", name)) => !name.is_empty(),
            Some(("tiktok.com", name)) => name.len() > 1 && name.starts_with('@'),
            _ => false,
        };
        let mut parts = shop.split(['/', '?', '#']);
        let one_part = parts.nth(1).is_some() && parts.next().is_none();
        // A browser resolves dots before it asks for the page, and they may lead out of the shop.
        let dotted = page.to_ascii_lowercase().replace("%2e", ".");
        let leads_out = dotted.split(['/', '?', '#']).any(|part| part == "." || part == "..");
        let below = page.strip_prefix(shop).is_some_and(|rest| rest.starts_with('/'));
        is_shop && one_part && below && !leads_out
    }
}

fn link(text: &str) -> Option<SafeLink> {
    // The form is all that counts here; the host was checked by the sheet's column.
    read_value::<SafeLink>(Value::String(text.to_owned()))
}

/// Host and path: the same page is reached with and without `www.` or `m.`, and with a slash at the end.
fn place(link: &SafeLink) -> &str {
    let text = link.as_str();
    let text = text.strip_prefix("https://").unwrap_or(text);
    let text = text.strip_prefix("www.").or_else(|| text.strip_prefix("m.")).unwrap_or(text);
    if text.contains(['?', '#']) { text } else { text.trim_end_matches('/') }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_number_is_one_however_it_is_written_and_another_is_not(
            digits in "81[0-9]{8,9}",
            other in "81[0-9]{8,9}",
            gap in "[ .-]",
        ) {
            let (head, tail) = digits.split_at(5);
            let plain = contact("whatsapp", &digits);
            for text in [format!("0{digits}"), format!("62{digits}"), format!("+62{gap}{head}{gap}{tail}")] {
                prop_assert_eq!(contact("whatsapp", &text).fingerprint(), plain.fingerprint());
            }
            let other = contact("whatsapp", &other);
            prop_assert_eq!(other.fingerprint() == plain.fingerprint(), other.value == plain.value);
        }

        #[test]
        fn a_shop_is_one_with_every_tracking_parameter_and_another_is_not(
            shop in "[a-z][a-z0-9-]{2,20}",
            other in "[a-z][a-z0-9-]{2,20}",
            value in "[a-zA-Z0-9]{0,12}",
        ) {
            let plain = contact("tokopedia", &format!("https://www.tokopedia.com/{shop}"));
            for ending in [format!("?utm_source={value}"), format!("/?fbclid={value}"), "/".to_owned()] {
                let link = format!("https://tokopedia.com/{shop}{ending}");
                let written = contact("tokopedia", &link);
                // A query that is dropped may leave the slash before it, which means nothing.
                prop_assert!(written.same(&plain), "{}", link);
            }
            let swapped = contact("tokopedia", &format!("https://www.tokopedia.com/{other}"));
            prop_assert_eq!(swapped.same(&plain), shop == other);
        }

        #[test]
        fn whatever_is_inside_a_shop_has_the_shops_own_path(
            page in "[a-z./%2eE?#]{0,24}",
            shop in "[a-z]{3,5}",
        ) {
            let base = link(&format!("https://www.tokopedia.com/{shop}")).expect("a link");
            let text = format!("https://tokopedia.com/{shop}{page}");
            if let Some(page) = Contact::read("tautan_jbl", &text).filter(|page| page.is_inside(&base)) {
                // As a browser resolves it: dots are gone before the path is asked for.
                let path = page.value.replace("%2e", ".").replace("%2E", ".");
                let parts: Vec<&str> = path.split('/').collect();
                prop_assert_eq!(parts.get(3).copied(), Some(shop.as_str()));
                prop_assert!(!parts.contains(&".."), "{}", path);
            }
        }
    }

    fn contact(column: &str, value: &str) -> Contact {
        Contact::read(column, value).unwrap_or_else(|| panic!("{column} {value}"))
    }

    #[test]
    fn two_ways_of_writing_the_same_are_the_same() {
        for (column, one, other) in [
            ("whatsapp", "0812-3456-7890", "+62 812 3456 7890"),
            ("tokopedia", "https://www.tokopedia.com/dapur", "https://tokopedia.com/dapur/"),
            (
                "tokopedia",
                "https://m.tokopedia.com/dapur?utm_source=wa",
                "HTTPS://tokopedia.com/dapur",
            ),
            (
                "instagram",
                "https://instagram.com/dapur?igsh=abc",
                "https://www.instagram.com/dapur",
            ),
            ("eorder", "Dapur  Ratih", "dapur ratih"),
        ] {
            let (one, other) = (contact(column, one), contact(column, other));
            assert!(one.same(&other), "{one:?} {other:?}");
            assert_eq!(one.fingerprint(), other.fingerprint());
        }
    }

    #[test]
    fn whatever_may_lead_elsewhere_is_another() {
        for (column, one, other) in [
            ("whatsapp", "0812-3456-7890", "0812-3456-7891"),
            ("tokopedia", "https://tokopedia.com/dapur", "https://tokopedia.com/dapuur"),
            ("tokopedia", "https://tokopedia.com/link?url=a", "https://tokopedia.com/link?url=b"),
            ("gofood", "https://gofood.link/a/AbC", "https://gofood.link/a/aBc"),
            ("eorder", "Dapur Ratih", "Dapur Ratih 2"),
        ] {
            let (one, other) = (contact(column, one), contact(column, other));
            assert!(!one.same(&other) && one.fingerprint() != other.fingerprint(), "{one:?}");
        }
        let link = "https://tokopedia.com/dapur";
        assert!(!contact("tokopedia", link).same(&contact("tiktok", link)));
    }

    #[test]
    fn a_page_is_inside_a_shop_where_the_shop_is_certain() {
        for (page, shop, inside) in [
            ("https://tokopedia.com/dapur/keripik", "https://www.tokopedia.com/dapur", true),
            ("https://www.tiktok.com/@dapur/video/1", "https://www.tiktok.com/@dapur", true),
            ("https://tokopedia.com/dapur", "https://tokopedia.com/dapur", false),
            ("https://tokopedia.com/dapurku/keripik", "https://tokopedia.com/dapur", false),
            ("https://tokopedia.com/dapur/../jahat", "https://tokopedia.com/dapur", false),
            ("https://tokopedia.com/dapur/%2E%2e/jahat", "https://tokopedia.com/dapur", false),
            ("https://tokopedia.com/find/jahat", "https://tokopedia.com/find/dapur", false),
            ("https://tokopedia.com/jahat/x", "https://tokopedia.com", false),
            ("https://shopee.co.id/product/1/2", "https://shopee.co.id/product", false),
            ("https://www.tiktok.com/t/Zs1", "https://www.tiktok.com/t", false),
        ] {
            let shop = link(shop).expect("a link");
            assert_eq!(contact("tautan_jbl", page).is_inside(&shop), inside, "{page} in {shop:?}");
        }
    }
}
