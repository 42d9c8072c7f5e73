//! What stands around every page: header, footer, banners and the dialogs of the session.

mod footer;
mod header;
mod session_dialogs;

use leptos::prelude::*;

use crate::app::Part;
use crate::router::{Router, use_path};
use crate::session::{area, use_session};
use crate::text::text;
use crate::ui;
use footer::Footer;
pub use header::staff_menu;
use header::{Header, Ribbon};
use session_dialogs::SessionDialogs;

/// The frame with the current page in it.
#[component]
pub fn Frame(
    /// Which part of the app is in it.
    part: &'static Part,
    /// Which page is in view.
    router: Router,
) -> impl IntoView {
    let session = use_session();
    let path = use_path();
    Effect::new(move || {
        if let Some(root) = document().document_element() {
            // Only colours depend on it, and an element always takes an attribute.
            let _ = root.set_attribute("data-area", path.with(|path| area(path)));
        }
    });
    view! {
        <a
            class="skipnav"
            href="#content"
            on:click=move |event| {
                event.prevent_default();
                event.stop_propagation();
                ui::focus_element("content");
            }
        >
            {text(|t| t.common.skip_to_content)}
        </a>
        <Ribbon/>
        <Header menu=part.menu/>
        <div role="status">
            {ui::live_if(move || {
                session.offline.get().then(|| {
                    view! {
                        <div class="offline">
                            <div class="container">
                                <p>{text(|t| t.common.offline)}</p>
                            </div>
                        </div>
                    }
                    .into_any()
                })
            })}
        </div>
        <main id="content" class="container page-container" tabindex="-1">
            {router.view(part.page)}
        </main>
        <Footer/>
        <SessionDialogs/>
    }
}
