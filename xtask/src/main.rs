//! The project's own commands: `cargo xtask run | dev | test | size | bench`.
//! This file knows only which command is which; the work is in the modules.

mod apt;
mod bench;
mod build;
mod http;
mod postgres;
mod process;
mod project;
mod report;
mod serve;
mod server;
mod setup;
mod size;
mod stamp;
mod test;
mod tidy;
mod tools;

use std::process::ExitCode;

use project::{Outcome, Project};

const HELP: &str = "\
The project's own commands:

  cargo xtask run            set up what is missing, build, and serve the demo municipality
                             on http://127.0.0.1:8080
  cargo xtask test [STEP…]   set up the rest and run every check, or only those named:
                             format tidy types clippy clippy-wasm unit openapi fuzz size browser
  cargo xtask dev            work on the app: rebuilds and reloads at http://127.0.0.1:8081
  cargo xtask build          build the app and the server, serve nothing
  cargo xtask size           what a first visit downloads, against its budget
  cargo xtask bench [page]   how fast the booking page is on a poor phone network
  cargo xtask bench [kpi]    how long the key figures of a large municipality take

Tools are kept in ~/.cache/genvej/tools; GENVEJ_TOOLS names another folder.";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match dispatch(&arguments) {
        Ok(code) => code,
        Err(failure) => {
            eprintln!("\n{failure}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(arguments: &[String]) -> Outcome<ExitCode> {
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let project = Project::find()?;
    match words.as_slice() {
        ["run"] => serve::run(&project)?,
        ["dev"] => serve::dev(&project)?,
        ["build"] => {
            build::app(&project)?;
            build::server(&project)?;
        }
        ["size"] => size::command(&project)?,
        ["bench", "page"] => bench::page(&project)?,
        ["bench", "kpi"] => bench::key_figures(&project)?,
        ["bench"] => {
            bench::key_figures(&project)?;
            bench::page(&project)?;
        }
        ["test", steps @ ..] => return test::command(&project, steps),
        ["help" | "--help" | "-h"] => println!("{HELP}"),
        _ => {
            eprintln!("{HELP}");
            return Ok(ExitCode::FAILURE);
        }
    }
    Ok(ExitCode::SUCCESS)
}
