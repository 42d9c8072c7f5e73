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
    let (passed, flaky) = (count(&log, "passed ("), count(&log, "flaky"));
    let shaky = match flaky {
        0 => String::new(),
        _ => format!(", {flaky} at the second try (see the log)"),
    };
    Ok(Found::tests(passed + flaky, format!("{passed} passed{shaky}; see artifacts/screenshots")))
}

/// The number in Playwright's lines "  57 passed (3.1m)" and "  1 flaky".
fn count(log: &str, of: &str) -> u32 {
    log.lines()
        .filter_map(|line| line.trim().split_once(' '))
        .find_map(|(count, what)| what.starts_with(of).then(|| count.parse().ok())?)
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::count;

    #[test]
    fn the_counts_are_read_from_the_last_lines() {
        let log = "Running 3 tests\n\n  1 flaky\n    [phone] › a.spec.ts\n  57 passed (3.1m)\n";
        assert_eq!((count(log, "passed ("), count(log, "flaky")), (57, 1));
        assert_eq!(count("1 failed", "passed ("), 0);
    }
}
