//! `catalogue approve`: a changed contact is published once a person has said so, and only then.

use crate::command::{catalogue, path};
use crate::market::{folder, text, tree};
use crate::sheets::Sheets;
use std::fs;
use std::path::PathBuf;

const NEW: &str = "https://www.tokopedia.com/dapur-pindah";

/// A published market and a folder of sheets in which one shop link has changed since.
struct Folders {
    sheets: PathBuf,
    out: PathBuf,
    next: PathBuf,
}

fn changed(name: &str) -> Folders {
    let home = folder(name);
    let folders = Folders {
        sheets: home.join("lembar"),
        out: home.join("terbitan"),
        next: home.join("next"),
    };
    Sheets::market().write(&folders.sheets);
    let first = ["build", path(&folders.sheets), "--out", path(&folders.out), "--at", "2026-11-20"];
    assert_eq!(catalogue(&first).0, 0);
    Sheets::market().set("penjual", "dapur-uji", "tokopedia", NEW).write(&folders.sheets);
    folders
}

impl Folders {
    fn approve(&self, codes: &[&str]) -> (i32, String) {
        let mut arguments = vec!["approve", path(&self.sheets)];
        arguments.extend(codes);
        arguments.extend(["--previous", path(&self.out), "--at", "2026-11-21"]);
        catalogue(&arguments)
    }

    fn build(&self) -> (i32, String) {
        let (sheets, next, out) = (path(&self.sheets), path(&self.next), path(&self.out));
        catalogue(&["build", sheets, "--out", next, "--previous", out, "--at", "2026-11-21"])
    }

    fn approvals(&self) -> PathBuf {
        self.sheets.join("persetujuan.toml")
    }
}

#[test]
fn a_changed_contact_is_published_after_it_was_approved() {
    let folders = changed("approve");
    let (code, said) = folders.build();
    assert_eq!(code, 3, "{said}");
    assert!(said.contains("galat F2 (tokopedia)"), "{said}");
    assert!(!text(&folders.next, "feeds/penjual.jsonl").contains("dapur-pindah"));

    let (code, said) = folders.approve(&["dapur-uji"]);
    assert_eq!(code, 0, "{said}");
    let told = format!(
        "Disetujui: tokopedia penjual \"dapur-uji\" dari https://www.tokopedia.com/dapur-uji menjadi {NEW}."
    );
    assert!(said.contains(&told), "{said}");
    let written = fs::read_to_string(folders.approvals()).expect("approvals");
    assert!(
        written.ends_with(&format!(
            "[[kontak]]\nlembar = \"penjual\"\nkode = \"dapur-uji\"\nkolom = \"tokopedia\"\nnilai = \"{NEW}\"\ntanggal = 2026-11-21\n"
        )),
        "{written}"
    );

    let (code, said) = folders.build();
    assert_eq!(code, 0, "{said}");
    assert!(text(&folders.next, "feeds/penjual.jsonl").contains("dapur-pindah"));
    // What is approved does not wait any more.
    assert_eq!(folders.approve(&["dapur-uji"]).0, 1);
}

#[test]
fn a_cooperatives_new_number_is_published_after_it_was_approved() {
    let folders = changed("approve-round");
    Sheets::market()
        .set("gebetan", "gebetan-uji", "koperasi_wa", "0812-0000-0008")
        .write(&folders.sheets);
    let published = || {
        let files = tree(&folders.next);
        let holds = |bytes: &Vec<u8>| String::from_utf8_lossy(bytes).contains("6281200000008");
        files.values().any(holds)
    };
    let (code, said) = folders.build();
    assert_eq!(code, 3, "{said}");
    assert!(said.contains("galat E2 (koperasi_wa)") && !published(), "{said}");
    let (code, said) = folders.approve(&["gebetan-uji"]);
    assert_eq!(code, 0, "{said}");
    let told =
        "Disetujui: koperasi_wa gebetan \"gebetan-uji\" dari 6281200000009 menjadi 6281200000008.";
    assert!(said.contains(told), "{said}");
    assert_eq!(folders.build().0, 0);
    assert!(published());
}

#[test]
fn an_approval_is_for_that_value_and_that_code_alone() {
    let folders = changed("approve-exactly");
    assert_eq!(folders.approve(&["dapur-uji"]).0, 0);
    for (code, link) in [("dapur-uji", "https://www.tokopedia.com/dapur-jahat"), ("kriya-uji", NEW)]
    {
        let sheets = Sheets::market().set("penjual", "dapur-uji", "tokopedia", NEW);
        sheets.set("penjual", code, "tokopedia", link).write(&folders.sheets);
        // Writing the sheets anew has taken the approvals away.
        folders_approved(&folders);
        let (outcome, said) = folders.build();
        assert_eq!(outcome, 3, "{said}");
        assert!(said.contains("menunggu") || said.contains("sampai disetujui"), "{said}");
    }
}

fn folders_approved(folders: &Folders) {
    let approval = format!(
        "[[kontak]]\nlembar = \"penjual\"\nkode = \"dapur-uji\"\nkolom = \"tokopedia\"\nnilai = \"{NEW}\"\ntanggal = \"2026-11-21\"\n"
    );
    fs::write(folders.approvals(), approval).expect("approvals");
}

#[test]
fn what_people_wrote_in_the_file_stays() {
    let folders = changed("approve-keeps");
    let before = "# Catatan Bu Rina: ditelepon 20 November\n\n[[kontak]] # lama\nlembar = 'produk'\nkode   = \"warisan\"\n\
        kolom = \"tokopedia\"\nnilai = \"https://www.tokopedia.com/lama/x\"   # dicek\ntanggal = 2026-10-01\noleh = \"Rina\"\n";
    fs::write(folders.approvals(), before).expect("approvals");
    assert_eq!(folders.approve(&["dapur-uji"]).0, 0);
    let after = fs::read_to_string(folders.approvals()).expect("approvals");
    assert!(after.starts_with(before), "{after}");
    assert_eq!(after.matches("[[kontak]]").count(), 2);
}

#[test]
fn a_code_under_which_nothing_waits_is_said_and_approves_nothing() {
    let folders = changed("approve-nothing");
    for codes in [vec!["kriya-uji"], vec!["tidak-ada"], vec!["x!"], vec!["dapur-uji", "kriya-uji"]]
    {
        let (code, said) = folders.approve(&codes);
        assert_eq!(code, 1, "{codes:?}: {said}");
        assert!(
            said.contains("Yang menunggu: dapur-uji.")
                && said.contains("Tidak ada yang disetujui."),
            "{said}"
        );
        assert!(!folders.approvals().exists(), "{codes:?}");
    }
    let home = folders.sheets.join("nirwana");
    assert_eq!(
        catalogue(&["approve", path(&folders.sheets), "dapur-uji", "--previous", path(&home)]).0,
        1
    );
    assert_eq!(
        catalogue(&["approve", path(&home), "dapur-uji", "--previous", path(&folders.out)]).0,
        1
    );
    assert_eq!(
        catalogue(&["approve", path(&folders.sheets), "--previous", path(&folders.out)]).0,
        2
    );
}

#[test]
fn a_broken_file_of_approvals_is_an_error_and_approves_nothing() {
    let folders = changed("approve-broken");
    assert_eq!(folders.approve(&["dapur-uji"]).0, 0);
    let whole = fs::read_to_string(folders.approvals()).expect("approvals");
    for broken in
        [format!("{whole}[[kontak]\n"), format!("{whole}[[kontak]]\nkode = \"dapur-uji\"\n")]
    {
        fs::write(folders.approvals(), &broken).expect("approvals");
        let (code, said) = folders.build();
        assert_eq!(code, 3, "{said}");
        assert!(said.contains("persetujuan.toml tidak dapat dipakai"), "{said}");
        assert!(said.contains("galat F2 (tokopedia)"), "{said}");
        let (code, said) = folders.approve(&["dapur-uji"]);
        assert_eq!(code, 1, "{said}");
        assert_eq!(fs::read_to_string(folders.approvals()).expect("approvals"), broken);
    }
}

#[test]
fn check_says_of_changed_contacts_what_build_says() {
    let folders = changed("approve-check");
    let (checked, built) = (folders.out.join("../check.json"), folders.out.join("../build.json"));
    let (sheets, next, out) = (path(&folders.sheets), path(&folders.next), path(&folders.out));
    let common = ["--previous", out, "--at", "2026-11-21", "--report"];
    let check = [&["check", sheets], common.as_slice(), &[path(&checked)]].concat();
    let build = [&["build", sheets, "--out", next], common.as_slice(), &[path(&built)]].concat();
    assert_eq!((catalogue(&check).0, catalogue(&build).0), (3, 3));
    let report = fs::read_to_string(&checked).expect("a report");
    assert!(report.contains("\"code\":\"contact-changed\""));
    assert_eq!(report, fs::read_to_string(&built).expect("a report"));
    let strict = [&["build", "--strict"], &build[1..]].concat();
    assert_eq!(catalogue(&strict).0, 1);
}
