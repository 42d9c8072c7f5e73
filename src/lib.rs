//! The single-page app of Genvej, in two parts so that a citizen's phone never downloads what
//! only caseworkers use: the site (citizens, employers, front page) and the staff's area.
//! Knows the server only through `contract`.

mod api;
mod app;
mod caseworker;
mod citizen;
mod employer;
mod frame;
mod front;
mod pages;
mod router;
mod routes;
mod session;
mod text;
mod ui;

/// Starts the site: the front page, the citizen's and the employer's area.
pub fn start_site() {
    app::start(&app::SITE);
}

/// Starts the caseworker's area.
pub fn start_staff() {
    app::start(&app::STAFF);
}
