//! Compressed copies on their way: a web server's folder gets them, a bucket does not, and none outlives its page.

use crate::market::{folder, market, plan, publish, tree};
use crate::site::{everything, job, put};
use etalase::compiler::deploy::Remote;
use etalase::compiler::publish::Plan;
use object_store::memory::InMemory;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A publication whose first page says this, with or without copies.
fn site(home: &Path, name: &str, says: &str, compress: bool) -> PathBuf {
    let (app, out) = (home.join(format!("app-{name}")), home.join(name));
    fs::create_dir_all(&app).expect("a folder");
    let page = format!("<!doctype html><title>Etalase</title>{}", says.repeat(100));
    fs::write(app.join("index.html"), page).expect("written");
    let program = "export const one = 1;\n".repeat(100);
    fs::write(app.join("market-1f2e3d4c5b6a7988.js"), program).expect("written");
    publish(market(), &Plan { app: Some(&app), compress, ..plan(&out) });
    out
}

fn place(home: &Path) -> (PathBuf, Remote) {
    let place = home.join("terbit");
    let remote = Remote::open(&place.display().to_string()).expect("a place");
    (place, remote)
}

#[test]
fn a_folder_gets_the_copies_and_a_bucket_does_not() {
    let home = folder("deploy-twins");
    let dist = site(&home, "dist", "selamat datang ", true);
    let (place, remote) = place(&home);
    job(&remote).publish(&dist).expect("published");
    let mut served = tree(&place);
    served.retain(|path, _| !path.starts_with("generations/"));
    assert!(served == tree(&dist));
    assert!(served.contains_key("index.html.br"));

    let store = Arc::new(InMemory::new());
    put(&store, &dist);
    let stored = everything(&*store);
    assert!(stored.contains_key("index.html"));
    let twins = stored.keys().filter(|path| path.ends_with(".br") || path.ends_with(".gz"));
    assert_eq!(twins.collect::<Vec<_>>(), Vec::<&String>::new());
}

#[test]
fn a_copy_of_a_former_page_goes_with_it_and_comes_back_with_it() {
    let home = folder("deploy-twins-outdated");
    let [with, without] =
        [("with", true), ("without", false)].map(|(name, on)| site(&home, name, name, on));
    let (place, remote) = place(&home);
    job(&remote).publish(&with).expect("published");
    fs::write(place.join("milik-sendiri.br"), "a stranger's").expect("written");
    job(&remote).publish(&without).expect("published");
    for gone in ["index.html.br", "index.html.gz", "sw.js.br"] {
        assert!(!place.join(gone).exists(), "{gone}");
    }
    assert!(place.join("market-1f2e3d4c5b6a7988.js.br").exists(), "its file never changes");
    assert!(place.join("milik-sendiri.br").exists(), "files of others stay");
    job(&remote).rollback(None).expect("back");
    assert!(
        fs::read(place.join("index.html.br")).ok() == fs::read(with.join("index.html.br")).ok()
    );
}

#[test]
fn a_copy_made_by_another_release_is_as_good_and_stays() {
    let home = folder("deploy-twins-release");
    let [first, second] = ["first", "second"].map(|name| site(&home, name, name, true));
    let (place, remote) = place(&home);
    job(&remote).publish(&first).expect("published");
    let name = "market-1f2e3d4c5b6a7988.js.br";
    fs::write(second.join(name), "the same in other bytes").expect("written");
    job(&remote).publish(&second).expect("published");
    job(&remote).rollback(None).expect("back, whoever made it");
    assert!(fs::read(place.join(name)).ok() == fs::read(first.join(name)).ok());
}
