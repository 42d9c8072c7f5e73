//! A field for a file, and files handed to the browser to save.

use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, File, HtmlAnchorElement, HtmlInputElement, Url};

use super::field::{described_by, error_message, group_class};
use super::live::flag;
use crate::text::Text;

/// A field for one file.
#[component]
pub fn FileField(
    /// The element's id; errors link to it.
    #[prop(into)]
    id: String,
    /// What to choose.
    #[prop(into)]
    label: Text,
    /// Help.
    #[prop(into)]
    hint: Text,
    /// Which files the browser offers first.
    accept: &'static str,
    /// What was chosen; nothing when that was taken back.
    #[prop(into)]
    on_choose: UnsyncCallback<Option<File>>,
    /// What is wrong with it.
    #[prop(into)]
    error: Signal<Option<String>>,
) -> impl IntoView {
    let choose = move |event: leptos::ev::Event| {
        let input: HtmlInputElement = event_target(&event);
        on_choose.run(input.files().and_then(|files| files.get(0)));
    };
    view! {
        <div class=group_class(error)>
            <label class="form-label" for=id.clone()>{label}</label>
            <span class="form-hint" id=format!("{id}-hint")>{hint}</span>
            {error_message(&id, error)}
            <input
                class="form-input file-input"
                type="file"
                id=id.clone()
                name=id.clone()
                accept=accept
                aria-describedby=described_by(&id, true, error)
                aria-invalid=flag(move || error.with(Option::is_some))
                on:change=choose
            />
        </div>
    }
    .into_any()
}

/// Hands a text to the browser as a file to save.
///
/// # Errors
/// When the browser does not take it.
pub fn save_text(name: &str, text: &str) -> Result<(), JsValue> {
    let parts = js_sys::Array::of1(&text.into());
    save_blob(name, &Blob::new_with_str_sequence(&parts)?)
}

/// The same with what was fetched as a file.
///
/// # Errors
/// When the browser does not take it.
pub fn save_blob(name: &str, blob: &Blob) -> Result<(), JsValue> {
    let url = Url::create_object_url_with_blob(blob)?;
    let link: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    link.set_href(&url);
    link.set_download(name);
    link.click();
    Url::revoke_object_url(&url)
}
