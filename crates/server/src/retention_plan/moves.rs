//! A move in a plan's course: whoever holds the case's row moves alone, so that of two who move
//! at once one wins and the other finds the plan somewhere else.

use chrono::NaiveDate;
use contract::ids::CaseId;
use contract::retention_plan::{CourseEventKind, MessageKind};
use rules::{CitizenMove, Course, CourseMove, CourseParty, EmployerMove, StaffMove};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, DatabaseTransaction, DbErr, EntityTrait, QueryFilter, QuerySelect, Set, SqlErr,
};
use uuid::Uuid;

use super::draft;
use super::store::{Plans, state_of, stored};
use crate::clock::Clock;
use crate::db::entities::{retention_event, retention_plan, retention_version, sickness_case};
use crate::http::error::ApiError;
use crate::{outbox, round_table};

/// Who moves.
#[derive(Clone, Copy, Debug)]
pub struct Mover<'a> {
    /// As what.
    pub party: CourseParty,
    /// Which person.
    pub id: Uuid,
    /// Their name.
    pub name: &'a str,
}

/// A case's plans, held until the transaction ends.
#[derive(Clone, Debug)]
pub(super) struct Held {
    /// Where they are.
    pub plans: Plans,
    cvr: String,
}

/// A move that can be made.
#[derive(Clone, Copy, Debug)]
pub(super) struct Step {
    kind: CourseEventKind,
    before: Option<Course>,
    after: Course,
}

/// Takes an open case's row and reads its plans. Nobody else moves in it until the transaction
/// ends.
///
/// # Errors
/// When the case is closed, or has no company.
pub(super) async fn hold(
    tx: &DatabaseTransaction,
    case: CaseId,
    today: NaiveDate,
) -> Result<Held, ApiError> {
    // PostgreSQL waits here for whoever moves; SQLite has waited already.
    let row = sickness_case::Entity::find_by_id(case.0).lock_exclusive().one(tx).await?;
    let row = row.ok_or(ApiError::NotFound)?;
    if row.closed_on.is_some_and(|on| on <= today) {
        return Err(ApiError::CaseClosed);
    }
    let cvr = row.employer_cvr.ok_or(ApiError::NoEmployer)?;
    Ok(Held { plans: Plans::load(tx, case, Some(&cvr)).await?, cvr })
}

/// The same for somebody of a company, if the case is still with it. What people of another have
/// typed is gone then.
///
/// # Errors
/// [`ApiError::NotFound`] when it has come to another.
pub(super) async fn hold_for(
    tx: &DatabaseTransaction,
    case: CaseId,
    cvr: &str,
    today: NaiveDate,
) -> Result<Held, ApiError> {
    let held = hold(tx, case, today).await;
    match held {
        Ok(held) if held.cvr == cvr => {
            draft::remove_others(tx, case, cvr).await?;
            Ok(held)
        }
        Ok(_) | Err(ApiError::NoEmployer) => Err(ApiError::NotFound),
        Err(error) => Err(error),
    }
}

impl Held {
    /// The step that a move makes, if the course has it now. `about` is the version that whoever
    /// moves has read.
    ///
    /// # Errors
    /// [`ApiError::MoveNotPossible`], or [`ApiError::StaleVersion`] about another version.
    pub fn step(&self, by: CourseMove, about: Option<u32>) -> Result<Step, ApiError> {
        let before = self.plans.start()?;
        let after = Course::after(before, by).map_err(|_| ApiError::MoveNotPossible)?;
        if by == CourseMove::Employer(EmployerMove::Decline) && !self.plans.may_decline() {
            return Err(ApiError::MoveNotPossible);
        }
        let now = before.map_or(0, Course::last_version);
        if about.is_some_and(|about| about != now) {
            return Err(ApiError::StaleVersion { stored_draft: None });
        }
        Ok(Step { kind: kind(by), before, after })
    }

    /// Makes the step: writes where the course is, what happened, and a message to each who is told.
    ///
    /// # Errors
    /// When the database fails, or somebody has opened a course in the same moment.
    pub async fn make(
        &self,
        tx: &DatabaseTransaction,
        clock: &Clock,
        step: Step,
        by: Mover<'_>,
        text: &str,
    ) -> Result<(), ApiError> {
        let (now, version) = (clock.now(), stored(step.after.last_version())?);
        let going_on = step.before.filter(|course| !course.is_over()).is_some();
        let plan = match self.plans.current().filter(|_| going_on) {
            Some(row) => {
                retention_plan::Entity::update_many()
                    .col_expr(retention_plan::Column::State, state_of(step.after).into())
                    .col_expr(retention_plan::Column::Version, version.into())
                    .col_expr(retention_plan::Column::Since, Expr::value(now))
                    .filter(retention_plan::Column::Id.eq(row.id))
                    .exec(tx)
                    .await?;
                row.id
            }
            None => self.open(tx, clock, step.after, version).await?,
        };
        let event = clock.new_id();
        let row = retention_event::ActiveModel {
            id: Set(event),
            plan_id: Set(plan),
            case_id: Set(self.plans.case.0),
            kind: Set(step.kind.as_str().to_owned()),
            party: Set(Some(by.party.as_str().to_owned())),
            by_id: Set(Some(by.id)),
            by_name: Set(by.name.to_owned()),
            at: Set(now),
            version: Set(stored(step.about())?),
            text: Set(text.trim().to_owned()),
        };
        retention_event::Entity::insert(row).exec_without_returning(tx).await?;
        let message = MessageKind::Plan { event: step.kind };
        let waits = match step.kind {
            // Who suggested a plan waits for it, and hears that it is not wanted.
            CourseEventKind::RequestWithdrawn => suggested(tx, plan).await?,
            // Who has asked waits for an answer: it comes with the new version, or as it would have.
            CourseEventKind::Revised => matches!(step.before, Some(Course::Questioned { .. })),
            CourseEventKind::RevisionDropped => matches!(step.after, Course::Questioned { .. }),
            _ => false,
        };
        let staff = waits.then_some(CourseParty::Staff);
        for to in told(step.kind).iter().copied().chain(staff) {
            let once = format!("plan:{event}:{}", to.as_str());
            outbox::tell(tx, clock, self.plans.case, to, message, once).await?;
        }
        Ok(())
    }

    /// Opens a course. One that an earlier company left open is over, what its people typed is
    /// nobody's any more, and a conversation with it is called off.
    async fn open(
        &self,
        tx: &DatabaseTransaction,
        clock: &Clock,
        course: Course,
        version: i32,
    ) -> Result<Uuid, ApiError> {
        let left: Vec<Uuid> = self.plans.left_behind().map(|row| row.id).collect();
        if !left.is_empty() {
            let closed = state_of(Course::Closed { last: 0 });
            retention_plan::Entity::update_many()
                .col_expr(retention_plan::Column::State, closed.into())
                .filter(retention_plan::Column::Id.is_in(left))
                .exec(tx)
                .await?;
        }
        draft::remove_others(tx, self.plans.case, &self.cvr).await?;
        round_table::call_off_former(tx, clock, self.plans.case, &self.cvr).await?;
        let (id, now) = (clock.new_id(), clock.now());
        let row = retention_plan::ActiveModel {
            id: Set(id),
            case_id: Set(self.plans.case.0),
            cvr: Set(self.cvr.clone()),
            state: Set(state_of(course).to_owned()),
            version: Set(version),
            begun_at: Set(now),
            since: Set(now),
        };
        retention_plan::Entity::insert(row).exec_without_returning(tx).await.map_err(lost)?;
        Ok(id)
    }

    /// Notes on a version what a move says of it.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn mark(
        &self,
        tx: &DatabaseTransaction,
        number: u32,
        marks: Vec<(retention_version::Column, Expr)>,
    ) -> Result<(), ApiError> {
        let mut update = retention_version::Entity::update_many()
            .filter(retention_version::Column::CaseId.eq(self.plans.case.0))
            .filter(retention_version::Column::Number.eq(stored(number)?));
        for (column, value) in marks {
            update = update.col_expr(column, value);
        }
        update.exec(tx).await?;
        Ok(())
    }
}

impl Step {
    /// The version it is about; 0 for none.
    fn about(self) -> u32 {
        use CourseEventKind as Kind;
        match self.kind {
            Kind::Requested
            | Kind::RequestWithdrawn
            | Kind::Suggested
            | Kind::Begun
            | Kind::Declined => 0,
            _ => self.after.last_version(),
        }
    }

    /// The newest version after it.
    pub fn version(self) -> u32 {
        self.after.last_version()
    }
}

/// Was it the caseworker who suggested the plan?
async fn suggested(tx: &DatabaseTransaction, plan: Uuid) -> Result<bool, ApiError> {
    let event = retention_event::Entity::find()
        .filter(retention_event::Column::PlanId.eq(plan))
        .filter(retention_event::Column::Kind.eq(CourseEventKind::Suggested.as_str()))
        .one(tx)
        .await?;
    Ok(event.is_some())
}

/// The index `retention_plan_open_per_case` lets one through.
fn lost(error: DbErr) -> ApiError {
    match error.sql_err() {
        Some(SqlErr::UniqueConstraintViolation(_)) => ApiError::MoveNotPossible,
        _ => error.into(),
    }
}

const fn kind(by: CourseMove) -> CourseEventKind {
    use CourseEventKind as Kind;
    match by {
        CourseMove::Citizen(by) => match by {
            CitizenMove::Request => Kind::Requested,
            CitizenMove::WithdrawRequest => Kind::RequestWithdrawn,
            CitizenMove::AskChanges => Kind::ChangesAsked,
            CitizenMove::Approve => Kind::Approved,
            CitizenMove::Submit => Kind::Submitted,
            CitizenMove::Answer => Kind::Answered,
        },
        CourseMove::Employer(by) => match by {
            EmployerMove::Begin => Kind::Begun,
            EmployerMove::Send => Kind::Sent,
            EmployerMove::TakeBack => Kind::TakenBack,
            EmployerMove::Submit => Kind::Submitted,
            EmployerMove::Answer => Kind::Answered,
            EmployerMove::Revise => Kind::Revised,
            EmployerMove::DropRevision => Kind::RevisionDropped,
            EmployerMove::Decline => Kind::Declined,
        },
        CourseMove::Staff(by) => match by {
            StaffMove::Suggest => Kind::Suggested,
            StaffMove::Acknowledge => Kind::Acknowledged,
            StaffMove::Ask => Kind::Questioned,
            StaffMove::Close => Kind::Closed,
        },
    }
}

/// Who is told: whoever has the next move, else whoever did not know yet. Of a question, which
/// either may answer, the employer: they wrote what it is about. Of the employer's no both others:
/// they see what can be done instead.
const fn told(kind: CourseEventKind) -> &'static [CourseParty] {
    use CourseEventKind as Kind;
    match kind {
        Kind::Requested
        | Kind::RequestWithdrawn
        | Kind::Suggested
        | Kind::ChangesAsked
        | Kind::Approved
        | Kind::Questioned
        | Kind::Acknowledged => &[CourseParty::Employer],
        Kind::Begun
        | Kind::Sent
        | Kind::TakenBack
        | Kind::Revised
        | Kind::RevisionDropped
        | Kind::Closed
        | Kind::Nudged => &[CourseParty::Citizen],
        Kind::Declined => &[CourseParty::Citizen, CourseParty::Staff],
        Kind::Submitted | Kind::Answered => &[CourseParty::Staff],
    }
}
