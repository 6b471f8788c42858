//! The worker of the planners' papers, from the page's side: started for each question, gone with its answer.

use crate::app::browser::file::{Bytes, File};
use crate::app::browser::page;
use crate::app::browser::worker::{Answer, ask_once};
use crate::domain::table::Table;
use crate::papers::protocol::{Ask, Drawing, Tell};
use std::time::Duration;

/// Where the page names the worker (programmes.html).
const WORKER: &str = "meta[name=berkas]";
/// Over a slow connection the worker alone takes half a minute.
const PATIENCE: Duration = Duration::from_secs(90);

/// The tables as a workbook; `None` where it cannot be made here and now.
pub(super) async fn workbook(tables: Vec<Table>) -> Option<Bytes> {
    let (said, bytes) = ask(Ask::Workbook(tables), Vec::new()).await?;
    bytes.filter(|_| Tell::read(&said) == Tell::Workbook)
}

/// What stands in a workbook, as lines; `None` where it cannot be read.
pub(super) async fn lines(file: File) -> Option<String> {
    match Tell::read(&ask(Ask::Lines, vec![file]).await?.0) {
        Tell::Lines(text) => Some(text),
        _ => None,
    }
}

/// Why there is no QR code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NoCode {
    /// The text is longer than phones could read.
    TooLong,
    /// It cannot be made here and now.
    Failed,
}

/// A text as a QR code.
pub(super) async fn code(text: String) -> Result<Drawing, NoCode> {
    let drawings = codes(vec![text]).await.ok_or(NoCode::Failed)?;
    drawings.into_iter().next().flatten().ok_or(NoCode::TooLong)
}

/// Each text as a QR code, none for one that is too long; `None` where they cannot be made here and now.
pub(super) async fn codes(texts: Vec<String>) -> Option<Vec<Option<Drawing>>> {
    let count = texts.len();
    match Tell::read(&ask(Ask::Codes(texts), Vec::new()).await?.0) {
        Tell::Codes(drawings) if drawings.len() == count => Some(drawings),
        _ => None,
    }
}

async fn ask(question: Ask, files: Vec<File>) -> Option<Answer> {
    let address = page::content_of(WORKER)?;
    ask_once(&address, question.write(), files, PATIENCE).await
}
