//! How values stand in published and kept JSON: one list of fields a record, from which it is both written and read.
//!
//! An absent key, an empty text, an empty list, `false` and zero counts are one thing and are not written. Reading
//! goes by way of a JSON tree and plain functions instead of serde's derived visitors: these are monomorphised
//! anew for every record, and would be a fifth of what each visitor of the market downloads.

use crate::domain::gather::Gather;
pub use crate::domain::json::{Map, Value};
use crate::domain::sorted::Sorted;

/// Whether something of what was read is no such value.
#[derive(Debug, Default)]
pub struct Damage(bool);

impl Damage {
    /// What was read; where that is nothing, the damage is noted and `blank` stands in for it, so that reading goes on
    /// without a way out at every field. Nobody sees a blank: [`read_value`] throws away what is damaged.
    pub fn unless<T>(&mut self, read: Option<T>, blank: T) -> T {
        self.0 |= read.is_none();
        read.unwrap_or(blank)
    }
}

/// A value that stands in JSON.
pub trait Wire: Sized {
    /// As JSON; null is not written.
    fn to_wire(&self) -> Value;

    /// From JSON, where an absent key comes as null; notes the damage where it is no such value.
    fn from_wire(value: Value, damage: &mut Damage) -> Self;
}

/// A value as JSON text.
pub fn write<T: Wire>(value: &T) -> String {
    value.to_wire().write()
}

/// A value from JSON text; `None` where it is damaged or of another kind.
pub fn read<T: Wire>(json: &str) -> Option<T> {
    read_value(Value::read(json)?)
}

/// A value from JSON; `None` where it is damaged or of another kind.
pub fn read_value<T: Wire>(json: Value) -> Option<T> {
    let mut damage = Damage::default();
    let read = T::from_wire(json, &mut damage);
    (!damage.0).then_some(read)
}

/// Puts a field of a record, unless it is empty.
pub fn put(record: &mut Map, key: &str, value: Value) {
    if !value.is_null() {
        record.insert(key.to_owned(), value);
    }
}

/// Takes a field of a record.
pub fn take<T: Wire>(record: &mut Map, key: &str, damage: &mut Damage) -> T {
    T::from_wire(record.remove(key).unwrap_or_default(), damage)
}

/// The fields of a record; one of which nothing was written is an empty one.
pub fn fields(value: Value, damage: &mut Damage) -> Map {
    match value {
        Value::Null => Map::default(),
        Value::Object(record) => record,
        _ => damage.unless(None, Map::default()),
    }
}

/// Writes and reads a record by one list of its fields.
macro_rules! record {
    ($name:ident { $($field:ident),+ $(,)? }) => {
        impl $crate::domain::wire::Wire for $name {
            fn to_wire(&self) -> $crate::domain::wire::Value {
                let mut record = $crate::domain::wire::Map::default();
                $($crate::domain::wire::put(&mut record, stringify!($field), self.$field.to_wire());)+
                $crate::domain::wire::Value::Object(record)
            }

            fn from_wire(
                value: $crate::domain::wire::Value,
                damage: &mut $crate::domain::wire::Damage,
            ) -> Self {
                let mut record = $crate::domain::wire::fields(value, damage);
                Self { $($field: $crate::domain::wire::take(&mut record, stringify!($field), damage)),+ }
            }
        }
    };
}
pub(crate) use record;

/// Writes and reads a value by its text, through the one constructor that checks it; the last argument is its blank.
/// Other writers, such as the compiler's feeds, get the same text through serde.
macro_rules! worded {
    ($name:ty, $write:expr, $read:expr, $blank:expr) => {
        impl $crate::domain::wire::Wire for $name {
            fn to_wire(&self) -> $crate::domain::wire::Value {
                let text: String = $write(self);
                $crate::domain::wire::Value::String(text)
            }

            fn from_wire(
                value: $crate::domain::wire::Value,
                damage: &mut $crate::domain::wire::Damage,
            ) -> Self {
                damage.unless(value.as_str().and_then($read), $blank)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let text: String = $write(self);
                serializer.serialize_str(&text)
            }
        }
    };
}
pub(crate) use worded;

impl Wire for String {
    fn to_wire(&self) -> Value {
        if self.is_empty() { Value::Null } else { Value::String(self.clone()) }
    }

    fn from_wire(value: Value, damage: &mut Damage) -> Self {
        match value {
            Value::Null => Self::new(),
            Value::String(text) => text,
            _ => damage.unless(None, Self::new()),
        }
    }
}

impl Wire for bool {
    fn to_wire(&self) -> Value {
        if *self { Value::Bool(true) } else { Value::Null }
    }

    fn from_wire(value: Value, damage: &mut Damage) -> Self {
        match value {
            Value::Null => false,
            Value::Bool(is) => is,
            _ => damage.unless(None, false),
        }
    }
}

macro_rules! numbers {
    ($($number:ty),+) => {$(
        impl Wire for $number {
            fn to_wire(&self) -> Value {
                if *self == 0 { Value::Null } else { Value::number(*self) }
            }

            fn from_wire(value: Value, damage: &mut Damage) -> Self {
                match value {
                    Value::Null => 0,
                    other => damage.unless(other.as_number(), 0),
                }
            }
        }
    )+};
}
numbers!(u16, u32, u64, i64);

impl<T: Wire> Wire for Option<T> {
    fn to_wire(&self) -> Value {
        self.as_ref().map_or(Value::Null, T::to_wire)
    }

    fn from_wire(value: Value, damage: &mut Damage) -> Self {
        if value.is_null() { None } else { Some(T::from_wire(value, damage)) }
    }
}

impl<T: Wire> Wire for Vec<T> {
    fn to_wire(&self) -> Value {
        if self.is_empty() {
            Value::Null
        } else {
            Value::Array(self.iter().map(T::to_wire).gather())
        }
    }

    fn from_wire(value: Value, damage: &mut Damage) -> Self {
        let values = elements(value, damage);
        let mut read = Self::with_capacity(values.len());
        for value in values {
            read.push(T::from_wire(value, damage));
        }
        read
    }
}

/// The elements of a list; one of which nothing was written is an empty one.
fn elements(value: Value, damage: &mut Damage) -> Vec<Value> {
    match value {
        Value::Null => Vec::new(),
        Value::Array(values) => values,
        _ => damage.unless(None, Vec::new()),
    }
}

impl<T: Wire> Wire for Sorted<String, T> {
    fn to_wire(&self) -> Value {
        if self.is_empty() {
            return Value::Null;
        }
        let mut record = Map::default();
        for (key, value) in self.iter() {
            record.insert(key.clone(), value.to_wire());
        }
        Value::Object(record)
    }

    fn from_wire(value: Value, damage: &mut Damage) -> Self {
        let mut map = Self::default();
        for (key, value) in fields(value, damage).into_vec() {
            map.insert(key, T::from_wire(value, damage));
        }
        map
    }
}

impl<A: Wire, B: Wire> Wire for (A, B) {
    fn to_wire(&self) -> Value {
        Value::Array(vec![self.0.to_wire(), self.1.to_wire()])
    }

    fn from_wire(value: Value, damage: &mut Damage) -> Self {
        let pair = <[Value; 2]>::try_from(elements(value, damage)).ok();
        let [a, b] = damage.unless(pair, [Value::Null, Value::Null]);
        (A::from_wire(a, damage), B::from_wire(b, damage))
    }
}

impl<T: Wire> Wire for Box<T> {
    fn to_wire(&self) -> Value {
        T::to_wire(self)
    }

    fn from_wire(value: Value, damage: &mut Damage) -> Self {
        Self::new(T::from_wire(value, damage))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, PartialEq)]
    struct Stall {
        name: String,
        open: bool,
        goods: Vec<(String, u32)>,
        note: Option<String>,
    }
    record!(Stall { name, open, goods, note });

    #[test]
    fn a_record_is_read_as_it_was_written_and_empty_fields_are_left_out() {
        let stall = Stall {
            name: "Bu Ratih".into(),
            open: true,
            goods: vec![("keripik".into(), 3)],
            note: None,
        };
        assert_eq!(write(&stall), r#"{"goods":[["keripik",3]],"name":"Bu Ratih","open":true}"#);
        assert_eq!(read(&write(&stall)), Some(stall));
        assert_eq!(
            read::<Stall>("{}").map(|stall| (stall.open, stall.goods.len())),
            Some((false, 0))
        );
    }

    #[test]
    fn another_kind_of_value_is_refused_and_unknown_keys_are_passed_over() {
        assert_eq!(read::<Stall>(r#"{"open":"ya"}"#), None);
        assert_eq!(read::<Stall>(r#"{"goods":[["keripik"]]}"#), None);
        assert_eq!(read::<Stall>("[]"), None);
        assert_eq!(read::<Stall>(""), None);
        assert!(read::<Stall>(r#"{"later":1}"#).is_some());
        assert_eq!(read::<u16>("70000"), None);
        assert_eq!(read::<u32>("-1"), None);
    }
}
