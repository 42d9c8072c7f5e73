//! Downloading everything held about oneself, as a file. Fetched first, so that a session that
//! has ended is told in the page and not saved as a file.

use contract::paths;
use leptos::ev;
use leptos::prelude::*;

use crate::api::{self, ApiError};
use crate::text::Text;
use crate::ui::{Sending, failure, save_text};

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
                Ok(text) if save_text(FILE, &text).is_ok() => {}
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
