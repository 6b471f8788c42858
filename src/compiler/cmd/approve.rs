//! `catalogue approve`: a person's word that changed contacts are right, written into the folder's `persetujuan.toml`.

use super::{ApproveArgs, Outcome};
use crate::compiler::folder::read_since;
use crate::compiler::previous::Previous;
use crate::compiler::read::Options;
use crate::compiler::terminal::Terminal;
use crate::compiler::trust::Pending;
use crate::compiler::trust::approvals::{self, FILE};
use crate::domain::code::Code;
use crate::domain::time::Date;
use anyhow::{Context, Result};

pub(super) fn run(args: &ApproveArgs, at: Date) -> Result<Outcome> {
    let previous = Previous::open(&args.previous)?;
    let reading = read_since(&args.folder, &Options { at }, Some(&previous))
        .with_context(|| format!("tidak dapat membaca {}", args.folder.display()))?;
    let mut terminal = Terminal::stdout();
    let mut approved = Vec::new();
    let mut wrong = false;
    for text in &args.codes {
        let code = Code::fold(text).ok().map(|(code, _)| code);
        let before = approved.len();
        let own = reading.pending.iter().filter(|pending| Some(&pending.code) == code.as_ref());
        approved.extend(own.cloned());
        if approved.len() == before {
            terminal.line(&nothing(text, code.as_ref(), &previous, &reading.pending));
            wrong = true;
        }
    }
    // A list with a mistake in it was not looked at closely enough.
    if wrong {
        terminal.line("Tidak ada yang disetujui.");
        return Ok(Outcome::Nothing);
    }
    approved.sort();
    approved.dedup();
    approvals::write(&args.folder, &approved, at)?;
    for pending in &approved {
        terminal.line(&told(pending));
    }
    terminal.line(&format!("Ditulis ke {}.", args.folder.join(FILE).display()));
    Ok(Outcome::Complete)
}

/// "Disetujui: whatsapp penjual "dapur-uji" dari 628… menjadi 628…."
fn told(pending: &Pending) -> String {
    let old = pending.old.as_deref().unwrap_or("(belum ada)");
    format!(
        "Disetujui: {} {} \"{}\" dari {old} menjadi {}.",
        pending.contact.column,
        pending.kind.word(),
        pending.code,
        pending.contact.value
    )
}

/// Why nothing waits for approval under a code, and what does.
fn nothing(text: &str, code: Option<&Code>, previous: &Previous, pending: &[Pending]) -> String {
    let known = code.is_some_and(|code| {
        previous.product(code).is_some()
            || previous.has_seller(code)
            || previous.edition(code).is_some()
            || previous.round(code).is_some()
    });
    let why = if known {
        format!("Tidak ada perubahan kontak \"{text}\" yang menunggu persetujuan.")
    } else {
        format!(
            "Kode \"{text}\" tidak ada pada terbitan sebelumnya maupun di antara yang menunggu."
        )
    };
    let mut waiting: Vec<&str> = pending.iter().map(|pending| pending.code.as_str()).collect();
    waiting.sort_unstable();
    waiting.dedup();
    match waiting.as_slice() {
        [] => format!("{why} Tidak ada kontak lain yang menunggu."),
        codes => format!("{why} Yang menunggu: {}.", some(codes)),
    }
}

/// The first codes of a list, and how many more there are.
fn some(codes: &[&str]) -> String {
    const MOST: usize = 20;
    let shown = codes.iter().take(MOST).copied().collect::<Vec<_>>().join(", ");
    match codes.len().checked_sub(MOST) {
        None | Some(0) => shown,
        Some(more) => format!("{shown}, dan {more} lagi"),
    }
}
