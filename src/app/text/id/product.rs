//! Products and ways to order them.
