//! How the server runs: where it listens, which database, how long sessions last. Each setting
//! comes from the file's `[server]`, else from `GENVEJ_…`, else from a flag; the later wins.

use std::net::SocketAddr;

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

/// Settings of the server process.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct ServerConfig {
    /// Address and port; port 0 takes a free one.
    pub listen: SocketAddr,
    /// `sqlite://FILE` or `postgres://…`.
    pub database: String,
    /// The address people use, when it is not the one listened on. `https` makes the session
    /// cookie `Secure`; `http` is accepted on loopback only.
    pub public_url: Option<String>,
    /// A session ends after so many minutes without a call.
    pub session_minutes: u16,
    /// Connections to the database.
    pub pool_size: u32,
    /// A request is answered "busy" after so many seconds.
    pub request_timeout_seconds: u16,
    /// Is there a proxy in front whose `X-Forwarded-For` tells the client's address?
    pub behind_proxy: bool,
    /// Accept test CPR numbers (day + 60) outside a demonstration as well.
    pub test_mode: bool,
    /// How often one may call.
    pub rate_limits: RateLimits,
    /// How the log is written.
    pub log_format: LogFormat,
}

/// Calls allowed per minute; as many may come at once.
#[derive(Clone, Copy, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct RateLimits {
    /// By one session.
    pub session_per_minute: u32,
    /// By one client address without a session.
    pub address_per_minute: u32,
    /// Sign-ins by one client address.
    pub sign_ins_per_minute: u32,
}

/// How the log is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, clap::ValueEnum)]
#[serde(rename_all = "snake_case")]
pub enum LogFormat {
    /// For people.
    Text,
    /// One JSON object a line.
    Json,
}

/// Where people find the server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Address {
    /// Over https: cookies are `Secure` and carry the `__Host-` prefix.
    Https,
    /// Over plain http on this machine, where a browser may refuse `Secure` cookies.
    PlainLoopback,
}

impl Default for ServerConfig {
    fn default() -> Self {
        Self {
            listen: SocketAddr::from(([127, 0, 0, 1], 8080)),
            database: "sqlite://genvej.sqlite".to_owned(),
            public_url: None,
            session_minutes: 30,
            pool_size: 10,
            request_timeout_seconds: 15,
            behind_proxy: false,
            test_mode: false,
            rate_limits: RateLimits {
                session_per_minute: 600,
                address_per_minute: 3000,
                sign_ins_per_minute: 600,
            },
            log_format: LogFormat::Text,
        }
    }
}

impl ServerConfig {
    /// A session ends after this long without a call.
    pub fn session_idle(&self) -> TimeDelta {
        TimeDelta::minutes(self.session_minutes.into())
    }

    /// How people reach the server: by `public_url`, else by whether it listens on loopback.
    pub fn address(&self) -> Address {
        let plain = match &self.public_url {
            Some(url) => url.starts_with("http://"),
            None => self.listen.ip().is_loopback(),
        };
        if plain { Address::PlainLoopback } else { Address::Https }
    }
}
