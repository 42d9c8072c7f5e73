//! Mounting one part of the app in place of the skeleton that `index.html` carries.

use leptos::mount::mount_to;
use leptos::prelude::*;
use leptos_router::components::Router;
use leptos_router::hooks::use_location;
use wasm_bindgen::JsCast;

use crate::citizen::Desk;
use crate::frame::{Frame, staff_menu};
use crate::routes::{site_pages, staff_pages};
use crate::session::{SessionState, area};
use crate::ui;

/// A part of the app with a WebAssembly file of its own.
pub struct Part {
    /// Its pages.
    pub pages: fn() -> AnyView,
    /// Its menu in the header.
    pub menu: fn() -> AnyView,
    /// What lives above its pages.
    pub set_up: fn(),
    /// Does it have the pages of that area?
    pub has: fn(area: &str) -> bool,
}

/// The front page, the citizen's and the employer's area.
pub static SITE: Part = Part {
    pages: site_pages,
    menu: || ().into_any(),
    set_up: Desk::start,
    has: |area| area != "staff",
};

/// The caseworker's area.
pub static STAFF: Part =
    Part { pages: staff_pages, menu: staff_menu, set_up: || (), has: |area| area == "staff" };

/// Replaces the skeleton by a part of the app.
pub fn start(part: &'static Part) {
    let Some(place) = document().get_element_by_id("app") else { return };
    place.set_inner_html("");
    mount_to(place.unchecked_into(), move || {
        provide_context(part);
        SessionState::start();
        (part.set_up)();
        view! {
            <Router>
                <Frame part=part/>
            </Router>
        }
    })
    .forget();
}

/// What is shown where this part has no page: the other part, if the page is there.
#[component]
pub fn Elsewhere() -> impl IntoView {
    let location = use_location();
    let part: &'static Part = expect_context();
    let path = location.pathname.get_untracked();
    if (part.has)(area(&path)) {
        return view! { <ui::NotFound/> }.into_any();
    }
    let query = location.search.get_untracked();
    let address = if query.is_empty() { path } else { format!("{path}?{query}") };
    // Once the router has put the address into the history, so that Back goes one page back.
    set_timeout(
        move || {
            // A browser that does not follow an address of its own page has closed it.
            let _ = window().location().replace(&address);
        },
        std::time::Duration::ZERO,
    );
    view! { <ui::Loading/> }.into_any()
}
