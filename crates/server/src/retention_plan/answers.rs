//! What an employee does with a plan: asks for one, asks for changes, approves, sends it on,
//! answers a question. Their own moves are in the access log, too: they show when what went to
//! whom.

use axum::extract::State;
use axum::http::StatusCode;
use contract::access_log::AccessedData;
use contract::draft::DraftForm;
use contract::ids::CaseId;
use contract::problem::{FieldCode, FieldError, Problem};
use contract::retention_plan::{
    AnswerField, CitizenRetentionMove, CitizenRetentionPage, RetentionSection, SectionComment,
    check_note,
};
use rules::{CourseMove, CourseParty};
use sea_orm::DatabaseTransaction;
use sea_orm::sea_query::Expr;

use super::citizen;
use super::moves::{self, Held, Mover, Step};
use super::store::Reader;
use crate::auth::Citizen;
use crate::booking::Actor;
use crate::booking::idempotency::{Answer, Call, IdempotencyKey};
use crate::cases::CaseFile;
use crate::clock::Clock;
use crate::db::entities::citizen as citizen_row;
use crate::db::entities::retention_version::Column;
use crate::http::error::ApiError;
use crate::http::extract::Json;
use crate::state::AppState;
use crate::{access_log, draft};

/// Makes a move.
#[utoipa::path(post, path = "/api/citizen/retention-plan/moves", tag = "citizen", request_body = CitizenRetentionMove,
    params(("Idempotency-Key" = String, Header)),
    responses((status = 201, body = CitizenRetentionPage), (status = "4XX", body = Problem)))]
pub async fn make(
    State(state): State<AppState>,
    citizen: Citizen,
    key: IdempotencyKey,
    Json(body): Json<CitizenRetentionMove>,
) -> Result<Answer<CitizenRetentionPage>, ApiError> {
    ApiError::check(check(&body))?;
    let case = citizen.case_id();
    let call = Call::new(Actor::Citizen(case), key, "retention plan move", &body)?;
    let tx = state.db.begin_write().await?;
    if let Some(first) = call.begin(&tx, &state.clock).await? {
        return Ok(first);
    }
    let file = CaseFile::load(&*tx, case).await?;
    make_in(&tx, &state.clock, case, &file.citizen, &body).await?;
    let page = citizen::shown(&*tx, &state, &file, Reader::Citizen).await?;
    let answer = call.answer(&tx, StatusCode::CREATED, page).await?;
    tx.commit().await?;
    Ok(answer)
}

/// Makes a move inside a transaction that the caller commits.
///
/// # Errors
/// When the course does not have that move now.
pub async fn make_in(
    tx: &DatabaseTransaction,
    clock: &Clock,
    case: CaseId,
    citizen: &citizen_row::Model,
    body: &CitizenRetentionMove,
) -> Result<(), ApiError> {
    let held = moves::hold(tx, case, clock.today()).await?;
    let step = held.step(CourseMove::Citizen(body.kind()), about(body))?;
    note_on_version(tx, clock, &held, step, body).await?;
    let mover = Mover { party: CourseParty::Citizen, id: citizen.id, name: &citizen.name };
    held.make(tx, clock, step, mover, said(body)).await?;
    draft::empty(tx, case, DraftForm::RetentionAnswer, &sent_fields(body), None).await?;
    let what = AccessedData::RetentionPlanMove;
    access_log::sent_by_citizen(tx, clock, citizen, case, what).await
}

/// What is wrong with what is said, if anything.
fn check(body: &CitizenRetentionMove) -> Vec<FieldError> {
    match body {
        CitizenRetentionMove::AskChanges { comments, .. } => check_comments(comments),
        CitizenRetentionMove::Approve { remark, .. } => one("remark", check_note(remark, false)),
        CitizenRetentionMove::Answer { text, .. } => one("text", check_note(text, true)),
        CitizenRetentionMove::Request {}
        | CitizenRetentionMove::WithdrawRequest {}
        | CitizenRetentionMove::Submit { .. } => Vec::new(),
    }
}

fn one(field: &str, code: Option<FieldCode>) -> Vec<FieldError> {
    code.map(|code| FieldError::new(field, code)).into_iter().collect()
}

/// At least one comment, at most one on a part.
fn check_comments(comments: &[SectionComment]) -> Vec<FieldError> {
    if comments.is_empty() {
        return one("comments", Some(FieldCode::Missing));
    }
    if comments.len() > RetentionSection::ALL.len() {
        return one("comments", Some(FieldCode::TooMany));
    }
    let mut errors = Vec::new();
    for (index, comment) in comments.iter().enumerate() {
        let code = check_note(&comment.text, true);
        errors.extend(code.map(|code| FieldError::new(format!("comments[{index}].text"), code)));
        if comments.iter().take(index).any(|other| other.section == comment.section) {
            let field = format!("comments[{index}].section");
            errors.push(FieldError::new(field, FieldCode::Overlaps));
        }
    }
    errors
}

/// The version that the employee has read.
const fn about(body: &CitizenRetentionMove) -> Option<u32> {
    match body {
        CitizenRetentionMove::Request {} | CitizenRetentionMove::WithdrawRequest {} => None,
        CitizenRetentionMove::AskChanges { version, .. }
        | CitizenRetentionMove::Approve { version, .. }
        | CitizenRetentionMove::Submit { version }
        | CitizenRetentionMove::Answer { version, .. } => Some(*version),
    }
}

fn said(body: &CitizenRetentionMove) -> &str {
    match body {
        CitizenRetentionMove::Approve { remark, .. } => remark,
        CitizenRetentionMove::Answer { text, .. } => text,
        _ => "",
    }
}

/// What was typed and is sent now.
fn sent_fields(body: &CitizenRetentionMove) -> Vec<String> {
    match body {
        CitizenRetentionMove::AskChanges { comments, .. } => {
            let field = |comment: &SectionComment| AnswerField::Comment(comment.section);
            comments.iter().map(|comment| field(comment).to_string()).collect()
        }
        CitizenRetentionMove::Approve { .. } => vec![AnswerField::Remark.to_string()],
        CitizenRetentionMove::Answer { .. } => vec![AnswerField::Answer.to_string()],
        _ => Vec::new(),
    }
}

async fn note_on_version(
    tx: &DatabaseTransaction,
    clock: &Clock,
    held: &Held,
    step: Step,
    body: &CitizenRetentionMove,
) -> Result<(), ApiError> {
    let now = || Expr::value(clock.now());
    let marks = match body {
        // Who asks for changes in what they had approved has not agreed to it.
        CitizenRetentionMove::AskChanges { comments, .. } => vec![
            (Column::Comments, Expr::value(in_order(comments)?)),
            (Column::ApprovedAt, Expr::value(None::<chrono::DateTime<chrono::Utc>>)),
            (Column::Remark, Expr::value("")),
        ],
        CitizenRetentionMove::Approve { remark, .. } => {
            vec![(Column::ApprovedAt, now()), (Column::Remark, Expr::value(remark.trim()))]
        }
        CitizenRetentionMove::Submit { .. } => vec![(Column::SubmittedAt, now())],
        CitizenRetentionMove::Request {}
        | CitizenRetentionMove::WithdrawRequest {}
        | CitizenRetentionMove::Answer { .. } => return Ok(()),
    };
    held.mark(tx, step.version(), marks).await
}

/// Comments in the plan's order, as they are stored.
fn in_order(comments: &[SectionComment]) -> Result<serde_json::Value, ApiError> {
    let mut comments: Vec<SectionComment> = comments
        .iter()
        .map(|one| SectionComment { section: one.section, text: one.text.trim().to_owned() })
        .collect();
    comments.sort_by_key(|comment| comment.section);
    serde_json::to_value(comments).map_err(ApiError::internal)
}
