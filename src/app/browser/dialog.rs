//! Modal dialogs: the browser's own, with its focus trap and Escape.

use leptos::html::Dialog;
use leptos::prelude::{GetUntracked, NodeRef};

/// Opens a dialog over the page.
pub fn open(dialog: NodeRef<Dialog>) {
    if let Some(dialog) = dialog.get_untracked().filter(|dialog| !dialog.open()) {
        drop(dialog.show_modal());
    }
}

/// Closes it; the focus goes back to where it was.
pub fn close(dialog: NodeRef<Dialog>) {
    if let Some(dialog) = dialog.get_untracked() {
        dialog.close();
    }
}
