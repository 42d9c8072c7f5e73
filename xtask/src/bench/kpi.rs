//! How long the key figures take: in a small municipality (450 cases), and in a large one (15,000
//! cases, 120,000 conversations), on both databases.

use std::time::{Duration, Instant};

use crate::http;
use crate::postgres::Cluster;
use crate::project::{Failure, Outcome, Project};
use crate::report::milliseconds;
use crate::server::{DemoServer, Place};

/// The page is to answer well under a second.
const LIMIT: Duration = Duration::from_millis(700);
/// Calls of each; the middle one counts.
const CALLS: usize = 9;

const PATHS: [(&str, &str); 3] = [
    ("the department's figures", "/api/staff/kpi"),
    ("the same as a file", "/api/staff/kpi/export"),
    ("the rows behind one", "/api/staff/kpi/held/rows"),
];

/// Generates, measures, and fails when the large one is too slow.
pub fn measure(project: &Project) -> Outcome {
    let large = ["--size", "large"];
    let small = DemoServer::filled(
        project,
        "bench-small",
        Place::OwnFile,
        &["--cases", "450", "--history"],
    )?;
    let file = project.progress.step("Making a large municipality on SQLite", || {
        DemoServer::filled(project, "bench-large", Place::OwnFile, &large)
    })?;
    let cluster = Cluster::start(project)?;
    let postgres = project.progress.step("Making a large municipality on PostgreSQL", || {
        DemoServer::filled(project, "bench-postgres", Place::At(cluster.url()), &large)
    })?;
    let mut slow = Vec::new();
    for (what, path) in PATHS {
        let usual = middle(&small, path)?;
        for (server, database) in [(&file, "SQLite"), (&postgres, "PostgreSQL")] {
            let took = middle(server, path)?;
            let ratio = took.as_secs_f64() / usual.as_secs_f64().max(0.001);
            println!(
                "{what}, {database}: {} ({} in a small municipality on SQLite, {ratio:.1} times)",
                milliseconds(took),
                milliseconds(usual),
            );
            if took > LIMIT {
                slow.push(format!("{what} on {database} took {}", milliseconds(took)));
            }
        }
    }
    if slow.is_empty() {
        return Ok(());
    }
    Err(Failure::new(format!("above {}:\n{}", milliseconds(LIMIT), slow.join("\n"))))
}

/// The middle one of some calls, one after the other.
fn middle(server: &DemoServer, path: &str) -> Outcome<Duration> {
    let cookie = server.sign_in("team-leader")?;
    let mut times = Vec::with_capacity(CALLS);
    for _ in 0..CALLS {
        let began = Instant::now();
        let answer = http::get_as(&server.address, path, &cookie)?;
        times.push(began.elapsed());
        if answer.status != 200 {
            return Err(Failure::new(format!("{path} was answered {}", answer.status)));
        }
    }
    times.sort_unstable();
    Ok(times.get(CALLS / 2).copied().unwrap_or_default())
}
