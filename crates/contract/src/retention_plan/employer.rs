//! What an employer gets and does. Nothing of the employee but the name, since when they are
//! away, and the plan (I5).

use chrono::{DateTime, FixedOffset, NaiveDate};
use rules::{Course, EmployerDuty, EmployerMove, NextMove};
use serde::{Deserialize, Serialize};

use super::{CourseView, RetentionPlan, RetentionVersion, RoundTable, RoundTableOffer, SentPlan};
use crate::draft::Draft;
use crate::ids::CaseId;

/// `GET /api/employer/cases`: an employee on sick leave whose case carries the company's CVR
/// number; those who wait for the employer first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct EmployeeRow {
    /// Which case.
    pub id: CaseId,
    /// The employee's name.
    pub employee: String,
    /// First day away.
    pub first_absence: NaiveDate,
    /// Where the plan is; none when absent.
    pub course: Option<Course>,
    /// Who has the next move.
    pub next: NextMove,
    /// Since when.
    pub since: Option<DateTime<FixedOffset>>,
    /// What else is to be done; a talk also after its day.
    pub duties: Vec<EmployerDuty>,
}

/// `GET /api/employer/cases/{id}/retention-plan`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct EmployerRetentionPage {
    /// Which case.
    pub case_id: CaseId,
    /// Today in Denmark.
    pub today: NaiveDate,
    /// The employee's name.
    pub employee: String,
    /// First day away.
    pub first_absence: NaiveDate,
    /// The company's name.
    pub company: String,
    /// Its CVR number.
    pub cvr: String,
    /// The name of who is signed in.
    pub me: String,
    /// Closed at the municipality: nothing can be sent any more.
    pub case_closed: bool,
    /// Where the newest plan is; there has been none when absent.
    pub course: Option<CourseView>,
    /// What the employer can do now.
    pub moves: Vec<EmployerMove>,
    /// Every version that was sent, the newest first.
    pub versions: Vec<RetentionVersion>,
    /// The newest of them.
    pub latest: Option<SentPlan>,
    /// An earlier plan to begin with: the newest that was sent in a course before this one.
    pub previous: Option<RetentionPlan>,
    /// What is typed.
    pub draft: Draft,
    /// Who wrote what in it, and when.
    pub written: Vec<FieldWriter>,
    /// The fields whose text looks as if it told what the employee suffers from.
    pub sensitive: Vec<String>,
    /// What else is to be done; a talk also after its day. Nothing once the case is closed.
    pub duties: Vec<EmployerDuty>,
    /// Where hours are reported for reimbursement.
    pub nemrefusion_url: String,
    /// Days the employee has to answer before both are reminded.
    pub answer_days: u16,
    /// Times the company has offered for a round-table conversation, none in the past.
    pub offers: Vec<RoundTableOffer>,
    /// The round-table conversation that is booked.
    pub round_table: Option<RoundTable>,
}

/// Who wrote a field last.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FieldWriter {
    /// Which field.
    pub field: String,
    /// The name of a colleague.
    pub name: String,
    /// When.
    pub at: DateTime<FixedOffset>,
}

/// `POST /api/employer/cases/{id}/retention-plan/moves`, answered with the page as it is then.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "move", rename_all = "snake_case", deny_unknown_fields)]
pub enum EmployerRetentionMove {
    /// Begin writing.
    Begin {},
    /// Send the draft of that version to the employee: what is on screen, and nothing else.
    Send {
        /// The draft's version.
        draft_version: u32,
    },
    /// Take a version back that is not answered.
    TakeBack {
        /// Which.
        version: u32,
    },
    /// Send an approved version to the municipality.
    Submit {
        /// Which.
        version: u32,
    },
    /// Answer the municipality's question.
    Answer {
        /// About which version.
        version: u32,
        /// The answer.
        text: String,
    },
    /// Begin a new version.
    Revise {},
    /// Drop it again: the plan stands as it did before.
    DropRevision {},
    /// Say no to a plan.
    Decline {
        /// Why; may be empty.
        reason: String,
    },
}

impl EmployerRetentionMove {
    /// Which move of the course it is.
    pub const fn kind(&self) -> EmployerMove {
        match self {
            Self::Begin {} => EmployerMove::Begin,
            Self::Send { .. } => EmployerMove::Send,
            Self::TakeBack { .. } => EmployerMove::TakeBack,
            Self::Submit { .. } => EmployerMove::Submit,
            Self::Answer { .. } => EmployerMove::Answer,
            Self::Revise {} => EmployerMove::Revise,
            Self::DropRevision {} => EmployerMove::DropRevision,
            Self::Decline { .. } => EmployerMove::Decline,
        }
    }
}
