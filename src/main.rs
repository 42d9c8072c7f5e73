//! The single-page app of Genvej: what citizens, employers and caseworkers see.
//! Knows the server only through `contract`.

mod api;
mod app;
mod caseworker;
mod citizen;
mod employer;
mod frame;
mod front;
mod routes;
mod session;
mod text;
mod ui;

fn main() {
    app::start();
}
