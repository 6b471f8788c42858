//! Editions: codes, titles, and which of them products may name.

use crate::compiler::check::codes::{Assigned, assign};
use crate::compiler::draft::Editions;
use crate::compiler::draft::edition::EditionDraft;
use crate::compiler::faults::Problems;
use crate::compiler::read::Count;
use crate::domain::edition::Edition;

/// The editions that will be published, by beginning and code, and what products need to know of all.
pub fn check(
    drafts: &[EditionDraft],
    problems: &mut Problems,
) -> (Vec<Edition>, Editions, Vec<Assigned>, Count) {
    let identities: Vec<_> = drafts.iter().map(|draft| &draft.identity).collect();
    let assigned = assign(&identities, "jbl", problems);
    let mut published = Vec::new();
    let mut editions = Editions::default();
    for (draft, assigned) in drafts.iter().zip(&assigned) {
        let edition = assigned.code().and_then(|code| edition(draft, code.clone()));
        match (edition, assigned.code()) {
            (Some(edition), Some(code)) => {
                editions.published.insert(code.clone(), edition.channel);
                published.push(edition);
            }
            (None, Some(code)) => {
                editions.refused.insert(code.clone(), draft.identity.row.clone());
            }
            _ => {}
        }
    }
    published.sort_by(|a, b| (a.window.from, &a.code).cmp(&(b.window.from, &b.code)));
    let count = Count::of(drafts.len(), published.len());
    (published, editions, assigned, count)
}

fn edition(draft: &EditionDraft, code: crate::domain::code::Code) -> Option<Edition> {
    if draft.refused {
        return None;
    }
    let city = draft.area?;
    let title = if draft.title.is_empty() {
        city.map_or_else(
            || "Jumat Beli Lokal".to_owned(),
            |city| format!("Jumat Beli Lokal {}", city.name()),
        )
    } else {
        draft.title.clone()
    };
    Some(Edition {
        code,
        title,
        city,
        window: draft.window?,
        preorder: draft.preorder,
        live: draft.live,
        live_link: draft.live_link.clone(),
        shop_link: draft.shop_link.clone(),
        channel: draft.channel,
        place: draft.place.clone(),
        note: draft.note.clone(),
        products: 0,
    })
}
