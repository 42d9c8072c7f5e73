//! What a case waits for, decided from what is known of it. What each kind means stands in
//! `contract::caseload::Attention`. Reads nothing.

use chrono::{DateTime, Datelike, Days, NaiveDate, Utc};
use contract::booking::BookingState;
use contract::caseload::Attention;
use rules::{ContactDuty, Deadline, EmployerContactTask, Exemption};

use crate::booking::state_of;
use crate::cases::{CaseFile, NeededBy, Standing};
use crate::clock::{local_date, to_local};
use crate::config::CaseloadSettings;
use crate::employer_contact;
use crate::job_plan::SharedInShort;
use crate::retention_plan::FailedStep;

/// What is known of a case.
#[derive(Clone, Copy, Debug)]
pub struct Known<'a> {
    /// The case.
    pub file: &'a CaseFile,
    /// What the rules say of it today; nothing when no rule set governs it.
    pub standing: Option<&'a Standing<'a>>,
    /// The day of the first contact with the employer.
    pub first_contact: Option<NaiveDate>,
    /// The job plan, when a version is shared.
    pub plan: Option<SharedInShort>,
    /// Since when a retention plan waits for the municipality.
    pub waits_since: Option<DateTime<Utc>>,
    /// A step at which it did not go, and about which nothing was done in the retention plan or with
    /// the employer.
    pub failed_step: Option<FailedStep>,
    /// What the municipality has set.
    pub settings: CaseloadSettings,
    /// The time.
    pub now: DateTime<Utc>,
}

impl Known<'_> {
    /// Everything the case waits for, the most pressing first.
    pub fn attention(&self) -> Vec<Attention> {
        let unread = self.plan.and_then(|plan| plan.unread_since).map(to_local);
        [
            self.standing.is_none().then_some(Attention::NoRuleSet),
            self.late(),
            self.this_week(),
            self.no_booking(),
            self.outcome_missing(),
            self.step_up_failed(),
            unread.map(|shared_at| Attention::PlanUnread { shared_at }),
            self.waits_since.map(|at| Attention::RetentionWaits { since: to_local(at) }),
            self.no_employer_contact(),
            self.no_plan(),
            self.standby_review(),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    /// The conversation that is due, by the rules of today.
    fn due(&self) -> Option<(&Standing<'_>, &Deadline)> {
        let standing = self.standing?;
        match &standing.duty {
            ContactDuty::Due(deadline) => Some((standing, deadline)),
            ContactDuty::Exempt(_) | ContactDuty::Closed { .. } => None,
        }
    }

    fn late(&self) -> Option<Attention> {
        let (standing, deadline) = self.due()?;
        let days = (standing.today - deadline.hold_by).num_days();
        let days = u32::try_from(days).ok().filter(|days| *days > 0)?;
        Some(Attention::Late { days })
    }

    fn this_week(&self) -> Option<Attention> {
        let (standing, deadline) = self.due()?;
        let today = standing.today;
        let left = 6 - u64::from(today.weekday().num_days_from_monday());
        let sunday = today.checked_add_days(Days::new(left))?;
        let soon = today <= deadline.hold_by && deadline.hold_by <= sunday;
        (soon && !self.booked_in_time(standing)).then_some(Attention::ThisWeek)
    }

    fn no_booking(&self) -> Option<Attention> {
        let (standing, deadline) = self.due()?;
        let self_booking_over = deadline.book_by < standing.today;
        (!self.booked_in_time(standing)).then_some(Attention::NoBooking { self_booking_over })
    }

    fn booked_in_time(&self, standing: &Standing<'_>) -> bool {
        let needed: NeededBy = standing.needed_by();
        let booked = self.file.open_booking(self.now);
        booked.is_some_and(|booking| needed.is_met_on(local_date(booking.starts_at)))
    }

    fn no_plan(&self) -> Option<Attention> {
        let employed = self.file.case.employer_cvr.is_some();
        let required = self.standing?.requires_plan(employed);
        (required && self.plan.is_none()).then_some(Attention::NoPlan)
    }

    fn outcome_missing(&self) -> Option<Attention> {
        let over = self.file.bookings.iter().rev();
        let oldest = over
            .filter(|booking| state_of(booking, self.now) == BookingState::AwaitingOutcome)
            .map(|booking| booking.starts_at)
            .next()?;
        Some(Attention::OutcomeMissing { starts_at: to_local(oldest) })
    }

    fn step_up_failed(&self) -> Option<Attention> {
        let FailedStep { from, at } = self.failed_step?;
        let talked = self.file.bookings.iter().any(|booking| {
            booking.starts_at > at && state_of(booking, self.now) == BookingState::Held
        });
        (!talked).then(|| Attention::StepUpFailed { from, at: to_local(at) })
    }

    fn no_employer_contact(&self) -> Option<Attention> {
        let (file, standing) = (self.file, self.standing?);
        match employer_contact::task_of(file, standing, self.first_contact, self.now) {
            EmployerContactTask::Due { by, late } => {
                Some(Attention::NoEmployerContact { by, late })
            }
            EmployerContactTask::Done { .. } | EmployerContactTask::NotRequired => None,
        }
    }

    fn standby_review(&self) -> Option<Attention> {
        let standing = self.standing?;
        let ContactDuty::Exempt(Exemption::Standby { since }) = standing.duty else { return None };
        let days = (standing.today - since).num_days();
        let due = days >= i64::from(self.settings.standby_review_after_days);
        due.then_some(Attention::StandbyReview { since })
    }
}
