//! What is drawn, and what becomes of it when something changes.

use crate::stage::{settle, show};
use etalase::app::node::{IntoNode, each, h};
use etalase::app::reactive::{RwSignal, memo};
use leptos::prelude::{Owner, document};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

fn signal<T: Send + Sync + 'static>(value: T) -> (Owner, RwSignal<T>) {
    let owner = Owner::new();
    let signal = owner.with(|| RwSignal::new(value));
    (owner, signal)
}

#[wasm_bindgen_test]
async fn content_that_changes_is_written_in_place_and_keeps_the_focus() {
    let (_owner, number) = signal(1_u32);
    let stage = show(move || {
        h::div().child(move || h::input().attr("title", number.get().to_string()).class("field"))
    });
    let field = stage.find("input");
    field.clone().unchecked_into::<HtmlElement>().focus().unwrap();
    number.set(2);
    settle().await;
    assert_eq!(field.get_attribute("title").as_deref(), Some("2"));
    assert_eq!(document().active_element(), Some(field));
}

#[wasm_bindgen_test]
async fn what_comes_and_goes_stands_in_its_place_among_its_siblings() {
    let (_owner, shown) = signal(false);
    let stage = show(move || {
        h::p()
            .child("a")
            .child(move || shown.get().then(|| h::b().child("b")))
            .child(move || shown.get().then_some(vec!["c", "d"]))
            .child("e")
    });
    for (now, text) in [(false, "ae"), (true, "abcde"), (false, "ae"), (true, "abcde")] {
        shown.set(now);
        settle().await;
        assert_eq!(stage.text(), text);
    }
}

#[wasm_bindgen_test]
async fn optional_parts_of_one_draw_keep_their_places() {
    let (_owner, with) = signal(false);
    let stage = show(move || {
        move || {
            h::group()
                .child(with.get().then(|| h::small().child("1")))
                .child(h::b().child("2"))
                .child(with.get().then_some("3"))
        }
    });
    let kept = stage.find("b");
    with.set(true);
    settle().await;
    assert_eq!(stage.text(), "123");
    assert_eq!(stage.find("b"), kept, "what was there is not drawn anew");
    with.set(false);
    settle().await;
    assert_eq!(stage.text(), "2");
}

#[wasm_bindgen_test]
async fn attributes_that_are_gone_are_taken_away() {
    let (_owner, on) = signal(true);
    let stage = show(move || {
        h::group()
            .child(
                h::a()
                    .attr("hidden", move || on.get())
                    .attr("title", move || on.get().then_some("ada")),
            )
            .child(move || if on.get() { h::p().attr("lang", "id") } else { h::p() })
    });
    assert!(stage.has("a[hidden][title=ada]") && stage.has("p[lang=id]"));
    on.set(false);
    settle().await;
    assert!(stage.has("a:not([hidden]):not([title])") && stage.has("p:not([lang])"));
}

#[wasm_bindgen_test]
async fn an_entry_of_a_list_stays_itself_while_others_come_go_and_move() {
    let (_owner, rows) = signal(vec![1, 2, 3]);
    let stage = show(move || {
        h::ul().child(each(
            move || rows.get(),
            |row: &i32| row.to_string(),
            |row| h::li().attr("id", format!("baris-{row}")).child(row.to_string()),
        ))
    });
    let kept = stage.find("#baris-2");
    for order in [vec![3, 2, 1], vec![2], vec![4, 2, 5], vec![], vec![1]] {
        let text: String = order.iter().map(ToString::to_string).collect();
        let has_kept = order.contains(&2);
        rows.set(order);
        settle().await;
        assert_eq!(stage.text(), text);
        if has_kept {
            assert_eq!(stage.find("#baris-2"), kept);
        }
    }
}

#[wasm_bindgen_test]
async fn a_button_that_is_drawn_anew_is_heard_once() {
    let (_owner, count) = signal(0_u32);
    let stage = show(move || {
        move || {
            let now = count.get();
            h::button().on("click", move |_| count.set(now + 1)).child(now.to_string()).into_node()
        }
    });
    for expected in ["1", "2", "3"] {
        stage.click("button");
        settle().await;
        assert_eq!(stage.text(), expected);
    }
}

#[wasm_bindgen_test]
async fn a_value_that_is_only_tracked_draws_anew_when_it_changes() {
    let (owner, number) = signal(1_u32);
    let even = owner.with(|| memo(move || number.get().is_multiple_of(2)));
    let stage = show(move || {
        h::p().child(move || {
            even.track();
            number.get_untracked().to_string()
        })
    });
    number.set(2);
    settle().await;
    assert_eq!(stage.text(), "2");
}
