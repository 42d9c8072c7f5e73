//! What stands around every page: header, footer, banners and dialogs of the session.

use leptos::prelude::*;

use crate::routes::Pages;

/// The frame with the current page in it.
#[component]
pub fn Frame() -> impl IntoView {
    view! {
        <main id="content" class="container page-container">
            <Pages/>
        </main>
    }
}
