//! Who has looked at a citizen's data (I7; DOMAIN 8.7: *Hvem har set mine oplysninger*).

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

use crate::ids::AccessLogEntryId;

/// `GET /api/citizen/access-log?before=` and `GET /api/staff/cases/{id}/access-log?before=`: looks
/// by others, newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AccessLog {
    /// At most [`crate::limits::ACCESS_LOG_PAGE`].
    pub entries: Vec<AccessLogEntry>,
    /// Where the next page begins, if there is one.
    pub before: Option<AccessLogEntryId>,
}

/// One look.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AccessLogEntry {
    /// Which.
    pub id: AccessLogEntryId,
    /// When.
    pub at: DateTime<FixedOffset>,
    /// In which role.
    pub role: AccessRole,
    /// Of which team.
    pub unit: String,
    /// Who; only where the municipality has decided to say so.
    pub name: Option<String>,
    /// What was looked at or changed.
    pub what: AccessedData,
    /// Why, as whoever looked has written it, where a reason is asked for.
    pub reason: Option<String>,
}

/// In which role somebody looked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum AccessRole {
    /// A caseworker.
    Caseworker,
    /// A team leader.
    TeamLeader,
    /// Somebody of the employer.
    Employer,
    /// The citizen: only what was sent to others is in the log.
    Citizen,
}

impl AccessRole {
    /// The stable name in storage.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Caseworker => "caseworker",
            Self::TeamLeader => "team_leader",
            Self::Employer => "employer",
            Self::Citizen => "citizen",
        }
    }

    /// The role of that name.
    pub fn parse(name: &str) -> Option<Self> {
        let all = [Self::Caseworker, Self::TeamLeader, Self::Employer, Self::Citizen];
        all.into_iter().find(|role| role.as_str() == name)
    }
}

/// What somebody looked at or changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum AccessedData {
    /// The name and deadlines, in a list of cases.
    CaseList,
    /// The conversations, in a calendar.
    Calendar,
    /// The case.
    Case,
    /// The case, with a decision about it.
    Decision,
    /// The free times for the case.
    FreeTimes,
    /// A conversation booked, moved or cancelled for the citizen, or its outcome recorded.
    Conversation,
    /// The job plan.
    JobPlan,
    /// The job plan, with a comment or an agreement.
    JobPlanAnswer,
    /// An activity added or removed.
    Activity,
    /// The citizen's own pages, as a preview.
    Preview,
    /// The name and where the plan is, in the employer's list of employees.
    EmployeeList,
    /// The retention plan.
    RetentionPlan,
    /// The retention plan, with a move: sent, approved, acknowledged and the like.
    RetentionPlanMove,
    /// A contact with the employer.
    EmployerContact,
    /// A round-table conversation.
    RoundTable,
    /// Who comes to a group session.
    GroupSession,
    /// Who has looked.
    AccessLog,
    /// The case given to another caseworker.
    CaseworkerChange,
    /// Letters and messages, as the citizen gets them.
    Letters,
    /// The case, brought in or changed by a file from the case system.
    Import,
    /// Conversations, contacts or plans' states, in a file for the case system.
    Export,
    /// The case among those behind a key figure.
    KeyFigures,
}

impl AccessedData {
    /// All of them.
    pub const ALL: [Self; 22] = [
        Self::CaseList,
        Self::Calendar,
        Self::Case,
        Self::Decision,
        Self::FreeTimes,
        Self::Conversation,
        Self::JobPlan,
        Self::JobPlanAnswer,
        Self::Activity,
        Self::Preview,
        Self::EmployeeList,
        Self::RetentionPlan,
        Self::RetentionPlanMove,
        Self::EmployerContact,
        Self::RoundTable,
        Self::GroupSession,
        Self::AccessLog,
        Self::CaseworkerChange,
        Self::Letters,
        Self::Import,
        Self::Export,
        Self::KeyFigures,
    ];

    /// What is stored under that name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|what| what.as_str() == name)
    }

    /// The stable name in storage.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::CaseList => "case_list",
            Self::Calendar => "calendar",
            Self::Case => "case",
            Self::Decision => "decision",
            Self::FreeTimes => "free_times",
            Self::Conversation => "conversation",
            Self::JobPlan => "job_plan",
            Self::JobPlanAnswer => "job_plan_answer",
            Self::Activity => "activity",
            Self::Preview => "preview",
            Self::EmployeeList => "employee_list",
            Self::RetentionPlan => "retention_plan",
            Self::RetentionPlanMove => "retention_plan_move",
            Self::EmployerContact => "employer_contact",
            Self::RoundTable => "round_table",
            Self::GroupSession => "group_session",
            Self::AccessLog => "access_log",
            Self::CaseworkerChange => "caseworker_change",
            Self::Letters => "letters",
            Self::Import => "import",
            Self::Export => "export",
            Self::KeyFigures => "key_figures",
        }
    }
}
