//! JSON as a tree, which serde_json reads and writes.
//!
//! The tree that serde_json brings keeps its records in the standard library's map and its numbers as floats too: seven
//! kilobytes of what each visitor downloads, for what no record of a market needs.

use crate::domain::sorted::Sorted;
use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, Serializer};
use std::fmt;

/// The fields of a record, in the order of their names.
pub type Map = Sorted<String, Value>;

/// Any JSON.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Value {
    /// Nothing.
    #[default]
    Null,
    /// Yes or no.
    Bool(bool),
    /// A whole number.
    Number(i64),
    /// Any other number: it may stand there, and nobody reads it.
    OtherNumber,
    /// A text.
    String(String),
    /// A list.
    Array(Vec<Value>),
    /// A record.
    Object(Map),
}

impl Value {
    /// From JSON text.
    pub fn read(json: &str) -> Option<Self> {
        serde_json::from_str(json).ok()
    }

    /// As JSON text.
    pub fn write(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Whether there is nothing.
    pub fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }

    /// A whole number. Beyond 2^63 no amount, count or moment of a market goes.
    pub fn number(number: impl TryInto<i64>) -> Self {
        Self::Number(number.try_into().unwrap_or(i64::MAX))
    }

    /// The whole number that it is, where that is one of these.
    pub fn as_number<T: TryFrom<i64>>(&self) -> Option<T> {
        if let Self::Number(number) = self { T::try_from(*number).ok() } else { None }
    }

    /// The text that it is.
    pub fn as_str(&self) -> Option<&str> {
        if let Self::String(text) = self { Some(text) } else { None }
    }
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, writer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null | Self::OtherNumber => writer.serialize_unit(),
            Self::Bool(is) => writer.serialize_bool(*is),
            Self::Number(number) => writer.serialize_i64(*number),
            Self::String(text) => writer.serialize_str(text),
            Self::Array(values) => writer.collect_seq(values),
            Self::Object(record) => {
                writer.collect_map(record.iter().map(|(key, value)| (key, value)))
            }
        }
    }
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(reader: D) -> Result<Self, D::Error> {
        reader.deserialize_any(Tree)
    }
}

struct Tree;

impl<'de> Visitor<'de> for Tree {
    type Value = Value;

    fn expecting(&self, words: &mut fmt::Formatter<'_>) -> fmt::Result {
        words.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, is: bool) -> Result<Value, E> {
        Ok(Value::Bool(is))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Value, E> {
        Ok(Value::Number(number))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Value, E> {
        Ok(i64::try_from(number).map_or(Value::OtherNumber, Value::Number))
    }

    fn visit_f64<E>(self, _: f64) -> Result<Value, E> {
        Ok(Value::OtherNumber)
    }

    fn visit_str<E>(self, text: &str) -> Result<Value, E> {
        Ok(Value::String(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut from: A) -> Result<Value, A::Error> {
        let mut values = Vec::new();
        while let Some(value) = from.next_element()? {
            values.push(value);
        }
        Ok(Value::Array(values))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut from: A) -> Result<Value, A::Error> {
        let mut record = Map::default();
        while let Some((key, value)) = from.next_entry()? {
            record.insert(key, value);
        }
        Ok(Value::Object(record))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_read_is_written_the_same_with_its_names_in_order() {
        let json = r#"{"b":[1,-2,true,null,"\u00e9\"\n"],"a":{"":{}}}"#;
        let sorted = r#"{"a":{"":{}},"b":[1,-2,true,null,"é\"\n"]}"#;
        assert_eq!(Value::read(json).map(|value| value.write()), Some(sorted.to_owned()));
    }

    #[test]
    fn a_number_that_is_not_whole_may_stand_there_and_is_none() {
        for json in ["1.5", "1e400", "9223372036854775808", "-9223372036854775809"] {
            assert_eq!(
                Value::read(json).and_then(|value| value.as_number::<i64>()),
                None,
                "{json}"
            );
        }
        assert_eq!(Value::read("[1.5]"), Some(Value::Array(vec![Value::OtherNumber])));
        assert_eq!(Value::read("9223372036854775807"), Some(Value::Number(i64::MAX)));
    }

    #[test]
    fn what_is_no_json_is_none() {
        for json in ["", "{", "[1,]", "{\"a\":1}x", "ya"] {
            assert_eq!(Value::read(json), None, "{json}");
        }
    }
}
