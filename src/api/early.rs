//! Answers that `boot.js` asked for while the wasm was downloading. Each is taken once.

use js_sys::{Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// The name under which `boot.js` keeps its promises.
const STORE: &str = "genvejEarly";

/// An answer as `boot.js` hands it over.
pub struct EarlyAnswer {
    /// HTTP status.
    pub status: u16,
    /// Body.
    pub body: String,
}

/// The early answer for `url`; `None` when it was not asked for, was taken, or failed, so
/// that the caller asks itself.
pub async fn take(url: &str) -> Option<EarlyAnswer> {
    let window = web_sys::window()?;
    let store = Reflect::get(&window, &STORE.into()).ok().filter(JsValue::is_object)?;
    let promise: Promise = Reflect::get(&store, &url.into()).ok()?.dyn_into().ok()?;
    Reflect::delete_property(store.unchecked_ref::<Object>(), &url.into()).ok()?;
    let answer = JsFuture::from(promise).await.ok()?;
    let status = Reflect::get(&answer, &"status".into()).ok()?.as_f64()?;
    let body = Reflect::get(&answer, &"body".into()).ok()?.as_string()?;
    Some(EarlyAnswer { status: status as u16, body })
}
