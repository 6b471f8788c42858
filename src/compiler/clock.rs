//! The one place where the system's clock is read.

use crate::domain::time::{Date, Moment};
use std::time::{SystemTime, UNIX_EPOCH};

/// Today in Jakarta.
pub fn today() -> Date {
    // A clock before 1970 is a broken one; any day will do for it.
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Moment(since.as_secs() as i64).date()
}
