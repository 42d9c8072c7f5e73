//! `cargo xtask run` and `cargo xtask dev`: the demo municipality for people to look at.

use std::os::unix::process::CommandExt;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use crate::process::{program, run_attached};
use crate::project::{Failure, Outcome, Project};
use crate::stamp::Stamp;
use crate::{build, setup, tools};

const ADDRESS: &str = "127.0.0.1:8080";
const DEV_ADDRESS: &str = "127.0.0.1:8081";

/// The deadlines of the demo's people are laid around the day it is made.
const DEMO_LASTS: Duration = Duration::from_secs(12 * 3600);

/// Builds what has changed and serves the demo municipality until Ctrl-C.
pub fn run(project: &Project) -> Outcome {
    build::app(project)?;
    build::server(project)?;
    let mut command = demo_command(project, project.server_binary())?;
    project.progress.say(format!("Serving the demo on http://{ADDRESS} (stop with Ctrl-C)"));
    // The server takes this process's place, so that Ctrl-C reaches it alone.
    let error = command.exec();
    Err(Failure::new(format!("the server does not start: {error}")))
}

/// A debug server, and Trunk in front of it, which rebuilds and reloads the app.
pub fn dev(project: &Project) -> Outcome {
    setup::prerequisites()?;
    setup::wasm_target(project)?;
    setup::node_modules(project)?;
    let path = tools::path_with_tools(project)?;
    std::fs::create_dir_all(project.path("dist"))?;
    project.progress.say("Building the server …");
    run_attached(&mut program("cargo", ["build", "--package", "genvej-server"], &project.root))?;
    let mut command = demo_command(project, project.path("target/debug/genvej"))?;
    let _server = StoppedAtTheEnd(command.stdin(Stdio::null()).spawn()?);
    project.progress.say(format!("Work at http://{DEV_ADDRESS} (stop with Ctrl-C)"));
    run_attached(program("trunk", ["serve"], &project.root).env("PATH", path))
}

fn demo_command(project: &Project, binary: PathBuf) -> Outcome<Command> {
    let database = demo_database(project)?;
    let mut command = program(binary, ["serve", "--demo", "--listen", ADDRESS], &project.root);
    command.arg("--database").arg(format!("sqlite://{}", database.display()));
    Ok(command)
}

/// The demo's database, emptied when it is from another day or from another server.
fn demo_database(project: &Project) -> Outcome<PathBuf> {
    let folder = project.scratch("demo")?;
    let database = folder.join("demo.sqlite");
    let stamp = Stamp::of(project, "demo", &["crates/server/src", "crates/server/Cargo.toml"])?;
    if stamp.is_fresh() && stamp.age().is_some_and(|age| age < DEMO_LASTS) && database.is_file() {
        project.progress.say("Demo data as you left them");
        return Ok(database);
    }
    std::fs::remove_dir_all(&folder)?;
    std::fs::create_dir_all(&folder)?;
    stamp.set()?;
    project.progress.say("Fresh demo data");
    Ok(database)
}

struct StoppedAtTheEnd(Child);

impl Drop for StoppedAtTheEnd {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
