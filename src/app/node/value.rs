//! Values of attributes and properties.

use std::borrow::Cow;

/// The value of an attribute or of a property.
#[derive(Default)]
pub enum Value {
    /// The attribute is not there; a property is false.
    #[default]
    Absent,
    /// There without a value; a property is true.
    Present,
    /// Its text.
    Text(Cow<'static, str>),
    /// Set anew whenever a signal changes that it has read.
    Live(Box<dyn Tell>),
}

impl Value {
    /// What it is now.
    pub(super) fn settled(self) -> Self {
        match self {
            Self::Live(value) => value.tell().settled(),
            fixed => fixed,
        }
    }

    /// Whether both say the same; of one that changes that is not known.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Absent, Self::Absent) | (Self::Present, Self::Present) => true,
            (Self::Text(one), Self::Text(other)) => one == other,
            _ => false,
        }
    }

    /// What an attribute says now; nothing where it is absent.
    pub(super) fn text(self) -> Option<Cow<'static, str>> {
        match self.settled() {
            Self::Present => Some(Cow::Borrowed("")),
            Self::Text(text) => Some(text),
            Self::Absent | Self::Live(_) => None,
        }
    }
}

/// A value that changes; see [`super::Draw`].
pub trait Tell {
    /// As it is now.
    fn tell(&self) -> Value;
}

impl<F: Fn() -> T, T: IntoValue> Tell for F {
    fn tell(&self) -> Value {
        self().into_value()
    }
}

/// What can be the value of an attribute.
pub trait IntoValue {
    /// The same as a value.
    fn into_value(self) -> Value;
}

impl IntoValue for Value {
    fn into_value(self) -> Value {
        self
    }
}

impl IntoValue for bool {
    fn into_value(self) -> Value {
        if self { Value::Present } else { Value::Absent }
    }
}

impl IntoValue for &'static str {
    fn into_value(self) -> Value {
        Value::Text(Cow::Borrowed(self))
    }
}

impl IntoValue for String {
    fn into_value(self) -> Value {
        Value::Text(Cow::Owned(self))
    }
}

impl<T: IntoValue> IntoValue for Option<T> {
    fn into_value(self) -> Value {
        self.map_or(Value::Absent, IntoValue::into_value)
    }
}

impl<F: Fn() -> T + 'static, T: IntoValue> IntoValue for F {
    fn into_value(self) -> Value {
        Value::Live(Box::new(self))
    }
}
