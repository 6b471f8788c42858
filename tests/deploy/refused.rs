//! A folder that is not whole is not uploaded, not even in part; and two who publish at once do not mix.

use crate::failing::{Failing, Fault};
use crate::site::{block_on, everything, in_folder, job, live, publications, put};
use etalase::compiler::deploy::plan::Incomplete;
use etalase::compiler::deploy::{Job, Remote};
use object_store::ObjectStoreExt;
use object_store::memory::InMemory;
use object_store::path::Path as Address;
use std::fs;
use std::path::Path;
use std::sync::Arc;

/// The one file of that folder whose path begins like this.
fn file(folder: &Path, beginning: &str) -> std::path::PathBuf {
    let (below, name) = beginning.rsplit_once('/').unwrap_or(("", beginning));
    let entries = fs::read_dir(folder.join(below)).expect("a folder").flatten();
    let found = entries
        .map(|entry| entry.path())
        .find(|path| path.file_name().expect("a name").to_string_lossy().starts_with(name));
    found.expect(beginning)
}

#[test]
fn a_folder_that_is_not_whole_is_told_file_by_file_and_nothing_is_uploaded() {
    type Damage = fn(&Path);
    let damages: [(&str, Damage); 11] = [
        ("latest.json tidak ada", |folder| gone(folder, "latest.json")),
        ("latest.json rusak", |folder| {
            fs::write(folder.join("latest.json"), "{").expect("written")
        }),
        ("manifest-", |folder| gone(folder, "data/manifest-")),
        ("cards-0-", |folder| gone(folder, "data/cards-0-")),
        ("rusak: isinya tidak sesuai", |folder| flip(&file(folder, "data/products-0-"))),
        ("sellers-0-", |folder| flip(&file(folder, "data/sellers-0-"))),
        ("programmes-", |folder| gone(folder, "data/programmes-")),
        ("rapat-0-", |folder| flip(&file(folder, "data/rapat-0-"))),
        ("untuk produk keripik-tempe", |folder| {
            fs::remove_dir_all(folder.join("foto")).expect("removed");
        }),
        ("bagian dari aplikasi", |folder| gone(folder, "market-0000000000002710.js")),
        ("hanya berisi data", |folder| gone(folder, "index.html")),
    ];
    for (number, (said, damage)) in damages.into_iter().enumerate() {
        let [folder] = publications(&format!("damaged-{number}"), [10_000]);
        damage(&folder);
        let store = Arc::new(InMemory::new());
        let error = job(&Remote::of(store.clone())).publish(&folder).expect_err(said);
        assert!(error.is::<Incomplete>() && error.to_string().contains(said), "{error}");
        assert!(everything(&store).is_empty());
    }
}

fn gone(folder: &Path, beginning: &str) {
    fs::remove_file(file(folder, beginning)).expect("removed");
}

fn flip(path: &Path) {
    let mut bytes = fs::read(path).expect("bytes");
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(path, bytes).expect("written");
}

#[test]
fn all_faults_of_a_folder_are_told_at_once() {
    let [folder] = publications("all-faults", [10_000]);
    flip(&file(&folder, "data/products-0-"));
    flip(&file(&folder, "data/sellers-0-"));
    let store = Arc::new(InMemory::new());
    let error = job(&Remote::of(store)).publish(&folder).expect_err("refused").to_string();
    assert!(error.contains("products-0-") && error.contains("sellers-0-"), "{error}");
}

#[test]
fn what_is_there_already_is_not_sent_again() {
    let [first, second] = publications("again", [10_000, 20_000]);
    let store = Arc::new(InMemory::new());
    let remote = Remote::of(store.clone());
    let whole = job(&remote).publish(&first).expect("published");
    assert!(whole.sent > 15 && whole.skipped == 0, "{whole:?}");
    let same = job(&remote).publish(&first).expect("published");
    assert_eq!((same.sent, same.skipped, &same.id), (0, whole.sent, &whole.id));
    let other = job(&remote).publish(&second).expect("published");
    assert!(other.sent < whole.sent && other.skipped > 5, "photos and unchanged files: {other:?}");
}

#[test]
fn a_second_publication_waits_while_another_one_is_unfinished() {
    let [old, first, second] = publications("waits", [10_000, 20_000, 30_000]);
    let store = Arc::new(InMemory::new());
    put(&store, &old);
    let lock = br#"{"work":{"Publish":"abc"},"since":1795539600}"#.to_vec();
    write(&store, "generations/lock.json", lock);
    let before = everything(&store);
    let remote = Remote::of(store.clone());
    let error = job(&remote).publish(&first).expect_err("a wait").to_string();
    assert!(error.contains("penerbitan abc") && error.contains("--take-over"), "{error}");
    for error in [job(&remote).rollback(None).err(), job(&remote).clean().err()] {
        assert!(error.is_some());
    }
    assert!(everything(&store) == before);
    Job { take_over: true, ..job(&remote) }.publish(&second).expect("published");
    assert!(live(&store) == Some(in_folder(&second)));
}

fn write(store: &InMemory, address: &str, bytes: Vec<u8>) {
    block_on(store.put(&Address::from(address), bytes.into())).expect("written");
}

#[test]
fn a_pointer_that_others_replace_meanwhile_stays_theirs() {
    let [old, new] = publications("meanwhile", [10_000, 20_000]);
    let start = Arc::new(InMemory::new());
    put(&start, &old);
    let full = Failing::new(&Arc::new(start.fork()), Fault::Before, usize::MAX);
    job(&Remote::of(Arc::new(full.clone()))).publish(&new).expect("published");
    let theirs = b"{\"version\":1,\"manifest\":{}}".to_vec();
    let mut stayed = 0;
    for at in 1..=full.count() {
        let store = Arc::new(start.fork());
        let meddled = store.clone();
        let (written, bytes) = (theirs.clone(), theirs.clone());
        let meddling = Failing::new(&store, Fault::Before, usize::MAX)
            .beside(at, move || write(&meddled, "latest.json", written.clone()));
        let done = job(&Remote::of(Arc::new(meddling))).publish(&new);
        let pointer = everything(&store).remove("latest.json").expect("a pointer");
        assert!(done.is_ok() || pointer == bytes, "{at}");
        stayed += usize::from(done.is_err());
    }
    assert!(stayed > 10, "{stayed}");
}
