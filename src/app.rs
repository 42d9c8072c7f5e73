//! Mounting the app in place of the skeleton that `index.html` carries.

use leptos::mount::mount_to;
use leptos::prelude::*;
use leptos_router::components::Router;
use wasm_bindgen::JsCast;

use crate::citizen::Desk;
use crate::frame::Frame;
use crate::session::SessionState;

/// Replaces the skeleton by the app.
pub fn start() {
    let Some(place) = document().get_element_by_id("app") else { return };
    place.set_inner_html("");
    mount_to(place.unchecked_into(), App).forget();
}

#[component]
fn App() -> impl IntoView {
    SessionState::start();
    Desk::start();
    view! {
        <Router>
            <Frame/>
        </Router>
    }
}
