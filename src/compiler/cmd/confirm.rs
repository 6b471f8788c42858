//! `catalogue confirm`: a page for staff from which each seller is asked whether hers is right.

use super::folder::outcome;
use super::{ConfirmArgs, Outcome};
use crate::compiler::disk;
use crate::compiler::paper::confirm::{Contact, confirm_page};
use crate::compiler::private::publication_above;
use crate::compiler::read::{Input, Options, read_input};
use crate::compiler::terminal::Terminal;
use crate::domain::code::Code;
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
    let (reading, input) = read_input(&args.folder, &Options { at }, None)
        .with_context(|| format!("tidak dapat membaca {}", args.folder.display()))?;
    let catalogue = &reading.catalogue;
    if catalogue.sellers.is_empty() {
        terminal.line("Tidak ada penjual yang dapat terbit, jadi tidak ada yang ditulis.");
        return Ok(Outcome::Nothing);
    }
    let contacts = contacts(&input);
    let site_url = args.site_url.as_deref().unwrap_or(&catalogue.market.url);
    disk::write_whole(&args.out, confirm_page(catalogue, &contacts, site_url).as_bytes())?;
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

/// The numbers in the sheets, with or without consent.
fn contacts(input: &Input) -> HashMap<Code, Contact> {
    let sellers = &input.outcome.sellers;
    let own = sellers.drafts.iter().enumerate().filter_map(|(at, draft)| {
        let contact = Contact { phone: draft.phone.clone()?, consent: draft.consent };
        Some((sellers.code(at)?.clone(), contact))
    });
    own.collect()
}
