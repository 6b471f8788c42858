//! What stands on the desk: files, what was typed, the last report, and the worker that makes it.
//!
//! The worker may die over a file. Then another one takes its place with the other files, and the file is refused.

use crate::app::browser::file::{Bytes, File, save};
use crate::app::browser::page;
use crate::app::browser::time::later;
use crate::app::browser::worker::Worker;
use crate::app::reactive::RwSignal;
use crate::desk::protocol::{Ask, Correction, Report, Request, Spot, Tell};
use leptos::prelude::{LocalStorage, StoredValue, UpdateValue, WithValue};
use std::time::Duration;

/// Where the page names its worker (petugas.html).
const WORKER: &str = "meta[name=pemeriksa]";
/// The largest honest workbook takes a few seconds on a slow machine.
const PATIENCE: Duration = Duration::from_secs(60);
/// Endings of photos; what else is chosen goes to the checker, which says what it does not read.
const PHOTOS: [&str; 5] = [".jpg", ".jpeg", ".png", ".webp", ".heic"];

/// What is being done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Nothing was chosen yet.
    Empty,
    /// The checker is being fetched.
    Starting,
    /// This file is being read.
    Reading(String),
    /// All are being checked.
    Checking,
    /// The report stands.
    Done,
    /// The checker cannot be had, or died over no file in particular.
    Broken,
}

/// A chosen sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chosen {
    /// Its name.
    pub name: String,
    /// In bytes.
    pub size: u64,
}

/// The desk.
#[derive(Clone, Copy)]
pub struct Desk {
    /// What is being done.
    pub phase: RwSignal<Phase>,
    /// The sheets and settings, by name.
    pub sheets: RwSignal<Vec<Chosen>>,
    /// The photos, by name.
    pub photos: RwSignal<Vec<String>>,
    /// The last report.
    pub report: RwSignal<Option<Report>>,
    /// What was typed in place of what the cells hold.
    pub typed: RwSignal<Vec<Correction>>,
    /// Whether something was typed since the last check.
    pub stale: RwSignal<bool>,
    hold: StoredValue<Hold, LocalStorage>,
}

/// What signals cannot carry.
#[derive(Default)]
struct Hold {
    worker: Option<Worker>,
    files: Vec<File>,
    photos: Vec<File>,
    refused: Vec<String>,
    /// Counts what the worker has said, so that silence can be told.
    heard: u64,
}

impl Desk {
    /// An empty one.
    pub fn empty() -> Self {
        Self {
            phase: RwSignal::new(Phase::Empty),
            sheets: RwSignal::new(Vec::new()),
            photos: RwSignal::new(Vec::new()),
            report: RwSignal::new(None),
            typed: RwSignal::new(Vec::new()),
            stale: RwSignal::new(false),
            hold: StoredValue::new_local(Hold::default()),
        }
    }

    /// Puts files on the desk, in the place of those of the same name, and has everything checked.
    pub fn put(self, files: Vec<File>) {
        let is_photo = |file: &File| {
            let name = file.name().to_lowercase();
            PHOTOS.iter().any(|ending| name.ends_with(ending))
        };
        let hidden = |file: &File| file.name().starts_with(['.', '~']);
        let (photos, sheets): (Vec<File>, Vec<File>) =
            files.into_iter().filter(|file| !hidden(file)).partition(is_photo);
        if photos.is_empty() && sheets.is_empty() {
            return;
        }
        self.hold.update_value(|hold| {
            let refused = |name: &String| !sheets.iter().any(|file| file.name() == *name);
            hold.refused.retain(refused);
            replace(&mut hold.files, &sheets);
            replace(&mut hold.photos, &photos);
        });
        self.list();
        let running = self.hold.with_value(|hold| hold.worker.is_some());
        if running {
            self.take(&sheets);
            self.check();
        } else {
            self.start();
        }
    }

    /// Takes a file off the desk.
    pub fn remove(self, name: &str) {
        self.hold.update_value(|hold| {
            hold.files.retain(|file| file.name() != name);
            hold.photos.retain(|file| file.name() != name);
            hold.refused.retain(|refused| refused != name);
        });
        self.typed.update(|typed| typed.retain(|correction| correction.spot.file != name));
        self.list();
        if self.hold.with_value(|hold| hold.files.is_empty()) {
            self.report.set(None);
        }
        self.ask(&Ask::Drop(name.to_owned()), &[]);
        self.check();
    }

    /// Has everything checked again.
    pub fn check(self) {
        self.stale.set(false);
        if self.hold.with_value(|hold| hold.files.is_empty()) {
            return self.phase.set(Phase::Empty);
        }
        self.phase.set(Phase::Checking);
        self.ask(&Ask::Check(self.request()), &[]);
    }

    /// Has the corrected copy made, which the browser saves.
    pub fn save_copy(self) {
        self.ask(&Ask::Save(self.request()), &[]);
    }

    /// Has the report made as a page of its own, which the browser saves.
    pub fn save_report(self) {
        self.ask(&Ask::Paper(self.request()), &[]);
    }

    /// What is typed for a cell, where it was.
    pub fn typed_at(self, spot: &Spot) -> Option<String> {
        self.typed.with_untracked(|typed| {
            let found = typed.iter().find(|correction| correction.spot == *spot);
            found.map(|correction| correction.value.clone())
        })
    }

    /// Notes what is typed for a cell.
    pub fn type_at(self, spot: &Spot, value: String) {
        if self.typed_at(spot).as_ref() == Some(&value) {
            return;
        }
        self.typed.update(|typed| {
            typed.retain(|correction| correction.spot != *spot);
            typed.push(Correction { spot: spot.clone(), value });
        });
        self.stale.set(true);
    }

    /// Forgets everything that was typed.
    pub fn undo(self) {
        self.typed.set(Vec::new());
        self.check();
    }

    /// A photo of the desk.
    pub fn photo(self, name: &str) -> Option<File> {
        self.hold.with_value(|hold| hold.photos.iter().find(|file| file.name() == name).cloned())
    }

    fn request(self) -> Request {
        Request {
            photos: self.photos.get_untracked(),
            refused: self.hold.with_value(|hold| hold.refused.clone()),
            corrections: self.typed.get_untracked(),
        }
    }

    /// Shows which files there are.
    fn list(self) {
        let (sheets, photos) = self.hold.with_value(|hold| {
            let chosen = |file: &File| Chosen { name: file.name(), size: file.size() };
            let sheets: Vec<Chosen> = hold.files.iter().map(chosen).collect();
            (sheets, hold.photos.iter().map(File::name).collect())
        });
        self.sheets.set(sheets);
        self.photos.set(photos);
    }

    /// Starts a worker; once it listens it is given all files.
    fn start(self) {
        self.phase.set(Phase::Starting);
        let worker = page::content_of(WORKER).and_then(|address| {
            Worker::start(&address, move |said, bytes| self.hear(&said, bytes), move || self.died())
        });
        if worker.is_none() {
            self.phase.set(Phase::Broken);
        }
        self.hold.update_value(|hold| hold.worker = worker);
    }

    fn take(self, files: &[File]) {
        if !files.is_empty() {
            self.ask(&Ask::Take(files.iter().map(File::name).collect()), files);
        }
    }

    fn ask(self, what: &Ask, files: &[File]) {
        let text = serde_json::to_string(what).unwrap_or_default();
        self.hold.with_value(|hold| {
            if let Some(worker) = &hold.worker {
                worker.ask(&text, files);
            }
        });
    }

    fn hear(self, said: &str, bytes: Option<Bytes>) {
        self.hold.update_value(|hold| hold.heard += 1);
        match serde_json::from_str::<Tell>(said) {
            Ok(Tell::Ready) => {
                let files = self.hold.with_value(|hold| {
                    let own = |file: &&File| !hold.refused.contains(&file.name());
                    hold.files.iter().filter(own).cloned().collect::<Vec<_>>()
                });
                self.take(&files);
                self.check();
            }
            Ok(Tell::Reading(name)) => {
                self.phase.set(Phase::Reading(name));
                self.watch();
            }
            Ok(Tell::Taken(_)) => self.phase.set(Phase::Checking),
            Ok(Tell::Report(report)) => {
                self.report.set(Some(report));
                self.phase.set(Phase::Done);
            }
            Ok(Tell::File(name)) => {
                if let Some(bytes) = bytes {
                    save(&name, &bytes);
                }
            }
            Ok(Tell::Failed) | Err(_) => self.phase.set(Phase::Broken),
        }
    }

    /// A worker that stays silent over a file is taken for dead.
    fn watch(self) {
        let before = self.hold.with_value(|hold| hold.heard);
        later(PATIENCE, move || {
            if self.hold.try_with_value(|hold| hold.heard) == Some(before) {
                self.died();
            }
        });
    }

    /// Not at once: it may be the worker's own word that is being heard.
    fn died(self) {
        later(Duration::ZERO, move || self.replace_worker());
    }

    fn replace_worker(self) {
        let phase = self.phase.get_untracked();
        self.hold.update_value(|hold| hold.worker = None);
        match phase {
            Phase::Reading(name) => {
                self.hold.update_value(|hold| hold.refused.push(name));
                self.start();
            }
            _ => self.phase.set(Phase::Broken),
        }
    }
}

/// Puts files in the place of those of the same name, and keeps all in the order of their names.
fn replace(files: &mut Vec<File>, new: &[File]) {
    files.retain(|old| !new.iter().any(|file| file.name() == old.name()));
    files.extend(new.iter().cloned());
    files.sort_by_key(File::name);
}
