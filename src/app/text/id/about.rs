//! What the market is and how it works.
