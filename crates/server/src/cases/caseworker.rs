//! Whose case it is, and giving it to a colleague: as seldom as can be (seed C14), always with a
//! reason that the citizen reads in their access log. A conversation that is booked stays with
//! whoever has it.

use std::collections::HashMap;

use axum::extract::State;
use axum::http::StatusCode;
use contract::access_log::AccessedData;
use contract::ids::{CaseId, CaseworkerChangeId, CaseworkerId};
use contract::problem::{FieldCode, FieldError, Problem};
use contract::retention_plan::MessageKind;
use contract::staff::{
    CaseDetails, CaseworkerChange, CaseworkerOfCase, CaseworkerRow, ChangeCaseworker, ChangeCause,
    check_caseworker_change,
};
use rules::CourseParty;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder, Set,
};
use uuid::Uuid;

use super::file::CaseFile;
use super::staff::details;
use crate::auth::Caseworker;
use crate::booking::Actor;
use crate::booking::idempotency::{Answer, Call, IdempotencyKey};
use crate::clock::to_local;
use crate::db::entities::{caseworker, caseworker_change, sickness_case};
use crate::http::error::ApiError;
use crate::http::extract::{Json, Path};
use crate::state::AppState;
use crate::{access_log, outbox};

/// Gives a case to a colleague of the team.
#[utoipa::path(post, path = "/api/staff/cases/{id}/caseworker", tag = "staff", request_body = ChangeCaseworker,
    params(("id" = CaseId, Path), ("Idempotency-Key" = String, Header)),
    responses((status = 201, body = CaseDetails), (status = "4XX", body = Problem)))]
pub async fn change_caseworker(
    State(state): State<AppState>,
    caseworker: Caseworker,
    key: IdempotencyKey,
    Path(id): Path<CaseId>,
    Json(body): Json<ChangeCaseworker>,
) -> Result<Answer<CaseDetails>, ApiError> {
    ApiError::check(check_caseworker_change(&body))?;
    let actor = Actor::Caseworker(caseworker.id());
    let call = Call::new(actor, key, format_args!("change caseworker {id}"), &body)?;
    let tx = state.db.begin_write().await?;
    let look = (AccessedData::CaseworkerChange, body.reason.as_str());
    let file = access_log::open_case_because(&tx, &state.clock, &caseworker, id, look).await?;
    // Sent again, it was written down the first time: this entry goes with the transaction.
    if let Some(first) = call.begin(&tx, &state.clock).await? {
        return Ok(first);
    }
    if file.is_closed(state.clock.today()) {
        return Err(ApiError::CaseClosed);
    }
    may_give(&file, &caseworker, body.from)?;
    may_get(&tx, &file, body.to).await?;
    give(&tx, &state, &caseworker, id, &body).await?;
    let file = CaseFile::load(&*tx, id).await?;
    let now = details(&*tx, &state, &file, &caseworker).await?;
    let answer = call.answer(&tx, StatusCode::CREATED, now).await?;
    tx.commit().await?;
    Ok(answer)
}

/// Is it theirs to give? It is the team leader's, and whoever's case it is. Somebody whose it was
/// until a moment ago is told that it has changed, not that they may not.
fn may_give(file: &CaseFile, by: &Caseworker, from: CaseworkerId) -> Result<(), ApiError> {
    let theirs = by.is_team_leader() || file.caseworker.id == by.id().0 || from == by.id();
    match theirs {
        false => Err(ApiError::NotAllowed),
        true if file.caseworker.id != from.0 => Err(ApiError::StaleVersion { stored_draft: None }),
        true => Ok(()),
    }
}

async fn may_get(
    tx: &DatabaseTransaction,
    file: &CaseFile,
    to: CaseworkerId,
) -> Result<(), ApiError> {
    let refused = |code| ApiError::InvalidFields(vec![FieldError::new("to", code)]);
    if file.caseworker.id == to.0 {
        return Err(refused(FieldCode::NotNow));
    }
    let row = caseworker::Entity::find_by_id(to.0).one(tx).await?;
    let of_team = row.is_some_and(|row| row.team == file.caseworker.team);
    if of_team { Ok(()) } else { Err(refused(FieldCode::Unknown)) }
}

/// Gives it, notes the change, and tells the citizen; the caller commits. Of two at once the
/// second finds that the case is another's by now.
async fn give(
    tx: &DatabaseTransaction,
    state: &AppState,
    by: &Caseworker,
    case: CaseId,
    body: &ChangeCaseworker,
) -> Result<(), ApiError> {
    let given = sickness_case::Entity::update_many()
        .col_expr(sickness_case::Column::CaseworkerId, body.to.0.into())
        .filter(sickness_case::Column::Id.eq(case.0))
        .filter(sickness_case::Column::CaseworkerId.eq(body.from.0))
        .exec(tx)
        .await?;
    if given.rows_affected == 0 {
        return Err(ApiError::StaleVersion { stored_draft: None });
    }
    let change = state.clock.new_id();
    let row = caseworker_change::ActiveModel {
        id: Set(change),
        case_id: Set(case.0),
        from_id: Set(body.from.0),
        to_id: Set(body.to.0),
        cause: Set(ChangeCause::Decision.as_str().to_owned()),
        reason: Set(body.reason.trim().to_owned()),
        by_id: Set(by.id().0),
        at: Set(state.clock.now()),
    };
    caseworker_change::Entity::insert(row).exec_without_returning(tx).await?;
    let kind = MessageKind::CaseworkerChanged { change: CaseworkerChangeId(change) };
    let once = format!("caseworker-changed:{change}");
    outbox::tell(tx, &state.clock, case, CourseParty::Citizen, kind, once).await?;
    Ok(())
}

/// Whose case it is, to whom `viewer` may give it, and its changes so far.
///
/// # Errors
/// When the database fails.
pub(super) async fn of_case(
    db: &impl ConnectionTrait,
    file: &CaseFile,
    viewer: &Caseworker,
    closed: bool,
) -> Result<CaseworkerOfCase, ApiError> {
    let present = CaseworkerId(file.caseworker.id);
    let team = caseworker::Entity::find()
        .filter(caseworker::Column::Team.eq(&file.caseworker.team))
        .order_by_asc(caseworker::Column::Name)
        .all(db)
        .await?;
    let theirs = viewer.is_team_leader() || viewer.id() == present;
    let others = team.into_iter().filter(|row| theirs && !closed && row.id != present.0);
    let shown = CaseworkerRow::from;
    Ok(CaseworkerOfCase {
        present: file.caseworker.clone().into(),
        may_get: others.map(shown).collect(),
        changes: changes(db, CaseId(file.case.id)).await?,
    })
}

impl From<caseworker::Model> for CaseworkerRow {
    fn from(row: caseworker::Model) -> Self {
        Self { id: CaseworkerId(row.id), name: row.name, initials: row.initials }
    }
}

/// The changes of a case from one caseworker to another, the newest first.
///
/// # Errors
/// When the database fails.
pub async fn changes(
    db: &impl ConnectionTrait,
    case: CaseId,
) -> Result<Vec<CaseworkerChange>, ApiError> {
    let rows = caseworker_change::Entity::find()
        .filter(caseworker_change::Column::CaseId.eq(case.0))
        .order_by_desc(caseworker_change::Column::Id)
        .all(db)
        .await?;
    let people = rows.iter().flat_map(|row| [row.from_id, row.to_id, row.by_id]);
    let names = names(db, people).await?;
    let name = |id: Uuid| names.get(&id).cloned().unwrap_or_default();
    let shown = |row: caseworker_change::Model| {
        let cause = ChangeCause::parse(&row.cause);
        Ok(CaseworkerChange {
            id: CaseworkerChangeId(row.id),
            from: name(row.from_id),
            to: name(row.to_id),
            cause: cause.ok_or_else(|| ApiError::internal("a change of an unknown cause"))?,
            reason: row.reason,
            by: name(row.by_id),
            at: to_local(row.at),
        })
    };
    rows.into_iter().map(shown).collect()
}

/// Caseworkers' names.
///
/// # Errors
/// When the database fails.
pub async fn names(
    db: &impl ConnectionTrait,
    ids: impl IntoIterator<Item = Uuid>,
) -> Result<HashMap<Uuid, String>, ApiError> {
    let mut ids: Vec<Uuid> = ids.into_iter().collect();
    ids.sort_unstable();
    ids.dedup();
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let rows = caseworker::Entity::find().filter(caseworker::Column::Id.is_in(ids)).all(db).await?;
    Ok(rows.into_iter().map(|row| (row.id, row.name)).collect())
}
