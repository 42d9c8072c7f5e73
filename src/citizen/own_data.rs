//! Downloading everything held about oneself, as a file. Fetched first, so that a session that
//! has ended is told in the page and not saved as a file.

use contract::paths;
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, HtmlAnchorElement, Url};

use crate::api::{self, ApiError};
use crate::text::Text;
use crate::ui::{Sending, failure};

/// What the file is called.
const FILE: &str = "genvej.json";

/// A link that downloads the file.
#[component]
pub fn OwnDataLink(
    /// Its words.
    #[prop(into)]
    words: Text,
    /// Its classes.
    #[prop(optional)]
    class: &'static str,
) -> impl IntoView {
    let (sending, failed) = (Sending::new(), RwSignal::new(None::<ApiError>));
    let fetch = move |event: ev::MouseEvent| {
        event.prevent_default();
        event.stop_propagation();
        sending.run(async move {
            failed.set(None);
            match api::get_file(paths::CITIZEN_DATA).await {
                Ok(text) if save(&text).is_ok() => {}
                Ok(_) => failed.set(Some(ApiError::Unexpected)),
                Err(error) => failed.set(Some(error)),
            }
        });
    };
    view! {
        {failure(failed)}
        <a class=class href=paths::CITIZEN_DATA download=FILE on:click=fetch>{words}</a>
    }
    .into_any()
}

/// Hands a text to the browser as a file to save.
fn save(text: &str) -> Result<(), JsValue> {
    let parts = js_sys::Array::of1(&text.into());
    let url = Url::create_object_url_with_blob(&Blob::new_with_str_sequence(&parts)?)?;
    let link: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    link.set_href(&url);
    link.set_download(FILE);
    link.click();
    Url::revoke_object_url(&url)
}
