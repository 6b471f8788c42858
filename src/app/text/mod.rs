//! Every text a shopper sees, one folder a language. Code names texts, never words; the language is chosen here.

pub mod id;

pub use id as t;
