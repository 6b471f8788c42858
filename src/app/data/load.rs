//! A thing being loaded: one enum, matched in full wherever it is shown.

use crate::app::browser::fetch::FetchError;
use std::sync::Arc;

/// The state of something that is fetched.
#[derive(Debug)]
pub enum Load<T> {
    /// On its way.
    Loading,
    /// On its way for longer than anyone likes to wait without a word.
    Slow,
    /// There.
    Ready(Arc<T>),
    /// It does not exist (any more).
    Missing,
    /// It could not be had; trying again may help.
    Failed(LoadError),
}

/// Why something could not be had.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LoadError {
    /// No connection, or no answer in time.
    Network,
    /// The server answered with that status.
    Status(u16),
    /// An answer that is not what was published.
    Damaged,
    /// Published for a newer app: this page must be loaded anew.
    Newer,
}

impl<T> Load<T> {
    /// The thing, once it is there.
    pub fn ready(&self) -> Option<Arc<T>> {
        match self {
            Self::Ready(thing) => Some(Arc::clone(thing)),
            _ => None,
        }
    }

    /// Whether it is still on its way.
    pub fn is_waiting(&self) -> bool {
        matches!(self, Self::Loading | Self::Slow)
    }
}

// By hand: a derived one would ask `T: Clone`, which an `Arc` does not need.
impl<T> Clone for Load<T> {
    fn clone(&self) -> Self {
        match self {
            Self::Loading => Self::Loading,
            Self::Slow => Self::Slow,
            Self::Ready(thing) => Self::Ready(Arc::clone(thing)),
            Self::Missing => Self::Missing,
            Self::Failed(error) => Self::Failed(*error),
        }
    }
}

impl<T> PartialEq for Load<T> {
    /// Equal when it is the same thing in memory: what was fetched once is never changed.
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Loading, Self::Loading)
            | (Self::Slow, Self::Slow)
            | (Self::Missing, Self::Missing) => true,
            (Self::Ready(a), Self::Ready(b)) => Arc::ptr_eq(a, b),
            (Self::Failed(a), Self::Failed(b)) => a == b,
            _ => false,
        }
    }
}

impl From<FetchError> for LoadError {
    fn from(error: FetchError) -> Self {
        match error {
            FetchError::Network => Self::Network,
            FetchError::Status(status) => Self::Status(status),
        }
    }
}
