//! `persetujuan.toml`: which changed contacts a person has approved.
//!
//! An approval is for one kode, one column and exactly one value; of several for the same kode and column the last
//! holds, so that what was approved long ago cannot return unseen. A file that cannot be read as a whole approves
//! nothing. Writing keeps everything that stands there, comments too.

use crate::compiler::columns::Kind;
use crate::compiler::contacts::Contact;
use crate::compiler::disk;
use crate::compiler::faults::{Fault, Problems};
use crate::compiler::handed::Note;
use crate::compiler::place::Source;
use crate::compiler::trust::Pending;
use crate::domain::code::Code;
use crate::domain::time::Date;
use anyhow::{Context, Result, bail};
use std::collections::HashMap;
use std::path::Path;
use toml_edit::{ArrayOfTables, Document, DocumentMut, Item, Table, TomlError, value};

/// The file's name.
pub const FILE: &str = "persetujuan.toml";
/// The tables in it.
const TABLE: &str = "kontak";
/// More than the approvals of many years weigh.
pub const MOST_BYTES: u64 = 16 * 1024 * 1024;
/// What a new file begins with.
const HEAD: &str = "# Perubahan kontak yang sudah dipastikan kepada penjualnya; ditulis oleh catalogue approve.\n\
    # Setiap persetujuan hanya berlaku untuk tepat satu nilai. Yang terakhir untuk satu kode dan kolom yang berlaku.\n";

/// What was approved.
#[derive(Clone, Debug, Default)]
pub struct Approvals(HashMap<(Kind, Code), Vec<Contact>>);

/// Why a file of approvals cannot be used.
#[derive(Debug, thiserror::Error)]
enum Broken {
    #[error("berkasnya terlalu besar atau bukan teks")]
    NotText,
    #[error("tulisannya bukan TOML yang benar")]
    Syntax { line: Option<u32> },
    #[error("satu persetujuan tidak lengkap atau isinya tidak terbaca")]
    Entry { line: Option<u32> },
}

impl Approvals {
    /// Reads the file, where there is one; one that is broken is an error and approves nothing.
    pub fn read(file: &Note, problems: &mut Problems) -> Self {
        match text(file).and_then(|text| text.map_or(Ok(Self::default()), parse)) {
            Ok(approvals) => approvals,
            Err(broken) => {
                let row = match broken {
                    Broken::NotText => None,
                    Broken::Syntax { line } | Broken::Entry { line } => line,
                };
                problems.add(
                    Fault::ApprovalsUnreadable,
                    &Source::new(FILE, None, (0, 1)).at(row, None, None),
                    None,
                    format!("{FILE} tidak dapat dipakai: {broken}. Tidak satu pun perubahan kontak disetujui olehnya."),
                    "Perbaiki baris itu: lembar (penjual, produk, jbl, atau gebetan), kode, kolom, nilai, dan tanggal.",
                );
                Self::default()
            }
        }
    }

    /// Whether exactly this value was approved, and nothing else later.
    pub fn hold(&self, kind: Kind, code: &Code, contact: &Contact) -> bool {
        // The last one of the column decides.
        let all = self.0.get(&(kind, code.clone())).map(Vec::as_slice).unwrap_or_default();
        let last = all.iter().rev().find(|approved| approved.column == contact.column);
        last.is_some_and(|approved| approved.same(contact))
    }
}

/// Adds approvals to the end of the folder's file, which is replaced at once; every byte before them stays.
pub fn write(folder: &Path, approved: &[Pending], day: Date) -> Result<()> {
    let path = folder.join(FILE);
    let file = Note::read(&path, MOST_BYTES);
    let old = text(&file).and_then(|text| {
        text.map(parse).transpose()?;
        Ok(text)
    });
    let old = match old {
        Ok(old) => old.unwrap_or(HEAD),
        Err(broken) => bail!("{FILE} tidak dapat dipakai: {broken}. Perbaiki dulu berkas itu."),
    };
    let whole = added(old, approved, day)?;
    disk::write_whole(&path, whole.as_bytes())
}

/// The text of a file with approvals behind it, which must read as a whole.
fn added(old: &str, approved: &[Pending], day: Date) -> Result<String> {
    let mut whole = old.to_owned();
    if !whole.is_empty() && !whole.ends_with('\n') {
        whole.push('\n');
    }
    for pending in approved {
        let mut tables = ArrayOfTables::new();
        tables.push(entry(pending, day)?);
        let mut document = DocumentMut::new();
        document.insert(TABLE, Item::ArrayOfTables(tables));
        whole.push_str(&format!("\n{document}"));
    }
    if let Err(broken) = parse(&whole) {
        bail!("{FILE} tidak dapat ditambah: {broken}. Pindahkan isi berkas itu, lalu coba lagi.");
    }
    Ok(whole)
}

fn entry(pending: &Pending, day: Date) -> Result<Table> {
    let day: toml_edit::Datetime = day.to_string().parse().context("tanggalnya tidak sah")?;
    let mut table = Table::new();
    table.insert("lembar", value(pending.kind.word()));
    table.insert("kode", value(pending.code.as_str()));
    table.insert("kolom", value(pending.contact.column));
    table.insert("nilai", value(pending.contact.value.as_str()));
    table.insert("tanggal", value(day));
    Ok(table)
}

/// The file's text; none where there is no file.
fn text(file: &Note) -> Result<Option<&str>, Broken> {
    match file {
        Note::Absent => Ok(None),
        Note::Unreadable => Err(Broken::NotText),
        Note::Text(text) => Ok(Some(text)),
    }
}

fn parse(text: &str) -> Result<Approvals, Broken> {
    let line = |at: usize| {
        let before = text.get(..at).unwrap_or(text);
        u32::try_from(before.matches('\n').count() + 1).ok()
    };
    let document = Document::parse(text).map_err(|error: TomlError| Broken::Syntax {
        line: error.span().and_then(|span| line(span.start)),
    })?;
    let mut approvals = Approvals::default();
    let Some(entries) = document.get(TABLE) else { return Ok(approvals) };
    let tables = entries.as_array_of_tables().ok_or(Broken::Entry { line: None })?;
    for table in tables {
        let line = table.span().and_then(|span| line(span.start));
        let (owner, contact) = read_entry(table).ok_or(Broken::Entry { line })?;
        approvals.0.entry(owner).or_default().push(contact);
    }
    Ok(approvals)
}

fn read_entry(table: &Table) -> Option<((Kind, Code), Contact)> {
    let field = |name: &str| table.get(name).and_then(Item::as_str).map(str::trim);
    let kinds = [Kind::Penjual, Kind::Produk, Kind::Jbl, Kind::Gebetan];
    let kind = kinds.into_iter().find(|kind| Some(kind.word()) == field("lembar"))?;
    let code = Code::parse(field("kode")?).ok()?;
    let day = table.get("tanggal")?;
    let day =
        day.as_datetime().map(ToString::to_string).or_else(|| day.as_str().map(str::to_owned));
    Date::parse(&day?).ok()?;
    Some(((kind, code), Contact::read(field("kolom")?, field("nilai")?)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const PHONE: &str = "[[kontak]]\nlembar = \"penjual\"\nkode = \"dapur-uji\"\nkolom = \"whatsapp\"\n\
        nilai = \"0812-0000-0002\"\ntanggal = 2026-11-21\n";

    proptest! {
        #[test]
        fn what_is_written_is_read_again_and_stays_the_only_thing_approved(
            name in "\\PC{1,40}",
            other in "\\PC{1,40}",
            before in "(# [a-z \"']{0,20}\n){0,3}",
        ) {
            let (Some(contact), Some(other)) =
                (Contact::read("eorder", &name), Contact::read("eorder", &other))
            else {
                return Ok(());
            };
            let code = Code::parse("dapur-uji").expect("a code");
            let pending = Pending {
                kind: Kind::Penjual, code: code.clone(), contact: contact.clone(), old: None,
            };
            let day = Date::parse("2026-11-21").expect("a day");
            let whole = added(&before, &[pending], day).expect("written");
            prop_assert!(whole.starts_with(&before));
            let approvals = parse(&whole).expect("approvals");
            prop_assert!(approvals.hold(Kind::Penjual, &code, &contact), "{}", whole);
            prop_assert_eq!(approvals.hold(Kind::Penjual, &code, &other), other.same(&contact));
        }
    }

    fn holds(approvals: &Approvals, column: &str, value: &str) -> bool {
        let contact = Contact::read(column, value).expect("a contact");
        approvals.hold(Kind::Penjual, &Code::parse("dapur-uji").expect("a code"), &contact)
    }

    #[test]
    fn an_approval_holds_for_its_value_alone() {
        let approvals = parse(PHONE).expect("approvals");
        assert!(holds(&approvals, "whatsapp", "6281200000002"));
        assert!(!holds(&approvals, "whatsapp", "6281200000003"));
        assert!(!holds(&approvals, "eorder", "6281200000002"));
        let contact = Contact::read("whatsapp", "0812-0000-0002").expect("a contact");
        let other = Code::parse("warung-uji").expect("a code");
        assert!(!approvals.hold(Kind::Penjual, &other, &contact));
        assert!(!approvals.hold(Kind::Produk, &Code::parse("dapur-uji").expect("code"), &contact));
    }

    #[test]
    fn the_last_approval_of_a_column_takes_the_earlier_ones_place() {
        let both = format!("{PHONE}{}", PHONE.replace("0812-0000-0002", "0812-0000-0003"));
        let approvals = parse(&both).expect("approvals");
        assert!(holds(&approvals, "whatsapp", "0812-0000-0003"));
        assert!(!holds(&approvals, "whatsapp", "0812-0000-0002"));
    }

    #[test]
    fn whatever_is_not_whole_approves_nothing_and_names_its_line() {
        for (broken, line) in [
            (PHONE.replace("lembar = \"penjual\"\n", ""), Some(7)),
            (PHONE.replace("dapur-uji", "Dapur Uji"), Some(7)),
            (PHONE.replace("whatsapp", "harga"), Some(7)),
            (PHONE.replace("0812-0000-0002", "021-555"), Some(7)),
            (PHONE.replace("2026-11-21", "\"besok\""), Some(7)),
            (PHONE.replace("\"dapur-uji\"", "\"dapur-uji"), Some(9)),
        ] {
            let found = match parse(&format!("{PHONE}{broken}")) {
                Err(Broken::Entry { line } | Broken::Syntax { line }) => line,
                other => panic!("{other:?}\n{broken}"),
            };
            assert_eq!(found, line, "{broken}");
        }
        assert!(parse("kontak = \"semua\"").is_err());
        assert!(parse("").is_ok() && parse("# catatan\nlain = 1\n").is_ok());
    }
}
