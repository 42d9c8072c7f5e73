//! How the server runs: where it listens, which database, how long sessions last. Each setting
//! comes from the file's `[server]`, else from `GENVEJ_…`, else from a flag; the later wins.

use std::net::SocketAddr;
use std::time::Duration;

use chrono::TimeDelta;
use figment::Figment;
use figment::providers::{Env, Serialized};
use serde::{Deserialize, Serialize};

use super::checks::{Finding, Findings};

/// Settings of the server process.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct ServerConfig {
    /// Address and port; port 0 takes a free one.
    pub listen: SocketAddr,
    /// `sqlite://FILE` or `postgres://…`.
    pub database: String,
    /// The address people use; a demonstration may leave it out. `https` makes the session
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
    /// Calls per minute by one session; as many may come at once.
    pub session_calls_per_minute: u32,
    /// Calls per minute by one client address without a session.
    pub address_calls_per_minute: u32,
    /// Sign-ins per minute by one client address.
    pub sign_ins_per_minute: u32,
    /// How the log is written.
    pub log_format: LogFormat,
}

/// What the file or the flags say of [`ServerConfig`]; what they leave out stays as it is.
#[derive(Clone, Debug, Default, Deserialize, Serialize, clap::Args)]
#[serde(deny_unknown_fields)]
pub struct ServerOverrides {
    /// Address and port to listen on; port 0 takes a free one.
    #[arg(long)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub listen: Option<SocketAddr>,
    /// `sqlite://FILE` or `postgres://…`.
    #[arg(long)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub database: Option<String>,
    /// The address people use, e.g. `https://genvej.example`; needed outside a demonstration.
    #[arg(long)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub public_url: Option<String>,
    /// Minutes after which an idle session ends.
    #[arg(long)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub session_minutes: Option<u16>,
    /// Connections to the database.
    #[arg(long)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pool_size: Option<u32>,
    /// Seconds after which a request is answered "busy".
    #[arg(long)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub request_timeout_seconds: Option<u16>,
    /// Take the client's address from `X-Forwarded-For`.
    #[arg(long)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub behind_proxy: Option<bool>,
    /// Accept test CPR numbers outside a demonstration as well.
    #[arg(long)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub test_mode: Option<bool>,
    /// Calls per minute by one session.
    #[arg(long)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub session_calls_per_minute: Option<u32>,
    /// Calls per minute by one client address without a session.
    #[arg(long)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address_calls_per_minute: Option<u32>,
    /// Sign-ins per minute by one client address.
    #[arg(long)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sign_ins_per_minute: Option<u32>,
    /// How the log is written.
    #[arg(long, value_enum)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub log_format: Option<LogFormat>,
}

impl ServerOverrides {
    /// The flag or the variable that decides a setting, when it is not the file.
    pub(super) fn source(&self, setting: &str) -> Option<String> {
        let given = serde_json::to_value(self).ok()?;
        if given.get(setting).is_some() {
            return Some(format!("--{}", setting.replace('_', "-")));
        }
        let variable = format!("GENVEJ_{}", setting.to_uppercase());
        std::env::var_os(&variable).map(|_| variable)
    }
}

/// Names of the settings, each also `GENVEJ_…` in the environment.
const SETTINGS: [&str; 12] = [
    "listen",
    "database",
    "public_url",
    "session_minutes",
    "pool_size",
    "request_timeout_seconds",
    "behind_proxy",
    "test_mode",
    "session_calls_per_minute",
    "address_calls_per_minute",
    "sign_ins_per_minute",
    "log_format",
];

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
            session_calls_per_minute: 600,
            address_calls_per_minute: 3000,
            sign_ins_per_minute: 600,
            log_format: LogFormat::Text,
        }
    }
}

impl ServerConfig {
    /// Puts the sources on top of each other.
    ///
    /// # Errors
    /// When the environment says something a setting cannot be.
    pub fn merge(
        file: &ServerOverrides,
        flags: &ServerOverrides,
    ) -> Result<Self, Box<figment::Error>> {
        Figment::from(Serialized::defaults(Self::default()))
            .merge(Serialized::defaults(file))
            .merge(Env::prefixed("GENVEJ_").only(&SETTINGS))
            .merge(Serialized::defaults(flags))
            .extract()
            .map_err(Box::new)
    }

    /// A request is answered "busy" after this long.
    pub fn request_timeout(&self) -> Duration {
        Duration::from_secs(self.request_timeout_seconds.into())
    }

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

    /// Checks what serving needs. A proxy that ends TLS reaches us over plain http on loopback
    /// as a demonstration's browser does: only who starts the server knows which it is.
    pub(super) fn check_start(&self, demo: bool, findings: &mut Findings) {
        let known = self.public_url.is_some() || (demo && !self.behind_proxy);
        findings.require(known, || {
            Finding::at(["server", "public_url"])
                .says("must say the address people use, e.g. https://genvej.example")
        });
    }

    /// Checks what the types cannot.
    pub(super) fn check(&self, findings: &mut Findings) {
        let at = |name: &'static str| Finding::at(["server", name]);
        findings.require(self.public_url.as_deref().is_none_or(is_safe), || {
            at("public_url").says("must begin with https://, or be http:// on loopback")
        });
        let kinds = ["sqlite:", "postgres://", "postgresql://"];
        findings.require(kinds.iter().any(|kind| self.database.starts_with(kind)), || {
            at("database").says("must begin with sqlite:, postgres:// or postgresql://")
        });
        findings.require((1..=720).contains(&self.session_minutes), || {
            at("session_minutes").says("must be 1 to 720")
        });
        for (name, value) in [
            ("pool_size", self.pool_size),
            ("request_timeout_seconds", self.request_timeout_seconds.into()),
            ("session_calls_per_minute", self.session_calls_per_minute),
            ("address_calls_per_minute", self.address_calls_per_minute),
            ("sign_ins_per_minute", self.sign_ins_per_minute),
        ] {
            findings.require(value > 0, || at(name).says("must be more than 0"));
        }
    }
}

fn is_safe(url: &str) -> bool {
    let loopback = |rest: &str| {
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        let name = host.rsplit_once(':').map_or(host, |(name, _)| name);
        matches!(name, "localhost" | "127.0.0.1" | "[::1]")
    };
    url.starts_with("https://") || url.strip_prefix("http://").is_some_and(loopback)
}
