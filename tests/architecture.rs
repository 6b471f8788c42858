//! Reads the sources and holds them to ARCHITECTURE.md: who may import whom, how long a file may be, what may
//! stand in one place only, and that every path the document names exists.
#![expect(clippy::expect_used, reason = "a test stops where something is not as it should be")]

use std::fs;
use std::path::{Path, PathBuf};

/// No file of source is longer.
const MOST_LINES: usize = 400;

/// A folder (or file) of `src`, and the only modules of ours that it may name. The longest match counts.
const LAYERS: [(&str, &[&str]); 25] = [
    ("domain", &["domain"]),
    ("search", &["domain", "search"]),
    ("route.rs", &["domain"]),
    ("format", &["domain", "format"]),
    ("compiler", &["domain", "search", "format", "route", "compiler"]),
    ("app/reactive.rs", &[]),
    ("app/node", &["domain::gather", "domain::sorted", "app::node"]),
    ("app/browser", &["domain", "app::reactive", "app::node", "app::browser"]),
    ("app/ui", &["app::reactive", "app::node", "app::ui", "app::browser"]),
    ("app/text", &["domain", "app::data::load", "app::text"]),
    ("app/data", &["domain", "search", "format", "app::reactive", "app::browser", "app::data"]),
    (
        "app/state",
        &["domain", "format", "route", "app::reactive", "app::browser", "app::data", "app::state"],
    ),
    (
        "app/parts",
        &[
            "domain",
            "search",
            "format",
            "route",
            "app::reactive",
            "app::node",
            "app::browser",
            "app::data",
            "app::state",
            "app::text",
            "app::ui",
            "app::parts",
        ],
    ),
    (
        "app/shell",
        &[
            "domain",
            "search",
            "format",
            "route",
            "app::reactive",
            "app::node",
            "app::browser",
            "app::data",
            "app::state",
            "app::text",
            "app::ui",
            "app::parts",
            "app::shell",
        ],
    ),
    (
        "app/pages",
        &[
            "domain",
            "search",
            "format",
            "route",
            "app::reactive",
            "app::node",
            "app::browser",
            "app::data",
            "app::state",
            "app::text",
            "app::ui",
            "app::parts",
            "app::pages",
        ],
    ),
    (
        "app/desk",
        &[
            "domain",
            "route",
            "desk::protocol",
            "app::reactive",
            "app::node",
            "app::browser",
            "app::shell::mark",
            "app::state::prefs",
            "app::text",
            "app::ui",
            "app::desk",
        ],
    ),
    (
        "app/programmes",
        &[
            "domain",
            "search::cards",
            "format",
            "route",
            "app::reactive",
            "app::node",
            "app::browser",
            "app::data",
            "app::state",
            "app::text",
            "app::ui",
            "app::parts",
            "app::shell",
            "app::programmes",
            "papers::protocol",
        ],
    ),
    ("desk", &["domain", "compiler", "desk", "worker"]),
    (
        "prerender",
        &[
            "domain",
            "search",
            "format",
            "route",
            "compiler::pages",
            "app::reactive",
            "app::node",
            "app::programmes",
            "app::data",
            "app::state",
            "app::bare",
            "app::still",
            "app::text",
        ],
    ),
    ("desk/protocol.rs", &[]),
    ("papers", &["domain", "compiler", "papers", "worker"]),
    ("papers/protocol.rs", &["domain"]),
    ("worker.rs", &[]),
    ("app/mod.rs", &["domain", "route", "app"]),
    ("lib.rs", &[]),
];

/// A text that may stand in the sources only under these places, and why.
const ONLY_IN: [(&str, &[&str], &str); 12] = [
    (
        "web_sys",
        &["app/browser", "app/node", "worker.rs"],
        "the browser is touched through these alone",
    ),
    (
        "js_sys",
        &["app/browser", "app/node", "worker.rs"],
        "the browser is touched through these alone",
    ),
    (
        "wasm_bindgen::",
        &["app/browser", "app/node", "worker.rs"],
        "the browser is touched through these alone",
    ),
    ("std::fs", &["compiler", "bin"], "files are the compiler's"),
    ("SystemTime", &["bin"], "there is one clock, read at the entry"),
    ("inner_html", &[], "markup from data would run scripts"),
    (
        "leptos",
        &["app", "main.rs", "bin/petugas.rs", "bin/programmes.rs"],
        "only the app knows the view layer",
    ),
    (" style=", &[], "the content security policy blocks inline styles"),
    ("calamine", &["compiler/sheet"], "one reader of spreadsheets"),
    ("object_store::", &["compiler/deploy"], "one place speaks to stores"),
    ("tokio::", &["compiler/deploy"], "what is asynchronous stays where it must be"),
    ("unsafe ", &[], "forbidden by lint, and not to be allowed again"),
];

struct Source {
    /// From `src`, with `/` between the parts.
    name: String,
    text: String,
}

fn sources() -> Vec<Source> {
    fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).expect("a readable folder") {
            let path = entry.expect("a readable entry").path();
            if path.is_dir() {
                walk(&path, found);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                found.push(path);
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    walk(&root, &mut found);
    found.sort();
    assert!(found.len() > 50, "the sources were not found");
    found
        .into_iter()
        .map(|path| {
            let name =
                path.strip_prefix(&root).expect("below src").to_string_lossy().replace('\\', "/");
            Source { name, text: fs::read_to_string(&path).expect("readable source") }
        })
        .collect()
}

/// The text without comments, line by line, up to a file's own tests.
fn code_lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines()
        .enumerate()
        .take_while(|(_, line)| !line.contains("#[cfg(test)]"))
        .map(|(at, line)| (at + 1, line))
        .filter(|(_, line)| !line.trim_start().starts_with("//"))
}

fn report(faults: &[String]) {
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

#[test]
fn every_file_imports_only_what_its_layer_may_know() {
    let mut faults = Vec::new();
    for source in sources() {
        let Some((_, allowed)) = LAYERS
            .iter()
            .filter(|(layer, _)| source.name.starts_with(layer))
            .max_by_key(|(layer, _)| layer.len())
        else {
            continue;
        };
        for (line, text) in code_lines(&source.text) {
            for named in text.split("crate::").skip(1) {
                let ok = allowed.iter().any(|module| {
                    named.strip_prefix(module).is_some_and(|rest| {
                        !rest.starts_with(|c: char| c.is_alphanumeric() || c == '_')
                    })
                });
                if !ok {
                    let named: String = named
                        .chars()
                        .take_while(|c| c.is_alphanumeric() || matches!(c, '_' | ':'))
                        .collect();
                    faults.push(format!(
                        "src/{}:{line} names crate::{named}, which its layer must not know",
                        source.name
                    ));
                }
            }
        }
    }
    report(&faults);
}

#[test]
fn no_page_knows_another_page() {
    let mut faults = Vec::new();
    for source in sources()
        .iter()
        .filter(|source| source.name.starts_with("app/pages/") && source.name != "app/pages/mod.rs")
    {
        let own = source.name["app/pages/".len()..].split(['/', '.']).next().unwrap_or_default();
        for (line, text) in code_lines(&source.text) {
            for named in text.split("crate::app::pages::").skip(1) {
                if !named.starts_with(own) {
                    faults.push(format!(
                        "src/{}:{line} names another page; what two pages share belongs to parts",
                        source.name
                    ));
                }
            }
        }
    }
    report(&faults);
}

#[test]
fn some_things_stand_in_one_place_only() {
    let mut faults = Vec::new();
    for source in sources() {
        for (line, text) in code_lines(&source.text) {
            for (needle, places, why) in ONLY_IN {
                if text.contains(needle)
                    && !places.iter().any(|place| source.name.starts_with(place))
                {
                    faults.push(format!("src/{}:{line} has `{needle}`: {why}", source.name));
                }
            }
        }
    }
    report(&faults);
}

#[test]
fn every_file_opens_with_its_one_job_and_ends_within_bounds() {
    let mut faults = Vec::new();
    for source in sources() {
        if !source.text.starts_with("//! ") {
            faults.push(format!("src/{} does not open with what it is for", source.name));
        }
        let lines = source.text.lines().count();
        if lines > MOST_LINES {
            faults.push(format!("src/{} has {lines} lines, more than {MOST_LINES}", source.name));
        }
    }
    report(&faults);
}

#[test]
fn every_path_in_the_architecture_document_exists() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let document = fs::read_to_string(root.join("ARCHITECTURE.md")).expect("ARCHITECTURE.md");
    let paths: Vec<&str> = document
        .split('`')
        .skip(1)
        .step_by(2)
        .filter(|word| {
            word.contains('/')
                && !word.contains([' ', '<', '*', '…', '|', '{'])
                && !word.starts_with('/')
        })
        .collect();
    assert!(paths.len() > 20, "the document names hardly any path");
    let missing: Vec<String> = paths
        .iter()
        .filter(|path| {
            !["target/", "dist/", "data/", "feeds/", "foto/"]
                .iter()
                .any(|made| path.starts_with(made))
        })
        .filter(|path| !root.join(path).exists())
        .map(|path| format!("ARCHITECTURE.md names {path}, which does not exist"))
        .collect();
    report(&missing);
}
