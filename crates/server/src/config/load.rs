//! Reads the configuration file and says, line by line, what is wrong with it.

use std::fmt;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use contract::session::Municipality;
use rules::{ClosingDay, ContactRuleSet};
use serde::Deserialize;

use super::Config;
use super::checks::{Findings, check, check_covers, field_at, line_at};
use super::job_plan::{AccessLogSettings, JobPlanSettings};
use super::municipality::{BookingSettings, Conversations, MunicipalityConfig, PlaceSettings};
use super::server::{ServerConfig, ServerOverrides};

/// The invented municipality of the demonstration.
const DEMO: &str = include_str!("../../demo/municipality.toml");
const DEMO_NAME: &str = "the built-in municipality";

/// The file's tables.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ConfigFile {
    #[serde(default)]
    server: ServerOverrides,
    municipality: MunicipalityTable,
    booking: BookingSettings,
    conversations: Conversations,
    #[serde(default)]
    places: Vec<PlaceSettings>,
    #[serde(default)]
    closing_days: Vec<ClosingDay>,
    contact_rule_sets: Vec<ContactRuleSet>,
    #[serde(default)]
    job_plan: JobPlanSettings,
    #[serde(default)]
    access_log: AccessLogSettings,
}

/// [`Municipality`] as written by people, where a misspelt field must not pass.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct MunicipalityTable {
    name: String,
    unit_name: String,
    phone: String,
    phone_hours: String,
    phone_hours_en: String,
    email: String,
    address: String,
    accessibility_url: String,
    cookies_url: String,
}

impl From<MunicipalityTable> for Municipality {
    fn from(table: MunicipalityTable) -> Self {
        Self {
            name: table.name,
            unit_name: table.unit_name,
            phone: table.phone,
            phone_hours: table.phone_hours,
            phone_hours_en: table.phone_hours_en,
            email: table.email,
            address: table.address,
            accessibility_url: table.accessibility_url,
            cookies_url: table.cookies_url,
        }
    }
}

/// Why a configuration cannot be used.
#[derive(Debug)]
pub enum ConfigError {
    /// The file cannot be read.
    Unreadable {
        /// Which.
        file: PathBuf,
        /// Why.
        cause: std::io::Error,
    },
    /// The file, the environment or a flag says something wrong: one line each, with the
    /// line of the file and the field.
    Wrong(Vec<String>),
}

impl fmt::Display for ConfigError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable { file, cause } => {
                write!(formatter, "cannot read {}: {cause}", file.display())
            }
            Self::Wrong(lines) => write!(formatter, "{}", lines.join("\n")),
        }
    }
}

impl std::error::Error for ConfigError {}

/// What a server that is about to serve asks of its configuration beside what always holds.
#[derive(Clone, Copy, Debug)]
pub struct Start {
    /// Is it a demonstration?
    pub demo: bool,
    /// Today in Denmark.
    pub today: NaiveDate,
}

impl Config {
    /// Reads the file, or the built-in municipality when there is none, and puts the
    /// environment and the flags on top.
    ///
    /// # Errors
    /// When the file cannot be read or says something wrong.
    pub fn load(file: Option<&Path>, flags: &ServerOverrides) -> Result<Self, ConfigError> {
        Self::read(file, flags, None)
    }

    /// The same for a server that is about to serve.
    ///
    /// # Errors
    /// Also when it cannot serve with it.
    pub fn load_to_serve(
        file: Option<&Path>,
        flags: &ServerOverrides,
        start: Start,
    ) -> Result<Self, ConfigError> {
        Self::read(file, flags, Some(start))
    }

    fn read(
        file: Option<&Path>,
        flags: &ServerOverrides,
        start: Option<Start>,
    ) -> Result<Self, ConfigError> {
        let Some(file) = file else { return parse(DEMO_NAME, DEMO, flags, start) };
        let text = std::fs::read_to_string(file)
            .map_err(|cause| ConfigError::Unreadable { file: file.to_owned(), cause })?;
        parse(&file.display().to_string(), &text, flags, start)
    }
}

fn parse(
    name: &str,
    text: &str,
    flags: &ServerOverrides,
    start: Option<Start>,
) -> Result<Config, ConfigError> {
    let file: ConfigFile = toml::from_str(text)
        .map_err(|error| ConfigError::Wrong(vec![explain(name, text, &error)]))?;
    let server = ServerConfig::merge(&file.server, flags).map_err(|error| {
        ConfigError::Wrong(error.into_iter().map(|one| one.to_string()).collect())
    })?;
    let municipality = MunicipalityConfig {
        municipality: file.municipality.into(),
        booking: file.booking,
        conversations: file.conversations,
        places: file.places,
        closing_days: file.closing_days,
        contact_rule_sets: file.contact_rule_sets,
        job_plan: file.job_plan,
        access_log: file.access_log,
    };
    let mut findings = Findings::default();
    server.check(&mut findings);
    check(&municipality, &mut findings);
    if let Some(start) = start {
        server.check_start(start.demo, &mut findings);
        check_covers(&municipality.contact_rule_sets, start.today, &mut findings);
    }
    if findings.0.is_empty() {
        return Ok(Config { server, municipality });
    }
    let lines = findings.0.iter().map(|finding| {
        let elsewhere = finding.server_setting().and_then(|setting| flags.source(setting));
        match (elsewhere, finding.line(text)) {
            (Some(source), _) => format!("{source}: {finding}"),
            (None, Some(line)) => format!("{name}, line {line}: {finding}"),
            (None, None) => format!("{name}: {finding}"),
        }
    });
    Err(ConfigError::Wrong(lines.collect()))
}

/// A parser's error in one line: where, which field, what.
fn explain(name: &str, text: &str, error: &toml::de::Error) -> String {
    let message = error.message().replace('\n', "; ");
    let Some(span) = error.span() else { return format!("{name}: {message}") };
    let line = line_at(text, span.start);
    match field_at(text, &span).or_else(|| field_written(text, line)) {
        Some(field) => format!("{name}, line {line}: `{field}` {message}"),
        None => format!("{name}, line {line}: {message}"),
    }
}

/// What stands before the equals sign, in a text that is no TOML.
fn field_written(text: &str, line: usize) -> Option<String> {
    let written = text.lines().nth(line.saturating_sub(1))?;
    let field = written.split('=').next().unwrap_or_default().trim();
    (!field.is_empty()).then(|| field.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Address;

    fn load(text: &str) -> Result<Config, ConfigError> {
        parse("test.toml", text, &ServerOverrides::default(), None)
    }

    fn serve(text: &str, flags: &ServerOverrides, demo: bool) -> Result<Config, ConfigError> {
        let today = "2026-12-01".parse().unwrap();
        parse("test.toml", text, flags, Some(Start { demo, today }))
    }

    #[test]
    fn the_built_in_municipality_is_right() {
        let config = load(DEMO).unwrap();
        assert_eq!(config.municipality.contact_rule_sets.len(), 2);
    }

    #[test]
    fn the_demonstration_shows_the_built_in_texts_of_the_job_plan() {
        let shown = load(DEMO).unwrap().municipality.job_plan;
        assert_eq!(shown, JobPlanSettings::default());
        let without = DEMO.split("[job_plan").next().unwrap();
        assert_eq!(load(without).unwrap().municipality.job_plan, shown);
    }

    #[test]
    fn every_mistake_names_its_line_and_field() {
        for (right, wrong, expected) in [
            ("[booking]", "[bokking]", "`bokking` unknown field `bokking`"),
            ("horizon_weeks =", "horizon_weks =", "`booking.horizon_weks` unknown field"),
            ("horizon_weeks = 26", "horizon_weeks = 0", "`booking.horizon_weeks` must be 1 to 104"),
            ("horizon_weeks = 26", "horizon_weeks = \"x\"", "`booking.horizon_weeks` invalid type"),
            ("horizon_weeks = 26", "", "`booking` missing field `horizon_weeks`"),
            (
                "video = { minutes = 30 }",
                "video = { minutes = 30, seconds = 1 }",
                "`conversations.video.seconds` unknown field",
            ),
            (
                "video = { minutes = 30 }",
                "video = { minutes = \"thirty\" }",
                "`conversations.video.minutes` invalid type",
            ),
            (
                "{ id = \"lokale-2\", name = \"Lokale 2\" }",
                "{ id = \"lokale-2\", navn = \"Lokale 2\" }",
                "`places[0].rooms[1].navn` unknown field",
            ),
            (
                "accessibility_url = \"https://eksempel.example/tilgaengelighed\"",
                "accessibility_url = \"\"",
                "`municipality.accessibility_url` must not be empty",
            ),
            (
                "cookies_url = \"https://eksempel.example/cookies\"",
                "cookies_url = \" \"",
                "`municipality.cookies_url` must not be empty",
            ),
            ("horizon_weeks = 26", "horizon_weeks = 26 weeks", "`horizon_weeks`"),
            (
                "phone = { minutes = 30 }",
                "phone = { minutes = 31 }",
                "`conversations.phone.minutes` must be",
            ),
            (
                "phone = { minutes = 30 }",
                "phone = { minutes = 0 }",
                "`conversations.phone.minutes` must be",
            ),
            (
                "name = \"Eksempel Kommune\"",
                "name = \" \"",
                "`municipality.name` must not be empty",
            ),
            ("id = \"raadhuset\"", "id = \"havnen\"", "`places[1].id` `havnen` is used twice"),
            ("id = \"havnen\"", "id = \"Havnen/1\"", "`places[1].id` must consist of"),
            (
                "valid_from = \"2026-07-01\"",
                "valid_from = \"2024-07-01\"",
                "`contact_rule_sets[1].valid_from` must be later",
            ),
            (
                "valid_from = \"2026-07-01\"",
                "valid_from = \"2026-07-32\"",
                "`contact_rule_sets[1].valid_from` input is out of range",
            ),
            (
                "valid_from = \"2026-07-01\"",
                "valid_from = \"2026-07-01\"\nvalid_to = \"2026-06-01\"",
                "`contact_rule_sets[1].valid_to` must not be before",
            ),
            (
                "first_conversation_channels = [\"in_person\"]",
                "first_conversation_channels = []",
                "`contact_rule_sets[0].first_conversation_channels` must name",
            ),
            (
                "first_conversation_channels = [\"in_person\"]",
                "first_conversation_channels = [\"fax\"]",
                "`contact_rule_sets[0].first_conversation_channels[0]` unknown variant `fax`",
            ),
            ("on = \"06-05\"", "on = \"06-31\"", "`closing_days[1].on`"),
            ("[job_plan.b]", "[job_plan.d]", "`job_plan.d` unknown field"),
            (
                "label_en = \"Plan B – other tasks or fewer hours\"",
                "label_en = \"\"",
                "`job_plan.b.label_en` must not be empty",
            ),
            ("\"afklaring\"", "\"Afklaring\"", "`job_plan.vague_words[0]` must be"),
            (
                "code = \"mentor\"",
                "code = \"course\"",
                "`job_plan.activity_kinds[3].code` `course` is used twice",
            ),
            ("name_en = \"Mentor\"", "name_en = \" \"", "`job_plan.activity_kinds[3].name_en`"),
            ("show_names = true", "show_names = \"yes\"", "`access_log.show_names` invalid type"),
        ] {
            assert!(DEMO.contains(right), "{right}");
            let text = DEMO.replacen(right, wrong, 1);
            let error = load(&text).unwrap_err().to_string();
            assert!(error.contains(expected), "{wrong}: {error}");
            assert!(error.starts_with("test.toml, line "), "{wrong}: {error}");
        }
    }

    #[test]
    fn the_line_is_the_one_of_the_mistake() {
        let text = DEMO.replacen("horizon_weeks = 26", "horizon_weeks = 0", 1);
        let line = text.lines().position(|line| line.starts_with("horizon_weeks")).unwrap() + 1;
        let error = load(&text).unwrap_err().to_string();
        assert!(error.contains(&format!("line {line}:")), "{error}");
    }

    #[test]
    fn visits_need_a_room() {
        let text: String = DEMO
            .lines()
            .filter(|line| !line.trim_start().starts_with("{ id"))
            .map(|line| format!("{line}\n"))
            .collect();
        let error = load(&text).unwrap_err().to_string();
        assert!(error.contains("`places` needs a place with a room"), "{error}");
    }

    #[test]
    fn plain_http_is_for_loopback_only() {
        for (url, right) in [
            ("https://genvej.example", true),
            ("http://127.0.0.1:8080", true),
            ("http://localhost", true),
            ("http://genvej.example", false),
            ("http://127.0.0.1.evil.example", false),
            ("genvej.example", false),
        ] {
            let flags =
                ServerOverrides { public_url: Some(url.to_owned()), ..ServerOverrides::default() };
            assert_eq!(parse("test.toml", DEMO, &flags, None).is_ok(), right, "{url}");
        }
    }

    #[test]
    fn flags_win_over_the_file() {
        let text = format!("{DEMO}\n[server]\nsession_minutes = 20\npool_size = 3\n");
        let flags = ServerOverrides { pool_size: Some(7), ..ServerOverrides::default() };
        let config = parse("test.toml", &text, &flags, None).unwrap();
        assert_eq!((config.server.session_minutes, config.server.pool_size), (20, 7));
    }

    #[test]
    fn whoever_serves_says_where_people_find_it() {
        let nothing = ServerOverrides::default();
        let error = serve(DEMO, &nothing, false).unwrap_err().to_string();
        assert!(error.contains("`server.public_url` must"), "{error}");
        assert!(serve(DEMO, &nothing, true).is_ok(), "a demonstration is on this machine");
        let proxy = ServerOverrides { behind_proxy: Some(true), ..nothing.clone() };
        assert!(serve(DEMO, &proxy, true).is_err(), "unless a proxy is in front of it");
        let public_url = Some("https://genvej.example".to_owned());
        let https = ServerOverrides { public_url, ..proxy };
        assert_eq!(serve(DEMO, &https, false).unwrap().server.address(), Address::Https);
    }

    #[test]
    fn some_rule_set_governs_today() {
        let over = DEMO.replace("valid_from = \"2026-07-01\"", "valid_from = \"2027-07-01\"");
        let over =
            over.replacen("name = \"2025\"", "name = \"2025\"\nvalid_to = \"2026-11-30\"", 1);
        let error = serve(&over, &ServerOverrides::default(), true).unwrap_err().to_string();
        assert!(error.contains("`contact_rule_sets` must govern today"), "{error}");
    }

    #[test]
    fn a_wrong_database_is_named_and_its_value_is_not() {
        let secret = "mysql://genvej:hemmeligt@db/genvej";
        let flags = ServerOverrides { database: Some(secret.to_owned()), ..Default::default() };
        let error = serve(DEMO, &flags, true).unwrap_err().to_string();
        assert!(error.starts_with("--database: `server.database` must begin"), "{error}");
        assert!(!error.contains("hemmeligt"), "{error}");
        let text = format!("{DEMO}\n[server]\ndatabase = \"{secret}\"\n");
        let error = load(&text).unwrap_err().to_string();
        assert!(error.starts_with("test.toml, line "), "{error}");
        assert!(!error.contains("hemmeligt"), "{error}");
    }
}
