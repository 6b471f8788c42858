//! Text to ranked products: the words, the index over the cards, and what a filter leaves of them.
//!
//! It holds everything in memory, which serves a market of some thousand products from one file.

pub mod cards;
pub mod choice;
pub mod index;
pub mod normalize;
pub mod rescue;
pub mod results;
pub mod suggest;
pub mod tally;
pub mod vocabulary;
