//! Asking: a row for each conversation that was held, written with the outcome.

use axum::Json;
use chrono::{Datelike, Days, NaiveDate};
use contract::booking::BookingState;
use contract::draft::{Draft, DraftForm};
use contract::ids::{BookingId, CaseId};
use contract::problem::Problem;
use contract::retention_plan::MessageKind;
use contract::satisfaction::{AskedAbout, SatisfactionPage, SatisfactionState};
use rules::CourseParty;
use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder, Set,
    TryInsertResult,
};

use crate::auth::CitizenView;
use crate::booking::{state_name, view};
use crate::clock::{local_date, to_local};
use crate::db::entities::{booking, satisfaction_ask};
use crate::http::error::ApiError;
use crate::retention_plan::Reader;
use crate::state::AppState;
use crate::{draft, outbox};

/// The conversations I am asked about.
#[utoipa::path(get, path = "/api/citizen/satisfaction", tag = "citizen",
    responses((status = 200, body = SatisfactionPage), (status = "4XX", body = Problem)))]
pub async fn page(view: CitizenView) -> Result<Json<SatisfactionPage>, ApiError> {
    let (state, case) = (view.state(), view.case_id());
    let db = state.db.read();
    let (reader, draft) = if view.is_by_another() {
        (Reader::Staff, Draft::default())
    } else {
        (Reader::Citizen, draft::load(db, case, DraftForm::Satisfaction).await?)
    };
    let mut asked = Vec::new();
    for (row, booking) in open(db, case, reader, state.clock.today()).await? {
        asked.push(AskedAbout {
            booking_id: BookingId(booking.id),
            starts_at: to_local(booking.starts_at),
            channel: view::channel(&booking)?,
            until: row.until,
        });
    }
    Ok(Json(SatisfactionPage { asked, draft }))
}

/// Is the citizen asked about a conversation? Staff learn that they are, never whether they have
/// answered.
///
/// # Errors
/// When the database fails.
pub async fn is_asked(
    db: &impl ConnectionTrait,
    case: CaseId,
    reader: Reader,
    today: NaiveDate,
) -> Result<bool, ApiError> {
    Ok(!open(db, case, reader, today).await?.is_empty())
}

/// Those that were held after all: one whose outcome is corrected is not asked about while it is not,
/// whatever was answered.
async fn open(
    db: &impl ConnectionTrait,
    case: CaseId,
    reader: Reader,
    today: NaiveDate,
) -> Result<Vec<(satisfaction_ask::Model, booking::Model)>, ApiError> {
    use satisfaction_ask::Column;
    let mut rows = satisfaction_ask::Entity::find()
        .filter(Column::CaseId.eq(case.0))
        .filter(Column::Until.gte(today))
        .order_by_desc(Column::AskedAt)
        .all(db)
        .await?;
    if reader == Reader::Citizen {
        rows.retain(|row| row.state == SatisfactionState::Open.as_str());
    }
    let mut asked = Vec::with_capacity(rows.len());
    for row in rows {
        if let Some(booking) = held(db, &row).await? {
            asked.push((row, booking));
        }
    }
    Ok(asked)
}

/// The conversation that somebody is asked about, if it was held.
///
/// # Errors
/// When the database fails.
pub(super) async fn held(
    db: &impl ConnectionTrait,
    asked: &satisfaction_ask::Model,
) -> Result<Option<booking::Model>, ApiError> {
    let state = state_name(BookingState::Held);
    let row = booking::Entity::find_by_id(asked.booking_id)
        .filter(booking::Column::State.eq(state))
        .one(db)
        .await?;
    Ok(row)
}

/// Asks about a conversation that was held, once, and tells the citizen. Whatever has been said
/// before stands.
///
/// # Errors
/// When the database fails.
pub async fn ask(
    tx: &DatabaseTransaction,
    state: &AppState,
    held: &booking::Model,
) -> Result<(), ApiError> {
    let settings = state.config.municipality.satisfaction;
    let day = local_date(held.starts_at);
    let until = day + Days::new(settings.open_days.into());
    if !settings.ask || until < state.clock.today() {
        return Ok(());
    }
    let row = satisfaction_ask::ActiveModel {
        booking_id: Set(held.id),
        case_id: Set(held.case_id),
        caseworker_id: Set(held.caseworker_id),
        month: Set(month_of(day)),
        token: Set(state.clock.random_id()),
        asked_at: Set(state.clock.now()),
        until: Set(until),
        state: Set(SatisfactionState::Open.as_str().to_owned()),
    };
    let once = OnConflict::column(satisfaction_ask::Column::BookingId).do_nothing().to_owned();
    let written = satisfaction_ask::Entity::insert_many([row])
        .on_conflict(once)
        .try_insert()
        .exec_without_returning(tx)
        .await?;
    if matches!(written, TryInsertResult::Inserted(1)) {
        let kind = MessageKind::SatisfactionAsked { booking: BookingId(held.id) };
        let once = format!("satisfaction:{}", held.id);
        let (case, to) = (CaseId(held.case_id), CourseParty::Citizen);
        outbox::tell(tx, &state.clock, case, to, kind, once).await?;
    }
    Ok(())
}

/// A month as it is stored: "YYYY-MM".
fn month_of(day: NaiveDate) -> String {
    format!("{:04}-{:02}", day.year(), day.month())
}
