//! What the contact rules say of what was done in a case: decided by the rules, on the day that
//! counts, from what the case says today. Knows no database.

use chrono::NaiveDate;
use rules::contact::{contact_duty, half_year, interval_end};
use rules::{Because, ContactDuty, Deadline, Exemption};

use crate::cases::CaseFile;
use crate::config::MunicipalityConfig;

/// Something that a rule has decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fact {
    /// `first`, `interval`, `half_year` or `employer`.
    pub rule: &'static str,
    /// Conversations held before it.
    pub nth: i32,
    /// The day it counts on.
    pub on: NaiveDate,
    /// Was it done in time?
    pub in_time: bool,
}

/// Everything decided of a case up to a day. `contacted` is the day of the first contact with its
/// present employer.
pub fn of_case(
    config: &MunicipalityConfig,
    file: &CaseFile,
    contacted: Option<NaiveDate>,
    today: NaiveDate,
) -> Vec<Fact> {
    // From that day on nothing is due any more, or nothing is known yet.
    let until = file.case.closed_on.map_or(today, |day| day.min(today));
    let held = file.held();
    let mut facts = Vec::new();
    for nth in 0..=held.len() {
        let (before, on) = (held.get(..nth).unwrap_or_default(), held.get(nth).copied());
        let Some(due) = due(config, file, before, on.unwrap_or(until)) else { continue };
        if on.is_some() || due.hold_by < until {
            let in_time = on.is_some_and(|on| on <= due.hold_by);
            facts.push(Fact { rule: due.rule, nth: number(nth), on: due.counts_on, in_time });
        }
    }
    facts.extend(of_half_year(config, file, until));
    if let Some(first) = held.first().filter(|_| file.employer.is_some()) {
        let in_time = contacted.is_some_and(|day| day <= *first);
        facts.push(Fact { rule: "employer", nth: 0, on: *first, in_time });
    }
    facts
}

/// A conversation that was due.
struct Due {
    rule: &'static str,
    hold_by: NaiveDate,
    /// The day it was held, or the last day to hold it when that came first.
    counts_on: NaiveDate,
}

/// What was due after these conversations, for one that was held on a day, or was not by then: by
/// the rule set of the day that counts, and nothing where the case was exempt on it.
fn due(
    config: &MunicipalityConfig,
    file: &CaseFile,
    before: &[NaiveDate],
    on: NaiveDate,
) -> Option<Due> {
    let facts = rules::CaseFacts { held: before.to_vec(), closed_on: None, ..file.facts() };
    let last_day = |facts: &rules::CaseFacts, day: NaiveDate| {
        let rules = file.rules_on(config, day).ok()?;
        match contact_duty(rules, facts, day) {
            ContactDuty::Due(Deadline { hold_by, because, .. }) => match because {
                Because::FirstWithinWeeks { .. } => Some(("first", hold_by)),
                // The minimum is counted once, when the half year ends.
                Because::IntervalAfterConversation { .. }
                | Because::MinimumInFirstHalfYear { .. } => {
                    Some(("interval", interval_end(rules, facts)?))
                }
            },
            ContactDuty::Exempt(_) | ContactDuty::Closed { .. } => None,
        }
    };
    // Where the last day lies is asked as of the day the duty arose, as if nobody were exempt: who
    // is exempt today was perhaps not when it passed, and the other way round.
    let anybody = rules::CaseFacts { expected_back: None, standby_since: None, ..facts.clone() };
    let arose = before.last().copied().unwrap_or(file.case.first_absence);
    let first = last_day(&anybody, arose).or_else(|| last_day(&anybody, on));
    let mut counts_on = first.map_or(on, |(_, hold_by)| hold_by.min(on));
    // Another rule set may hold on that day, and set another; it is asked once more.
    for _ in 0..2 {
        let (rule, hold_by) = last_day(&facts, counts_on)?;
        if on.min(hold_by) == counts_on {
            return Some(Due { rule, hold_by, counts_on });
        }
        counts_on = on.min(hold_by);
    }
    let (rule, hold_by) = last_day(&facts, counts_on)?;
    Some(Due { rule, hold_by, counts_on })
}

/// Whether the first half year had its conversations, once it is over.
fn of_half_year(config: &MunicipalityConfig, file: &CaseFile, until: NaiveDate) -> Option<Fact> {
    let end = rules::contact::half_year_end(file.case.first_absence);
    if until <= end || end < file.case.opened_on {
        return None;
    }
    let rules = file.rules_on(config, end).ok()?;
    let mut facts = rules::CaseFacts { closed_on: None, ..file.facts() };
    facts.held.retain(|day| *day <= end);
    let asked = match contact_duty(rules, &facts, end) {
        // Without an interval nothing is due any more once the minimum is there.
        ContactDuty::Due(_) | ContactDuty::Exempt(Exemption::ByAgreement) => true,
        ContactDuty::Exempt(_) | ContactDuty::Closed { .. } => false,
    };
    let half = half_year(rules, &facts);
    let in_time = half.held >= half.required;
    (asked && half.required > 0).then_some(Fact { rule: "half_year", nth: 0, on: end, in_time })
}

fn number(nth: usize) -> i32 {
    i32::try_from(nth).unwrap_or(i32::MAX)
}
