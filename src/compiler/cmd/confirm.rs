//! `catalogue confirm`: a page for staff from which each seller is asked whether hers is right.

use super::folder::outcome;
use super::{ConfirmArgs, Outcome};
use crate::compiler::columns::{self as col, Kind};
use crate::compiler::disk;
use crate::compiler::folder::read_input;
use crate::compiler::paper::confirm::{Change, Contact, confirm_page};
use crate::compiler::previous::Previous;
use crate::compiler::private::publication_above;
use crate::compiler::read::{Input, Options};
use crate::compiler::terminal::Terminal;
use crate::compiler::trust::Pending;
use crate::domain::code::Code;
use crate::domain::phone::Phone;
use crate::domain::time::Date;
use anyhow::{Context, Result};
use std::collections::HashMap;

pub(super) fn run(args: &ConfirmArgs, at: Date) -> Result<Outcome> {
    let mut terminal = Terminal::stdout();
    if let Some(site) = publication_above(&args.out, None)? {
        let site = site.display();
        terminal
            .line(&format!("--out memuat nomor penjual; taruh di luar folder terbitan {site}."));
        return Ok(Outcome::WrongUsage);
    }
    let previous = args.previous.as_deref().map(Previous::open).transpose()?;
    let (mut reading, input) = read_input(&args.folder, &Options { at }, previous.as_ref())
        .with_context(|| format!("tidak dapat membaca {}", args.folder.display()))?;
    if let Some(url) = &args.site_url {
        url.clone_into(&mut reading.catalogue.market.url);
    }
    let catalogue = &reading.catalogue;
    if catalogue.sellers.is_empty() {
        terminal.line("Tidak ada penjual yang dapat terbit, jadi tidak ada yang ditulis.");
        return Ok(Outcome::Nothing);
    }
    let contacts = contacts(&input, &reading.pending);
    disk::write_whole(&args.out, confirm_page(catalogue, &contacts).as_bytes())?;
    let reached =
        catalogue.sellers.iter().filter(|seller| contacts.contains_key(&seller.code)).count();
    terminal.line(&format!(
        "{reached} penjual dapat ditanya, {} belum punya nomor. Ditulis ke {}.",
        catalogue.sellers.len() - reached,
        args.out.display()
    ));
    let refused = outcome(&reading.problems);
    if refused == Outcome::Partial {
        terminal.line("Ada baris yang ditolak; lihat catalogue check.");
    }
    Ok(refused)
}

/// The numbers in the sheets, with or without consent; `pending` are the contacts that wait for approval.
fn contacts(input: &Input, pending: &[Pending]) -> HashMap<Code, Contact> {
    let changes: HashMap<&Code, Change> = pending
        .iter()
        .filter(|one| one.kind == Kind::Penjual && one.contact.column == col::WHATSAPP)
        .map(|one| (&one.code, change(one)))
        .collect();
    let sellers = &input.outcome.sellers;
    let own = sellers.drafts.iter().enumerate().filter_map(|(at, draft)| {
        let code = sellers.code(at)?.clone();
        let change = changes.get(&code).cloned();
        // A number waits only where the sheet says that it may be published.
        let consent = draft.consent || change.is_some();
        Some((code, Contact { phone: draft.phone.clone()?, consent, change }))
    });
    own.collect()
}

fn change(pending: &Pending) -> Change {
    let old = pending.old.as_deref().and_then(|old| Phone::parse(old).ok());
    old.map_or(Change::New, Change::From)
}
