//! Shared versions in the database, and who may read which: the citizen all of them, staff
//! those that were opened, and what is taken back nobody but the citizen.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};
use contract::ids::CaseId;
use contract::job_plan::{
    AgreedStep, JobPlan, PlanComment, PlanStep, PlanVersion, PreviousPlan, SharedPlan, VersionState,
};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, FromQueryResult, QueryFilter,
    QueryOrder, QuerySelect,
};
use serde::Deserialize;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::cases::CaseSet;
use crate::clock::to_local;
use crate::db::entities::{caseworker, job_plan_agreed_step, job_plan_comment, job_plan_version};
use crate::http::error::ApiError;

/// A version without what it says.
#[derive(Clone, Debug, FromQueryResult)]
pub(super) struct Head {
    /// Which.
    pub number: i32,
    shared_at: DateTime<Utc>,
    opened_at: Option<DateTime<Utc>>,
    taken_back_at: Option<DateTime<Utc>>,
}

impl Head {
    /// Not taken back.
    pub fn stands(&self) -> bool {
        self.taken_back_at.is_none()
    }

    /// A caseworker has read it, or is about to.
    pub fn is_opened(&self) -> bool {
        self.opened_at.is_some()
    }

    /// As the API shows it.
    pub fn version(&self) -> PlanVersion {
        let state = match (self.opened_at, self.taken_back_at) {
            (_, Some(at)) => VersionState::TakenBack { at: to_local(at) },
            (Some(at), None) => VersionState::Opened { at: to_local(at) },
            (None, None) => VersionState::Unopened,
        };
        let shared_at = to_local(self.shared_at);
        PlanVersion { number: number(self.number), shared_at, state }
    }
}

/// The versions that stand, with when each was shared. Opens none.
///
/// # Errors
/// When the database fails.
pub async fn shared(
    db: &impl ConnectionTrait,
    case: CaseId,
) -> Result<Vec<(u32, DateTime<Utc>)>, ApiError> {
    let plan = JobPlanOf::load(db, case).await?;
    let stand = plan.heads.iter().filter(|head| head.stands());
    Ok(stand.map(|head| (number(head.number), head.shared_at)).collect())
}

/// A number from the database.
pub(super) fn number(stored: i32) -> u32 {
    u32::try_from(stored).unwrap_or_default()
}

/// A number as the database knows it; one it cannot hold names nothing.
pub(super) fn stored(number: u32) -> Result<i32, ApiError> {
    i32::try_from(number).map_err(|_| ApiError::NotFound)
}

/// A case's shared versions.
#[derive(Clone, Debug)]
pub(super) struct JobPlanOf {
    case: CaseId,
    /// Newest first.
    pub heads: Vec<Head>,
}

impl JobPlanOf {
    /// Reads which there are, not what they say.
    pub async fn load(db: &impl ConnectionTrait, case: CaseId) -> Result<Self, ApiError> {
        use job_plan_version::Column;
        let heads = job_plan_version::Entity::find()
            .select_only()
            .columns([Column::Number, Column::SharedAt])
            .columns([Column::OpenedAt, Column::TakenBackAt])
            .filter(Column::CaseId.eq(case.0))
            .order_by_desc(Column::Number)
            .into_model::<Head>()
            .all(db)
            .await?;
        Ok(Self { case, heads })
    }

    /// Opens a version for a caseworker, the newest unless said otherwise, and those before
    /// it: they come along to compare with. A version is opened or taken back, never both:
    /// whichever is written first stands.
    pub async fn open(
        tx: &DatabaseTransaction,
        case: CaseId,
        up_to: Option<i32>,
        now: DateTime<Utc>,
    ) -> Result<Self, ApiError> {
        use job_plan_version::Column;
        job_plan_version::Entity::update_many()
            .col_expr(Column::OpenedAt, Expr::value(now))
            .filter(Column::CaseId.eq(case.0))
            .filter(Column::Number.lte(up_to.unwrap_or(i32::MAX)))
            .filter(Column::OpenedAt.is_null())
            .filter(Column::TakenBackAt.is_null())
            .exec(tx)
            .await?;
        let mut opened = Self::load(tx, case).await?;
        opened.heads.retain(Head::stands);
        Ok(opened)
    }

    /// The newest that `readable` holds for.
    pub fn newest(&self, readable: impl Fn(&Head) -> bool) -> Option<&Head> {
        self.heads.iter().find(|head| readable(head))
    }

    /// The version of that number.
    pub fn head(&self, number: i32) -> Option<&Head> {
        self.heads.iter().find(|head| head.number == number)
    }

    /// A version with all that belongs to it; the one before it only when it is `readable`.
    pub async fn shared(
        &self,
        db: &impl ConnectionTrait,
        head: &Head,
        readable: impl Fn(&Head) -> bool,
    ) -> Result<SharedPlan, ApiError> {
        let plan = self.content(db, head).await?;
        let before = |other: &Head| other.number < head.number && other.stands();
        let previous = match self.newest(|other| before(other) && readable(other)) {
            Some(previous) => Some(PreviousPlan {
                number: number(previous.number),
                plan: self.content(db, previous).await?,
            }),
            None => None,
        };
        Ok(SharedPlan {
            version: head.version(),
            comments: comments(db, self.case, head.number).await?,
            agreed: agreed(db, self.case, &plan).await?,
            previous,
            plan,
        })
    }

    /// What a version says.
    pub async fn content(
        &self,
        db: &impl ConnectionTrait,
        head: &Head,
    ) -> Result<JobPlan, ApiError> {
        let row = job_plan_version::Entity::find_by_id((self.case.0, head.number)).one(db).await?;
        let row = row.ok_or_else(|| ApiError::internal("a version that is gone"))?;
        JobPlan::deserialize(&row.content).map_err(ApiError::internal)
    }
}

/// What stands of a case's shared versions, for a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SharedInShort {
    /// When the newest version was shared that nobody has opened.
    pub unread_since: Option<DateTime<Utc>>,
}

/// Those of the cases that have a shared version which was not taken back, read at once.
///
/// # Errors
/// When the database fails.
pub async fn in_short(
    db: &impl ConnectionTrait,
    set: &CaseSet,
) -> Result<HashMap<Uuid, SharedInShort>, ApiError> {
    use job_plan_version::Column;
    let rows: Vec<(Uuid, DateTime<Utc>, Option<DateTime<Utc>>)> = job_plan_version::Entity::find()
        .select_only()
        .columns([Column::CaseId, Column::SharedAt, Column::OpenedAt])
        .filter(Column::CaseId.in_subquery(set.ids()))
        .filter(Column::TakenBackAt.is_null())
        .into_tuple()
        .all(db)
        .await?;
    let mut shared: HashMap<Uuid, SharedInShort> = HashMap::new();
    for (case, shared_at, opened_at) in rows {
        let known = shared.entry(case).or_default();
        if opened_at.is_none() {
            known.unread_since = known.unread_since.max(Some(shared_at));
        }
    }
    Ok(shared)
}

/// Every version of a case with all that belongs to it, the newest first, for its citizen.
///
/// # Errors
/// When the database fails or holds what it should not.
pub async fn every_version(
    db: &impl ConnectionTrait,
    case: CaseId,
) -> Result<Vec<SharedPlan>, ApiError> {
    let plan = JobPlanOf::load(db, case).await?;
    let mut versions = Vec::with_capacity(plan.heads.len());
    for head in &plan.heads {
        versions.push(plan.shared(db, head, |_| true).await?);
    }
    Ok(versions)
}

/// Comments to a version and to those before it: an answer does not go away when the plan
/// goes on.
async fn comments(
    db: &impl ConnectionTrait,
    case: CaseId,
    version: i32,
) -> Result<Vec<PlanComment>, ApiError> {
    let rows = job_plan_comment::Entity::find()
        .filter(job_plan_comment::Column::CaseId.eq(case.0))
        .filter(job_plan_comment::Column::Version.lte(version))
        .order_by_asc(job_plan_comment::Column::At)
        .order_by_asc(job_plan_comment::Column::Id)
        .all(db)
        .await?;
    let names = names(db, rows.iter().map(|row| row.by_id)).await?;
    let comment = |row: job_plan_comment::Model| {
        Ok(PlanComment {
            version: number(row.version),
            section: serde_json::from_value(row.section.into()).map_err(ApiError::internal)?,
            text: row.text,
            by: names.get(&row.by_id).cloned().unwrap_or_default(),
            at: to_local(row.at),
        })
    };
    rows.into_iter().map(comment).collect()
}

/// The steps of a plan that a caseworker has agreed to as they are.
async fn agreed(
    db: &impl ConnectionTrait,
    case: CaseId,
    plan: &JobPlan,
) -> Result<Vec<AgreedStep>, ApiError> {
    let rows = job_plan_agreed_step::Entity::find()
        .filter(job_plan_agreed_step::Column::CaseId.eq(case.0))
        .all(db)
        .await?;
    let names = names(db, rows.iter().map(|row| row.by_id)).await?;
    let mut agreed = Vec::new();
    for leg in &plan.legs {
        for step in &leg.steps {
            let (id, says) = (step.id.to_string(), says(step)?);
            let about = |row: &&job_plan_agreed_step::Model| {
                row.leg == leg.leg.as_str() && row.step == id && row.says == says
            };
            agreed.extend(rows.iter().find(about).map(|row| AgreedStep {
                leg: leg.leg,
                step: step.id.clone(),
                by: names.get(&row.by_id).cloned().unwrap_or_default(),
                at: to_local(row.at),
            }));
        }
    }
    Ok(agreed)
}

/// What a step says, in short: an agreement is about what, who and when, not about whether it
/// is done.
///
/// # Errors
/// When it cannot be written as JSON.
pub fn says(step: &PlanStep) -> Result<String, ApiError> {
    let text = serde_json::to_vec(&(&step.what, &step.who, step.when));
    let hash = Sha256::digest(text.map_err(ApiError::internal)?);
    Ok(hash.iter().map(|byte| format!("{byte:02x}")).collect())
}

async fn names(
    db: &impl ConnectionTrait,
    ids: impl Iterator<Item = Uuid>,
) -> Result<HashMap<Uuid, String>, ApiError> {
    let ids: HashSet<Uuid> = ids.collect();
    let rows = caseworker::Entity::find().filter(caseworker::Column::Id.is_in(ids)).all(db).await?;
    Ok(rows.into_iter().map(|row| (row.id, row.name)).collect())
}
