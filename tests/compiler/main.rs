//! The compiler's input, from folders of sheets to what is published and what is said.

mod cases;
mod complete;
mod folder;
mod hostile;
mod rules;
mod workbooks;
