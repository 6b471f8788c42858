//! The basket as it is kept on the device: one record a seller, checked when it is read back.
//!
//! A record that cannot be read is handed back as it was, so that it can be set aside and never takes the rest
//! of the basket with it.

use crate::domain::basket::{Basket, Line};
use crate::domain::code::Code;
use crate::domain::gather::Gather;
use crate::domain::sorted::Sorted;
use crate::domain::wire::{self, record};

/// Format of the records.
const VERSION: u32 = 1;

struct Record {
    v: u32,
    check: u32,
    lines: String,
}
record!(Record { v, check, lines });

/// The records of a basket, by seller.
pub fn encode(basket: &Basket) -> Vec<(Code, String)> {
    let mut by_seller: Sorted<Code, Vec<Line>> = Sorted::default();
    for line in basket.stored() {
        by_seller.get_or_insert(line.seen.seller.clone(), Vec::new).push(line.clone());
    }
    by_seller
        .into_vec()
        .into_iter()
        .map(|(seller, lines)| {
            let lines = wire::write(&lines);
            let record = Record { v: VERSION, check: checksum(&lines), lines };
            (seller, wire::write(&record))
        })
        .gather()
}

/// The lines of one record, or `None` where it is damaged or of a later format.
pub fn decode(record: &str) -> Option<Vec<Line>> {
    let record: Record = wire::read(record)?;
    if record.v != VERSION || record.check != checksum(&record.lines) {
        return None;
    }
    wire::read(&record.lines)
}

/// FNV-1a: tells a torn or edited record, not an attacker.
fn checksum(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::basket::tests::{key, seen};

    fn basket() -> Basket {
        let mut basket = Basket::default();
        basket.add(key("kaos", "L"), 2, seen("toko-a", 80_000), 1);
        basket.add(key("kopi", ""), 1, seen("toko-b", 15_000), 2);
        basket.set_ordered(&key("kopi", ""), true, 3);
        basket
    }

    #[test]
    fn a_basket_is_read_back_whole() {
        let records = encode(&basket());
        assert_eq!(records.len(), 2);
        let lines = records.iter().flat_map(|(_, record)| decode(record).expect("a good record"));
        assert_eq!(Basket::from_lines(lines), basket());
    }

    #[test]
    fn a_torn_or_edited_record_is_refused() {
        let records = encode(&basket());
        let record = &records.first().expect("a record").1;
        assert_eq!(decode(&record[..record.len() - 3]), None);
        assert_eq!(decode(&record.replace("80000", "10")), None);
        assert_eq!(decode(""), None);
    }

    #[test]
    fn records_of_the_first_format_still_read() {
        let frozen = r#"{"v":1,"check":2250068146,"lines":"[{\"code\":\"kaos-ondel\",\"choice\":[{\"group\":\"Ukuran\",\"option\":\"L\"}],\"quantity\":2,\"seen\":{\"name\":\"Kaos Ondel\",\"seller\":\"toko-a\",\"shop\":\"Toko A\",\"price\":80000,\"unit\":\"pcs\"},\"added\":1,\"changed\":1}]"}"#;
        let lines = decode(frozen).expect("a record written by the first release");
        assert_eq!(lines.len(), 1);
        assert_eq!(
            (lines[0].code.as_str(), lines[0].quantity, lines[0].seen.price.get()),
            ("kaos-ondel", 2, 80_000)
        );
    }
}
