//! Schemathesis against the real server: whatever is sent, the answer is one the API describes
//! and never a 5xx (I11). Signed in as a citizen, as a caseworker, and as nobody.

use std::path::{Path, PathBuf};

use super::Found;
use crate::apt;
use crate::process::{program, run_logged, succeeds};
use crate::project::{Outcome, Project};
use crate::server::DemoServer;
use crate::stamp::Stamp;

const VERSION: &str = "4.32.5";
const REQUIREMENTS: &str = "tests/fuzz-requirements.txt";
const CHECKS: &str = "not_a_server_error,content_type_conformance,response_schema_conformance";
const EXAMPLES: &str = "15";
const SEED: &str = "20261123";

/// The persona of each run; `None` is a visitor who has not signed in.
const VISITORS: [(&str, Option<&str>); 3] =
    [("citizen", Some("next-due")), ("caseworker", Some("caseworker-1")), ("visitor", None)];

/// Runs it for each kind of visitor.
pub fn run(project: &Project) -> Outcome<Found> {
    let schemathesis = ready(project)?;
    let mut cases = 0;
    for (who, persona) in VISITORS {
        let server = DemoServer::start(project, "fuzz")?;
        let cookie = persona.map(|key| server.sign_in(key)).transpose()?;
        let log = run_one(project, &schemathesis, &server.address, who, cookie.as_deref())?;
        cases += generated(&log);
    }
    Ok(Found::tests(3, format!("{cases} requests")))
}

fn run_one(
    project: &Project,
    schemathesis: &Path,
    address: &str,
    who: &str,
    cookie: Option<&str>,
) -> Outcome<String> {
    let url = format!("http://{address}/api/openapi.json");
    let mut command = program(schemathesis, ["run", &url], &project.scratch("fuzz")?);
    command.args(["--checks", CHECKS, "--max-examples", EXAMPLES, "--seed", SEED]);
    command.args(["--phases", "examples,coverage,fuzzing"]);
    command.args(["--generation-database", "none", "--workers", "1", "--no-color"]);
    command.args(["--request-timeout", "10", "--warnings", "off", "--continue-on-failure"]);
    command.args(["--suppress-health-check", "all"]);
    command.arg("-H").arg(format!("Origin: http://{address}"));
    if let Some(cookie) = cookie {
        command.arg("-H").arg(format!("Cookie: {cookie}"));
        // Signing out, or in as somebody else, would end the run's session.
        command.args(["--exclude-path-regex", "^/api/session"]);
    }
    run_logged(project, &format!("fuzz-{who}"), &mut command)
}

/// The program, in a Python environment of its own.
fn ready(project: &Project) -> Outcome<PathBuf> {
    let folder = project.tools.join(format!("schemathesis-{VERSION}"));
    let file = folder.join("bin/schemathesis");
    let stamp = Stamp::of(project, "schemathesis", &[REQUIREMENTS])?;
    if stamp.is_fresh() && succeeds(program(&file, ["--version"], Path::new("/")).arg("--help")) {
        return Ok(file);
    }
    let python = apt::python(project)?;
    project.progress.step("Installing schemathesis", || {
        let mut make = program(python, ["-m", "venv", "--clear"], &project.root);
        run_logged(project, "venv", make.arg(&folder))?;
        let arguments = ["install", "--quiet", "--disable-pip-version-check", "-r", REQUIREMENTS];
        run_logged(project, "pip", &mut program(folder.join("bin/pip"), arguments, &project.root))
    })?;
    stamp.set()?;
    Ok(file)
}

/// The number in the summary's line "  1234 generated, 1234 passed".
fn generated(log: &str) -> u32 {
    log.lines()
        .find_map(|line| line.trim().split_once(" generated")?.0.parse().ok())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::generated;

    #[test]
    fn the_count_is_read_from_the_summary() {
        assert_eq!(generated("Test cases:\n  1804 generated, 1804 passed\n"), 1804);
    }
}
