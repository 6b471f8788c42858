//! The program as it is started, against a real S3 server: the whole way, faults on the way, and kills.

use crate::market::folder;
use crate::s3::{BUCKET, Fault, KEY, PREFIX, SECRET, Server};
use crate::site::{Catalogue, in_folder, live, publication};
use object_store::path::Path as Address;
use object_store::{Attribute, ObjectStoreExt};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A server with the publication at 10,000 live, and the one at 20,000 ready.
struct Stage {
    server: Server,
    old: PathBuf,
    new: PathBuf,
}

impl Stage {
    fn set(name: &str) -> Self {
        let home = folder(&format!("deploy-{name}"));
        let server = Server::start(&home);
        let (old, new) = (publication(&home, 10_000), publication(&home, 20_000));
        let stage = Self { server, old, new };
        let (code, text) = stage.publish(&stage.old);
        assert_eq!(code, 0, "{text}");
        stage
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_catalogue"));
        command
            .args(arguments)
            .args(["--to", &format!("s3://{BUCKET}/{PREFIX}")])
            .env("AWS_ENDPOINT", format!("http://{}", self.server.address))
            .env("AWS_ALLOW_HTTP", "true")
            .env("AWS_REGION", "ap-southeast-3")
            .env("AWS_ACCESS_KEY_ID", KEY)
            .env("AWS_SECRET_ACCESS_KEY", SECRET);
        command
    }

    fn run(&self, arguments: &[&str]) -> (i32, String) {
        let output = self.command(arguments).output().expect("the program");
        let text = String::from_utf8_lossy(&output.stdout).into_owned()
            + &String::from_utf8_lossy(&output.stderr);
        (output.status.code().expect("an exit code"), text)
    }

    fn publish(&self, folder: &Path) -> (i32, String) {
        self.run(&["publish", folder.to_str().expect("a plain path")])
    }

    fn live(&self) -> Catalogue {
        self.server.meet(Fault::None);
        live(&self.server.visitor()).expect("a catalogue")
    }
}

#[test]
fn a_publication_goes_there_and_back_and_is_cleaned_up() {
    let stage = Stage::set("s3-way");
    let (code, text) = stage.publish(&stage.new);
    assert_eq!(code, 0, "{text}");
    assert!(text.contains("Tayang: 3 produk dari 2 penjual"), "{text}");
    assert!(!text.contains('\u{1b}') && !text.contains("mengunggah"), "quiet when piped: {text}");
    assert!(stage.live() == in_folder(&stage.new));
    let got = crate::site::block_on(stage.server.visitor().get(&Address::from("index.html")));
    let attributes = got.expect("a page").attributes;
    let attribute = |kind| attributes.get(&kind).map(|value| value.to_string());
    assert_eq!(attribute(Attribute::ContentType).as_deref(), Some("text/html; charset=utf-8"));
    assert_eq!(attribute(Attribute::CacheControl).as_deref(), Some("no-cache"));

    let (code, text) = stage.run(&["rollback"]);
    assert_eq!(code, 0, "{text}");
    assert!(stage.live() == in_folder(&stage.old));
    let home = stage.old.parent().expect("a home");
    for price in [30_000, 40_000, 50_000] {
        assert_eq!(stage.publish(&publication(home, price)).0, 0);
    }
    let (code, text) = stage.run(&["gc"]);
    assert!(code == 0 && text.contains("dapat dihapus dengan --yes"), "{text}");
    assert_eq!(text.matches("(tayang)").count(), 1, "{text}");
    let (code, text) = stage.run(&["gc", "--yes"]);
    assert!(code == 0 && text.contains("berkas lama") && text.contains("dihapus"), "{text}");
    assert!(stage.live() == in_folder(&home.join("dist-50000")));
    assert!(stage.run(&["gc"]).1.contains("Tidak ada berkas lama."));
}

#[test]
fn passing_faults_of_the_server_are_gone_through() {
    let stage = Stage::set("s3-faults");
    for (fault, folder) in [
        (Fault::Now500(1), &stage.new),
        (Fault::Cut(2), &stage.old),
        (Fault::Now500(3), &stage.new),
    ] {
        stage.server.meet(fault);
        let (code, text) = stage.publish(folder);
        assert_eq!(code, 0, "{fault:?}: {text}");
        assert!(stage.live() == in_folder(folder), "{fault:?}");
    }
}

#[test]
fn a_server_that_stays_broken_leaves_the_old_catalogue_and_exit_code_1() {
    let stage = Stage::set("s3-broken");
    stage.server.meet(Fault::Always500(20));
    let (code, text) = stage.publish(&stage.new);
    assert_eq!(code, 1, "{text}");
    assert!(text.contains("galat: tidak dapat"), "{text}");
    assert!(stage.live() == in_folder(&stage.old));
    let (code, text) = stage.publish(&stage.new);
    assert_eq!(code, 0, "{text}");
    assert!(stage.live() == in_folder(&stage.new));
}

#[test]
fn a_killed_program_leaves_one_whole_catalogue_and_goes_on_where_it_stopped() {
    let stage = Stage::set("s3-killed");
    let (old, new) = (in_folder(&stage.old), in_folder(&stage.new));
    let before = stage.server.files();
    stage.server.meet(Fault::None);
    assert_eq!(stage.publish(&stage.new).0, 0);
    let requests = stage.server.seen();
    // The last six are those around the pointer; of the others some.
    for at in (1..requests).step_by(9).chain(requests.saturating_sub(6)..=requests) {
        stage.server.restore(&before);
        stage.server.meet(Fault::Silent(at));
        let folder = stage.new.to_str().expect("a plain path");
        let mut program = stage
            .command(&["publish", folder])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program");
        stage.server.wait_for_silence();
        program.kill().expect("killed");
        program.wait().expect("ended");
        let seen = stage.live();
        assert!(seen == old || seen == new, "a mixture after {at} of {requests} requests");
        let (code, text) = stage.publish(&stage.new);
        assert_eq!(code, 0, "{text}");
        assert!(stage.live() == new);
    }
}

#[test]
fn wrong_places_are_2_and_folders_that_are_not_whole_are_1() {
    let home = folder("deploy-usage");
    let run = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_catalogue"));
        let output = command.args(arguments).output().expect("the program");
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        (output.status.code().expect("an exit code"), text)
    };
    let (folder, place) = (home.to_str().expect("a path"), home.join("terbit"));
    let place = place.to_str().expect("a path");
    assert_eq!(run(&["publish", folder]).0, 2);
    assert_eq!(run(&["publish", folder, "--to", "ftp://pasar"]).0, 2);
    assert_eq!(run(&["publish", folder, "--to", "https://etalase.example/x"]).0, 2);
    let (code, text) = run(&["publish", folder, "--to", place]);
    assert!(code == 1 && text.contains("latest.json tidak ada"), "{text}");
    assert_eq!(run(&["rollback", "--to", place]).0, 1);
    assert_eq!(run(&["gc", "--to", place]).0, 1);
}
