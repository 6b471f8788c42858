//! The compiler's input, from folders of sheets to what is published and what is said.
#![expect(clippy::expect_used, reason = "a test stops where something is not as it should be")]

mod cases;
mod complete;
mod desk;
mod embedded;
mod folder;
mod forms;
mod headers;
mod rules;
mod settings;
mod texts;
mod workbooks;
mod zipped;
