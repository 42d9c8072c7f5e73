//! The single-page app of Genvej, in four parts so that a phone downloads only what its page
//! uses: the site (front page and booking), the citizen's plans, the employer's area, and the
//! staff's area.
//! Knows the server only through `contract`.

mod api;
mod app;
mod caseworker;
mod citizen;
mod draft;
mod employer;
mod form;
mod frame;
mod front;
mod job_plan;
mod pages;
mod retention_plan;
mod router;
mod routes;
mod session;
mod text;
mod ui;

/// Starts the site: the front page and booking.
pub fn start_site() {
    app::start(&app::SITE);
}

/// Starts the citizen's plans and access log.
pub fn start_plan() {
    app::start(&app::PLAN);
}

/// Starts the employer's area.
pub fn start_employer() {
    app::start(&app::EMPLOYER);
}

/// Starts the caseworker's area.
pub fn start_staff() {
    app::start(&app::STAFF);
}
