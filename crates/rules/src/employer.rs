//! What the law and the seeds ask of the employer, and of the municipality about the employer:
//! with dates. Knows no people and no sentences.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::contact::{days_after, end_of_week};
use crate::rule_set::ContactRuleSet;

/// Something else the employer must or can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct EmployerDuty {
    /// What.
    pub kind: EmployerDutyKind,
    /// Last day.
    pub by: NaiveDate,
    /// Has that day passed? What the law asks for is then still to be done.
    pub late: bool,
}

/// What an employer must or can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum EmployerDutyKind {
    /// Talk with the employee about how and when to come back (§ 7 a).
    Talk,
    /// May ask the municipality for an early follow-up (fast track, § 7 c).
    FastTrack,
}

/// What an employer must or can do on `today` in an open case first absent on `first_absence`
/// (DOMAIN 2.1 and 2.3). The talk is owed also when its day has passed, and nobody here knows
/// whether it was held; what one may ask for is gone with its last day.
pub fn duties(
    first_absence: NaiveDate,
    rules: &ContactRuleSet,
    today: NaiveDate,
) -> Vec<EmployerDuty> {
    let duty = |kind, weeks| {
        let by = end_of_week(first_absence, weeks);
        EmployerDuty { kind, by, late: today > by }
    };
    let talk = duty(EmployerDutyKind::Talk, rules.employer_talk_weeks);
    let fast_track = duty(EmployerDutyKind::FastTrack, rules.fasttrack_request_weeks);
    std::iter::once(talk).chain(Some(fast_track).filter(|duty| !duty.late)).collect()
}

/// Weeks from the first sick day within which whoever is expected back has no right to a plan.
const PLAN_RIGHT_WEEKS: i64 = 8;

/// The day eight weeks after the first sick day (§ 7 b). An employee who is not expected back before
/// it has the right to ask for a retention plan, at any time; the employer may decline. Asking is
/// open to others as well: they have no right to it, but nothing forbids it.
pub fn eight_weeks_on(first_absence: NaiveDate) -> NaiveDate {
    days_after(first_absence, 7 * PLAN_RIGHT_WEEKS)
}

/// Has the employer been contacted before or with the first conversation (seeds C11, C12)?
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum EmployerContactTask {
    /// No employer, or the rule set does not ask for it.
    NotRequired,
    /// Somebody has, or it was decided and written down why not.
    Done {
        /// The first day of either.
        on: NaiveDate,
        /// Was that after the first conversation?
        late: bool,
    },
    /// Nobody has yet.
    Due {
        /// The day of the first conversation, or the last day to hold it; unknown when no
        /// conversation is due.
        by: Option<NaiveDate>,
        /// Has that day passed?
        late: bool,
    },
}

/// The facts about a case that the task needs.
#[derive(Clone, Copy, Debug)]
pub struct EmployerContactFacts {
    /// Is there an employer, and does the rule set ask for the contact?
    pub required: bool,
    /// The day of the first conversation that was held or is booked; else the last day to
    /// hold it.
    pub first_conversation: Option<NaiveDate>,
    /// The day of the first contact, or of the decision to leave it out.
    pub first_contact: Option<NaiveDate>,
    /// Today in Denmark.
    pub today: NaiveDate,
}

/// The state of the task "contact the employer before or with the first conversation".
pub fn contact_task(facts: EmployerContactFacts) -> EmployerContactTask {
    let EmployerContactFacts { required, first_conversation: by, first_contact, today } = facts;
    match first_contact {
        Some(on) => EmployerContactTask::Done { on, late: by.is_some_and(|by| on > by) },
        None if required => EmployerContactTask::Due { by, late: by.is_some_and(|by| today > by) },
        None => EmployerContactTask::NotRequired,
    }
}
