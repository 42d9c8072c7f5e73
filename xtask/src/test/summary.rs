//! The table at the end of `cargo xtask test`, and its last line for machines.

use std::process::ExitCode;
use std::time::{Duration, Instant};

use super::Found;
use crate::project::Outcome;
use crate::report::seconds;

/// How one check went.
pub struct Result {
    name: &'static str,
    verdict: &'static str,
    text: String,
    tests: u32,
    took: Duration,
}

impl Result {
    /// From what the check found.
    pub fn of(name: &'static str, outcome: Outcome<Found>, took: Duration) -> Self {
        match outcome {
            Ok(Found { text, tests }) => Self { name, verdict: "passed", text, tests, took },
            Err(_) => Self { name, verdict: "FAILED", text: String::new(), tests: 0, took },
        }
    }

    /// A check that could not run because the build failed.
    pub fn not_run(name: &'static str) -> Self {
        let text = "the build failed".to_owned();
        Self { name, verdict: "NOT RUN", text, tests: 0, took: Duration::ZERO }
    }
}

/// How all of them went.
pub struct Summary {
    began: Instant,
    results: Vec<Result>,
}

impl Summary {
    /// The clock starts now.
    pub fn start() -> Self {
        Self { began: Instant::now(), results: Vec::new() }
    }

    /// One more.
    pub fn add(&mut self, result: Result) {
        self.results.push(result);
    }

    /// Prints the table and the line a machine can read; gives the exit code.
    pub fn print(&self) -> ExitCode {
        println!("\n{:<14}{:<10}{:>12}   found", "check", "result", "time");
        for result in &self.results {
            println!(
                "{:<14}{:<10}{:>12}   {}",
                result.name,
                result.verdict,
                seconds(result.took),
                result.text
            );
        }
        let failed = self.results.iter().filter(|result| result.verdict != "passed").count();
        println!(
            "genvej-tests result={} checks={} failed={failed} tests={} seconds={}",
            if failed == 0 { "passed" } else { "failed" },
            self.results.len(),
            self.results.iter().map(|result| result.tests).sum::<u32>(),
            self.began.elapsed().as_secs()
        );
        if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }
}

/// The tests that passed, summed over the lines `test result: ok. 12 passed; …`.
pub fn passed_by_cargo(log: &str) -> u32 {
    log.lines()
        .filter_map(|line| line.strip_prefix("test result: ok. "))
        .filter_map(|rest| rest.split(' ').next()?.parse::<u32>().ok())
        .sum()
}

#[cfg(test)]
mod tests {
    use super::passed_by_cargo;

    #[test]
    fn the_tests_of_every_binary_are_counted() {
        let log =
            "test result: ok. 12 passed; 0 failed\nnoise\ntest result: ok. 3 passed; 0 failed";
        assert_eq!(passed_by_cargo(log), 15);
    }
}
