//! How long the key figures take on both databases: in a large municipality (15,000 cases, 120,000
//! conversations), and beside it, call by call, in a small one (450 cases). How busy the machine is
//! says less of how often the one takes the other's time.

use std::time::{Duration, Instant};

use crate::http;
use crate::postgres::Cluster;
use crate::project::{Failure, Outcome, Project};
use crate::report::milliseconds;
use crate::server::{DemoServer, Place};

/// They are to answer well under a second.
const LIMIT: Duration = Duration::from_millis(700);
/// Calls of each; the middle one counts.
const CALLS: usize = 9;

const SMALL: [&str; 3] = ["--cases", "450", "--history"];
const LARGE: [&str; 2] = ["--size", "large"];

/// The same municipality in two sizes.
struct Pair {
    database: &'static str,
    small: Seen,
    large: Seen,
}

/// A server as its team leader sees it.
struct Seen {
    server: DemoServer,
    cookie: String,
    /// One of the team, and a month that is over.
    caseworker: String,
    month: String,
}

/// Generates, measures, and fails when the large one is too slow.
pub fn measure(project: &Project) -> Outcome {
    let cluster = Cluster::start(project)?;
    let pairs = [
        Pair {
            database: "SQLite",
            small: seen(project, "small-sqlite", Place::OwnFile, &SMALL)?,
            large: seen(project, "large-sqlite", Place::OwnFile, &LARGE)?,
        },
        Pair {
            database: "PostgreSQL",
            small: seen(project, "small-postgres", Place::At(cluster.database("small")?), &SMALL)?,
            large: seen(project, "large-postgres", Place::At(cluster.database("large")?), &LARGE)?,
        },
    ];
    let mut slow = Vec::new();
    for Pair { database, small, large } in &pairs {
        println!("{database}: a large municipality (a small one; how many times that)");
        for ((what, path), (_, small_path)) in calls(large).into_iter().zip(calls(small)) {
            let (usual, took) = middles((small, &small_path), (large, &path))?;
            let times = took.as_secs_f64() / usual.as_secs_f64().max(0.000_1);
            let (took_text, usual_text) = (milliseconds(took), milliseconds(usual));
            println!("  {what:<34} {took_text:>7} ({usual_text}; {times:.1})");
            if took > LIMIT {
                slow.push(format!("{what} on {database} took {took_text}"));
            }
        }
    }
    if slow.is_empty() {
        return Ok(());
    }
    Err(Failure::new(format!("above {}:\n{}", milliseconds(LIMIT), slow.join("\n"))))
}

/// What is asked for: the page, the files, and the rows behind figures of each kind.
fn calls(seen: &Seen) -> [(&'static str, String); 8] {
    let Seen { caseworker, month, .. } = seen;
    let at = |rest: &str| format!("/api/staff/kpi{rest}");
    [
        ("the department's figures", at("")),
        ("a caseworker's", at(&format!("?caseworker={caseworker}"))),
        ("all of them as CSV", at("/export")),
        ("all of them as JSON", at("/export?format=json")),
        ("a page of conversations held", at("/held/rows")),
        ("the same of a month", at(&format!("/held/rows?month={month}"))),
        ("a page of follow-ups in time", at("/interval_in_time/rows")),
        ("a page of cases that are open", at("/caseworker_changes/rows")),
    ]
}

fn seen(project: &Project, name: &str, place: Place, demo: &[&str]) -> Outcome<Seen> {
    let server = project.progress.step(&format!("Making a municipality ({name})"), || {
        DemoServer::filled(project, &format!("bench-{name}"), place, demo)
    })?;
    let cookie = server.sign_in("team-leader")?;
    let answer = http::get_as(&server.address, "/api/staff/kpi", &cookie)?;
    let text = String::from_utf8_lossy(&answer.body);
    let first = |before: &str| {
        let rest = text.split_once(before)?.1;
        Some(rest.split_once('"')?.0.to_owned())
    };
    let unknown = || Failure::new(format!("the figures were answered {}: {text}", answer.status));
    let caseworker = first("\"people\":[{\"id\":\"").ok_or_else(unknown)?;
    let months = text.split_once("\"months\":[").and_then(|found| found.1.split_once(']'));
    // The last that is over: of the running one there may be too little to tell.
    let over = months.and_then(|(months, _)| months.rsplit(',').nth(1));
    let month = over.ok_or_else(unknown)?.trim_matches('"').to_owned();
    Ok(Seen { server, cookie, caseworker, month })
}

/// The middle ones of some calls to both, in turn.
fn middles(one: (&Seen, &str), other: (&Seen, &str)) -> Outcome<(Duration, Duration)> {
    let (mut of_one, mut of_other) = (Vec::new(), Vec::new());
    for _ in 0..CALLS {
        of_one.push(call(one)?);
        of_other.push(call(other)?);
    }
    let middle = |mut times: Vec<Duration>| {
        times.sort_unstable();
        times.get(CALLS / 2).copied().unwrap_or_default()
    };
    Ok((middle(of_one), middle(of_other)))
}

fn call((seen, path): (&Seen, &str)) -> Outcome<Duration> {
    let began = Instant::now();
    let answer = http::get_as(&seen.server.address, path, &seen.cookie)?;
    let took = began.elapsed();
    if answer.status != 200 {
        return Err(Failure::new(format!("{path} was answered {}", answer.status)));
    }
    Ok(took)
}
