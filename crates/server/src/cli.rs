//! The commands of the `genvej` binary.

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use chrono::{DateTime, Utc};
use clap::{Args, Parser, Subcommand};
use sea_orm::DbErr;

use crate::clock::Clock;
use crate::config::{Config, ConfigError, ServerOverrides, Start};
use crate::db::Db;
use crate::http::ApiError;
use crate::state::AppState;
use crate::{demo, logging, serve};

/// Exit code of a wrong command line or configuration.
const WRONG_CONFIGURATION: u8 = 2;

/// Self-service for people on sick leave and their employers.
#[derive(Debug, Parser)]
#[command(name = "genvej", version)]
pub struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve the app and its API; the first line printed is the address.
    Serve(Serve),
    /// Bring the database's schema up to date.
    Migrate(Common),
    /// Fill an empty database with the demonstration's invented people.
    Demo(Demo),
}

/// More cases than that are no caseload any more.
const MOST_CASES: u64 = 100_000;

#[derive(Debug, Args)]
struct Demo {
    #[command(flatten)]
    common: Common,
    /// Add so many further invented cases to the first team, ninety to a caseworker.
    #[arg(long, default_value_t = 0, value_name = "NUMBER",
        value_parser = clap::value_parser!(u64).range(..=MOST_CASES))]
    cases: u64,
    /// With what fourteen months leave behind in each: conversations, plans, closed cases.
    #[arg(long, requires = "cases")]
    history: bool,
    /// Add the cases of a large municipality instead, 15,000 of them with their history.
    #[arg(long, conflicts_with_all = ["cases", "history"])]
    size: Option<Size>,
    /// Lay everything out around this time instead of now, e.g. 2026-12-01T09:00:00+01:00.
    #[arg(long, value_name = "RFC3339")]
    now: Option<DateTime<Utc>>,
}

/// A municipality's size.
#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum Size {
    /// As large as they come.
    Large,
}

impl Size {
    const fn cases(self) -> usize {
        match self {
            Self::Large => 15_000,
        }
    }
}

#[derive(Debug, Args)]
struct Serve {
    #[command(flatten)]
    common: Common,
    /// Show the invented municipality: its people are filled in, and anyone may sign in as
    /// any of them.
    #[arg(long)]
    demo: bool,
    /// Start the clock at this time instead of now, e.g. 2026-12-01T09:00:00+01:00.
    #[arg(long, requires = "demo", value_name = "RFC3339")]
    now: Option<DateTime<Utc>>,
}

#[derive(Debug, Args)]
struct Common {
    /// The municipality's configuration; a built-in one when it is a demonstration.
    #[arg(long, env = "GENVEJ_CONFIG", value_name = "FILE")]
    config: Option<PathBuf>,
    #[command(flatten)]
    server: ServerOverrides,
}

/// Runs the command of the command line to its end. Not `async`, so that the whole server is
/// compiled with this crate, once, and not again with each binary that calls it.
pub fn run(cli: Cli) -> ExitCode {
    match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime.block_on(command(cli)),
        Err(error) => failed(&format!("cannot start: {error}")),
    }
}

async fn command(cli: Cli) -> ExitCode {
    match cli.command {
        Command::Serve(Serve { common, demo, now }) => {
            if !demo && common.config.is_none() {
                return wrong("serve needs --config FILE, or --demo for the invented municipality");
            }
            let clock = now.map_or_else(Clock::system, Clock::starting_at);
            let start = Start { demo, today: clock.today() };
            let config = Config::load_to_serve(common.config.as_deref(), &common.server, start);
            with_state(config, clock, demo, async |state| {
                state.db.migrate().await.map_err(|error| error.to_string())?;
                if state.demo {
                    demo::fill(&state).await.map_err(unfilled)?;
                }
                serve::serve(state).await.map_err(|error| error.to_string())
            })
            .await
        }
        Command::Migrate(common) => {
            with_state(common.load(), Clock::system(), false, async |state| {
                state.db.migrate().await.map_err(|error| error.to_string())
            })
            .await
        }
        Command::Demo(Demo { common, cases, history, size, now }) => {
            let clock = now.map_or_else(Clock::system, Clock::starting_at);
            with_state(common.load(), clock, true, async |state| {
                state.db.migrate().await.map_err(|error| error.to_string())?;
                demo::fill(&state).await.map_err(unfilled)?;
                let cases = usize::try_from(cases).unwrap_or_default();
                let added = match size {
                    Some(size) => demo::add_crowd_with_history(&state, size.cases()).await,
                    None if history => demo::add_crowd_with_history(&state, cases).await,
                    None => demo::add_crowd(&state, cases).await,
                };
                added.map_err(unfilled)
            })
            .await
        }
    }
}

impl Common {
    fn load(&self) -> Result<Config, ConfigError> {
        Config::load(self.config.as_deref(), &self.server)
    }
}

async fn with_state(
    config: Result<Config, ConfigError>,
    clock: Clock,
    demo: bool,
    then: impl AsyncFnOnce(AppState) -> Result<(), String>,
) -> ExitCode {
    let config = match config {
        Ok(config) => config,
        Err(error) => return wrong(&error.to_string()),
    };
    logging::start(config.server.log_format);
    let db = match Db::connect(&config.server.database, config.server.pool_size).await {
        Ok(db) => db,
        Err(error) => return failed(&unopened(&error, &config.server.database)),
    };
    match then(AppState::new(db, config, clock, demo)).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => failed(&error),
    }
}

/// Drivers quote an address they cannot read, and it may hold a password.
fn unopened(error: &DbErr, address: &str) -> String {
    let said = error.to_string().replace(address, "server.database");
    format!("cannot open the database: {said}")
}

fn unfilled(error: ApiError) -> String {
    format!("cannot fill in the demonstration: {error:?}")
}

fn wrong(what: &str) -> ExitCode {
    say(what);
    ExitCode::from(WRONG_CONFIGURATION)
}

fn failed(what: &str) -> ExitCode {
    say(what);
    ExitCode::FAILURE
}

/// Says it on standard error; that may be closed, and then nobody listens.
fn say(what: &str) {
    let _ = writeln!(std::io::stderr(), "genvej: {what}");
}
