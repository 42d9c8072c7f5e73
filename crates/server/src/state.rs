//! What every handler may use: the database, the configuration and the clock.

use std::sync::Arc;

use crate::calendar::Unpublished;
use crate::clock::Clock;
use crate::config::Config;
use crate::db::Db;
use crate::http::rate_limit::RateLimiter;
use crate::preview::Samples;

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
    /// Invented citizens for previews.
    pub samples: Samples,
    /// A calendar that is shown as if it were published; only in a preview.
    pub unpublished: Option<Arc<Unpublished>>,
}

impl AppState {
    /// The state of a server that is about to start.
    pub fn new(db: Db, config: Config, clock: Clock, demo: bool) -> Self {
        let rate_limiter = Arc::new(RateLimiter::new(&config.server));
        let samples = Samples::default();
        let config = Arc::new(config);
        Self { db, config, clock, demo, rate_limiter, samples, unpublished: None }
    }
}
