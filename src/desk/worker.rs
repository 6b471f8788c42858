//! The checker's edge towards the page: its questions, and what is said to each, in a worker of its own.
//!
//! Every file is read here and nowhere else, so that one which asks for too much takes this worker down and not the
//! page. It keeps nothing and sends nothing anywhere but to its page.

use crate::desk::checker::Checker;
use crate::desk::protocol::{Ask, Tell};
use crate::domain::time::Moment;
use crate::worker::{self, Message, Page};

/// What the corrected copy is called.
const COPY: &str = "lembar-etalase-diperbaiki.xlsx";
/// What the page for sellers is called.
const PAPER: &str = "hasil-pemeriksaan.html";

/// Begins to listen.
pub fn listen() {
    let mut checker = Checker::default();
    worker::listen(&said(&Tell::Ready), move |page, message| answer(page, &mut checker, message));
}

fn answer(page: &Page, checker: &mut Checker, message: &Message) {
    // Both halves are of one build; another one's question is left unanswered, and the page waits no longer for it.
    let Ok(question) = serde_json::from_str::<Ask>(&message.question()) else {
        return page.tell(&said(&Tell::Failed), None);
    };
    let today = Moment(worker::now()).date();
    match question {
        Ask::Take(names) => {
            for (nth, name) in (0..).zip(names) {
                page.tell(&said(&Tell::Reading(name.clone())), None);
                checker.take(&name, &message.file(nth).unwrap_or_default());
                page.tell(&said(&Tell::Taken(name)), None);
            }
        }
        Ask::Drop(name) => checker.forget(&name),
        Ask::Check(request) => {
            page.tell(&said(&Tell::Report(checker.check(&request, today))), None);
        }
        Ask::Save(request) => match checker.save(&request, today) {
            Some(bytes) => page.tell(&said(&Tell::File(COPY.to_owned())), Some(&bytes)),
            None => page.tell(&said(&Tell::Failed), None),
        },
        Ask::Paper(request) => {
            let paper = checker.paper(&request, today);
            page.tell(&said(&Tell::File(PAPER.to_owned())), Some(paper.as_bytes()));
        }
    }
}

fn said(what: &Tell) -> String {
    serde_json::to_string(what).unwrap_or_default()
}
