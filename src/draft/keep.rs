//! The browser's own copy of what is not on the server yet, locked up with the person's key
//! (UX rule 2). The locking is `public/keep.js`'s; a browser without it keeps no copy, and
//! saving goes on without.

use contract::draft::{DraftChange, DraftForm, DraftKey};
use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use crate::api::read;

/// Where `public/keep.js` puts its functions.
const KEEPER: &str = "genvejKeep";
/// What the names of copies begin with in the browser's storage.
const PREFIX: &str = "genvej-kept.";

/// Keeps what is unsent, or forgets the copy when there is nothing.
pub async fn put(form: DraftForm, key: &DraftKey, unsent: &[DraftChange]) {
    let name = name(form, key);
    // Without a copy nothing else is different; there is nobody to tell.
    let _ = match serde_json::to_string(unsent) {
        Ok(text) if !unsent.is_empty() => call("put", &[&name, &key.key, &text]).await,
        _ => call("drop", &[&name]).await,
    };
}

/// What was kept, if this person's key opens it.
pub async fn take(form: DraftForm, key: &DraftKey) -> Vec<DraftChange> {
    let kept = call("take", &[&name(form, key), &key.key]).await.ok();
    let text = kept.and_then(|text| text.as_string());
    text.and_then(|text| read::read(&text)).unwrap_or_default()
}

/// Forgets every copy in this browser: somebody signs out, and phones are shared.
pub fn forget_all() {
    // What is being locked up right now must not land afterwards. Without the keeper nothing is.
    let _ = ask("drop", &[""]);
    let Ok(Some(storage)) = web_sys::window().map_or(Ok(None), |window| window.local_storage())
    else {
        return;
    };
    let names = (0..storage.length().unwrap_or_default()).filter_map(|i| storage.key(i).ok()?);
    for name in names.filter(|name| name.starts_with(PREFIX)).collect::<Vec<_>>() {
        // What cannot be removed cannot be read without the key either, and is gone in a day.
        let _ = storage.remove_item(&name);
    }
}

fn name(form: DraftForm, key: &DraftKey) -> String {
    format!("{}.{}", key.id, form.as_str())
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
