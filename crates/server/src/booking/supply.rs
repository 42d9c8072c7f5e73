//! What a team has: its published times, and what stands in their way, whoever looks. Read once for
//! a page, or once for everybody in a line. Knows no case's rules.

use std::collections::HashMap;

use chrono::{DateTime, TimeDelta, Utc};
use contract::booking::BookingState;
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, ExprTrait, QueryFilter};
use uuid::Uuid;

use super::availability::{Window, as_seen};
use super::guard::Stretch;
use crate::db::entities::{booking, caseworker, time_slot};
use crate::http::error::ApiError;
use crate::state::AppState;
use crate::{groups, round_table, waiting_list};

/// The times of a team, and what is taken.
#[derive(Clone, Debug)]
pub struct Supply {
    /// From when to when.
    pub(super) window: Window,
    /// The team.
    pub(super) colleagues: HashMap<Uuid, caseworker::Model>,
    /// Their published times that have a seat left, in order.
    pub(super) slots: Vec<time_slot::Model>,
    /// What is taken, by its start.
    busy: Vec<Busy>,
    /// The longest of that.
    longest: TimeDelta,
    /// Where the citizens of cases are who have not booked a time: round tables and group sessions.
    elsewhere: HashMap<Uuid, Vec<Stretch>>,
}

/// Something that takes a caseworker's time, and perhaps a room.
#[derive(Clone, Debug)]
pub(super) struct Busy {
    pub stretch: Stretch,
    pub caseworker: Uuid,
    pub room: Option<(String, String)>,
    pub by: By,
}

/// What takes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum By {
    /// A booking.
    Booking(Uuid),
    /// Kept for the citizen of a case, who may take it.
    Kept(Uuid),
    /// A round table or a group session.
    Other,
}

impl Supply {
    /// Reads the times of a team, with the one of a booking that would be moved.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn load(
        db: &impl ConnectionTrait,
        state: &AppState,
        team: &str,
        window: Window,
        moving: Option<&booking::Model>,
    ) -> Result<Self, ApiError> {
        let colleagues: HashMap<Uuid, caseworker::Model> = caseworker::Entity::find()
            .filter(caseworker::Column::Team.eq(team))
            .all(db)
            .await?
            .into_iter()
            .map(|caseworker| (caseworker.id, caseworker))
            .collect();
        let mut slots = time_slot::Entity::find()
            .filter(time_slot::Column::CaseworkerId.is_in(colleagues.keys().copied()))
            .filter(time_slot::Column::Published.eq(true))
            .filter(time_slot::Column::StartsAt.gte(window.earliest))
            .filter(has_seat(moving))
            .all(db)
            .await?;
        as_seen(db, state, window.now, &mut slots).await?;
        let (mut busy, mut elsewhere) = (Vec::new(), HashMap::<Uuid, Vec<Stretch>>::new());
        let booked = booking::Entity::find()
            .filter(booking::Column::State.eq(super::state_name(BookingState::Booked)))
            .filter(booking::Column::EndsAt.gt(window.earliest))
            .all(db)
            .await?;
        busy.extend(booked.into_iter().map(|booked| Busy {
            stretch: Stretch { starts_at: booked.starts_at, ends_at: booked.ends_at },
            caseworker: booked.caseworker_id,
            room: booked.place_id.zip(booked.room_id),
            by: By::Booking(booked.id),
        }));
        for table in round_table::coming(db, window.earliest).await? {
            let stretch = Stretch { starts_at: table.starts_at, ends_at: table.ends_at };
            busy.push(Busy { stretch, caseworker: table.caseworker_id, room: None, by: By::Other });
            elsewhere.entry(table.case_id).or_default().push(stretch);
        }
        // What a calendar that is not published takes back is kept for nobody any more.
        let is_out = |id: Uuid| slots.iter().any(|slot| slot.id == id && !slot.published);
        for kept in waiting_list::kept(db, window.now, window.earliest).await? {
            let waiting_list::Kept { slot, case, caseworker, stretch, room } = kept;
            if is_out(slot) {
                continue;
            }
            busy.push(Busy { stretch, caseworker, room, by: By::Kept(case) });
        }
        for (session, people) in groups::coming(db, window.earliest).await? {
            let stretch = Stretch { starts_at: session.starts_at, ends_at: session.ends_at };
            let (caseworker, room) = (session.caseworker_id, session.place_id.zip(session.room_id));
            busy.push(Busy { stretch, caseworker, room, by: By::Other });
            for case in people {
                elsewhere.entry(case).or_default().push(stretch);
            }
        }
        busy.sort_by_key(|busy| busy.stretch.starts_at);
        let longest = busy.iter().map(|busy| busy.stretch.ends_at - busy.stretch.starts_at).max();
        let longest = longest.unwrap_or_default();
        Ok(Self { window, colleagues, slots, busy, longest, elsewhere })
    }

    /// What is taken of a stretch of time.
    pub(super) fn overlapping(&self, stretch: Stretch) -> impl Iterator<Item = &Busy> {
        let from = stretch.starts_at - self.longest;
        let begin = |at: DateTime<Utc>| self.busy.partition_point(|b| b.stretch.starts_at < at);
        let near = self.busy.get(begin(from)..begin(stretch.ends_at)).unwrap_or_default();
        near.iter().filter(move |busy| busy.stretch.overlaps(&stretch))
    }

    /// Where the citizen of a case is besides.
    pub(super) fn elsewhere(&self, case: Uuid) -> &[Stretch] {
        self.elsewhere.get(&case).map_or(&[], Vec::as_slice)
    }

    /// From now on a time is kept.
    pub fn keep(&mut self, kept: waiting_list::Kept) {
        let waiting_list::Kept { case, caseworker, stretch, room, .. } = kept;
        let at = self.busy.partition_point(|busy| busy.stretch.starts_at < stretch.starts_at);
        self.longest = self.longest.max(stretch.ends_at - stretch.starts_at);
        self.busy.insert(at, Busy { stretch, caseworker, room, by: By::Kept(case) });
    }
}

fn has_seat(moving: Option<&booking::Model>) -> Condition {
    Condition::any()
        .add(time_slot::Column::Taken.into_expr().lt(time_slot::Column::Seats.into_expr()))
        .add_option(moving.map(|booking| time_slot::Column::Id.eq(booking.slot_id)))
}
