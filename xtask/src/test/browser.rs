//! Playwright in Chromium against the real server. The tests start servers of their own.

use super::Found;
use crate::process::{program, run_logged};
use crate::project::{Outcome, Project};
use crate::{apt, setup};

/// Runs all of them; screenshots and the report are left in `artifacts/`.
pub fn run(project: &Project) -> Outcome<Found> {
    let chromium = apt::chromium(project)?;
    setup::node_modules(project)?;
    let playwright = project.path("node_modules/.bin/playwright");
    let arguments = ["test", "--config", "tests/playwright.config.ts"];
    let mut command = program(playwright, arguments, &project.root);
    command.env("GENVEJ_CHROMIUM", chromium).env("GENVEJ_BIN", project.server_binary());
    let log = run_logged(project, "browser", &mut command)?;
    let passed = passed(&log);
    Ok(Found::tests(passed, format!("{passed} passed; screenshots in artifacts/screenshots")))
}

/// The number in Playwright's line "  57 passed (3.1m)".
fn passed(log: &str) -> u32 {
    log.lines()
        .filter_map(|line| line.trim().split_once(" passed ("))
        .find_map(|(count, _)| count.parse().ok())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::passed;

    #[test]
    fn the_count_is_read_from_the_last_lines() {
        assert_eq!(passed("Running 3 tests\n\n  57 passed (3.1m)\n"), 57);
        assert_eq!(passed("1 failed"), 0);
    }
}
