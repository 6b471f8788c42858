//! Money, days, phones, measures, variants, codes: read in every form, written in one, read again.

use etalase::domain::code::Code;
use etalase::domain::measure::{Kind, Measure};
use etalase::domain::money::{PriceError, Rupiah, grouped};
use etalase::domain::phone::Phone;
use etalase::domain::time::{Date, parse_when};
use etalase::domain::variant::{self, Chosen, VariantGroup, VariantOption, surcharge};
use proptest::prelude::*;

/// The largest amount that is a price: a trillion.
const MOST: u64 = 1_000_000_000_000;

fn day() -> impl Strategy<Value = Date> {
    (1900..2999_i32, 1..=12_u32, 1..=31_u32)
        .prop_filter_map("no such day", |(year, month, day)| Date::new(year, month, day))
}

/// A name of a variant: words that hold none of the grammar's marks.
fn word() -> impl Strategy<Value = String> {
    "[A-Za-z][A-Za-z0-9]{0,8}( [A-Za-z]{1,6})?"
        .prop_filter("a mark", |word| !word.to_ascii_lowercase().ends_with("habis"))
}

fn groups() -> impl Strategy<Value = Vec<VariantGroup>> {
    let option = (word(), -5_000_000..5_000_000_i64, any::<bool>())
        .prop_map(|(name, delta, sold_out)| VariantOption { name, delta, sold_out });
    let group = (word(), prop::collection::vec(option, 1..6))
        .prop_map(|(name, options)| VariantGroup { name, options });
    prop::collection::vec(group, 1..4).prop_filter("a name stands twice", |groups| {
        let twice = |names: Vec<String>| {
            let mut folded: Vec<String> = names.iter().map(|n| n.to_ascii_lowercase()).collect();
            folded.sort();
            folded.windows(2).any(|pair| pair[0] == pair[1])
        };
        !twice(groups.iter().map(|group| group.name.clone()).collect())
            && groups
                .iter()
                .all(|group| !twice(group.options.iter().map(|o| o.name.clone()).collect()))
    })
}

proptest! {
    #[test]
    fn a_price_is_read_in_every_form_in_which_it_is_written(rupiah in 100..=MOST) {
        let dots = grouped(rupiah);
        for text in [
            rupiah.to_string(), dots.clone(), format!("Rp{dots}"), format!("Rp {dots},-"), format!("Rp. {dots},00"),
            format!("IDR {rupiah}"), format!("  {dots}  "), Rupiah::new(rupiah).to_string(),
        ] {
            prop_assert_eq!(Rupiah::parse_price(&text), Ok(Rupiah::new(rupiah)), "{}", text);
        }
    }

    #[test]
    fn thousands_and_millions_in_words_are_the_same_price(thousands in 1..900_000_u64, tenth in 0..10_u64) {
        let rupiah = Ok(Rupiah::new(thousands * 1_000 + tenth * 100));
        for word in ["rb", " ribu", "k", "RB"] {
            prop_assert_eq!(Rupiah::parse_price(&format!("{thousands},{tenth}{word}")), rupiah);
        }
        let millions = Ok(Rupiah::new(thousands * 1_000_000 + tenth * 100_000));
        for word in ["jt", " juta"] {
            prop_assert_eq!(Rupiah::parse_price(&format!("{thousands},{tenth}{word}")), millions);
        }
    }

    #[test]
    fn a_price_that_can_be_read_in_two_ways_is_never_guessed(whole in 1..999_u64, part in 0..999_u64) {
        prop_assert_eq!(Rupiah::parse_price(&format!("{whole},{part:03}")), Err(PriceError::Ambiguous));
        prop_assert_eq!(Rupiah::parse_price(&format!("{whole}.{}jt", part % 10)), Err(PriceError::Ambiguous));
    }

    #[test]
    fn any_text_is_a_price_within_bounds_or_an_error(text in "\\PC{0,20}|[Rp0-9.,\\- rbjtke/]{0,14}") {
        if let Ok(price) = Rupiah::parse_price(&text) {
            prop_assert!((100..=MOST).contains(&price.get()), "{}", text);
            prop_assert_eq!(Rupiah::parse_price(&price.to_string()), Ok(price));
            prop_assert!(text.contains(|c: char| c.is_ascii_digit()), "{}", text);
        }
    }

    #[test]
    fn a_numeric_cell_and_its_digits_are_one_price(rupiah in 0..2 * MOST) {
        prop_assert_eq!(Rupiah::price_from_number(rupiah as f64), Rupiah::parse_price(&rupiah.to_string()));
    }

    #[test]
    fn sums_are_exact_or_none(prices in prop::collection::vec((0..=MOST, 0..10_000_u32), 0..20)) {
        let exact: u128 = prices.iter().map(|(price, times)| u128::from(*price) * u128::from(*times)).sum();
        let sum = prices.iter().try_fold(Rupiah::ZERO, |sum, (price, times)| {
            sum.plus(Rupiah::new(*price).times(*times)?)
        });
        prop_assert_eq!(sum.map(|sum| u128::from(sum.get())), Some(exact).filter(|sum| *sum <= u128::from(MOST)));
    }

    #[test]
    fn a_phone_is_one_number_in_every_spelling(national in "8[1-35-9][0-9]{7,10}") {
        let expected = format!("62{national}");
        let (head, tail) = national.split_at(5);
        for text in [
            format!("0{national}"), national.clone(), expected.clone(), format!("+62 {head}-{tail}"),
            format!("(0{head}) {tail}"), format!("62 0{head}.{tail}"), format!("https://wa.me/{expected}"),
            format!("'0{national}"), format!("+62{head}\u{a0}{tail}"),
        ] {
            let read = Phone::parse(&text);
            prop_assert_eq!(read.as_ref().map(Phone::as_str), Ok(expected.as_str()), "{}", text);
        }
        let phone = Phone::parse(&national).expect("a number");
        prop_assert_eq!(Phone::parse(&phone.local()), Ok(phone));
    }

    #[test]
    fn any_text_is_a_mobile_number_or_none(text in "\\PC{0,24}|[+0-9 ().\\-/]{0,20}") {
        if let Ok(phone) = Phone::parse(&text) {
            let digits = phone.as_str();
            prop_assert!(digits.starts_with("628") && (11..=14).contains(&digits.len()), "{}", digits);
            prop_assert!(digits.bytes().all(|b| b.is_ascii_digit()));
        }
    }

    #[test]
    fn a_day_is_one_day_in_every_form(date in day()) {
        const MONTHS: [&str; 12] = ["Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus",
            "September", "Oktober", "November", "Desember"];
        let (year, month, day) = date.parts();
        let name = MONTHS[month as usize - 1];
        for text in [
            date.to_string(), format!("{day}/{month}/{year}"), format!("{day:02}-{month:02}-{year}"),
            format!("{day} {name} {year}"), format!("Jumat, {day} {} {year}", name.to_lowercase()), date.long(),
            format!("{day}.{month}.{year}"),
        ] {
            prop_assert_eq!(Date::parse(&text), Ok(date), "{}", text);
        }
    }

    #[test]
    fn a_time_is_in_jakarta_whatever_the_day(date in day(), hour in 0..24_u32, minute in 0..60_u32) {
        let moment = date.at(hour, minute);
        prop_assert_eq!((moment.date(), moment.clock()), (date, (hour, minute)));
        prop_assert_eq!((moment.0 - 17 * 3600).rem_euclid(86_400), i64::from(hour * 3600 + minute * 60));
        for text in [format!("{date} {hour:02}.{minute:02}"), format!("{date}T{hour:02}:{minute:02}:00"),
            format!("{date} {hour}:{minute:02} WIB")] {
            prop_assert_eq!(parse_when(&text), Ok((date, Some((hour, minute)))), "{}", text);
        }
    }

    #[test]
    fn days_go_on_one_by_one(date in day(), days in 0..400_000_i32) {
        let later = date.plus(days);
        prop_assert_eq!(later.days() - date.days(), days);
        prop_assert_eq!(later.weekday(), (date.weekday() + days as usize) % 7);
        prop_assert!(later >= date);
    }

    #[test]
    fn any_text_is_a_day_that_exists_or_none(text in "\\PC{0,24}|[0-9./: \\-TWIB]{0,20}") {
        if let Ok((date, time)) = parse_when(&text) {
            prop_assert_eq!(Date::parse(&date.to_string()), Ok(date));
            prop_assert!(time.is_none_or(|(hour, minute)| hour < 24 && minute < 60), "{}", text);
        }
    }

    #[test]
    fn a_measure_is_read_as_it_is_shown(amount in 1..9_999_999_u32, kind in 0..3_usize) {
        let kind = [Kind::Mass, Kind::Volume, Kind::Count][kind];
        let measure = Measure { kind, amount };
        prop_assert_eq!(Measure::parse(&measure.to_string()), Ok(measure));
    }

    #[test]
    fn a_unit_price_is_the_price_of_its_part(amount in 1..100_000_u32, price in 100..1_000_000_000_u64) {
        let measure = Measure { kind: Kind::Mass, amount };
        if let Some((unit, label)) = measure.unit_price(Rupiah::new(price)) {
            prop_assert_eq!(label, "100 g");
            let exact = price as f64 * 100.0 / f64::from(amount);
            prop_assert!((unit.get() as f64 - exact).abs() <= 0.5 + exact * 1e-9, "{} {}", unit.get(), exact);
        }
    }

    #[test]
    fn variants_are_read_as_they_are_written(groups in groups()) {
        prop_assert_eq!(variant::parse(&variant::format(&groups)), Ok(groups));
    }

    #[test]
    fn a_choice_costs_what_its_options_cost(groups in groups(), picks in prop::collection::vec(any::<prop::sample::Index>(), 3)) {
        let picked: Vec<&VariantOption> =
            groups.iter().zip(&picks).map(|(group, pick)| pick.get(&group.options)).collect();
        let choice: Vec<Chosen> = groups.iter().zip(&picked)
            .map(|(group, option)| Chosen { group: group.name.clone(), option: option.name.clone() })
            .collect();
        prop_assert_eq!(surcharge(&groups, &choice), Some(picked.iter().map(|option| option.delta).sum::<i64>()));
    }

    #[test]
    fn any_text_is_variants_or_an_error(text in "\\PC{0,60}|[A-c:;|+ 0-9.(habis)\\-]{0,60}") {
        if let Ok(groups) = variant::parse(&text) {
            prop_assert!(groups.iter().all(|g| !g.name.is_empty() && g.options.iter().all(|o| !o.name.is_empty())));
        }
    }

    #[test]
    fn every_name_makes_a_code_and_folding_a_code_changes_nothing(name in "\\PC{0,90}", number in 2..100_000_usize) {
        let code = Code::from_name(&name, "produk");
        prop_assert_eq!(Code::parse(code.as_str()), Ok(code.clone()));
        prop_assert_eq!(Code::fold(code.as_str()), Ok((code.clone(), false)));
        let numbered = code.numbered(number);
        prop_assert_eq!(Code::parse(numbered.as_str()), Ok(numbered.clone()));
        let ends = numbered.as_str().ends_with(&format!("-{number}"));
        prop_assert!(numbered != code && ends, "{}", numbered);
    }

    #[test]
    fn a_folded_code_is_told_from_one_that_was_right(text in "[A-Za-z0-9 _\\-]{0,70}") {
        if let Ok((code, changed)) = Code::fold(&text) {
            prop_assert_eq!(changed, code.as_str() != text);
            prop_assert_eq!(Code::parse(&text).is_ok(), !changed);
        }
    }
}
