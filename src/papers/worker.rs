//! The papers' edge towards their page: its question, and the answer to it.

use crate::papers::protocol::{Ask, Tell};
use crate::papers::{book, code, lines};
use crate::worker::{self, Message, Page};

/// Begins to listen.
pub fn listen() {
    worker::listen(&Tell::Ready.write(), answer);
}

fn answer(page: &Page, message: &Message) {
    // Both halves are of one build; another one's question cannot be answered.
    let Some(question) = Ask::read(&message.question()) else {
        return page.tell(&Tell::Failed.write(), None);
    };
    match question {
        Ask::Workbook(tables) => match book::write(&tables) {
            Ok(bytes) => page.tell(&Tell::Workbook.write(), Some(&bytes)),
            Err(_) => page.tell(&Tell::Failed.write(), None),
        },
        Ask::Lines => {
            let lines = message.file(0).and_then(|bytes| lines::read(&bytes));
            page.tell(&lines.map_or(Tell::Failed, Tell::Lines).write(), None);
        }
        Ask::Codes(texts) => {
            let drawings = texts.iter().map(|text| code::drawing(text)).collect();
            page.tell(&Tell::Codes(drawings).write(), None);
        }
    }
}
