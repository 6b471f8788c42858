//! Lists written into an address and read from it again.

use super::*;

fn code(text: &str) -> Code {
    Code::parse(text).expect(text)
}

fn pick(name: &str, quantity: u32) -> Pick {
    Pick { code: code(name), choice: Vec::new(), quantity }
}

fn shirt() -> Pick {
    let chosen = |group: &str, option: &str| Chosen { group: group.into(), option: option.into() };
    let choice = vec![chosen("Ukuran", "XL"), chosen("Umur", "0–3 bulan (baru) & lainnya")];
    Pick { choice, ..pick("kaos-pelabuhan", 12) }
}

fn list() -> Shared {
    let data = "2026-11-20".to_owned();
    Shared::List(List { data, picks: vec![pick("keripik-tempe", 1), shirt()] })
}

fn order() -> Order {
    let content = |pick: Pick, price| Content { pick, price: Rupiah::new(price) };
    let items = vec![content(pick("keripik-tempe", 1), 18_000), content(shirt(), 60_000)];
    let mut again = items.clone();
    again[0].pick.quantity = 3;
    let parcel = |name: &str, budget, count, items| Parcel {
        name: name.to_owned(),
        budget: Rupiah::new(budget),
        count,
        items,
    };
    Order {
        round: code("gebetan-2026-12"),
        office: "Sudin PPKUKM Jakarta Timur".to_owned(),
        data: "2026-11-20".to_owned(),
        packages: vec![
            parcel("Staf", 100_000, 40, items),
            parcel("Kepala seksi", 150_000, 4, again),
        ],
    }
}

#[test]
fn a_list_is_read_as_it_was_written() {
    for shared in [list(), Shared::Order(order())] {
        let text = shared.encode().expect("short enough");
        assert_eq!(Shared::decode(&text), Ok(shared), "{text}");
    }
}

#[test]
fn links_that_were_sent_are_read_for_good() {
    // Written by the first version; if this fails, a new version is needed, not a new text here.
    let text = "1l0k7ocnnD2026-11-20Kkeripik-tempeKkaos-pelabuhanVUukuranOUxUlVUumurO0Z6c3Z3SbulanSZ14ZbaruZ15ZSZ12ZSlainnyaQc";
    assert_eq!(Shared::decode(text), Ok(list()));
}

#[test]
fn nothing_in_it_needs_escaping() {
    for shared in [list(), Shared::Order(order())] {
        let text = shared.encode().expect("short enough");
        assert!(text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-'), "{text}");
        assert_eq!(crate::domain::link::encode(&text), text);
    }
}

#[test]
fn a_link_that_was_cut_off_or_changed_is_noticed() {
    let text = Shared::Order(order()).encode().expect("short enough");
    for end in 0..text.len() {
        assert_eq!(Shared::decode(&text[..end]), Err(SharedError::Damaged), "{}", &text[..end]);
    }
    for at in 1..text.len() {
        for other in ["a", "Z", "7", "-", ".", "é"] {
            if text[at..=at] != *other {
                let changed = format!("{}{other}{}", &text[..at], &text[at + 1..]);
                assert_eq!(Shared::decode(&changed), Err(SharedError::Damaged), "{changed}");
            }
        }
    }
}

#[test]
fn a_link_of_a_later_version_is_told_from_a_damaged_one() {
    let text = list().encode().expect("short enough");
    assert_eq!(Shared::decode(&format!("2{}", &text[1..])), Err(SharedError::Version));
    for other in ["", "1", "halo", "https://etalase.example/daftar", "0l1234567"] {
        assert_eq!(Shared::decode(other), Err(SharedError::Damaged), "{other}");
    }
}

#[test]
fn a_right_checksum_over_nonsense_is_damage_and_nothing_worse() {
    for (kind, body) in [
        (LIST, ""),
        (LIST, "D"),
        (LIST, "x"),
        (LIST, "DKab"),
        (LIST, "DKkeripikQ"),
        (LIST, "DKkeripikQzzzzzzzz"),
        (LIST, "DKkeripikVUukuran"),
        (LIST, "DZ"),
        (LIST, "DZzzzzzzzzZ"),
        (LIST, "DU"),
        (LIST, "DAhalo"),
        (ORDER, "RputaranNkantorDPstafB1C1M0"),
        (ORDER, "RputaranNkantorDPstafB1C1Kkeripik"),
        (ORDER, "RputaranDNkantor"),
        ('x', "D"),
    ] {
        let expected = if body == "D" && kind == LIST {
            Ok(Shared::List(List { data: String::new(), picks: Vec::new() }))
        } else {
            Err(SharedError::Damaged)
        };
        let text = format!("{VERSION}{kind}{}{body}", checksum(kind, body));
        assert_eq!(Shared::decode(&text), expected, "{text}");
    }
}

#[test]
fn forty_goods_make_an_address_that_a_message_can_carry() {
    // Codes are as long as those of real sheets: 28 characters.
    let picks: Vec<Pick> =
        (10..50).map(|n| pick(&format!("keripik-tempe-sagu-bu-rati{n}"), n)).collect();
    let shared = Shared::List(List { data: "2026-11-20".to_owned(), picks });
    let text = shared.encode().expect("short enough");
    assert!(text.len() <= 1_300, "forty goods take {} characters", text.len());
}

#[test]
fn four_packages_of_ten_make_an_address_that_a_message_can_carry() {
    // Ten goods of which each package holds all: a product is written once, then by its number.
    let items: Vec<Content> = (10..20)
        .map(|n| Content {
            pick: pick(&format!("keripik-tempe-sagu-bu-rati{n}"), 1),
            price: Rupiah::new(18_000),
        })
        .collect();
    let mut order = order();
    order.packages = ["Staf", "Kasatpel", "Kepala seksi", "Eselon III"]
        .map(|name| Parcel {
            name: name.to_owned(),
            budget: Rupiah::new(200_000),
            count: 12,
            items: items.clone(),
        })
        .to_vec();
    let text = Shared::Order(order).encode().expect("short enough");
    assert!(text.len() <= 600, "forty items take {} characters", text.len());
}

#[test]
fn what_no_address_can_carry_is_not_written() {
    let picks: Vec<Pick> = (0..1_000).map(|n| pick(&format!("produk-nomor-{n}"), 1)).collect();
    assert_eq!(Shared::List(List { data: String::new(), picks }).encode(), None);
    assert_eq!(Shared::decode(&"1".repeat(LONGEST + 1)), Err(SharedError::TooLong));
}
