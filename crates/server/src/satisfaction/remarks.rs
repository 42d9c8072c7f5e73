//! What citizens have written beside their answers: of counted answers only, of the whole
//! department, without caseworker, order or score. For team leaders.

use std::collections::BTreeMap;

use axum::extract::State;
use chrono::{Datelike, Months};
use contract::problem::Problem;
use contract::satisfaction::{RemarksOfMonth, SatisfactionRemarks};
use rules::anonymity::FEWEST_TOGETHER;
use sea_orm::{ColumnTrait, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect};

use super::count::first_day;
use crate::auth::TeamLeader;
use crate::db::entities::{satisfaction_answer, satisfaction_remark};
use crate::http::error::ApiError;
use crate::http::extract::Json;
use crate::state::AppState;

/// How far back (seed M6).
const MONTHS: u32 = 14;

/// What citizens remark on their conversations.
#[utoipa::path(get, path = "/api/staff/satisfaction/remarks", tag = "staff",
    responses((status = 200, body = SatisfactionRemarks), (status = "4XX", body = Problem)))]
pub async fn remarks(
    State(state): State<AppState>,
    leader: TeamLeader,
) -> Result<Json<SatisfactionRemarks>, ApiError> {
    let (db, today) = (state.db.read(), state.clock.today());
    let team = leader.caseworker().team();
    let since = today.with_day(1).and_then(|day| day.checked_sub_months(Months::new(MONTHS - 1)));
    let since = since.map(|day| day.format("%Y-%m").to_string()).unwrap_or_default();
    let answers: Vec<(String, i64)> = satisfaction_answer::Entity::find()
        .select_only()
        .column(satisfaction_answer::Column::Month)
        .column_as(satisfaction_answer::Column::Id.into_expr().count(), "answers")
        .filter(satisfaction_answer::Column::Team.eq(team))
        .filter(satisfaction_answer::Column::Month.gte(&since))
        .group_by(satisfaction_answer::Column::Month)
        .into_tuple()
        .all(db)
        .await?;
    let mut written: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let rows = satisfaction_remark::Entity::find()
        .filter(satisfaction_remark::Column::Team.eq(team))
        .filter(satisfaction_remark::Column::Month.gte(&since))
        .order_by_asc(satisfaction_remark::Column::Id)
        .all(db)
        .await?;
    for row in rows {
        written.entry(row.month).or_default().push(row.remark);
    }
    let mut months = Vec::new();
    for (month, answers) in answers {
        let answers = u32::try_from(answers).map_err(ApiError::internal)?;
        let remarks = written.remove(&month).unwrap_or_default();
        // Nothing is counted in fewer; should there be, it is not shown.
        if !remarks.is_empty() && answers as usize >= FEWEST_TOGETHER {
            months.push(RemarksOfMonth { month: first_day(&month)?, answers, remarks });
        }
    }
    months.sort_unstable_by_key(|one| std::cmp::Reverse(one.month));
    Ok(Json(SatisfactionRemarks { months }))
}
