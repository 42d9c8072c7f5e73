//! `cargo xtask bench page`: how fast the booking page is for a phone on a poor network,
//! against a static page of the same text and styles. `cargo xtask bench kpi`: the key figures of a
//! large municipality.

mod kpi;

use crate::process::{program, run_attached};
use crate::project::{Outcome, Project};
use crate::server::DemoServer;
use crate::{apt, build};

/// Builds what is missing, measures, and fails when the page is too slow.
pub fn page(project: &Project) -> Outcome {
    let chromium = apt::chromium(project)?;
    build::app(project)?;
    build::server(project)?;
    let server = DemoServer::start(project, "bench")?;
    project.progress.say("Measuring (about two minutes; let the machine rest meanwhile)");
    run_attached(
        program("node", ["scripts/bench-page.mjs"], &project.root)
            .env("GENVEJ_ADDRESS", &server.address)
            .env("GENVEJ_CHROMIUM", chromium),
    )
}

/// Builds what is missing, measures the key figures, and fails when they take too long.
pub fn key_figures(project: &Project) -> Outcome {
    build::app(project)?;
    build::server(project)?;
    kpi::measure(project)
}
