//! Reading an answer: the browser parses the JSON, serde makes the types of it. A reader of
//! our own because serde_json's is made anew for every type: a fifth of the app's code. What
//! is wrong with an answer nobody reads, so errors carry no text. Knows no HTTP.

use std::fmt;
use std::vec::IntoIter;

use serde::de::value::StringDeserializer;
use serde::de::{
    DeserializeOwned, DeserializeSeed, Deserializer, Error, Expected, IntoDeserializer, MapAccess,
    SeqAccess, Unexpected, Visitor,
};
use serde::forward_to_deserialize_any;
use wasm_bindgen::{JsCast, JsValue};

/// The answer is not of the expected shape.
#[derive(Debug, PartialEq, Eq)]
pub struct Unreadable;

/// Makes a type of a JSON text.
pub fn read<T: DeserializeOwned>(text: &str) -> Result<T, Unreadable> {
    T::deserialize(parse(text)?)
}

fn parse(text: &str) -> Result<Json, Unreadable> {
    js_sys::JSON::parse(text).map_err(|_| Unreadable).and_then(Json::of)
}

/// JSON as a tree.
#[derive(Clone, Debug)]
enum Json {
    Null,
    Bool(bool),
    Number(f64),
    Text(String),
    List(Vec<Json>),
    Map(Vec<(String, Json)>),
}

impl Json {
    fn of(value: JsValue) -> Result<Self, Unreadable> {
        if value.is_null() {
            Ok(Self::Null)
        } else if let Some(flag) = value.as_bool() {
            Ok(Self::Bool(flag))
        } else if let Some(number) = value.as_f64() {
            Ok(Self::Number(number))
        } else if let Some(text) = value.as_string() {
            Ok(Self::Text(text))
        } else if let Some(list) = value.dyn_ref::<js_sys::Array>() {
            list.iter().map(Self::of).collect::<Result<_, _>>().map(Self::List)
        } else {
            let entries = js_sys::Object::entries(value.unchecked_ref());
            entries.iter().map(Self::entry).collect::<Result<_, _>>().map(Self::Map)
        }
    }

    fn entry(pair: JsValue) -> Result<(String, Self), Unreadable> {
        let pair: js_sys::Array = pair.unchecked_into();
        let name = pair.get(0).as_string().ok_or(Unreadable)?;
        Self::of(pair.get(1)).map(|value| (name, value))
    }
}

/// Whole numbers up to here are exact in JSON as browsers read it.
const EXACT: f64 = 9_007_199_254_740_991.0;

/// Every size of whole number is read the same way.
macro_rules! whole_number {
    ($($deserialize:ident)*) => {
        $(
            fn $deserialize<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
                self.deserialize_i64(visitor)
            }
        )*
    };
}

// Each type asks for one shape and gets code for that shape only; `deserialize_any` would
// make every type carry the code for all of them.
impl<'de> Deserializer<'de> for Json {
    type Error = Unreadable;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        match self {
            Self::Null => visitor.visit_unit(),
            Self::Bool(flag) => visitor.visit_bool(flag),
            Self::Number(number) => visitor.visit_i64(whole(number)?),
            Self::Text(text) => visitor.visit_string(text),
            list @ Self::List(_) => list.deserialize_seq(visitor),
            map @ Self::Map(_) => map.deserialize_map(visitor),
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        let Self::Bool(flag) = self else { return Err(Unreadable) };
        visitor.visit_bool(flag)
    }

    fn deserialize_i64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        let Self::Number(number) = self else { return Err(Unreadable) };
        visitor.visit_i64(whole(number)?)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        let Self::Text(text) = self else { return Err(Unreadable) };
        visitor.visit_string(text)
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        let Self::Text(text) = self else { return Err(Unreadable) };
        visitor.visit_str(&text)
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        self.deserialize_str(visitor)
    }

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        visitor.visit_unit()
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        visitor.visit_unit()
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        let Self::List(items) = self else { return Err(Unreadable) };
        visitor.visit_seq(Items(items.into_iter()))
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        let Self::Map(entries) = self else { return Err(Unreadable) };
        visitor.visit_map(Entries { rest: entries.into_iter(), value: None })
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Unreadable> {
        self.deserialize_map(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        match self {
            Self::Null => visitor.visit_none(),
            value => visitor.visit_some(value),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Unreadable> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Unreadable> {
        let Self::Text(name) = self else { return Err(Unreadable) };
        let name: StringDeserializer<Unreadable> = name.into_deserializer();
        visitor.visit_enum(name)
    }

    whole_number!(deserialize_i8 deserialize_i16 deserialize_i32);
    whole_number!(deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64);

    forward_to_deserialize_any! {
        f32 f64 char bytes byte_buf unit_struct tuple tuple_struct
    }
}

fn whole(number: f64) -> Result<i64, Unreadable> {
    if number.abs() <= EXACT { Ok(number as i64) } else { Err(Unreadable) }
}

struct Items(IntoIter<Json>);

impl<'de> SeqAccess<'de> for Items {
    type Error = Unreadable;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Unreadable> {
        self.0.next().map(|item| seed.deserialize(item)).transpose()
    }
}

struct Entries {
    rest: IntoIter<(String, Json)>,
    value: Option<Json>,
}

impl<'de> MapAccess<'de> for Entries {
    type Error = Unreadable;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Unreadable> {
        let Some((name, value)) = self.rest.next() else { return Ok(None) };
        self.value = Some(value);
        seed.deserialize(Json::Text(name)).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(
        &mut self,
        seed: V,
    ) -> Result<V::Value, Unreadable> {
        seed.deserialize(self.value.take().ok_or(Unreadable)?)
    }
}

impl fmt::Display for Unreadable {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("unreadable answer")
    }
}

impl std::error::Error for Unreadable {}

impl Error for Unreadable {
    fn custom<T: fmt::Display>(_message: T) -> Self {
        Self
    }

    fn invalid_type(_unexpected: Unexpected<'_>, _expected: &dyn Expected) -> Self {
        Self
    }

    fn invalid_value(_unexpected: Unexpected<'_>, _expected: &dyn Expected) -> Self {
        Self
    }

    fn invalid_length(_length: usize, _expected: &dyn Expected) -> Self {
        Self
    }

    fn unknown_variant(_variant: &str, _expected: &'static [&'static str]) -> Self {
        Self
    }

    fn unknown_field(_field: &str, _expected: &'static [&'static str]) -> Self {
        Self
    }

    fn missing_field(_field: &'static str) -> Self {
        Self
    }

    fn duplicate_field(_field: &'static str) -> Self {
        Self
    }
}

#[cfg(test)]
mod tests {
    use contract::session::{Role, Session, SignedIn};
    use serde::{Deserialize, Serialize};
    use serde_json::Value;

    use super::*;
    use crate::citizen::samples;

    /// What the browser's parser makes of a value.
    fn tree(value: Value) -> Json {
        match value {
            Value::Null => Json::Null,
            Value::Bool(flag) => Json::Bool(flag),
            Value::Number(number) => Json::Number(number.as_f64().unwrap()),
            Value::String(text) => Json::Text(text),
            Value::Array(items) => Json::List(items.into_iter().map(tree).collect()),
            Value::Object(entries) => {
                Json::Map(entries.into_iter().map(|(name, value)| (name, tree(value))).collect())
            }
        }
    }

    fn there_and_back<T>(sample: &T)
    where
        T: Serialize + DeserializeOwned + PartialEq + fmt::Debug,
    {
        let sent = serde_json::to_value(sample).unwrap();
        assert_eq!(T::deserialize(tree(sent)).as_ref(), Ok(sample));
    }

    #[test]
    fn what_the_server_writes_is_read_as_it_was() {
        there_and_back(&samples::deadline());
        there_and_back(&Some(samples::deadline()));
        there_and_back(&vec!["æøå".to_owned(), "👍".to_owned()]);
        let id = "0192f0c4-7b6a-7c3e-9d55-3f1a2b4c5d6e";
        there_and_back(&SignedIn {
            name: "Maja Holm".to_owned(),
            role: Role::Caseworker { caseworker_id: id.parse().unwrap(), team_leader: true },
            expires_in_seconds: 1800,
        });
    }

    #[test]
    fn other_shapes_are_refused() {
        for wrong in ["null", "[]", r#"{"demo": 1}"#, r#""text""#, "17"] {
            let json = tree(serde_json::from_str(wrong).unwrap());
            assert_eq!(Session::deserialize(json).err(), Some(Unreadable), "{wrong}");
        }
        assert!(u8::deserialize(Json::Number(256.0)).is_err());
        assert!(u32::deserialize(Json::Number(-1.0)).is_err());
        assert!(u32::deserialize(Json::Number(f64::NAN)).is_err());
    }
}
