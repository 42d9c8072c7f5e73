//! Conversations and what became of them.

use contract::export::ExportedBooking;
use contract::ids::BookingId;
use rules::ContactChannel;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::body::{Exported, Reading};
use super::moment;
use crate::booking::state_of;
use crate::db::entities::booking;
use crate::http::error::ApiError;

impl Exported for ExportedBooking {
    async fn of_cases(reading: Reading<'_>) -> Result<Vec<(Uuid, Self)>, ApiError> {
        let (from, to) = reading.span.bounds();
        let now = reading.state.clock.now();
        let rows = booking::Entity::find()
            .filter(booking::Column::CaseId.is_in(reading.cases()))
            .filter(booking::Column::StartsAt.gte(from))
            .filter(booking::Column::StartsAt.lt(to))
            .order_by_asc(booking::Column::Id)
            .all(reading.state.db.read())
            .await?;
        let unknown = || ApiError::internal("a conversation in an unknown channel");
        let shown = |row: booking::Model| {
            let exported = Self {
                case_number: reading.number(row.case_id),
                conversation_id: BookingId(row.id),
                caseworker: reading.initials.get(&row.caseworker_id).cloned(),
                channel: ContactChannel::parse(&row.channel).ok_or_else(unknown)?,
                starts_at: moment(row.starts_at),
                ends_at: moment(row.ends_at),
                outcome: state_of(&row, now),
                self_booked: row.self_booked,
                changes: u32::try_from(row.sequence).unwrap_or_default(),
                participants: row
                    .participants
                    .as_array()
                    .map_or(0, |people| u32::try_from(people.len()).unwrap_or(u32::MAX)),
            };
            Ok((row.case_id, exported))
        };
        let rows = rows.into_iter().filter(|row| reading.span.has_moment(row.starts_at));
        rows.map(shown).collect()
    }
}
