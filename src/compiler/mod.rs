//! From sheets to files: read → check → emit → write.
//!
//! Nothing here knows the app, but for the page writer that will render its views.

pub mod catalogue;
pub mod check;
pub mod clean;
pub mod cmd;
pub mod columns;
pub mod complete;
pub mod contacts;
pub mod diff;
pub mod disk;
pub mod draft;
pub mod emit;
pub mod faults;
pub mod feeds;
pub mod files;
pub mod hash;
pub mod header;
pub mod headers;
pub mod headings;
pub mod isolate;
pub mod ledger;
pub mod output;
pub mod photos;
pub mod pictures;
pub mod place;
pub mod previous;
pub mod problem;
pub mod profile;
pub mod publish;
pub mod read;
pub mod report;
pub mod row;
pub mod sample;
pub mod script_json;
pub mod shards;
pub mod sheet;
pub mod site;
pub mod sitemap;
pub mod template;
pub mod terminal;
pub mod trust;
pub mod workbook;
