//! Reads the configuration file and says, line by line, what is wrong with it.

use std::fmt;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use contract::session::Municipality;
use rules::{ClosingDay, ContactRuleSet};
use serde::Deserialize;

use super::Config;
use super::caseload::CaseloadSettings;
use super::checks::{Findings, check, check_covers, field_at, line_at};
use super::groups::GroupSettings;
use super::job_plan::{AccessLogSettings, JobPlanSettings};
use super::kpi::KpiSettings;
use super::letters::LettersSettings;
use super::municipality::{BookingSettings, Conversations, MunicipalityConfig, PlaceSettings};
use super::retention_plan::RetentionPlanSettings;
use super::satisfaction::SatisfactionSettings;
use super::server::{ServerConfig, ServerOverrides};
use super::waiting_list::WaitingListSettings;

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
    retention_plan: RetentionPlanSettings,
    #[serde(default)]
    letters: LettersSettings,
    #[serde(default)]
    caseload: CaseloadSettings,
    #[serde(default)]
    satisfaction: SatisfactionSettings,
    #[serde(default)]
    kpi: KpiSettings,
    #[serde(default)]
    access_log: AccessLogSettings,
    #[serde(default)]
    groups: GroupSettings,
    #[serde(default)]
    waiting_list: WaitingListSettings,
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
        retention_plan: file.retention_plan,
        letters: file.letters,
        caseload: file.caseload,
        satisfaction: file.satisfaction,
        kpi: file.kpi,
        access_log: file.access_log,
        groups: file.groups,
        waiting_list: file.waiting_list,
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
mod tests;
