//! The retention plan (*fastholdelsesplan*, § 7 b, DOMAIN 4.1): what employer and employee
//! write together about the way back, how it travels between them and the municipality, and
//! the round-table conversation. Nothing here names an illness.

mod checks;
mod citizen;
mod course;
mod employer;
mod fields;
mod read;
mod round_table;
mod staff;

pub use checks::{check_contact, check_note, check_offers};
pub use citizen::{
    AgreedHours, AnswerField, CitizenRetentionMove, CitizenRetentionPage, NewStepReport,
    RetentionLine, StepReport,
};
pub use course::{
    CourseEvent, CourseEventKind, CourseView, RetentionVersion, SectionComment, SentPlan,
};
pub use employer::{EmployeeRow, EmployerRetentionMove, EmployerRetentionPage, FieldWriter};
pub use fields::{
    CareKind, FollowUpPart, OfferPart, PartyKind, PartyPart, RampText, RetentionField, SupportKind,
    TaskKind,
};
pub use round_table::{
    BookRoundTable, NewRoundTableOffers, NewTimeOffer, RoundTable, RoundTableOffer, RoundTableTimes,
};
pub use staff::{
    ContactChannelUsed, EmployerContact, EmployerContactWhat, EmployerContacts, MessageKind,
    NewEmployerContact, OutboxMessage, RetentionStatus, StaffRetentionMove, StaffRetentionPage,
};

use chrono::NaiveDate;
use rules::{RampUpStep, WeeklyHours};
use serde::{Deserialize, Serialize};

use crate::job_plan::RowId;

/// A retention plan as it was written. Made of a [`crate::draft::Draft`] by
/// [`RetentionPlan::read`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RetentionPlan {
    /// Who takes part, beside the employee; those who were named.
    pub parties: Vec<PlanParty>,
    /// Where one works: a name, an address or a P-number.
    pub workplace: String,
    /// Away fully or partly now; not said when absent.
    pub absence: Option<AbsenceKind>,
    /// Hours a week before the sick leave.
    pub normal_hours: Option<WeeklyHours>,
    /// When one is expected back fully.
    pub expected_return: Option<NaiveDate>,
    /// What a full or partial return looks like.
    pub goal: String,
    /// Tasks.
    pub tasks: TaskTexts,
    /// The way up, in order of the days.
    pub ramp: Vec<RetentionStep>,
    /// Considerations and aids.
    pub care: CareTexts,
    /// What is wanted from the municipality.
    pub support: Vec<SupportKind>,
    /// In words.
    pub support_note: String,
    /// How it is followed up.
    pub follow_up: FollowUp,
}

/// Somebody who takes part in the plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PlanParty {
    /// As what.
    pub kind: PartyKind,
    /// Name.
    pub name: String,
    /// Position.
    pub role: String,
    /// Phone number.
    pub phone: String,
    /// E-mail address.
    pub email: String,
}

/// How one is away.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum AbsenceKind {
    /// Works no hours.
    Full,
    /// Works some hours.
    Partial,
}

impl AbsenceKind {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Full, Self::Partial];

    /// The stable name, as it is typed.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Partial => "partial",
        }
    }

    /// The kind of that name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == name)
    }
}

/// What the employee can do: functions, never a diagnosis.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TaskTexts {
    /// Can be done now.
    pub can: String,
    /// Cannot be done now.
    pub cannot: String,
    /// Could be done with changes.
    pub changed: String,
}

/// A step of the way up, with where its hours lie and what is done in them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RetentionStep {
    /// Stays the same from version to version.
    pub id: RowId,
    /// Days and hours.
    pub step: RampUpStep,
    /// On which days, and when.
    pub days: String,
    /// Which tasks.
    pub tasks: String,
    /// Why the hours go down, where they do.
    pub reason: String,
}

/// What makes the work possible.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CareTexts {
    /// Considerations (*skånehensyn*).
    pub considerations: String,
    /// Aids and the workplace's layout.
    pub aids: String,
    /// Work from home.
    pub home: String,
    /// Breaks.
    pub breaks: String,
    /// A mentor or colleague.
    pub mentor: String,
}

/// How the plan is followed up.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FollowUp {
    /// When it is looked at next.
    pub date: Option<NaiveDate>,
    /// Who sees to that.
    pub who: String,
    /// What happens if the plan does not hold.
    pub fails: String,
    /// How one keeps in touch while away.
    pub contact: String,
}

/// A part of the plan one can comment on; also the screens of the employer's wizard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum RetentionSection {
    /// Who takes part.
    Parties,
    /// Absence, and what the return looks like.
    Absence,
    /// Tasks.
    Tasks,
    /// The way up.
    Hours,
    /// Considerations and aids.
    Care,
    /// Support from the municipality.
    Support,
    /// Follow-up.
    FollowUp,
}

impl RetentionSection {
    /// All, in the plan's order.
    pub const ALL: [Self; 7] = [
        Self::Parties,
        Self::Absence,
        Self::Tasks,
        Self::Hours,
        Self::Care,
        Self::Support,
        Self::FollowUp,
    ];

    /// The stable name in storage, fields and URLs.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Parties => "parties",
            Self::Absence => "absence",
            Self::Tasks => "tasks",
            Self::Hours => "hours",
            Self::Care => "care",
            Self::Support => "support",
            Self::FollowUp => "follow-up",
        }
    }

    /// The section of that name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|section| section.as_str() == name)
    }
}

impl RetentionPlan {
    /// The days and hours of the way up.
    pub fn steps(&self) -> Vec<RampUpStep> {
        self.ramp.iter().map(|row| row.step).collect()
    }
}
