//! `cargo xtask test`: every check of the project, or those named, and one summary of them.

mod browser;
mod fuzz;
mod summary;

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;

use crate::postgres::Cluster;
use crate::process::{program, run_logged};
use crate::project::{Failure, Outcome, Project};
use crate::server::DemoServer;
use crate::{build, http, setup, size, tidy};
use summary::{Result, Summary};

/// What a check found: a short text for the summary, and how many tests that were.
pub struct Found {
    text: String,
    tests: u32,
}

impl Found {
    fn text(text: impl Into<String>) -> Self {
        Self { text: text.into(), tests: 0 }
    }

    fn tests(tests: u32, text: impl Into<String>) -> Self {
        Self { text: text.into(), tests }
    }
}

struct Check {
    name: &'static str,
    /// Does it need the built app and server?
    needs_build: bool,
    run: fn(&Project) -> Outcome<Found>,
}

const CHECKS: [Check; 10] = [
    Check { name: "format", needs_build: false, run: format },
    Check { name: "tidy", needs_build: false, run: house_rules },
    Check { name: "types", needs_build: false, run: types },
    Check { name: "clippy", needs_build: false, run: clippy },
    Check { name: "clippy-wasm", needs_build: false, run: clippy_wasm },
    Check { name: "unit", needs_build: true, run: unit },
    Check { name: "openapi", needs_build: true, run: openapi },
    Check { name: "fuzz", needs_build: true, run: fuzz::run },
    Check { name: "size", needs_build: true, run: sizes },
    Check { name: "browser", needs_build: true, run: browser::run },
];

/// Runs the named checks, or all, and says how each went.
pub fn command(project: &Project, names: &[&str]) -> Outcome<ExitCode> {
    if let Some(name) = names.iter().find(|name| CHECKS.iter().all(|check| check.name != **name)) {
        let known: Vec<&str> = CHECKS.iter().map(|check| check.name).collect();
        return Err(Failure::new(format!("no check is called {name}: {}", known.join(" "))));
    }
    setup::prerequisites()?;
    // The server's debug build wants the folder, be it empty.
    std::fs::create_dir_all(project.path("dist"))?;
    let mut summary = Summary::start();
    let chosen = |check: &&Check| names.is_empty() || names.contains(&check.name);
    let (build, plain): (Vec<&Check>, Vec<&Check>) =
        CHECKS.iter().filter(chosen).partition(|check| check.needs_build);
    for check in plain {
        perform(project, &mut summary, check.name, || (check.run)(project));
    }
    if !build.is_empty() && perform(project, &mut summary, "build", || build_all(project)) {
        for check in build {
            perform(project, &mut summary, check.name, || (check.run)(project));
        }
    } else {
        for check in build {
            summary.add(Result::not_run(check.name));
        }
    }
    Ok(summary.print())
}

fn perform(
    project: &Project,
    summary: &mut Summary,
    name: &'static str,
    run: impl FnOnce() -> Outcome<Found>,
) -> bool {
    let began = Instant::now();
    let outcome = project.progress.step(&format!("Check: {name}"), run);
    if let Err(failure) = &outcome {
        eprintln!("{failure}\n");
    }
    let passed = outcome.is_ok();
    summary.add(Result::of(name, outcome, began.elapsed()));
    passed
}

fn cargo(project: &Project, name: &str, arguments: &[&str]) -> Outcome<String> {
    run_logged(project, name, &mut program("cargo", arguments, &project.root))
}

fn format(project: &Project) -> Outcome<Found> {
    cargo(project, "format", &["fmt", "--all", "--check"])?;
    Ok(Found::text(""))
}

fn house_rules(project: &Project) -> Outcome<Found> {
    Ok(Found::text(format!("{} files", tidy::check(project)?)))
}

/// The types of the browser tests, which Playwright itself does not look at.
fn types(project: &Project) -> Outcome<Found> {
    setup::node_modules(project)?;
    let compiler = project.path("node_modules/.bin/tsc");
    run_logged(project, "types", &mut program(compiler, ["-p", "tests"], &project.root))?;
    Ok(Found::text(""))
}

fn clippy(project: &Project) -> Outcome<Found> {
    let arguments = ["clippy", "--locked", "--workspace", "--all-targets", "--", "-D", "warnings"];
    cargo(project, "clippy", &arguments)?;
    Ok(Found::text(""))
}

fn clippy_wasm(project: &Project) -> Outcome<Found> {
    setup::wasm_target(project)?;
    let wasm = "wasm32-unknown-unknown";
    let arguments =
        ["clippy", "--locked", "--package", "genvej-app", "--target", wasm, "--", "-D", "warnings"];
    cargo(project, "clippy-wasm", &arguments)?;
    Ok(Found::text(""))
}

fn build_all(project: &Project) -> Outcome<Found> {
    build::app(project)?;
    build::server(project)?;
    Ok(Found::text(""))
}

/// Unit, property and API tests; the API ones on SQLite and on a PostgreSQL of their own.
fn unit(project: &Project) -> Outcome<Found> {
    let cluster = Cluster::start(project)?;
    let run = |name: &str, arguments: &[&str]| {
        let mut command = program("cargo", arguments, &project.root);
        command.env("GENVEJ_TEST_POSTGRES", cluster.url());
        command.env("GENVEJ_BIN", project.server_binary());
        run_logged(project, name, &mut command)
    };
    let all = ["test", "--locked", "--workspace", "--no-fail-fast", "--", "--skip", "race::"];
    // The races measure how long anybody waits, so nothing runs beside them. Asked for as the others
    // are: for a package by itself its dependencies would be built again.
    let races = ["test", "--locked", "--workspace", "--no-fail-fast", "--", "race::"];
    let alone = ["--test-threads", "1", "--nocapture"];
    let tests = run("unit", &all)?;
    let raced = run("races", &[&races[..], &alone].concat())?;
    for line in raced.lines().filter(|line| line.contains(" calls, ")) {
        eprintln!("{line}");
    }
    let passed = summary::passed_by_cargo(&tests) + summary::passed_by_cargo(&raced);
    Ok(Found::tests(passed, format!("{passed} passed")))
}

/// The checked-in description of the API is the one the server gives.
fn openapi(project: &Project) -> Outcome<Found> {
    let server = DemoServer::start(project, "openapi")?;
    let answer = http::get(&server.address, "/api/openapi.json")?;
    let served = String::from_utf8_lossy(&answer.body).into_owned();
    let file: PathBuf = project.path("docs/openapi.json");
    let stored = std::fs::read_to_string(&file)?;
    if answer.status == 200 && served.trim() == stored.trim() {
        return Ok(Found::tests(1, "as checked in"));
    }
    let fresh = project.scratch("openapi")?.join("openapi.json");
    std::fs::write(&fresh, &served)?;
    Err(Failure::new(format!(
        "the server's API is not the one in docs/openapi.json; if that is meant, copy {} there",
        fresh.display()
    )))
}

fn sizes(project: &Project) -> Outcome<Found> {
    let table = size::check(project)?;
    eprintln!("{table}");
    Ok(Found::text(table.lines().last().unwrap_or_default()))
}
