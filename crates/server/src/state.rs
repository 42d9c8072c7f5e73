//! What every handler may use: the database, the configuration and the clock.

use std::sync::Arc;

use crate::clock::Clock;
use crate::config::Config;
use crate::db::Db;
use crate::http::rate_limit::RateLimiter;

/// Shared by all requests; cheap to clone.
#[derive(Clone)]
pub struct AppState {
    /// The database.
    pub db: Db,
    /// What is configured.
    pub config: Arc<Config>,
    /// Time and randomness.
    pub clock: Clock,
    /// Is this a demonstration with invented people?
    pub demo: bool,
    /// Counts calls.
    pub rate_limiter: Arc<RateLimiter>,
}

impl AppState {
    /// The state of a server that is about to start.
    pub fn new(db: Db, config: Config, clock: Clock, demo: bool) -> Self {
        let rate_limiter = Arc::new(RateLimiter::new(&config.server));
        Self { db, config: Arc::new(config), clock, demo, rate_limiter }
    }
}
