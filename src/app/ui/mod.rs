//! Pieces that know nothing of a market: they could serve another site.

pub mod icon;
pub mod sheet;
pub mod stepper;
