//! Plans in the database, and who may read which version: the two all that was not taken back,
//! the municipality what was submitted. All three read the plans of the case's present company
//! only; what an earlier one wrote is in the citizen's own data.

use chrono::{DateTime, Utc};
use contract::ids::CaseId;
use contract::retention_plan::{AgreedHours, RetentionPlan, RetentionVersion, SentPlan};
use rules::{Course, EmployerMove, Revised};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, QueryOrder,
    QuerySelect,
};
use serde::Deserialize;
use uuid::Uuid;

use crate::clock::to_local;
use crate::db::entities::{retention_plan, retention_version};
use crate::http::error::ApiError;

/// For whom something is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reader {
    /// The citizen themselves.
    Citizen,
    /// Somebody of the company.
    Employer,
    /// A caseworker, also one in a preview.
    Staff,
}

/// A version without what it says.
#[derive(Clone, Debug, FromQueryResult)]
pub(super) struct Head {
    /// Which.
    pub number: i32,
    /// In which course.
    pub plan_id: Uuid,
    sent_at: DateTime<Utc>,
    sent_by_name: String,
    taken_back_at: Option<DateTime<Utc>>,
    approved_at: Option<DateTime<Utc>>,
    submitted_at: Option<DateTime<Utc>>,
    acknowledged_at: Option<DateTime<Utc>>,
}

impl Head {
    /// Has the municipality got it?
    pub fn is_submitted(&self) -> bool {
        self.submitted_at.is_some()
    }

    /// As the API shows it.
    pub fn version(&self) -> RetentionVersion {
        RetentionVersion {
            number: number(self.number),
            sent_at: to_local(self.sent_at),
            sent_by: self.sent_by_name.clone(),
            approved_at: self.approved_at.map(to_local),
            submitted_at: self.submitted_at.map(to_local),
            acknowledged_at: self.acknowledged_at.map(to_local),
        }
    }
}

/// A number from the database.
pub(super) fn number(stored: i32) -> u32 {
    u32::try_from(stored).unwrap_or_default()
}

/// A number as the database knows it; one it cannot hold names nothing.
pub(super) fn stored(number: u32) -> Result<i32, ApiError> {
    i32::try_from(number).map_err(|_| ApiError::NotFound)
}

/// A case's courses and versions, for one company.
#[derive(Clone, Debug)]
pub(super) struct Plans {
    /// Whose case.
    pub case: CaseId,
    cvr: Option<String>,
    /// Newest first, other companies' included.
    rows: Vec<retention_plan::Model>,
    /// Newest first, other companies' included.
    heads: Vec<Head>,
}

impl Plans {
    /// Reads where they are and which versions there are, not what they say.
    pub async fn load(
        db: &impl ConnectionTrait,
        case: CaseId,
        cvr: Option<&str>,
    ) -> Result<Self, ApiError> {
        use retention_version::Column;
        let rows = retention_plan::Entity::find()
            .filter(retention_plan::Column::CaseId.eq(case.0))
            .order_by_desc(retention_plan::Column::BegunAt)
            .order_by_desc(retention_plan::Column::Id)
            .all(db)
            .await?;
        let heads = retention_version::Entity::find()
            .select_only()
            .columns([Column::Number, Column::PlanId, Column::SentAt, Column::SentByName])
            .columns([Column::TakenBackAt, Column::ApprovedAt])
            .columns([Column::SubmittedAt, Column::AcknowledgedAt])
            .filter(Column::CaseId.eq(case.0))
            .order_by_desc(Column::Number)
            .into_model::<Head>()
            .all(db)
            .await?;
        Ok(Self { case, cvr: cvr.map(str::to_owned), rows, heads })
    }

    /// The newest course with the case's company; none where it has no company any more.
    pub fn current(&self) -> Option<&retention_plan::Model> {
        let own = |row: &&retention_plan::Model| self.cvr.as_ref() == Some(&row.cvr);
        let open =
            |row: &&retention_plan::Model| course_of(row).is_ok_and(|course| !course.is_over());
        let mut rows = self.rows.iter().filter(own);
        rows.clone().find(open).or_else(|| rows.next())
    }

    /// Where that is.
    pub fn course(&self) -> Result<Option<Course>, ApiError> {
        self.current().map(course_of).transpose()
    }

    /// Where a move starts from: numbers count on, whoever wrote the versions before.
    pub fn start(&self) -> Result<Option<Course>, ApiError> {
        let last = self.heads.first().map_or(0, |head| number(head.number));
        Ok(match self.course()? {
            Some(course) if !course.is_over() => Some(course),
            Some(Course::Declined { .. }) => Some(Course::Declined { last }),
            Some(_) => Some(Course::Closed { last }),
            None => (last > 0).then_some(Course::Closed { last }),
        })
    }

    /// Courses of other companies that are not over, though the case has left them.
    pub fn left_behind(&self) -> impl Iterator<Item = &retention_plan::Model> {
        let others = self.rows.iter().filter(|row| Some(&row.cvr) != self.cvr.as_ref());
        others.filter(|row| course_of(row).is_ok_and(|course| !course.is_over()))
    }

    /// The versions the citizen was ever sent, whichever company wrote them, the newest first.
    pub fn every_head(&self) -> impl Iterator<Item = &Head> {
        self.heads.iter().filter(|head| head.taken_back_at.is_none())
    }

    /// The versions somebody may read, the newest first: those of the case's company. What a
    /// former one wrote was agreed with it, and with nobody else.
    pub fn heads(&self, reader: Reader) -> impl Iterator<Item = &Head> {
        let own = |head: &Head| {
            let company = self.rows.iter().find(|row| row.id == head.plan_id).map(|row| &row.cvr);
            company.is_some() && company == self.cvr.as_ref()
        };
        self.every_head().filter(move |head| {
            own(head)
                && match reader {
                    Reader::Citizen | Reader::Employer => true,
                    Reader::Staff => head.is_submitted(),
                }
        })
    }

    /// Those, as the API shows them.
    pub fn versions(&self, reader: Reader) -> Vec<RetentionVersion> {
        self.heads(reader).map(Head::version).collect()
    }

    /// What the version of that number says, or the newest one.
    pub async fn sent(
        &self,
        db: &impl ConnectionTrait,
        reader: Reader,
        asked: Option<u32>,
    ) -> Result<Option<SentPlan>, ApiError> {
        let head = match asked {
            Some(asked) => {
                let asked = stored(asked)?;
                let found = self.heads(reader).find(|head| head.number == asked);
                Some(found.ok_or(ApiError::NotFound)?)
            }
            None => self.heads(reader).next(),
        };
        match head {
            Some(head) => Ok(Some(self.content(db, head, reader).await?)),
            None => Ok(None),
        }
    }

    /// A version with what it says. Comments are between the two.
    pub async fn content(
        &self,
        db: &impl ConnectionTrait,
        head: &Head,
        reader: Reader,
    ) -> Result<SentPlan, ApiError> {
        let key = (self.case.0, head.number);
        let row = retention_version::Entity::find_by_id(key).one(db).await?;
        let row = row.ok_or_else(|| ApiError::internal("a version that is gone"))?;
        let comments = match reader {
            Reader::Citizen | Reader::Employer => {
                serde_json::from_value(row.comments).map_err(ApiError::internal)?
            }
            Reader::Staff => Vec::new(),
        };
        let plan = RetentionPlan::deserialize(&row.content).map_err(ApiError::internal)?;
        Ok(SentPlan { version: head.version(), plan, comments, remark: row.remark })
    }

    /// The newest approved version of the course that goes on, as far as `reader` may read it.
    /// With the course its hours are over.
    pub fn approved(&self, reader: Reader) -> Option<&Head> {
        let on = |row: &&retention_plan::Model| course_of(row).is_ok_and(|now| !now.is_over());
        let course = self.current().filter(on)?;
        self.heads(reader).find(|head| head.plan_id == course.id && head.approved_at.is_some())
    }

    /// May the company say no to a plan? Not to a new version of one that is agreed: that would
    /// end what the employee has approved. The new version is left unsent instead.
    pub fn may_decline(&self) -> bool {
        self.approved(Reader::Employer).is_none()
    }

    /// What the company can do now.
    pub fn employer_moves(&self) -> Result<Vec<EmployerMove>, ApiError> {
        let mut moves = Course::employer_moves(self.start()?);
        moves.retain(|one| *one != EmployerMove::Decline || self.may_decline());
        Ok(moves)
    }

    /// The hours that are agreed.
    pub async fn agreed(
        &self,
        db: &impl ConnectionTrait,
        reader: Reader,
    ) -> Result<Option<AgreedHours>, ApiError> {
        let Some(head) = self.approved(reader) else { return Ok(None) };
        let plan = self.content(db, head, reader).await?.plan;
        let (version, steps) = (number(head.number), plan.steps());
        Ok(Some(AgreedHours { version, steps, normal_hours: plan.normal_hours }))
    }
}

/// Where a stored course is.
pub(super) fn course_of(row: &retention_plan::Model) -> Result<Course, ApiError> {
    let version = number(row.version);
    let last = version;
    Ok(match row.state.as_str() {
        "requested" => Course::Requested { last },
        "drafting" => Course::Drafting { last, revises: None },
        "revising" => Course::Drafting { last, revises: Some(Revised::Acknowledged) },
        "revising_questioned" => Course::Drafting { last, revises: Some(Revised::Questioned) },
        "sent" => Course::Sent { version },
        "changes_asked" => Course::ChangesAsked { version },
        "approved" => Course::Approved { version },
        "submitted" => Course::Submitted { version },
        "questioned" => Course::Questioned { version },
        "acknowledged" => Course::Acknowledged { version },
        "declined" => Course::Declined { last },
        "closed" => Course::Closed { last },
        _ => return Err(ApiError::internal("a course of an unknown kind")),
    })
}

/// A course's state in storage; the version is beside it.
pub(super) const fn state_of(course: Course) -> &'static str {
    match course {
        Course::Requested { .. } => "requested",
        Course::Drafting { revises: None, .. } => "drafting",
        Course::Drafting { revises: Some(Revised::Acknowledged), .. } => "revising",
        Course::Drafting { revises: Some(Revised::Questioned), .. } => "revising_questioned",
        Course::Sent { .. } => "sent",
        Course::ChangesAsked { .. } => "changes_asked",
        Course::Approved { .. } => "approved",
        Course::Submitted { .. } => "submitted",
        Course::Questioned { .. } => "questioned",
        Course::Acknowledged { .. } => "acknowledged",
        Course::Declined { .. } => "declined",
        Course::Closed { .. } => "closed",
    }
}
