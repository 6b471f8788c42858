//! What is asked for, read from an address and written into it, and what it lets pass.

use super::*;
use crate::domain::offer::tests::card;
use crate::domain::time::Date;

#[test]
fn a_full_filter_round_trips_through_the_address() {
    let query = "q=keripik+tempe+%26+kopi&kategori=kuliner,kriya&kota=jakarta-selatan,jakarta-pusat&kecamatan=31.74.01&harga_min=5000&harga_max=50000&halal=ya&stok=siap,po,jumat&jbl=ya,jbl-2026-11&kanal=whatsapp,eorder&urut=termurah";
    assert_eq!(Filter::from_query(query).to_query(), query);
    assert_eq!(Filter::from_query("").to_query(), "");
}

#[test]
fn unknown_and_malformed_values_are_left_out() {
    let filter = Filter::from_query(
        "?kota=bandung&harga_min=-5&urut=acak&stok=siap,banyak,siap&utm_source=x&q=%E0%A4",
    );
    assert_eq!((filter.cities.len(), filter.price_min, filter.sort), (0, None, Sort::Relevance));
    assert_eq!(filter.stock, [Stock::Siap]);
}

#[test]
fn several_values_of_one_facet_widen_and_other_facets_narrow() {
    let card = card("keripik-tempe");
    let passes =
        |query: &str| Filter::from_query(query).passes_without(&card, None, &[], Moment(0));
    assert!(passes("kategori=kuliner,kriya&kota=jakarta-selatan&harga_max=18000"));
    assert!(!passes("kategori=kuliner&kota=jakarta-barat"));
    assert!(!passes("halal=ya"));
    assert!(!passes("harga_max=17999"));
    let blocked = Filter::from_query("kategori=kuliner&halal=ya");
    assert!(blocked.passes_without(&card, Some(Facet::Halal), &[], Moment(0)));
}

#[test]
fn a_facet_is_taken_out_alone_and_words_and_order_stay_when_all_are() {
    let query = "q=keripik&kategori=kuliner&kota=jakarta-pusat&kecamatan=31.74.01&harga_max=50000&halal=ya&stok=po&jbl=ya&kanal=whatsapp&urut=termurah";
    let filter = Filter::from_query(query);
    assert_eq!(filter.active(), Facet::ALL.len());
    for facet in Facet::ALL {
        let less = filter.without(facet);
        let gone: Vec<Facet> = Facet::ALL.into_iter().filter(|one| !less.is_active(*one)).collect();
        assert_eq!(gone, [facet]);
    }
    assert_eq!(filter.cleared().to_query(), "q=keripik&urut=termurah");
}

#[test]
fn what_is_made_in_time_counts_as_ready_before_friday() {
    let at = |day: &str| Date::parse(day).expect("a day").at(9, 0);
    let asked = Filter::from_query("stok=jumat");
    let mut card = card("keripik-tempe");
    let mut passes = |stock, days, day| {
        (card.stock, card.preorder_days) = (stock, days);
        asked.passes_without(&card, None, &[], at(day))
    };
    // Friday is the 27th.
    assert!(passes(Stock::Siap, None, "2026-11-26"));
    assert!(passes(Stock::Po, Some(2), "2026-11-24"));
    assert!(!passes(Stock::Po, Some(3), "2026-11-24"));
    // On a Friday the next one is meant.
    assert!(passes(Stock::Po, Some(6), "2026-11-27"));
    assert!(!passes(Stock::Po, None, "2026-11-24"));
    assert!(!passes(Stock::Habis, None, "2026-11-24"));
}

#[test]
fn channels_and_editions_are_those_of_the_card() {
    let mut card = card("keripik-tempe");
    card.channels = vec![Channel::Whatsapp];
    card.jbl = vec![Code::parse("jbl-2026-11").expect("a code")];
    let passes =
        |query: &str| Filter::from_query(query).passes_without(&card, None, &[], Moment(0));
    assert!(passes("kanal=whatsapp,eorder") && !passes("kanal=eorder"));
    assert!(passes("jbl=jbl-2026-11") && !passes("jbl=jbl-2026-12"));
    // None is on: there are no editions.
    assert!(!passes("jbl=ya"));
}
