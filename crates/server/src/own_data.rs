//! One's own data as a file. Gathers from every subject what is held about a citizen, but the
//! CPR number (I8), and hands it to nobody else: a preview gets none.

use axum::extract::State;
use axum::http::header;
use axum::response::IntoResponse;
use contract::draft::DraftForm;
use contract::ids::CaseId;
use contract::own_data::{OwnBooking, OwnCase, OwnData, OwnDraft, SelfBookingDecision};
use contract::problem::Problem;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

use crate::auth::Citizen;
use crate::booking::view;
use crate::cases::{CaseFile, Matter, caseworker_changes};
use crate::clock::to_local;
use crate::db::entities::{citizen, sickness_case};
use crate::http::error::ApiError;
use crate::http::extract::Json;
use crate::state::AppState;
use crate::{
    access_log, booking, draft, employer_contact, groups, job_plan, outbox, retention_plan,
    round_table, waiting_list,
};

/// The route of this subject.
pub fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new().routes(routes!(own_data))
}

/// Everything held about me, as a file.
#[utoipa::path(get, path = "/api/citizen/data", tag = "citizen",
    responses((status = 200, body = OwnData), (status = "4XX", body = Problem)))]
async fn own_data(
    State(state): State<AppState>,
    citizen: Citizen,
) -> Result<impl IntoResponse, ApiError> {
    let (db, id) = (state.db.read(), citizen.citizen_id());
    let person = citizen::Entity::find_by_id(id).one(db).await?.ok_or(ApiError::NotSignedIn)?;
    let rows = sickness_case::Entity::find()
        .filter(sickness_case::Column::CitizenId.eq(id))
        .order_by_desc(sickness_case::Column::OpenedOn)
        .order_by_desc(sickness_case::Column::Id)
        .all(db)
        .await?;
    let mut cases = Vec::with_capacity(rows.len());
    for row in rows {
        cases.push(own_case(&state, CaseId(row.id)).await?);
    }
    let data = OwnData { at: to_local(state.clock.now()), name: person.name, cases };
    let as_file = [(header::CONTENT_DISPOSITION, "attachment; filename=\"genvej.json\"")];
    Ok((as_file, Json(data)))
}

async fn own_case(state: &AppState, id: CaseId) -> Result<OwnCase, ApiError> {
    let db = state.db.read();
    let file = CaseFile::load(db, id).await?;
    let mut drafts = Vec::new();
    for form in [DraftForm::JobPlan, DraftForm::RetentionAnswer] {
        drafts.push(OwnDraft { form, draft: draft::load(db, id, form).await? });
    }
    Ok(OwnCase {
        id,
        case_number: file.case.case_number.clone(),
        first_absence: file.case.first_absence,
        opened_on: file.case.opened_on,
        expected_back: file.case.expected_back,
        standby_since: file.case.standby_since,
        closed_on: file.case.closed_on,
        closing_reason: file.case.closing_reason.clone(),
        extension_ground: file.case.extension_ground.clone(),
        extended_on: file.case.extended_on,
        employer: file.employer.as_ref().map(|employer| employer.name.clone()),
        caseworker: view::contact(&file.caseworker),
        caseworker_changes: caseworker_changes(db, id).await?,
        channel_decisions: file.channel_decisions(),
        self_booking_decisions: self_booking_decisions(&file),
        bookings: bookings(state, &file).await?,
        waiting: waiting_list::records(db, &state.config.municipality, &file, state.clock.now())
            .await?,
        booking_draft: booking::draft::load(db, id).await?,
        drafts,
        job_plan: job_plan::every_version(db, id).await?,
        activities: job_plan::own_activities(db, &state.config.municipality, id).await?,
        retention_plan: retention_plan::own(db, &file).await?,
        round_tables: round_table::every(db, id).await?,
        groups: groups::own(db, &state.config.municipality, id).await?,
        messages: outbox::to_citizen(db, id).await?,
        employer_contacts: employer_contact::of_case(db, state, &file).await?.contacts,
        access_log: access_log::everything(state, id).await?,
    })
}

fn self_booking_decisions(file: &CaseFile) -> Vec<SelfBookingDecision> {
    let about = file.decisions.iter().filter(|row| row.matter == Matter::SelfBooking.as_str());
    about
        .map(|row| SelfBookingDecision {
            withdrawn: !row.open,
            reason: row.reason.clone(),
            at: to_local(row.decided_at),
        })
        .collect()
}

async fn bookings(state: &AppState, file: &CaseFile) -> Result<Vec<OwnBooking>, ApiError> {
    let (db, now) = (state.db.read(), state.clock.now());
    let config = &state.config.municipality;
    let standing = file.standing(config, now)?;
    let ids: Vec<Uuid> = file.bookings.iter().map(|row| row.id).collect();
    let mut words = job_plan::words_of(db, &ids).await?;
    let mut bookings = Vec::with_capacity(file.bookings.len());
    for row in &file.bookings {
        let booking = view::booking(db, config, file, &standing, row, now).await?;
        bookings.push(OwnBooking { booking, words: words.remove(&row.id) });
    }
    Ok(bookings)
}
