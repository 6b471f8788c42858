//! Modal dialogs: the browser's own, with its focus trap and Escape.

use crate::app::node::ElementRef;
use web_sys::HtmlDialogElement;

/// Opens a dialog over the page.
pub fn open(dialog: ElementRef) {
    if let Some(dialog) = dialog.get::<HtmlDialogElement>().filter(|dialog| !dialog.open()) {
        drop(dialog.show_modal());
    }
}

/// Closes it; the focus goes back to where it was.
pub fn close(dialog: ElementRef) {
    if let Some(dialog) = dialog.get::<HtmlDialogElement>() {
        dialog.close();
    }
}
