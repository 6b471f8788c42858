//! Indonesian: short and warm, as one speaks at a stall. "Kamu" for residents.

pub mod card;
pub mod home;
pub mod load;
pub mod shell;
