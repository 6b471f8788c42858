//! Files for the recap: exported chats, tables, and the workbooks that offices save here. What cannot be read is told by
//! its name and stops no other.

use crate::app::browser::file::{self, File};
use crate::app::node::{IntoNode, Node, h};
use crate::app::programmes::papers;
use crate::app::reactive::{RwSignal, spawn};
use crate::app::text::t::gebetan as t;

/// Endings of files that are text as they are; what else is chosen is a workbook or nothing that can be read.
const TEXTS: [&str; 2] = ["txt", "csv"];

/// A file that was chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Opened {
    /// Its name.
    pub name: String,
    /// What stands in it; absent where it cannot be read.
    pub text: Option<String>,
}

/// The field in which they are chosen, and what became of them.
pub(super) fn files_field(files: RwSignal<Vec<Opened>>) -> Node {
    // How many are still to be read.
    let waiting = RwSignal::new(0_usize);
    let chosen = move |event| {
        let chosen = file::chosen(&event);
        waiting.update(|waiting| *waiting += chosen.len());
        // One after the other: each may take a worker of its own.
        spawn(async move {
            for one in chosen {
                let name = one.name();
                let text = read(one).await;
                files.update(|files| files.push(Opened { name, text }));
                waiting.update(|waiting| *waiting -= 1);
            }
        });
    };
    let told = move || {
        let (read, unread) = files.with(|files| {
            let unread = files.iter().filter(|file| file.text.is_none());
            let unread: Vec<String> = unread.map(|file| file.name.clone()).collect();
            (files.len() - unread.len(), unread)
        });
        let waiting = waiting.get();
        h::group()
            .child((waiting > 0).then(|| h::p().class("field__hint").child(t::reading(waiting))))
            .child((read > 0).then(|| h::p().class("field__hint").child(t::files(read))))
            .child((!unread.is_empty()).then(|| h::p().child(t::unreadable(&unread))))
    };
    h::div()
        .class("field")
        .child(h::label().class("field__label").attr("for", "rekap-berkas").child(t::FILES))
        .child(
            h::input()
                .attr("type", "file")
                .attr("id", "rekap-berkas")
                .attr("multiple", "")
                .attr("accept", ".txt,.csv,.xlsx,.ods")
                .on("change", chosen),
        )
        .child(h::div().attr("role", "status").child(told))
        .into_node()
}

async fn read(file: File) -> Option<String> {
    let name = file.name();
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    if TEXTS.iter().any(|text| ending.eq_ignore_ascii_case(text)) {
        file.text().await
    } else {
        papers::lines(file).await
    }
}
