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
    // The last day on which anything was due.
    let last = file.case.closed_on.and_then(|day| day.pred_opt()).map_or(today, |d| d.min(today));
    let held = file.held();
    let due = |so_far: &[NaiveDate], on: NaiveDate| {
        let rules = file.rules_on(config, on).ok()?;
        let facts = rules::CaseFacts { held: so_far.to_vec(), closed_on: None, ..file.facts() };
        match contact_duty(rules, &facts, on) {
            ContactDuty::Due(Deadline { hold_by, because, .. }) => match because {
                Because::FirstWithinWeeks { .. } => Some(("first", hold_by)),
                // The minimum is counted once, when the half year ends.
                Because::IntervalAfterConversation { .. }
                | Because::MinimumInFirstHalfYear { .. } => {
                    Some(("interval", interval_end(rules, &facts)?))
                }
            },
            ContactDuty::Exempt(_) | ContactDuty::Closed { .. } => None,
        }
    };
    let mut facts = Vec::new();
    for (nth, on) in held.iter().enumerate() {
        if let Some((rule, hold_by)) = held.get(..nth).and_then(|before| due(before, *on)) {
            let in_time = *on <= hold_by;
            facts.push(Fact { rule, nth: number(nth), on: (*on).min(hold_by), in_time });
        }
    }
    if let Some((rule, hold_by)) = due(&held, last).filter(|(_, hold_by)| *hold_by < last) {
        facts.push(Fact { rule, nth: number(held.len()), on: hold_by, in_time: false });
    }
    facts.extend(of_half_year(config, file, last));
    if let Some(first) = held.first().filter(|_| file.employer.is_some()) {
        let in_time = contacted.is_some_and(|day| day <= *first);
        facts.push(Fact { rule: "employer", nth: 0, on: *first, in_time });
    }
    facts
}

/// Whether the first half year had its conversations, once it is over.
fn of_half_year(config: &MunicipalityConfig, file: &CaseFile, last: NaiveDate) -> Option<Fact> {
    let until = rules::contact::half_year_end(file.case.first_absence);
    if last <= until || until < file.case.opened_on {
        return None;
    }
    let rules = file.rules_on(config, until).ok()?;
    let mut facts = rules::CaseFacts { closed_on: None, ..file.facts() };
    facts.held.retain(|day| *day <= until);
    let asked = match contact_duty(rules, &facts, until) {
        // Without an interval nothing is due any more once the minimum is there.
        ContactDuty::Due(_) | ContactDuty::Exempt(Exemption::ByAgreement) => true,
        ContactDuty::Exempt(_) | ContactDuty::Closed { .. } => false,
    };
    let half = half_year(rules, &facts);
    let in_time = half.held >= half.required;
    (asked && half.required > 0).then_some(Fact { rule: "half_year", nth: 0, on: until, in_time })
}

fn number(nth: usize) -> i32 {
    i32::try_from(nth).unwrap_or(i32::MAX)
}
