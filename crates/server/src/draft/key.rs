//! The key with which a browser locks up what could not be sent yet. Handed out only to the
//! person: a phone may be shared, a preview never gets it.

use axum::extract::State;
use contract::draft::DraftKey;
use contract::problem::Problem;
use sea_orm::sea_query::OnConflict;
use sea_orm::{EntityTrait, Set};
use uuid::Uuid;

use crate::auth::Citizen;
use crate::db::entities::draft_key;
use crate::http::error::ApiError;
use crate::state::AppState;

/// My key; made when it is first asked for.
#[utoipa::path(get, path = "/api/citizen/draft-key", tag = "citizen",
    responses((status = 200, body = DraftKey), (status = "4XX", body = Problem)))]
pub async fn draft_key(
    State(state): State<AppState>,
    citizen: Citizen,
) -> Result<axum::Json<DraftKey>, ApiError> {
    Ok(axum::Json(key_of(&state, citizen.citizen_id()).await?))
}

/// A person's key: a citizen's, or that of somebody of an employer.
///
/// # Errors
/// When the database fails.
pub async fn key_of(state: &AppState, person: Uuid) -> Result<DraftKey, ApiError> {
    let key = match stored(state, person).await? {
        Some(key) => key,
        None => make(state, person).await?,
    };
    Ok(DraftKey { id: key.id.to_string(), key: key.key })
}

async fn stored(state: &AppState, person: Uuid) -> Result<Option<draft_key::Model>, ApiError> {
    Ok(draft_key::Entity::find_by_id(person).one(state.db.read()).await?)
}

/// Two devices may ask at the same moment: the first one's key is kept.
async fn make(state: &AppState, person: Uuid) -> Result<draft_key::Model, ApiError> {
    let row = draft_key::ActiveModel {
        person_id: Set(person),
        id: Set(state.clock.new_id()),
        key: Set(state.clock.token().iter().map(|byte| format!("{byte:02x}")).collect()),
    };
    let tx = state.db.begin_write().await?;
    draft_key::Entity::insert_many([row])
        .on_conflict(OnConflict::new().do_nothing().to_owned())
        .try_insert()
        .exec_without_returning(&*tx)
        .await?;
    tx.commit().await?;
    stored(state, person).await?.ok_or_else(|| ApiError::internal("a draft key that is gone"))
}
