//! By when a case must have its next conversation, and why (sygedagpengeloven § 13 a–13 f,
//! DOMAIN 2.1, 2.3, 3). Knows no bookings and no calendar.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use crate::rule_set::{ContactRuleSet, ExemptionCountedFrom};

/// What the rules need to know of a case. Dates only; nothing that names a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseFacts {
    /// The first absence day (day 1 of the sickness).
    pub first_absence: NaiveDate,
    /// The day the municipality opened the case; the duty to book cannot arise before it.
    pub opened_on: NaiveDate,
    /// Has an employer to return to.
    pub employed: bool,
    /// The day full recovery is expected, when known.
    pub expected_back: Option<NaiveDate>,
    /// Standby (serious illness, § 13 b stk. 4–5) since.
    pub standby_since: Option<NaiveDate>,
    /// The case was closed on.
    pub closed_on: Option<NaiveDate>,
    /// Days of conversations that were held, oldest first.
    pub held: Vec<NaiveDate>,
}

/// What the citizen owes now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ContactDuty {
    /// A conversation is due.
    Due(Deadline),
    /// No conversation is required now; the right to one remains (§ 13 b).
    Exempt(Exemption),
    /// The case is closed.
    Closed {
        /// Since when.
        on: NaiveDate,
    },
}

/// The two dates of the next conversation (DFDG: *Fristdato*, *SidsteAfholdelsesdato*).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Deadline {
    /// Last day to book it oneself.
    pub book_by: NaiveDate,
    /// Last day to hold it.
    pub hold_by: NaiveDate,
    /// Why that day.
    pub because: Because,
}

/// The rule behind a deadline.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "rule", rename_all = "snake_case")]
pub enum Because {
    /// The first conversation is held within so many weeks of the first absence day.
    FirstWithinWeeks {
        /// Weeks.
        weeks: u16,
        /// The first absence day.
        from: NaiveDate,
    },
    /// The municipality talks with everyone at this interval.
    IntervalAfterConversation {
        /// Weeks.
        weeks: u16,
        /// The last held conversation.
        held_on: NaiveDate,
    },
    /// So many conversations are held in the first half year.
    MinimumInFirstHalfYear {
        /// How many the rule set asks for.
        required: u16,
        /// How many have been held.
        held: u16,
        /// The last day of the half year.
        until: NaiveDate,
    },
}

/// Why no conversation is required now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "rule", rename_all = "snake_case")]
pub enum Exemption {
    /// Employed, and expected back within the rule set's weeks.
    EmployedAndExpectedBack {
        /// Weeks.
        weeks: u16,
        /// The day full recovery is expected.
        expected_back: NaiveDate,
    },
    /// On standby because of serious illness.
    Standby {
        /// Since when.
        since: NaiveDate,
    },
    /// The half year has had its conversations, or one was held after it, and no interval is
    /// configured: by agreement and need.
    ByAgreement,
}

/// Weeks the law calls the first half year, from the first absence day.
const HALF_YEAR_WEEKS: u16 = 26;

/// What the citizen owes today: closed before standby before exempt before a deadline.
///
/// The exemption of people with a job holds only while they are still expected back: once
/// that day has passed and the case is open, the ordinary deadlines are back, so that nobody
/// is forgotten because of a date that did not hold.
pub fn contact_duty(rules: &ContactRuleSet, case: &CaseFacts, today: NaiveDate) -> ContactDuty {
    if let Some(on) = case.closed_on.filter(|on| *on <= today) {
        return ContactDuty::Closed { on };
    }
    if let Some(since) = case.standby_since.filter(|since| *since <= today) {
        return ContactDuty::Exempt(Exemption::Standby { since });
    }
    if let Some(exemption) = exempt_by_job(rules, case, today) {
        return ContactDuty::Exempt(exemption);
    }
    let next = match case.held.iter().max() {
        None => Some(first_conversation(rules, case)),
        Some(last) => next_conversation(rules, case, *last),
    };
    match next {
        None => ContactDuty::Exempt(Exemption::ByAgreement),
        Some(Next { hold_by, planned, because }) => {
            ContactDuty::Due(Deadline { book_by: book_by(rules, case, planned), hold_by, because })
        }
    }
}

/// Is the last day to hold the conversation past, with nothing booked?
pub fn is_overdue(
    duty: &ContactDuty,
    today: NaiveDate,
    next_booking_on: Option<NaiveDate>,
) -> bool {
    match duty {
        ContactDuty::Due(deadline) => deadline.hold_by < today && next_booking_on.is_none(),
        ContactDuty::Exempt(_) | ContactDuty::Closed { .. } => false,
    }
}

/// Does a conversation on that day meet the deadline? `None` when nothing is due.
pub fn booking_meets(duty: &ContactDuty, on: NaiveDate) -> Option<bool> {
    match duty {
        ContactDuty::Due(deadline) => Some(on <= deadline.hold_by),
        ContactDuty::Exempt(_) | ContactDuty::Closed { .. } => None,
    }
}

/// The last moment at which the citizen may move or cancel a conversation themselves.
pub fn change_cutoff(rules: &ContactRuleSet, starts_at: DateTime<Utc>) -> DateTime<Utc> {
    starts_at
        .checked_sub_signed(TimeDelta::hours(rules.rebook_cutoff_hours.into()))
        .unwrap_or(DateTime::<Utc>::MIN_UTC)
}

/// Last day of the half year in which a minimum of conversations is held (§ 13 b).
pub fn half_year_end(first_absence: NaiveDate) -> NaiveDate {
    end_of_week(first_absence, HALF_YEAR_WEEKS)
}

/// The conversations of the first half year: how many there are to be, and how many were held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HalfYear {
    /// How many the rule set asks for.
    pub required: u16,
    /// How many were held by its last day.
    pub held: u16,
    /// Its last day.
    pub until: NaiveDate,
}

/// How the first half year of a case stands.
pub fn half_year(rules: &ContactRuleSet, case: &CaseFacts) -> HalfYear {
    let until = half_year_end(case.first_absence);
    let held = case.held.iter().filter(|on| **on <= until).count();
    let held = u16::try_from(held).unwrap_or(u16::MAX);
    HalfYear { required: rules.min_followups_first_halfyear, held, until }
}

/// The last day to hold the conversation after the last one by the municipality's own interval,
/// whatever else is due sooner. `None` without an interval or a conversation.
pub fn interval_end(rules: &ContactRuleSet, case: &CaseFacts) -> Option<NaiveDate> {
    let last = case.held.iter().max()?;
    Some(weeks_after(*last, rules.local_interval_weeks?))
}

fn exempt_by_job(rules: &ContactRuleSet, case: &CaseFacts, today: NaiveDate) -> Option<Exemption> {
    let weeks = rules.exempt_if_employed_and_expected_weeks?;
    let expected_back = case.expected_back.filter(|back| case.employed && today <= *back)?;
    let last = match rules.exempt_counted_from {
        ExemptionCountedFrom::FirstAbsence => end_of_week(case.first_absence, weeks),
        ExemptionCountedFrom::FirstConversation => weeks_after(*case.held.iter().min()?, weeks),
    };
    (expected_back <= last).then_some(Exemption::EmployedAndExpectedBack { weeks, expected_back })
}

/// The next conversation: the last day to hold it, and the day to plan it for, which is never
/// later.
struct Next {
    hold_by: NaiveDate,
    planned: NaiveDate,
    because: Because,
}

impl Next {
    fn by(day: NaiveDate, because: Because) -> Self {
        Self { hold_by: day, planned: day, because }
    }
}

fn first_conversation(rules: &ContactRuleSet, case: &CaseFacts) -> Next {
    let weeks = rules.first_followup_deadline_weeks;
    let from = case.first_absence;
    Next::by(end_of_week(from, weeks), Because::FirstWithinWeeks { weeks, from })
}

fn next_conversation(
    rules: &ContactRuleSet,
    case: &CaseFacts,
    last_held: NaiveDate,
) -> Option<Next> {
    let by_interval = rules.local_interval_weeks.map(|weeks| {
        let because = Because::IntervalAfterConversation { weeks, held_on: last_held };
        Next::by(weeks_after(last_held, weeks), because)
    });
    let by_minimum = minimum_in_half_year(rules, case, last_held);
    // On a tie `min_by_key` keeps the first: the municipality's own promise is the one it made
    // to the citizen.
    by_interval.into_iter().chain(by_minimum).min_by_key(|next| next.hold_by)
}

/// The next of the conversations that the half year still lacks. The law sets no day for each,
/// only the number by the last day of the half year: before that day nobody is late. What is
/// missing is spread evenly over what is left, as days to plan for and to book by. A
/// municipality that wants a day for each to be held by sets an interval of its own.
///
/// Its last day stays the deadline once it is past, as that of the first conversation does: whoever
/// got too few must not drop out of sight the day after. The half year cannot be made good, and the
/// law asks for agreement and need after it (§ 13 b): the next conversation ends it, since what
/// follows is agreed there, however many are missing.
fn minimum_in_half_year(
    rules: &ContactRuleSet,
    case: &CaseFacts,
    last_held: NaiveDate,
) -> Option<Next> {
    let HalfYear { required, held, until } = half_year(rules, case);
    let missing = required.saturating_sub(held);
    let days_left = until.signed_duration_since(last_held).num_days();
    if missing == 0 || days_left < 1 {
        return None;
    }
    let share = (days_left / i64::from(missing)).max(1);
    let because = Because::MinimumInFirstHalfYear { required, held, until };
    Some(Next { hold_by: until, planned: days_after(last_held, share), because })
}

/// The last day to book oneself. The citizen has `selfbook_deadline_days` from the day the
/// duty arose (the case was opened, or the last conversation held), and when the conversation
/// itself is far off, until that many days before the day it is planned for: nobody needs to
/// book months ahead, and there is time left to ring when no time fits. Never after that day.
fn book_by(rules: &ContactRuleSet, case: &CaseFacts, planned: NaiveDate) -> NaiveDate {
    let days = i64::from(rules.selfbook_deadline_days);
    let last_event = case.held.iter().max().copied().unwrap_or(case.first_absence);
    let arose = case.opened_on.max(last_event);
    days_after(arose, days).max(days_after(planned, -days)).min(planned)
}

/// The last day of week `weeks`, where `day_one` is the first day of week 1 (DOMAIN 2.3).
pub(crate) fn end_of_week(day_one: NaiveDate, weeks: u16) -> NaiveDate {
    days_after(day_one, 7 * i64::from(weeks) - 1)
}

fn weeks_after(date: NaiveDate, weeks: u16) -> NaiveDate {
    days_after(date, 7 * i64::from(weeks))
}

/// Stays at the first or last day there is rather than fail: dates come from people.
pub(crate) fn days_after(date: NaiveDate, days: i64) -> NaiveDate {
    let furthest = if days < 0 { NaiveDate::MIN } else { NaiveDate::MAX };
    TimeDelta::try_days(days).and_then(|span| date.checked_add_signed(span)).unwrap_or(furthest)
}
