//! Building the app (Trunk, into `dist/`) and the server that embeds it.

use crate::process::{program, run_logged};
use crate::project::{Outcome, Project};
use crate::stamp::Stamp;
use crate::{setup, tools};

/// All that the built app is made from.
const APP_INPUTS: [&str; 13] = [
    "src",
    "crates/contract",
    "crates/rules",
    "style",
    "public",
    "index.html",
    "scripts",
    "Trunk.toml",
    "Cargo.toml",
    "Cargo.lock",
    "package.json",
    "package-lock.json",
    "rust-toolchain.toml",
];

/// Builds the app as it travels to phones, unless nothing it is made from has changed.
pub fn app(project: &Project) -> Outcome {
    setup::prerequisites()?;
    setup::wasm_target(project)?;
    setup::node_modules(project)?;
    let path = tools::path_with_tools(project)?;
    let stamp = Stamp::of(project, "app", &APP_INPUTS)?;
    if stamp.is_fresh() && project.path("dist/index.html").is_file() {
        project.progress.say("The app is built");
        return Ok(());
    }
    project.progress.step("Building the app", || {
        let mut command = program("trunk", ["build", "--release"], &project.root);
        command.env("PATH", &path).env("NO_COLOR", "true");
        run_logged(project, "trunk", &mut command)
    })?;
    stamp.set()
}

/// Builds the server with the app in it.
pub fn server(project: &Project) -> Outcome {
    project.progress.step("Building the server", || {
        let mut command =
            program("cargo", ["build", "--release", "--package", "genvej-server"], &project.root);
        run_logged(project, "server", &mut command).map(drop)
    })
}
