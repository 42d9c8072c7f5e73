//! What must hold in a configuration beside its shape, and where in the file it does not.

use std::collections::HashSet;
use std::fmt;
use std::ops::Range;

use chrono::NaiveDate;
use contract::limits::GRID_MINUTES;
use rules::{ContactChannel, ContactRuleSet};
use toml::de::{DeTable, DeValue};

use super::groups;
use super::job_plan::{JobPlanSettings, LegSettings};
use super::letters::LettersSettings;
use super::municipality::{MunicipalityConfig, PlaceSettings};
use super::retention_plan::RetentionPlanSettings;
use super::waiting_list::WaitingListSettings;

/// One step on the way to a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// Into a table.
    Key(&'static str),
    /// Into a list.
    Row(usize),
}

impl From<&'static str> for Step {
    fn from(key: &'static str) -> Self {
        Self::Key(key)
    }
}

impl From<usize> for Step {
    fn from(row: usize) -> Self {
        Self::Row(row)
    }
}

/// Something wrong with a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Finding {
    path: Vec<Step>,
    message: String,
}

impl Finding {
    /// About the field there.
    pub(super) fn at<const N: usize>(path: [&'static str; N]) -> Self {
        Self { path: path.into_iter().map(Step::Key).collect(), message: String::new() }
    }

    /// About the field at the end of that way.
    pub(super) fn of(path: Vec<Step>) -> Self {
        Self { path, message: String::new() }
    }

    /// What is wrong.
    pub(super) fn says(mut self, message: impl Into<String>) -> Self {
        self.message = message.into();
        self
    }

    /// The setting of the server it is about.
    pub(super) fn server_setting(&self) -> Option<&'static str> {
        match self.path.as_slice() {
            [Step::Key("server"), Step::Key(setting)] => Some(setting),
            _ => None,
        }
    }

    /// The line it is on, as far as the path leads in this text.
    pub(super) fn line(&self, text: &str) -> Option<usize> {
        let table = DeTable::parse(text).ok()?;
        let mut offset = None;
        let mut value: Option<&DeValue<'_>> = None;
        for step in &self.path {
            let next = match (step, value) {
                (Step::Key(key), None) => table.get_ref().get(*key),
                (Step::Key(key), Some(value)) => value.get(*key),
                (Step::Row(row), Some(value)) => value.get(*row),
                (Step::Row(_), None) => None,
            };
            let Some(next) = next else { break };
            offset = Some(next.span().start);
            value = Some(next.get_ref());
        }
        offset.map(|offset| line_at(text, offset))
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, step) in self.path.iter().enumerate() {
            match step {
                Step::Key(key) if index == 0 => write!(formatter, "`{key}")?,
                Step::Key(key) => write!(formatter, ".{key}")?,
                Step::Row(row) => write!(formatter, "[{row}]")?,
            }
        }
        write!(formatter, "` {}", self.message)
    }
}

/// Everything found.
#[derive(Debug, Default)]
pub(super) struct Findings(pub(super) Vec<Finding>);

impl Findings {
    /// Notes the finding when something does not hold.
    pub(super) fn require(&mut self, holds: bool, finding: impl FnOnce() -> Finding) {
        if !holds {
            self.0.push(finding());
        }
    }
}

/// The number of the line at a byte offset.
pub(super) fn line_at(text: &str, offset: usize) -> usize {
    text.bytes().take(offset).filter(|byte| *byte == b'\n').count() + 1
}

/// The field that a stretch of the text belongs to: the innermost key or row around it.
pub(super) fn field_at(text: &str, span: &Range<usize>) -> Option<String> {
    in_table(DeTable::parse(text).ok()?.get_ref(), span)
}

fn in_table(table: &DeTable<'_>, span: &Range<usize>) -> Option<String> {
    table.iter().find_map(|(key, value)| {
        let name = key.get_ref();
        match in_value(value.get_ref(), span) {
            Some(rest) if rest.starts_with('[') => Some(format!("{name}{rest}")),
            Some(rest) => Some(format!("{name}.{rest}")),
            None => {
                (within(span, &key.span()) || within(span, &value.span())).then(|| name.to_string())
            }
        }
    })
}

fn in_value(value: &DeValue<'_>, span: &Range<usize>) -> Option<String> {
    match value {
        DeValue::Table(table) => in_table(table, span),
        DeValue::Array(rows) => {
            rows.iter().enumerate().find_map(|(number, row)| match in_value(row.get_ref(), span) {
                Some(rest) if rest.starts_with('[') => Some(format!("[{number}]{rest}")),
                Some(rest) => Some(format!("[{number}].{rest}")),
                None => within(span, &row.span()).then(|| format!("[{number}]")),
            })
        }
        _ => None,
    }
}

fn within(inner: &Range<usize>, outer: &Range<usize>) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}

/// Checks that somebody who serves today has rules for it, also for those who fell ill before the
/// first day that a set begins with.
pub(super) fn check_covers(sets: &[ContactRuleSet], today: NaiveDate, findings: &mut Findings) {
    let governs =
        |first_absence| sets.iter().any(|set: &ContactRuleSet| set.governs(first_absence, today));
    findings.require(governs(NaiveDate::MAX), || {
        Finding::at(["contact_rule_sets"]).says(format!("must govern today, {today}"))
    });
    findings.require(!governs(NaiveDate::MAX) || governs(NaiveDate::MIN), || {
        Finding::at(["contact_rule_sets"]).says(format!(
            "must govern today, {today}, whenever somebody fell ill: one of the sets of today needs to be without first_absence_from"
        ))
    });
}

/// Checks a municipality's configuration.
pub(super) fn check(config: &MunicipalityConfig, findings: &mut Findings) {
    check_names(config, findings);
    check_lengths(config, findings);
    check_places(&config.places, findings);
    let visits =
        config.contact_rule_sets.iter().flat_map(offered).any(|c| c == ContactChannel::InPerson);
    let rooms = config.places.iter().any(|place| !place.rooms.is_empty());
    findings.require(!visits || rooms, || {
        Finding::at(["places"]).says("needs a place with a room: a rule set offers in_person")
    });
    check_rule_sets(&config.contact_rule_sets, findings);
    check_job_plan(&config.job_plan, findings);
    check_retention_plan(&config.retention_plan, findings);
    check_letters(&config.letters, findings);
    groups::check(&config.groups, findings);
    let days = config.caseload.standby_review_after_days;
    findings.require((1..=365).contains(&days), || {
        Finding::at(["caseload", "standby_review_after_days"]).says("must be 1 to 365")
    });
    findings.require((1..=180).contains(&config.satisfaction.open_days), || {
        Finding::at(["satisfaction", "open_days"]).says("must be 1 to 180")
    });
    if let Some(key) = config.kpi.impossible() {
        findings.require(false, || {
            Finding::at(["kpi", "targets", key.as_str()]).says("must be at most 100 per cent")
        });
    }
    check_waiting_list(config.waiting_list, findings);
    for (row, day) in config.closing_days.iter().enumerate() {
        let path = vec!["closing_days".into(), row.into(), "name".into()];
        findings
            .require(!day.name.trim().is_empty(), || Finding::of(path).says("must not be empty"));
    }
}

fn check_names(config: &MunicipalityConfig, findings: &mut Findings) {
    let municipality = &config.municipality;
    for (name, value) in [
        ("name", &municipality.name),
        ("unit_name", &municipality.unit_name),
        ("phone", &municipality.phone),
        ("phone_hours", &municipality.phone_hours),
        ("phone_hours_en", &municipality.phone_hours_en),
        ("email", &municipality.email),
        ("address", &municipality.address),
        ("accessibility_url", &municipality.accessibility_url),
        ("cookies_url", &municipality.cookies_url),
    ] {
        findings.require(!value.trim().is_empty(), || {
            Finding::at(["municipality", name]).says("must not be empty")
        });
    }
}

fn check_job_plan(settings: &JobPlanSettings, findings: &mut Findings) {
    for (leg, texts) in settings.legs() {
        let LegSettings { label, label_en, help, help_en } = texts;
        for (field, value) in
            [("label", label), ("label_en", label_en), ("help", help), ("help_en", help_en)]
        {
            findings.require(!value.trim().is_empty(), || {
                Finding::at(["job_plan", leg.as_str(), field]).says("must not be empty")
            });
        }
    }
    for (row, word) in settings.vague_words.iter().enumerate() {
        let plain = !word.trim().is_empty() && *word == word.to_lowercase();
        findings.require(plain, || {
            Finding::of(vec!["job_plan".into(), "vague_words".into(), row.into()])
                .says("must be a word in small letters")
        });
    }
    let mut codes = HashSet::new();
    for (row, kind) in settings.activity_kinds.iter().enumerate() {
        let path =
            |field| vec!["job_plan".into(), "activity_kinds".into(), row.into(), Step::Key(field)];
        check_id(&kind.code, codes.insert(kind.code.as_str()), path("code"), findings);
        for (field, value) in [("name", &kind.name), ("name_en", &kind.name_en)] {
            findings.require(!value.trim().is_empty(), || {
                Finding::of(path(field)).says("must not be empty")
            });
        }
    }
}

fn check_retention_plan(settings: &RetentionPlanSettings, findings: &mut Findings) {
    let at = |field: &'static str| Finding::at(["retention_plan", field]);
    findings.require((1..=60).contains(&settings.answer_days), || {
        at("answer_days").says("must be 1 to 60")
    });
    findings.require((1..=30).contains(&settings.submit_reminder_days), || {
        at("submit_reminder_days").says("must be 1 to 30")
    });
    findings.require((1..=14).contains(&settings.step_reminder_days), || {
        at("step_reminder_days").says("must be 1 to 14")
    });
    findings.require(settings.nemrefusion_url.starts_with("https://"), || {
        at("nemrefusion_url").says("must begin with https://")
    });
    for (row, word) in settings.health_words.iter().enumerate() {
        let letters = word.strip_suffix('*').unwrap_or(word);
        let plain = !letters.is_empty()
            && letters.chars().all(char::is_alphanumeric)
            && letters == letters.to_lowercase();
        findings.require(plain, || {
            Finding::of(vec!["retention_plan".into(), "health_words".into(), row.into()])
                .says("must be a word in small letters, perhaps with a * at its end")
        });
    }
}

fn check_waiting_list(settings: WaitingListSettings, findings: &mut Findings) {
    findings.require((5..=1440).contains(&settings.offer_minutes), || {
        Finding::at(["waiting_list", "offer_minutes"]).says("must be 5 to 1440")
    });
    findings.require(settings.daytime_from < settings.daytime_to, || {
        Finding::at(["waiting_list", "daytime_to"]).says("must be later than daytime_from")
    });
}

fn check_letters(settings: &LettersSettings, findings: &mut Findings) {
    let LettersSettings { complaint, complaint_en } = settings;
    for (field, value) in [("complaint", complaint), ("complaint_en", complaint_en)] {
        findings.require(!value.trim().is_empty(), || {
            Finding::at(["letters", field]).says("must not be empty")
        });
    }
}

fn check_lengths(config: &MunicipalityConfig, findings: &mut Findings) {
    let (booking, conversations) = (&config.booking, &config.conversations);
    for (name, form) in [
        ("phone", conversations.phone),
        ("video", conversations.video),
        ("in_person", conversations.in_person),
    ] {
        let fits = (GRID_MINUTES..=240).contains(&form.minutes)
            && form.minutes.is_multiple_of(GRID_MINUTES);
        findings.require(fits, || {
            Finding::at(["conversations", name, "minutes"])
                .says(format!("must be 5 to 240, a multiple of {GRID_MINUTES}"))
        });
    }
    findings.require((1..=104).contains(&booking.horizon_weeks), || {
        Finding::at(["booking", "horizon_weeks"]).says("must be 1 to 104")
    });
    findings.require(booking.minimum_notice_hours <= 24 * 28, || {
        Finding::at(["booking", "minimum_notice_hours"]).says("must be at most 672 (four weeks)")
    });
}

fn check_places(places: &[PlaceSettings], findings: &mut Findings) {
    let mut ids = HashSet::new();
    for (row, place) in places.iter().enumerate() {
        let path = |field| vec!["places".into(), row.into(), Step::Key(field)];
        check_id(&place.id, ids.insert(place.id.as_str()), path("id"), findings);
        for (field, value) in [("name", &place.name), ("address", &place.address)] {
            findings.require(!value.trim().is_empty(), || {
                Finding::of(path(field)).says("must not be empty")
            });
        }
        let mut rooms = HashSet::new();
        for (number, room) in place.rooms.iter().enumerate() {
            let path = |field| {
                vec!["places".into(), row.into(), "rooms".into(), number.into(), Step::Key(field)]
            };
            check_id(&room.id, rooms.insert(room.id.as_str()), path("id"), findings);
            findings.require(!room.name.trim().is_empty(), || {
                Finding::of(path("name")).says("must not be empty")
            });
        }
    }
}

/// Checks an id of the configuration's own.
pub(super) fn check_id(id: &str, is_new: bool, path: Vec<Step>, findings: &mut Findings) {
    let plain = |byte: u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-');
    findings.require(!id.is_empty() && id.bytes().all(plain), || {
        Finding::of(path.clone()).says("must consist of a-z, 0-9 and -")
    });
    findings.require(is_new, || Finding::of(path.clone()).says(format!("`{id}` is used twice")));
}

fn check_rule_sets(sets: &[ContactRuleSet], findings: &mut Findings) {
    findings.require(!sets.is_empty(), || {
        Finding::at(["contact_rule_sets"]).says("must hold at least one rule set")
    });
    let mut names = HashSet::new();
    for (row, set) in sets.iter().enumerate() {
        let at =
            |field| Finding::of(vec!["contact_rule_sets".into(), row.into(), Step::Key(field)]);
        findings.require(!set.name.trim().is_empty(), || at("name").says("must not be empty"));
        findings.require(names.insert(set.name.as_str()), || {
            at("name").says(format!("`{}` is used twice", set.name))
        });
        findings.require(set.valid_to.is_none_or(|to| set.valid_from <= to), || {
            at("valid_to").says("must not be before valid_from")
        });
        let earlier = row.checked_sub(1).and_then(|row| sets.get(row));
        findings.require(earlier.is_none_or(|earlier| earlier.valid_from < set.valid_from), || {
            at("valid_from").says("must be later than in the rule set before it")
        });
        check_channels(
            "first_conversation_channels",
            &set.first_conversation_channels,
            &at,
            findings,
        );
        check_channels("later_channels", &set.later_channels, &at, findings);
        check_weeks(set, &at, findings);
    }
}

fn check_channels(
    field: &'static str,
    channels: &[ContactChannel],
    at: &impl Fn(&'static str) -> Finding,
    findings: &mut Findings,
) {
    let different: HashSet<_> = channels.iter().collect();
    findings.require(!channels.is_empty(), || at(field).says("must name at least one channel"));
    findings.require(different.len() == channels.len(), || at(field).says("names a channel twice"));
}

fn check_weeks(
    set: &ContactRuleSet,
    at: &impl Fn(&'static str) -> Finding,
    findings: &mut Findings,
) {
    for (field, value) in [
        ("first_followup_deadline_weeks", Some(set.first_followup_deadline_weeks)),
        ("local_interval_weeks", set.local_interval_weeks),
        ("exempt_if_employed_and_expected_weeks", set.exempt_if_employed_and_expected_weeks),
        ("selfbook_deadline_days", Some(set.selfbook_deadline_days)),
        ("employer_talk_weeks", Some(set.employer_talk_weeks)),
        ("fasttrack_request_weeks", Some(set.fasttrack_request_weeks)),
    ] {
        findings.require(value.is_none_or(|value| (1..=104).contains(&value)), || {
            at(field).says("must be 1 to 104")
        });
    }
    findings.require(set.min_followups_first_halfyear <= 26, || {
        at("min_followups_first_halfyear").says("must be at most 26")
    });
    findings.require(set.rebook_cutoff_hours <= 24 * 28, || {
        at("rebook_cutoff_hours").says("must be at most 672 (four weeks)")
    });
}

fn offered(set: &ContactRuleSet) -> impl Iterator<Item = ContactChannel> {
    set.first_conversation_channels.iter().chain(&set.later_channels).copied()
}
