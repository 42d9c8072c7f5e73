//! Reading an answer: the browser parses the JSON, and each type is put together from the
//! fields it names. Not serde: its readers were a tenth of the app (`docs/decisions/0005`).
//! What is wrong with an answer nobody reads, so there are no messages. Knows no HTTP.

mod shapes;
mod values;

use wasm_bindgen::{JsCast, JsValue};

pub use values::day;

/// A type an answer can carry.
pub trait Read: Sized {
    /// Takes it out of JSON; `None` when it is not there.
    fn read(json: Json) -> Option<Self>;
}

/// Makes a type of a JSON text. An empty text reads as `null`.
pub fn read<T: Read>(text: &str) -> Option<T> {
    T::read(parse(text)?)
}

fn parse(text: &str) -> Option<Json> {
    if text.is_empty() {
        return Some(Json::Null);
    }
    Json::of(js_sys::JSON::parse(text).ok()?)
}

/// JSON as a tree.
#[derive(Clone, Debug)]
pub enum Json {
    /// `null`, and what is left out.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number.
    Number(f64),
    /// A string.
    Text(String),
    /// An array.
    List(Vec<Json>),
    /// An object.
    Map(Fields),
}

impl Json {
    fn of(value: JsValue) -> Option<Self> {
        Some(if value.is_null() {
            Self::Null
        } else if let Some(flag) = value.as_bool() {
            Self::Bool(flag)
        } else if let Some(number) = value.as_f64() {
            Self::Number(number)
        } else if let Some(text) = value.as_string() {
            Self::Text(text)
        } else if let Some(list) = value.dyn_ref::<js_sys::Array>() {
            Self::List(list.iter().map(Self::of).collect::<Option<_>>()?)
        } else {
            let entries = js_sys::Object::entries(value.unchecked_ref());
            Self::Map(Fields(entries.iter().map(Self::entry).collect::<Option<_>>()?))
        })
    }

    fn entry(pair: JsValue) -> Option<(String, Self)> {
        let pair: js_sys::Array = pair.unchecked_into();
        Some((pair.get(0).as_string()?, Self::of(pair.get(1))?))
    }

    fn fields(self) -> Option<Fields> {
        match self {
            Self::Map(fields) => Some(fields),
            _ => None,
        }
    }

    fn text(self) -> Option<String> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }
}

/// The fields of an object.
#[derive(Clone, Debug)]
pub struct Fields(Vec<(String, Json)>);

impl Fields {
    /// Takes a field out; what is left out reads as `null`.
    fn take<T: Read>(&mut self, name: &str) -> Option<T> {
        T::read(self.take_json(name))
    }

    fn take_json(&mut self, name: &str) -> Json {
        match self.0.iter().position(|(key, _)| key == name) {
            Some(index) => self.0.swap_remove(index).1,
            None => Json::Null,
        }
    }

    fn rest(self) -> Json {
        Json::Map(self)
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use serde_json::Value;

    use super::*;

    /// What the browser's parser makes of a value.
    pub(crate) fn tree(value: Value) -> Json {
        match value {
            Value::Null => Json::Null,
            Value::Bool(flag) => Json::Bool(flag),
            Value::Number(number) => Json::Number(number.as_f64().unwrap()),
            Value::String(text) => Json::Text(text),
            Value::Array(items) => Json::List(items.into_iter().map(tree).collect()),
            Value::Object(entries) => {
                let fields = entries.into_iter().map(|(name, value)| (name, tree(value)));
                Json::Map(Fields(fields.collect()))
            }
        }
    }
}
