//! `/sw.js`: it names the files of the app it was built with, changes with them alone, and can be taken back.

use crate::market::{folder, market, plan, publish};
use etalase::compiler::hash::Hash;
use etalase::compiler::offline::Offline;
use etalase::compiler::publish::Plan;
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};

const CODE: &str = "market-1f2e3d4c5b6a7988_bg.wasm";

/// An app of three programs: the market, one at two addresses, and the page for staff.
fn app(home: &Path) -> PathBuf {
    let app = home.join("app");
    let put = |name: &str, text: &str| {
        let path = app.join(name);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        fs::write(path, text).expect("written");
    };
    put(
        "index.html",
        &format!("<!doctype html><link href=\"/{CODE}\"><script src='/boot-0123456789ab.js'>"),
    );
    put(CODE, "the market");
    put("boot-0123456789ab.js", "start()");
    put("icons.svg", "<svg/>");
    put("kategori/kriya.webp", "a picture");
    put("icon-192.png", "a picture that no page shows");
    put("acara-1f2e3d4c5b6a7988.js", "the events");
    put("petugas-1f2e3d4c5b6a7988.js", "for staff");
    for page in ["acara", "program"] {
        put(
            &format!("{page}/index.html"),
            "<!doctype html><link href=\"/acara-1f2e3d4c5b6a7988.js\">",
        );
    }
    put("petugas/index.html", "<!doctype html><link href=\"/petugas-1f2e3d4c5b6a7988.js\">");
    app
}

/// What the worker of a publication with that app is told.
fn build(app: &Path, out: &Path) -> Value {
    publish(market(), &Plan { app: Some(app), ..plan(out) });
    let worker = fs::read_to_string(out.join("sw.js")).expect("a worker");
    let first = worker.lines().next().expect("a line");
    let json = first.strip_prefix("const BUILD = ").and_then(|line| line.strip_suffix(';'));
    serde_json::from_str(json.expect("the build")).expect("json")
}

fn file(address: &str, content: &str) -> Value {
    json!([address, Hash::of(content.as_bytes()).integrity()])
}

#[test]
fn the_worker_names_what_each_program_is_started_with() {
    let home = folder("offline-names");
    let app = app(&home);
    let build = build(&app, &home.join("dist"));
    let page = fs::read_to_string(app.join("index.html")).expect("a page");
    assert_eq!(
        build["market"],
        json!([
            file("/mulai", &page),
            file("/boot-0123456789ab.js", "start()"),
            file(&format!("/{CODE}"), "the market"),
            file("/icons.svg", "<svg/>"),
            file("/kategori/kriya.webp", "a picture"),
        ])
    );
    let page = fs::read_to_string(app.join("acara/index.html")).expect("a page");
    assert_eq!(
        build["others"],
        json!([{
            "addresses": ["/acara", "/program"],
            "files": [file("/mulai-program", &page), file("/acara-1f2e3d4c5b6a7988.js", "the events")],
        }])
    );
    assert_eq!(build["online"], json!(["/petugas"]));
}

#[test]
fn the_worker_changes_with_the_app_and_not_with_the_goods() {
    let home = folder("offline-changes");
    let app = app(&home);
    let first = build(&app, &home.join("first"));
    let mut fewer = market();
    fewer.products.pop();
    publish(fewer, &Plan { app: Some(&app), ..plan(&home.join("fewer")) });
    let worker = |name: &str| fs::read(home.join(name).join("sw.js")).expect("a worker");
    assert_eq!(worker("first"), worker("fewer"));
    fs::write(app.join(CODE), "the market, mended").expect("written");
    let second = build(&app, &home.join("second"));
    assert_ne!(first["id"], second["id"]);
}

#[test]
fn taken_back_the_worker_only_removes_itself() {
    let home = folder("offline-off");
    let out = home.join("dist");
    publish(market(), &Plan { app: Some(&app(&home)), offline: Offline::Off, ..plan(&out) });
    let worker = fs::read_to_string(out.join("sw.js")).expect("a worker");
    assert!(
        worker.contains("registration.unregister()") && !worker.contains("'fetch'"),
        "{worker}"
    );
}

#[test]
fn data_without_an_app_have_no_worker() {
    let out = folder("offline-none").join("dist");
    publish(market(), &plan(&out));
    assert!(!out.join("sw.js").exists());
}
