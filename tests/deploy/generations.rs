//! The way back, and what a clean-up leaves.

use crate::failing::{Failing, Fault};
use crate::site::{block_on, everything, in_folder, job, live, publications, put, text};
use etalase::compiler::deploy::{Job, Progress, Remote};
use etalase::domain::time::Moment;
use object_store::memory::InMemory;
use object_store::path::Path;
use object_store::{ObjectStore, ObjectStoreExt};
use std::sync::Arc;

fn write(store: &InMemory, address: &str, text: &str) {
    block_on(store.put(&Path::from(address), text.to_owned().into())).expect("written");
}

fn remove(store: &InMemory, address: &str) {
    block_on(store.delete(&Path::from(address))).expect("removed");
}

#[test]
fn a_rollback_brings_back_the_catalogue_the_feeds_and_the_pages() {
    let folders = publications("back", [10_000, 20_000, 30_000]);
    let store = Arc::new(InMemory::new());
    for folder in &folders {
        put(&store, folder);
    }
    let remote = Remote::of(store.clone());
    for folder in [&folders[1], &folders[0]] {
        job(&remote).rollback(None).expect("back");
        assert!(live(&store) == Some(in_folder(folder)));
        for page in ["feeds/produk.jsonl", "index.html", "404.html", "_headers", "sitemap.xml"] {
            let original = std::fs::read_to_string(folder.join(page)).expect(page);
            assert_eq!(text(&store, page), original);
        }
    }
    let end = job(&remote).rollback(None).expect_err("there is none before the first");
    assert!(end.to_string().contains("tidak ada terbitan sebelumnya"), "{end}");
}

#[test]
fn any_recorded_publication_can_be_chosen_by_the_beginning_of_its_name() {
    let [first, second] = publications("chosen", [10_000, 20_000]);
    let store = Arc::new(InMemory::new());
    let remote = Remote::of(store.clone());
    let newer = [&first, &second].map(|folder| job(&remote).publish(folder).expect("published"));
    job(&remote).rollback(None).expect("back");
    job(&remote).rollback(Some(&newer[1].id[..6])).expect("forth");
    assert!(live(&store) == Some(in_folder(&second)));
    let unknown = job(&remote).rollback(Some("zzz")).expect_err("unknown").to_string();
    assert!(unknown.contains(&newer[0].id) && unknown.contains(&newer[1].id), "{unknown}");
}

#[test]
fn a_publication_that_is_not_whole_any_more_is_not_gone_back_to() {
    let [first, second] = publications("holes", [10_000, 20_000]);
    let store = Arc::new(InMemory::new());
    put(&store, &first);
    let own = everything(&store).into_keys().find(|path| path.starts_with("data/manifest-"));
    put(&store, &second);
    remove(&store, &own.expect("a manifest"));
    let before = everything(&store);
    let error = job(&Remote::of(store.clone())).rollback(None).expect_err("a hole").to_string();
    assert!(error.contains("data/manifest-"), "{error}");
    assert!(everything(&store) == before);
}

#[test]
fn a_clean_up_leaves_three_publications_and_every_file_of_others() {
    let folders = publications("gc", [10_000, 20_000, 30_000, 40_000]);
    let store = Arc::new(InMemory::new());
    for address in ["data/milik-orang-lain.json", "foto/1234567890abcdef-160.webp", "catatan.txt"] {
        write(&store, address, "milik orang lain");
    }
    for folder in &folders {
        put(&store, folder);
    }
    let before = everything(&store);
    let remote = Remote::of(store.clone());
    let announced = job(&remote).look().expect("looked");
    assert!(everything(&store) == before, "looking changes nothing");
    let cleaned = job(&remote).clean().expect("cleaned");
    assert_eq!(announced, cleaned);
    let after = everything(&store);
    let gone: Vec<&String> = before.keys().filter(|path| !after.contains_key(*path)).collect();
    // What the first one had for itself: app, data, and the copies of pages that changed since.
    for own in ["market-0000000000002710.js", "data/manifest-", "generations/copies/"] {
        assert!(gone.iter().any(|path| path.starts_with(own)), "{own} among {gone:?}");
    }
    assert!(gone.iter().all(|path| !path.contains("orang-lain") && !path.starts_with("foto/")));
    assert!(after.contains_key("catatan.txt") && after.contains_key("feeds/produk.jsonl"));
    for folder in [&folders[2], &folders[1]] {
        job(&remote).rollback(None).expect("back");
        assert!(live(&store) == Some(in_folder(folder)));
    }
    assert!(job(&remote).rollback(None).is_err(), "the first one is not offered any more");
    assert!(job(&remote).clean().expect("cleaned").files.is_empty());
}

#[test]
fn what_an_abandoned_publication_left_is_cleaned_up() {
    let [old, abandoned, new] = publications("abandoned", [10_000, 20_000, 30_000]);
    let store = Arc::new(InMemory::new());
    put(&store, &old);
    let failing = Failing::new(&store, Fault::Before, 15);
    assert!(job(&Remote::of(Arc::new(failing))).publish(&abandoned).is_err());
    let remote = Remote::of(store.clone());
    let waiting = job(&remote).publish(&new).expect_err("not without a word").to_string();
    assert!(waiting.contains("--take-over"), "{waiting}");
    Job { take_over: true, ..job(&remote) }.publish(&new).expect("published");
    job(&remote).clean().expect("cleaned");
    let files = everything(&store);
    assert!(!files.keys().any(|path| path.contains(&format!("{:016x}", 20_000))));
    // The one before is what people saw before, not what never was live.
    job(&remote).rollback(None).expect("back");
    assert!(live(&store) == Some(in_folder(&old)));
}

#[test]
fn a_pointer_that_others_have_replaced_stops_a_clean_up() {
    let [only] = publications("replaced", [10_000]);
    let store = Arc::new(InMemory::new());
    put(&store, &only);
    write(&store, "latest.json", "{}");
    let before = everything(&store);
    let error = job(&Remote::of(store.clone())).clean().expect_err("a stop").to_string();
    assert!(error.contains("latest.json"), "{error}");
    assert!(everything(&store) == before);
}

#[test]
fn a_taken_over_publication_that_was_whole_is_remembered() {
    let [old, whole, new] = publications("remembered", [10_000, 20_000, 30_000]);
    let store = Arc::new(InMemory::new());
    put(&store, &old);
    let full = Failing::new(&Arc::new(store.fork()), Fault::Before, usize::MAX);
    job(&Remote::of(Arc::new(full.clone()))).publish(&whole).expect("published");
    // Killed behind the pointer, before the history was written: reading it, writing it, and two for the lock follow.
    let failing = Failing::new(&store, Fault::Before, full.count() - 3);
    assert!(job(&Remote::of(Arc::new(failing))).publish(&whole).is_err());
    assert!(live(&store) == Some(in_folder(&whole)));
    let remote = Remote::of(store.clone());
    Job { take_over: true, ..job(&remote) }.publish(&new).expect("published");
    job(&remote).rollback(None).expect("back");
    assert!(live(&store) == Some(in_folder(&whole)));
}

#[test]
fn on_the_way_to_an_older_format_the_pointer_goes_first() {
    let [only] = publications("format", [10_000]);
    for (pointer, pointer_first) in [("{}", false), ("{\"version\":99,\"manifest\":{}}", true)] {
        let store = Arc::new(InMemory::new());
        write(&store, "latest.json", pointer);
        let failing = Failing::new(&store, Fault::Before, usize::MAX);
        job(&Remote::of(Arc::new(failing.clone()))).publish(&only).expect("published");
        let written = failing.written.lock().expect("a lock").clone();
        let place = |path: &str| written.iter().position(|it| it == path).expect("written");
        assert_eq!(place("latest.json") < place("index.html"), pointer_first);
        // In either order everything that never changes was there before.
        let fixed = written.iter().rposition(|path| path.starts_with("data/"));
        assert!(fixed.expect("data") < place("latest.json").min(place("index.html")));
    }
}

#[test]
fn the_history_tells_when_each_was_published() {
    let [only] = publications("when", [10_000]);
    let store = Arc::new(InMemory::new());
    let remote = Remote::of(store.clone());
    let now = Moment(1_795_755_900);
    Job { remote: &remote, now, take_over: false, progress: Progress::default() }
        .publish(&only)
        .expect("published");
    let kept = job(&remote).look().expect("looked").kept;
    assert_eq!(kept[0].at, now.0);
    assert!(kept[0].line().ends_with("WIB  3 produk dari 2 penjual"), "{}", kept[0].line());
    assert!(live(&store as &dyn ObjectStore).is_some());
}
