//! What tests speak through: an application with a fresh database and a clock that can be set,
//! and the people who use it.

mod client;
mod database;

use std::sync::Arc;

use chrono::{DateTime, Utc};
use contract::ids::CaseId;
use genvej_server::auth::{Actor, session};
use genvej_server::clock::Clock;
use genvej_server::config::{Config, ServerOverrides};
use genvej_server::db::Db;
use genvej_server::preview::Samples;
use genvej_server::state::AppState;
use genvej_server::{demo, http};
use uuid::Uuid;

pub use client::{Answer, Client};
pub use database::{Fresh, Kind, fresh};

/// A Tuesday in December, nine o'clock in Denmark.
pub const START: &str = "2026-12-01T08:00:00Z";

/// Makes a test of the same name on each database: `on_both_databases!(name, async |app| …)`.
macro_rules! on_both_databases {
    ($name:ident, $test:expr) => {
        mod $name {
            use super::*;

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn on_sqlite() {
                crate::support::run(crate::support::Kind::Sqlite, $test).await;
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn on_postgres() {
                crate::support::run(crate::support::Kind::Postgres, $test).await;
            }
        }
    };
}

/// Runs a test on a fresh database of a kind, when there is one.
pub async fn run(kind: Kind, test: impl AsyncFnOnce(TestApp)) {
    if let Some(database) = database::fresh(kind).await {
        test(TestApp::start(&database.url, ServerOverrides::default()).await).await;
        database.remove().await;
    }
}

/// A demonstration on SQLite with settings of its own.
pub async fn on_sqlite_with(settings: ServerOverrides, test: impl AsyncFnOnce(TestApp)) {
    let database = database::fresh(Kind::Sqlite).await.expect("SQLite needs nothing");
    test(TestApp::start(&database.url, settings).await).await;
}

/// A running demonstration.
pub struct TestApp {
    /// What the handlers see.
    pub state: AppState,
    router: axum::Router,
}

impl TestApp {
    async fn start(url: &str, settings: ServerOverrides) -> Self {
        let flags =
            ServerOverrides { database: Some(url.to_owned()), pool_size: Some(5), ..settings };
        let config = Config::load(None, &flags).expect("the built-in configuration");
        let db = Db::connect(url, 5).await.expect("a fresh database");
        db.migrate().await.expect("migrations");
        let clock = Clock::settable(START.parse().expect("a time"));
        let state = AppState::new(db, config, clock, true);
        demo::fill(&state).await.expect("demo data");
        Self { router: http::router(state.clone()), state }
    }

    /// The same application outside a demonstration: same people, no demo sign-in.
    pub fn without_demo(&self) -> Client {
        let state = AppState { demo: false, ..self.state.clone() };
        Client::new(http::router(state), None)
    }

    /// The same application, configured otherwise.
    pub fn configured(&self, change: impl FnOnce(&mut Config)) -> Self {
        let mut config = Config::clone(&self.state.config);
        change(&mut config);
        let samples = Samples::default();
        let state = AppState { config: Arc::new(config), samples, ..self.state.clone() };
        Self { router: http::router(state.clone()), state }
    }

    /// Sets the clock.
    pub fn set_time(&self, at: &str) {
        self.state.clock.set(at.parse::<DateTime<Utc>>().expect("a time"));
    }

    /// Lets time pass.
    pub fn pass(&self, time: chrono::TimeDelta) {
        self.state.clock.set(self.state.clock.now() + time);
    }

    /// Somebody who is not signed in.
    pub fn anonymous(&self) -> Client {
        Client::new(self.router.clone(), None)
    }

    /// A citizen of the demonstration.
    pub async fn citizen(&self, key: &str) -> Client {
        self.signed_in(key).await
    }

    /// A caseworker of the demonstration.
    pub async fn caseworker(&self, key: &str) -> Client {
        self.signed_in(key).await
    }

    /// Somebody acting for an employer.
    pub async fn employer(&self) -> Client {
        self.signed_in("employer").await
    }

    /// Somebody else of the same company.
    pub async fn colleague(&self) -> Client {
        self.signed_in("employer-2").await
    }

    /// Somebody of another company.
    pub async fn other_employer(&self) -> Client {
        self.signed_in("employer-other").await
    }

    /// A caseworker who looks at a case as its citizen.
    pub async fn preview(&self, key: &str, case_id: CaseId) -> Client {
        let of = serde_json::json!({ "kind": "case", "case_id": case_id });
        let body = serde_json::json!({ "of": of, "reason": "Vi taler om siden sammen." });
        self.caseworker(key).await.opens_preview(&body).await
    }

    /// A caseworker without a key to sign in with.
    pub async fn caseworker_of(&self, caseworker_id: Uuid) -> Client {
        let (token, _) = session::start(&self.state, Actor::Caseworker { caseworker_id })
            .await
            .expect("a session");
        let cookie = token.set_cookie(self.state.config.server.address()).expect("a cookie");
        Client::new(self.router.clone(), Some(cookie.to_str().expect("ASCII").to_owned()))
    }

    /// The case of a citizen of the demonstration.
    pub async fn case_of(&self, key: &str) -> CaseId {
        let session = self.citizen(key).await.get("/api/session").await.1;
        let id = &session["signed_in"]["role"]["case_id"];
        id.as_str().expect("a citizen").parse().expect("an id")
    }

    async fn signed_in(&self, key: &str) -> Client {
        let mut client = self.anonymous();
        let answer = client.sign_in(key).await;
        assert_eq!(answer.status, 200, "sign in as {key}: {}", answer.text);
        client
    }
}
