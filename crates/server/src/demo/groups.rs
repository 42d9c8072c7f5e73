//! Two group sessions of the demonstration, with some seats taken by people nobody signs in as.

use chrono::NaiveDate;
use contract::groups::{NewGroup, RoomId};
use contract::ids::{CaseId, CaseworkerId};
use rules::WallTime;
use rules::holidays::next_working_day;
use sea_orm::DatabaseTransaction;

use crate::groups::{self, Planned};
use crate::http::error::ApiError;
use crate::state::AppState;

/// How far ahead the first is, in days, and how many more the second.
const FIRST_IN: i64 = 9;
const SECOND_AFTER: i64 = 7;

/// Plans them, where the municipality's settings let them be planned.
pub async fn fill(
    tx: &DatabaseTransaction,
    state: &AppState,
    leader: CaseworkerId,
    people: &[CaseId],
) -> Result<(), ApiError> {
    let config = &state.config.municipality;
    let settings = &config.groups;
    let room = config.places.last().and_then(|place| {
        let room = place.rooms.last()?;
        Some(RoomId { place: place.id.clone(), room: room.id.clone() })
    });
    let (first, last) = (settings.themes.first(), settings.themes.last());
    let second_in = FIRST_IN + SECOND_AFTER;
    let wanted = [
        (first, room, FIRST_IN, (settings.min_seats, 3)),
        (last, None, second_in, (settings.max_seats, 1)),
    ];
    for (theme, room, days, (seats, taken)) in wanted {
        let day = state.clock.today() + chrono::TimeDelta::days(days);
        let day: Option<NaiveDate> = next_working_day(&config.closing_days, day);
        let (Some(theme), Some(day)) = (theme, day) else { continue };
        let new =
            NewGroup { theme: theme.code.clone(), day, from: WallTime::hour(13), room, seats };
        let Ok(planned) = Planned::check(state, &new) else { continue };
        let session = groups::plan_in(tx, state, leader, planned).await?;
        for case in people.iter().take(taken) {
            match groups::take(tx, &session, case.0, state.clock.now()).await {
                Ok(_) | Err(ApiError::GroupFull) => {}
                // Who is somewhere else at that time does not take it.
                Err(ApiError::GroupClash) => groups::give_up(tx, session.id, case.0).await?,
                Err(error) => return Err(error),
            }
        }
    }
    Ok(())
}
