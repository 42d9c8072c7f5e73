//! The municipality's part of group sessions: how many come, what about, and when it is decided
//! whether enough do. The built-in settings stand where the file says nothing.

use std::collections::HashSet;

use contract::groups::GroupTheme;
use contract::limits::GRID_MINUTES;
use rules::WallTime;
use serde::Deserialize;

use super::checks::{Finding, Findings, Step, check_id};

/// The table `[groups]`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct GroupSettings {
    /// Fewest seats; and fewer people than that, and a session is cancelled.
    pub min_seats: u16,
    /// Most seats.
    pub max_seats: u16,
    /// How long a session lasts.
    pub minutes: u16,
    /// The time of the last working day before at which it is decided whether enough people come.
    pub decide_hour: WallTime,
    /// No session begins before that,
    pub earliest: WallTime,
    /// and none ends after that.
    pub latest: WallTime,
    /// What sessions can be about.
    pub themes: Vec<GroupTheme>,
}

/// The themes of the department's plan (DOMAIN C16).
const THEMES: [(&str, &str, &str); 6] = [
    (
        "job-retention",
        "Tilbagevenden til og fastholdelse i jobbet",
        "Returning to and keeping your job",
    ),
    ("partial-return", "Delvise raskmeldinger", "Returning part-time"),
    ("cv", "CV", "CV"),
    ("abc-plan", "ABC-plan", "ABC plan"),
    ("job-change", "Jobskifte", "Changing jobs"),
    ("coping", "Mestring", "Coping"),
];

impl Default for GroupSettings {
    fn default() -> Self {
        let theme = |(code, name, name_en): (&str, &str, &str)| GroupTheme {
            code: code.to_owned(),
            name: name.to_owned(),
            name_en: name_en.to_owned(),
        };
        Self {
            min_seats: 5,
            max_seats: 7,
            minutes: 120,
            decide_hour: WallTime::hour(12),
            earliest: WallTime::hour(8),
            latest: WallTime::hour(20),
            themes: THEMES.map(theme).to_vec(),
        }
    }
}

impl GroupSettings {
    /// The theme of a code; one that is no longer configured is called by its code.
    pub fn theme(&self, code: &str) -> GroupTheme {
        let known = self.themes.iter().find(|theme| theme.code == code).cloned();
        known.unwrap_or_else(|| GroupTheme {
            code: code.to_owned(),
            name: code.to_owned(),
            name_en: code.to_owned(),
        })
    }
}

/// Checks the table.
pub(super) fn check(settings: &GroupSettings, findings: &mut Findings) {
    let at = |field: &'static str| Finding::at(["groups", field]);
    findings.require((1..=50).contains(&settings.min_seats), || {
        at("min_seats").says("must be 1 to 50")
    });
    let most = (settings.min_seats..=50).contains(&settings.max_seats);
    findings.require(most, || at("max_seats").says("must be min_seats to 50"));
    let fits = (GRID_MINUTES..=480).contains(&settings.minutes)
        && settings.minutes.is_multiple_of(GRID_MINUTES);
    findings.require(fits, || {
        at("minutes").says(format!("must be 5 to 480, a multiple of {GRID_MINUTES}"))
    });
    findings.require(settings.decide_hour.minutes() < 24 * 60, || {
        at("decide_hour").says("must be before 24:00")
    });
    let room = settings.earliest.plus(settings.minutes).is_some_and(|end| end <= settings.latest);
    findings.require(room, || at("latest").says("must be `minutes` after `earliest`, or later"));
    let mut codes = HashSet::new();
    for (row, theme) in settings.themes.iter().enumerate() {
        let path = |field| vec!["groups".into(), "themes".into(), row.into(), Step::Key(field)];
        check_id(&theme.code, codes.insert(theme.code.as_str()), path("code"), findings);
        for (field, value) in [("name", &theme.name), ("name_en", &theme.name_en)] {
            findings.require(!value.trim().is_empty(), || {
                Finding::of(path(field)).says("must not be empty")
            });
        }
    }
}
