//! The browser's own copy of what is not on the server yet, locked up with the person's key
//! (UX rule 2). The locking is `public/keep.js`'s; a browser without it keeps no copy, and
//! saving goes on without.

use contract::draft::{DraftChange, DraftKey};
use js_sys::{Array, Function, Promise, Reflect};
use uuid::Uuid;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::DraftPlace;
use crate::api::read;

/// Where `public/keep.js` puts its functions.
const KEEPER: &str = "genvejKeep";
/// What the names of copies begin with in the browser's storage.
const PREFIX: &str = "genvej-kept.";
/// Where it is written which key belongs to the person who was here last: "whom key".
const KEY_OF: &str = "genvej-key";

/// Keeps what is unsent, or forgets the copy when there is nothing.
pub async fn put(place: DraftPlace, key: &DraftKey, unsent: &[DraftChange]) {
    let name = name(place, key);
    // Without a copy nothing else is different; there is nobody to tell.
    let _ = match serde_json::to_string(unsent) {
        Ok(text) if !unsent.is_empty() => call("put", &[&name, &key.key, &text]).await,
        _ => call("drop", &[&name]).await,
    };
}

/// What this browser's pages kept, the newest copy first, as far as this person's key opens it.
pub async fn take(place: DraftPlace, key: &DraftKey) -> Vec<Vec<DraftChange>> {
    let kept = call("take", &[&name(place, key), &key.key]).await.ok();
    let text = kept.and_then(|text| text.as_string());
    text.and_then(|text| read::read(&text)).unwrap_or_default()
}

/// Notes which key is whose, so that signing out on another page knows which copies are.
pub fn belongs(key: &DraftKey, whom: Uuid) {
    if let Some(storage) = storage() {
        // Without the note the copies stay until they are a day old, locked.
        let _ = storage.set_item(KEY_OF, &format!("{whom} {}", key.id));
    }
}

/// Does this browser keep anything that this person has not sent?
pub fn has_copies(whom: Uuid) -> bool {
    !copies_of(whom).is_empty()
}

/// Forgets what this person typed: they sign out, and phones are shared. What others have not
/// sent stays theirs.
pub fn forget(whom: Uuid) {
    // What is being locked up right now must not land afterwards. Without the keeper nothing is.
    let _ = ask("stop", &[]);
    for name in copies_of(whom) {
        // What cannot be removed cannot be read without the key either, and is gone in a day.
        let _ = storage().map(|storage| storage.remove_item(&name));
    }
}

fn copies_of(whom: Uuid) -> Vec<String> {
    let Some(storage) = storage() else { return Vec::new() };
    let note = storage.get_item(KEY_OF).ok().flatten().unwrap_or_default();
    let Some((whose, key)) = note.split_once(' ') else { return Vec::new() };
    if whose != whom.to_string() {
        return Vec::new();
    }
    let own = format!("{PREFIX}{key}.");
    let names = (0..storage.length().unwrap_or_default()).filter_map(|i| storage.key(i).ok()?);
    names.filter(|name| name.starts_with(&own)).collect()
}

fn storage() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok()?
}

fn name(place: DraftPlace, key: &DraftKey) -> String {
    format!("{}.{}", key.id, place.name())
}

async fn call(function: &str, arguments: &[&str]) -> Result<JsValue, JsValue> {
    JsFuture::from(Promise::resolve(&ask(function, arguments)?)).await
}

fn ask(function: &str, arguments: &[&str]) -> Result<JsValue, JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let keeper = Reflect::get(&window, &KEEPER.into())?;
    let function: Function = Reflect::get(&keeper, &function.into())?.dyn_into()?;
    let arguments: Array = arguments.iter().map(|argument| JsValue::from_str(argument)).collect();
    function.apply(&keeper, &arguments)
}
