//! How often somebody may call: per session, and per client address where there is none.
//! Counts in memory, so each replica counts for itself.

use std::net::IpAddr;
use std::num::NonZeroU32;

use governor::clock::{Clock as _, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota};

use super::error::ApiError;
use crate::config::ServerConfig;

/// The counters.
#[derive(Debug)]
pub struct RateLimiter {
    sessions: DefaultKeyedRateLimiter<String>,
    addresses: DefaultKeyedRateLimiter<IpAddr>,
    sign_ins: DefaultKeyedRateLimiter<IpAddr>,
}

impl RateLimiter {
    /// Counters with the configured limits.
    pub fn new(config: &ServerConfig) -> Self {
        Self {
            sessions: DefaultKeyedRateLimiter::keyed(per_minute(config.session_calls_per_minute)),
            addresses: DefaultKeyedRateLimiter::keyed(per_minute(config.address_calls_per_minute)),
            sign_ins: DefaultKeyedRateLimiter::keyed(per_minute(config.sign_ins_per_minute)),
        }
    }

    /// Counts a call made in a session, named by its hash.
    ///
    /// # Errors
    /// When there were too many.
    pub fn session(&self, id_hash: &str) -> Result<(), ApiError> {
        check(&self.sessions, &id_hash.to_owned())
    }

    /// Counts a call made without a session.
    ///
    /// # Errors
    /// When there were too many.
    pub fn address(&self, address: IpAddr) -> Result<(), ApiError> {
        check(&self.addresses, &address)
    }

    /// Counts a sign-in.
    ///
    /// # Errors
    /// When there were too many.
    pub fn sign_in(&self, address: IpAddr) -> Result<(), ApiError> {
        check(&self.sign_ins, &address)
    }

    /// Forgets everyone who has not called for a while.
    pub fn forget_idle(&self) {
        self.sessions.retain_recent();
        self.addresses.retain_recent();
        self.sign_ins.retain_recent();
    }
}

fn per_minute(calls: u32) -> Quota {
    Quota::per_minute(NonZeroU32::new(calls).unwrap_or(NonZeroU32::MIN))
}

fn check<K: Clone + Eq + std::hash::Hash>(
    limiter: &DefaultKeyedRateLimiter<K>,
    key: &K,
) -> Result<(), ApiError> {
    limiter.check_key(key).map_err(|denied| {
        let wait = denied.wait_time_from(DefaultClock::default().now());
        ApiError::TooManyRequests { retry_after: wait.as_secs().max(1) }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_session_is_counted_for_itself() {
        let config = ServerConfig { session_calls_per_minute: 2, ..ServerConfig::default() };
        let limiter = RateLimiter::new(&config);
        assert!(limiter.session("a").is_ok());
        assert!(limiter.session("a").is_ok());
        assert!(matches!(limiter.session("a"), Err(ApiError::TooManyRequests { .. })));
        assert!(limiter.session("b").is_ok());
    }
}
