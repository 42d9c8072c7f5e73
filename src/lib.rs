//! The single-page app of Genvej, in three parts so that a phone downloads only what its page
//! uses: the site (front page, booking, employers), the job plan, and the staff's area.
//! Knows the server only through `contract`.

mod api;
mod app;
mod caseworker;
mod citizen;
mod draft;
mod employer;
mod frame;
mod front;
mod job_plan;
mod pages;
mod router;
mod routes;
mod session;
mod text;
mod ui;

/// Starts the site: the front page, booking, and the employer's area.
pub fn start_site() {
    app::start(&app::SITE);
}

/// Starts the citizen's job plan and access log.
pub fn start_plan() {
    app::start(&app::PLAN);
}

/// Starts the caseworker's area.
pub fn start_staff() {
    app::start(&app::STAFF);
}
