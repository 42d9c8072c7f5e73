//! The line as whoever takes or frees a time meets it: one's turn to pass times on, what is kept
//! for the case that books, and what becomes of its waiting once it has booked.

use contract::ids::CaseId;
use contract::retention_plan::MessageKind;
use contract::waiting_list::{OfferState, WaitingEnd};
use rules::CourseParty;
use sea_orm::DatabaseTransaction;
use uuid::Uuid;

use super::{offering, store};
use crate::booking::guard::{self, Stretch};
use crate::clock::local_date;
use crate::db::entities::{booking, time_slot, waiting_entry, waiting_offer};
use crate::http::error::ApiError;
use crate::outbox;
use crate::state::AppState;

/// Of the times of one publication so many are offered at once to those who wait; the others in
/// short transactions of their own.
const NEW_TIMES: usize = 12;

/// A place at the line, for one transaction; asked for before anything else is locked, so that two
/// who pass times on never wait for each other in a circle. Where nobody waits it costs a look.
#[derive(Debug, Default)]
pub struct Line {
    turn: bool,
    entry: Option<waiting_entry::Model>,
    offer: Option<waiting_offer::Model>,
}

impl Line {
    /// For a case that takes a time and frees none: its turn only if it waits itself.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn taking(tx: &DatabaseTransaction, case: CaseId) -> Result<Self, ApiError> {
        match store::open_entry(tx, case.0).await? {
            Some(_) => Self::turn(tx, Some(case)).await,
            None => Ok(Self::default()),
        }
    }

    /// For what frees times: of that case, or of nobody in particular.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn freeing(tx: &DatabaseTransaction, case: Option<CaseId>) -> Result<Self, ApiError> {
        if store::anybody(tx).await? { Self::turn(tx, case).await } else { Ok(Self::default()) }
    }

    pub(super) async fn turn(
        tx: &DatabaseTransaction,
        case: Option<CaseId>,
    ) -> Result<Self, ApiError> {
        store::take_turn(tx).await?;
        let Some(case) = case else { return Ok(Self { turn: true, ..Self::default() }) };
        let entry = store::open_entry(tx, case.0).await?;
        let offer = store::open_offer(tx, case.0).await?;
        Ok(Self { turn: true, entry, offer })
    }

    /// What the case waits for.
    pub(super) fn entry(&self) -> Option<&waiting_entry::Model> {
        self.entry.as_ref()
    }

    /// What was offered to the case and is still open.
    pub(super) fn offer(&self) -> Option<&waiting_offer::Model> {
        self.offer.as_ref()
    }

    /// Locks these slots and the one that is kept for the case.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn lock(
        &self,
        tx: &DatabaseTransaction,
        slots: impl IntoIterator<Item = Uuid>,
    ) -> Result<(), ApiError> {
        let kept = self.offer.iter().map(|offer| offer.slot_id);
        Ok(guard::lock_slots(tx, slots.into_iter().chain(kept)).await?)
    }

    /// Takes a seat.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn take_seat(&self, tx: &DatabaseTransaction, slot: Uuid) -> Result<bool, ApiError> {
        if self.offer.is_some() {
            self.lock(tx, [slot]).await?;
        }
        Ok(guard::take_seat(tx, slot).await?)
    }

    /// What is kept for the case does not stand in its own way.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn make_way(
        &self,
        tx: &DatabaseTransaction,
        stretch: Stretch,
    ) -> Result<(), ApiError> {
        if let Some(offer) = self.offer.as_ref().filter(|offer| time_of(offer).overlaps(&stretch)) {
            guard::release_all(tx, offer.id).await?;
        }
        Ok(())
    }

    /// The case has booked: what it was offered is taken, or nothing it has a use for any more, and
    /// it may have waited long enough.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn booked(
        &self,
        tx: &DatabaseTransaction,
        state: &AppState,
        booked: &booking::Model,
    ) -> Result<(), ApiError> {
        let Some(entry) = &self.entry else { return Ok(()) };
        let now = state.clock.now();
        let mut why = WaitingEnd::EarlyEnough;
        let ends = local_date(booked.starts_at) < entry.before_date;
        if let Some(offer) = &self.offer {
            let taken = Stretch { starts_at: booked.starts_at, ends_at: booked.ends_at };
            if offer.slot_id == booked.slot_id {
                why = WaitingEnd::Taken;
                store::end_offer(tx, offer.id, OfferState::Taken, now).await?;
            } else if ends || booked.starts_at <= offer.starts_at || time_of(offer).overlaps(&taken)
            {
                // Whoever waits no more has no time kept either.
                self.give_up(tx, state, OfferState::Withdrawn).await?;
            }
        }
        if ends {
            store::end_entry(tx, entry.id, why, now).await?;
        }
        Ok(())
    }

    /// A time has come free: the first in line has it for a while, but never who gave it up.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn freed(
        &self,
        tx: &DatabaseTransaction,
        state: &AppState,
        slot: Uuid,
        by: Option<CaseId>,
    ) -> Result<(), ApiError> {
        if self.turn {
            let by = by.map(|case| case.0);
            let freed = offering::Freed { slot, at: state.clock.now(), by, is_new: false };
            offering::offer(tx, state, freed).await?;
        }
        Ok(())
    }

    /// New times are out: those that somebody waits for are offered as if they had come free. Only so
    /// many of them now, for each offer looks at everybody in line while nobody else can write; the
    /// others are free to everybody until `passing::offer_new_times` comes to them.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn published(
        &self,
        tx: &DatabaseTransaction,
        state: &AppState,
        mut slots: Vec<time_slot::Model>,
    ) -> Result<(), ApiError> {
        if !self.turn {
            return Ok(());
        }
        let Some(whose) = slots.first().map(|slot| slot.caseworker_id) else { return Ok(()) };
        slots.sort_by_key(|slot| slot.starts_at);
        let mut hopeful = offering::Hopeful::of(tx, state, whose, &slots).await?;
        let (now, mut tried, mut later) = (state.clock.now(), 0, Vec::new());
        for slot in &slots {
            if !hopeful.want(slot) {
                continue;
            }
            if tried == NEW_TIMES {
                later.push(slot.id);
                continue;
            }
            tried += 1;
            hopeful.offer(slot, offering::Freed::new_time(slot.id, now)).await?;
        }
        store::put_off(tx, &later, now).await
    }

    /// These times are not to be had any more: for whom one was kept waits on, and is told.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn withdrawn(
        &self,
        tx: &DatabaseTransaction,
        state: &AppState,
        slots: &[Uuid],
    ) -> Result<(), ApiError> {
        let now = state.clock.now();
        for offer in store::kept_of(tx, slots, now).await? {
            if store::end_offer(tx, offer.id, OfferState::Withdrawn, now).await? {
                guard::release_all(tx, offer.id).await?;
                let (case, to) = (CaseId(offer.case_id), CourseParty::Citizen);
                let once = format!("time-withdrawn:{}", offer.id);
                outbox::tell(tx, &state.clock, case, to, MessageKind::TimeWithdrawn, once).await?;
            }
        }
        Ok(())
    }

    /// The case has no use for what was offered to it: on to the next.
    pub(super) async fn give_up(
        &self,
        tx: &DatabaseTransaction,
        state: &AppState,
        how: OfferState,
    ) -> Result<(), ApiError> {
        let Some(offer) = &self.offer else { return Ok(()) };
        self.lock(tx, []).await?;
        if store::end_offer(tx, offer.id, how, state.clock.now()).await? {
            guard::release_all(tx, offer.id).await?;
            offering::offer(tx, state, offering::Freed::again(offer)).await?;
        }
        Ok(())
    }

    /// The case waits no more.
    pub(super) async fn end(
        &self,
        tx: &DatabaseTransaction,
        state: &AppState,
        why: WaitingEnd,
    ) -> Result<(), ApiError> {
        if let Some(entry) = &self.entry {
            store::end_entry(tx, entry.id, why, state.clock.now()).await?;
            self.give_up(tx, state, OfferState::Withdrawn).await?;
        }
        Ok(())
    }
}

fn time_of(offer: &waiting_offer::Model) -> Stretch {
    Stretch { starts_at: offer.starts_at, ends_at: offer.ends_at }
}
