//! What a visitor sees.
