//! Mounting one part of the app in place of the skeleton that `index.html` carries.

use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::caseworker::StaffDesk;
use crate::citizen::{Desk, PlanDesk, RetentionDesk, SatisfactionDesk};
use crate::employer::EmployerDesk;
use crate::frame::{Frame, staff_menu};
use crate::pages::{employer_page, plan_page, site_page, staff_page};
use crate::router::Router;
use crate::routes::Route;
use crate::session::SessionState;

/// A part of the app with a WebAssembly file of its own.
pub struct Part {
    /// Its page for an address.
    pub page: fn(Option<&Route>, path: &str) -> AnyView,
    /// Its menu in the header.
    pub menu: fn() -> AnyView,
    /// What lives above its pages.
    pub set_up: fn(),
    /// What of its pages an address is.
    pub parse: fn(path: &str, query: &str) -> Option<Route>,
}

/// The front page and booking.
pub static SITE: Part =
    Part { page: site_page, menu: || ().into_any(), set_up: Desk::start, parse: Route::parse_site };

/// The citizen's plans and access log, and the equipment check.
pub static PLAN: Part = Part {
    page: plan_page,
    menu: || ().into_any(),
    set_up: || {
        PlanDesk::start();
        RetentionDesk::start();
        SatisfactionDesk::start();
    },
    parse: Route::parse_plan,
};

/// The employer's area.
pub static EMPLOYER: Part = Part {
    page: employer_page,
    menu: || ().into_any(),
    set_up: EmployerDesk::start,
    parse: Route::parse_employer,
};

/// The caseworker's area.
pub static STAFF: Part = Part {
    page: staff_page,
    menu: staff_menu,
    set_up: StaffDesk::start,
    parse: Route::parse_staff,
};

/// Replaces the skeleton by a part of the app.
pub fn start(part: &'static Part) {
    let Some(place) = document().get_element_by_id("app") else { return };
    place.set_inner_html("");
    mount_to(place.unchecked_into(), move || {
        let router = Router::start(part.parse);
        SessionState::start();
        (part.set_up)();
        view! { <Frame part=part router=router/> }
    })
    .forget();
}
