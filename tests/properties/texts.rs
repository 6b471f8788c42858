//! Texts: cleaned once and for all, folded once and for all, and never a personal number among them.

use etalase::compiler::clean::clean;
use etalase::domain::fold::{fold, is_invisible, squash};
use etalase::domain::link::{SafeLink, encode};
use etalase::domain::permit::{self, PermitKind, holds_personal_number};
use percent_encoding::percent_decode_str;
use proptest::prelude::*;

/// Sixteen digits with a birth date in their middle.
fn nik() -> impl Strategy<Value = String> {
    (310_000..320_000_u32, 1..=31_u32, any::<bool>(), 1..=12_u32, 0..100_u32, 0..10_000_u32)
        .prop_map(|(area, day, woman, month, year, last)| {
            let day = if woman { day + 40 } else { day };
            format!("{area:06}{day:02}{month:02}{year:02}{last:04}")
        })
}

proptest! {
    #[test]
    fn a_clean_text_is_clean_and_within_its_length(text in any::<String>(), most in 1..60_usize) {
        let (once, cut) = clean(&text, most);
        prop_assert!(once.chars().count() <= most);
        prop_assert_eq!(clean(&once, most), (once.clone(), false));
        prop_assert!(!once.contains(char::is_control), "{:?}", once);
        let hidden = |c: char| is_invisible(c) && c != '\u{200d}';
        prop_assert!(!once.contains(hidden), "{:?}", once);
        prop_assert!(!once.contains("  ") && once.trim() == once);
        if !cut {
            prop_assert_eq!(clean(&text, most + 1).0, once);
        }
    }

    #[test]
    fn folding_twice_is_folding_once(text in any::<String>()) {
        let once = fold(&text);
        prop_assert_eq!(fold(&once), once.clone());
        let letters = squash(&text);
        prop_assert_eq!(squash(&letters), letters.clone());
        prop_assert!(letters.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()), "{}", letters);
    }

    #[test]
    fn a_nik_is_seen_in_any_text_and_with_any_gaps(
        nik in nik(), before in "[^0-9]{0,12}[a-z:]", after in "[a-z,;:]\\PC{0,8}", gap in prop::sample::select(vec!["", " ", ".", "-", "\u{200b}", "\u{a0}", "\u{2009}", "–", "\u{ad}"])
    ) {
        let spaced: Vec<&str> = [0..4, 4..8, 8..12, 12..16].map(|part| &nik[part]).to_vec();
        let text = format!("{before}{}{after}", spaced.join(gap));
        prop_assert!(holds_personal_number(&text), "{:?}", text);
        // And no less once it is cleaned for publication.
        prop_assert!(holds_personal_number(&clean(&text, 500).0), "{:?}", text);
    }

    #[test]
    fn short_numbers_are_nobodys(text in "[a-z ,]{0,10}[0-9]{0,14}[a-z]{1,5}") {
        prop_assert!(!holds_personal_number(&text), "{}", text);
    }

    #[test]
    fn a_permit_read_again_is_the_same_permit(
        text in "[A-Z]{0,2}[0-9]{8,18}|P-IRT No\\. [0-9]{13}-[2-4][0-9]|BPOM RI MD [0-9]{12}|\\PC{0,20}",
        kind in prop::sample::select(vec![PermitKind::Nib, PermitKind::Pirt, PermitKind::Bpom, PermitKind::Halal])
    ) {
        if let Ok(read) = permit::read(kind, &text) {
            let again = permit::read(kind, &read.permit.number).expect("its own form");
            prop_assert_eq!(again.permit, read.permit);
        }
    }

    #[test]
    fn a_safe_link_stays_as_it_is(path in "(/[a-zA-Z0-9_.~%=&?\\-]{0,12}){0,4}", host in prop::sample::select(vec!["tokopedia.com", "www.tokopedia.com", "shopee.co.id", "instagram.com"])) {
        if let Ok(link) = SafeLink::anywhere(&format!("HTTPS://{}{path}", host.to_uppercase()), &[]) {
            prop_assert_eq!(link.host(), host);
            prop_assert_eq!(SafeLink::anywhere(link.as_str(), &[]), Ok(link));
        }
    }

    #[test]
    fn what_follows_a_person_around_is_dropped_and_the_rest_stays(
        kept in prop::collection::vec("[a-e]{1,3}=[a-z0-9]{0,4}", 0..4), dropped in prop::collection::vec("(utm_[a-z]{1,5}|fbclid|gclid|igsh)=[a-z0-9]{1,6}", 1..4)
    ) {
        let mut all: Vec<String> = Vec::new();
        for at in 0..kept.len().max(dropped.len()) {
            all.extend(kept.get(at).cloned());
            all.extend(dropped.get(at).cloned());
        }
        let link = SafeLink::anywhere(&format!("https://shopee.co.id/a?{}", all.join("&")), &[]).expect("a link");
        let query = if kept.is_empty() { String::new() } else { format!("?{}", kept.join("&")) };
        prop_assert_eq!(link.as_str(), format!("https://shopee.co.id/a{query}"));
    }

    #[test]
    fn a_message_arrives_as_it_was_written(message in any::<String>()) {
        let link = SafeLink::whatsapp(None, &message);
        let (_, sent) = link.as_str().split_once("?text=").expect("a text");
        prop_assert_eq!(percent_decode_str(sent).decode_utf8().expect("text"), message.as_str());
        prop_assert!(encode(&message).bytes().all(|b| b.is_ascii_alphanumeric() || b"-_.~%".contains(&b)));
    }
}
