//! A colleague leads a session in its leader's place, who is ill: whoever leads it meets those who
//! come, sees their names, and notes who came.

use axum::extract::State;
use contract::groups::StaffGroup;
use contract::ids::GroupSessionId;
use contract::problem::Problem;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::daily::times_behind;
use super::seats::hold;
use super::shown::may_lead;
use super::staff::seen;
use crate::auth::Caseworker;
use crate::booking::guard::{self, Holder, Stretch};
use crate::db::entities::group_session;
use crate::http::error::ApiError;
use crate::http::extract::Path;
use crate::state::AppState;
use crate::waiting_list::Line;

/// The caseworker leads it from now on. Sent again, it changes nothing.
#[utoipa::path(put, path = "/api/staff/groups/{id}/leader", tag = "staff",
    params(("id" = GroupSessionId, Path)),
    responses((status = 200, body = StaffGroup), (status = "4XX", body = Problem)))]
pub async fn lead(
    State(state): State<AppState>,
    caseworker: Caseworker,
    Path(id): Path<GroupSessionId>,
) -> Result<axum::Json<StaffGroup>, ApiError> {
    let tx = state.db.begin_write().await?;
    let waiting = Line::freeing(&tx, None).await?;
    let session = hold(&tx, id.0).await?;
    if session.caseworker_id != caseworker.id().0 {
        if !may_lead(&*tx, &session, &caseworker).await? {
            return Err(ApiError::NotAllowed);
        }
        let behind = times_behind(&tx, &session).await?;
        let now = state.clock.now();
        // What is over takes nobody's time any more.
        if now < session.ends_at {
            waiting.lock(&tx, behind.iter().copied()).await?;
            let stretch = Stretch { starts_at: session.starts_at, ends_at: session.ends_at };
            let (new, old) =
                (guard::caseworker(caseworker.id().0), guard::caseworker(session.caseworker_id));
            // Claimed before anything is released: two who change places wait for nobody.
            if !guard::claim(&tx, &new, stretch, Holder::booking(session.id, now)).await? {
                return Err(ApiError::GroupClash);
            }
            guard::release(&tx, &old, session.id).await?;
        }
        group_session::Entity::update_many()
            .col_expr(group_session::Column::CaseworkerId, caseworker.id().0.into())
            .filter(group_session::Column::Id.eq(session.id))
            .exec(&*tx)
            .await?;
        for slot in behind {
            waiting.freed(&tx, &state, slot, None).await?;
        }
    }
    tx.commit().await?;
    Ok(axum::Json(seen(&state, &caseworker, id.0).await?))
}
