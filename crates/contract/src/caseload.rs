//! The caseworker's list of cases: who will miss a deadline first, and what each case waits for,
//! as data. Knows no sentences; what a deadline is, is decided in `rules`.

use chrono::{DateTime, FixedOffset, NaiveDate};
use rules::ContactDuty;
use serde::{Deserialize, Serialize};

use crate::ids::{CaseId, CaseworkerId};

/// `GET /api/staff/cases`: one row of the cases a caseworker answers for (a team leader: the
/// whole team's). Cases that no rule set governs come first: nobody knows how late they are. Then
/// those whose conversation is late, and then those late with the contact with the employer alone,
/// each by the day that was missed. Then those with a day that will be missed, the earliest first:
/// the last day to hold a conversation that is not booked in time, or the day to have contacted the
/// employer by. Then those with a conversation booked in time, the earliest deadline first; then the
/// rest. Among equals the case number decides.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CaseRow {
    /// Which.
    pub id: CaseId,
    /// The case system's number.
    pub case_number: String,
    /// The citizen's name.
    pub citizen: String,
    /// The caseworker who follows it.
    pub caseworker_id: CaseworkerId,
    /// Their name.
    pub caseworker: String,
    /// The next conversation's two dates and the rule behind them, or why none is due. Absent when no
    /// rule set governs the case ([`Attention::NoRuleSet`]).
    pub duty: Option<ContactDuty>,
    /// The open booking's start.
    pub next_booking_at: Option<DateTime<FixedOffset>>,
    /// What it waits for, the most pressing first, each kind at most once; often nothing.
    pub attention: Vec<Attention>,
}

/// Something a caseworker should look at. The order of the variants is the order in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Attention {
    /// No rule set of the municipality's configuration governs the case, with its first absence
    /// day, today: nobody can say what is due until one does.
    NoRuleSet,
    /// The last day to hold the due conversation (`hold_by`) is past and it has not been held,
    /// whether or not one is booked by now.
    Late {
        /// How many days it has been past.
        days: u32,
    },
    /// The last day to hold the due conversation is today or later in this week, which ends on
    /// Sunday, and no conversation is booked in time.
    ThisWeek,
    /// A conversation is due and none is booked in time: no open booking, or one on a day after
    /// `hold_by`. Once that day is past any open booking will do.
    NoBooking {
        /// Is the citizen's last day to book it themselves (`book_by`) past?
        self_booking_over: bool,
    },
    /// A conversation is over, and nobody has recorded whether it was held.
    OutcomeMissing {
        /// When it began; of several the oldest.
        starts_at: DateTime<FixedOffset>,
    },
    /// The citizen has told that it did not go at a step of the agreed hours, and nobody has
    /// answered: since then no conversation was held, no contact with the employer was recorded,
    /// the municipality has made no move in the retention plan's course, and no newer version was
    /// approved. What was told about another company's plan, or one whose course is over, waits for
    /// nothing.
    StepUpFailed {
        /// First day of the step.
        from: NaiveDate,
        /// When it was told; of several the newest.
        at: DateTime<FixedOffset>,
    },
    /// The citizen has shared a version of the job plan that no caseworker has opened and that
    /// was not taken back.
    PlanUnread {
        /// When; of several the newest.
        shared_at: DateTime<FixedOffset>,
    },
    /// A retention plan with the case's present company is sent to the municipality, which has
    /// neither acknowledged it nor asked about it.
    RetentionWaits {
        /// Since when.
        since: DateTime<FixedOffset>,
    },
    /// The employer is to be contacted before or with the first conversation, and nobody has
    /// recorded a contact or why it was left out.
    NoEmployerContact {
        /// The day of the first conversation, or the last day to hold it; unknown when no
        /// conversation is due.
        by: Option<NaiveDate>,
        /// Is that day past?
        late: bool,
    },
    /// The rule set asks for a job plan, a conversation is due, and no version is shared that was
    /// not taken back.
    NoPlan,
    /// On standby because of serious illness for as many days as the municipality has set
    /// (`[caseload] standby_review_after_days`), or more: somebody should look whether it still
    /// fits. No rule of law asks for it.
    StandbyReview {
        /// Since when.
        since: NaiveDate,
    },
}

impl Attention {
    /// Is it something that should have been done by a day that is past? What a list of what is
    /// late shows.
    pub const fn is_late(self) -> bool {
        matches!(self, Self::Late { .. } | Self::NoEmployerContact { late: true, .. })
    }

    /// Does a filter for that kind show it? That for what is late shows everything that is.
    pub fn is_shown_by(self, kind: AttentionKind) -> bool {
        self.kind() == kind || kind == AttentionKind::Late && self.is_late()
    }

    /// Which kind it is.
    pub const fn kind(self) -> AttentionKind {
        match self {
            Self::NoRuleSet => AttentionKind::NoRuleSet,
            Self::Late { .. } => AttentionKind::Late,
            Self::ThisWeek => AttentionKind::ThisWeek,
            Self::NoBooking { .. } => AttentionKind::NoBooking,
            Self::OutcomeMissing { .. } => AttentionKind::OutcomeMissing,
            Self::StepUpFailed { .. } => AttentionKind::StepUpFailed,
            Self::PlanUnread { .. } => AttentionKind::PlanUnread,
            Self::RetentionWaits { .. } => AttentionKind::RetentionWaits,
            Self::NoEmployerContact { .. } => AttentionKind::NoEmployerContact,
            Self::NoPlan => AttentionKind::NoPlan,
            Self::StandbyReview { .. } => AttentionKind::StandbyReview,
        }
    }
}

/// A kind of [`Attention`], to filter by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AttentionKind {
    /// See [`Attention::NoRuleSet`].
    NoRuleSet,
    /// See [`Attention::Late`].
    Late,
    /// See [`Attention::ThisWeek`].
    ThisWeek,
    /// See [`Attention::NoBooking`].
    NoBooking,
    /// See [`Attention::OutcomeMissing`].
    OutcomeMissing,
    /// See [`Attention::StepUpFailed`].
    StepUpFailed,
    /// See [`Attention::PlanUnread`].
    PlanUnread,
    /// See [`Attention::RetentionWaits`].
    RetentionWaits,
    /// See [`Attention::NoEmployerContact`].
    NoEmployerContact,
    /// See [`Attention::NoPlan`].
    NoPlan,
    /// See [`Attention::StandbyReview`].
    StandbyReview,
}

impl AttentionKind {
    /// All of them, the most pressing first.
    pub const ALL: [Self; 11] = [
        Self::NoRuleSet,
        Self::Late,
        Self::ThisWeek,
        Self::NoBooking,
        Self::OutcomeMissing,
        Self::StepUpFailed,
        Self::PlanUnread,
        Self::RetentionWaits,
        Self::NoEmployerContact,
        Self::NoPlan,
        Self::StandbyReview,
    ];

    /// The stable name, in answers and in addresses.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NoRuleSet => "no_rule_set",
            Self::Late => "late",
            Self::ThisWeek => "this_week",
            Self::NoBooking => "no_booking",
            Self::OutcomeMissing => "outcome_missing",
            Self::StepUpFailed => "step_up_failed",
            Self::PlanUnread => "plan_unread",
            Self::RetentionWaits => "retention_waits",
            Self::NoEmployerContact => "no_employer_contact",
            Self::NoPlan => "no_plan",
            Self::StandbyReview => "standby_review",
        }
    }

    /// The kind of that name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == name)
    }
}
