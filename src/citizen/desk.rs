//! What a citizen has chosen and typed while booking. Lives above the pages, so that going
//! back and forth loses nothing. Knows no page.

use contract::booking::{BookTime, BookingDraft, MoveBooking, OfferedTime};
use contract::ids::{BookingId, CaseId, TimeSlotId};
use contract::rules::ContactChannel;
use contract::session::{Role, Session};
use leptos::prelude::*;

use super::booking::attempt::Attempt;
use super::details::draft::Draft;
use crate::api::IdempotencyKey;
use crate::session::use_session;

/// What a creating call asks for.
#[derive(Clone, Debug, PartialEq)]
pub enum Asked {
    /// A booking.
    Book(BookTime),
    /// A move.
    Move(BookingId, MoveBooking),
    /// A cancellation.
    Cancel(BookingId),
}

/// The desk of one person.
#[derive(Clone, Copy)]
pub struct Desk {
    /// Participants, topics and note.
    pub draft: Draft,
    /// The call whose answer is not known yet.
    pub unanswered: StoredValue<Option<Attempt<IdempotencyKey, Asked>>>,
    chosen: RwSignal<Option<OfferedTime>>,
    whose: StoredValue<Option<Option<CaseId>>>,
}

/// The desk. Call it inside a component.
pub fn use_desk() -> Desk {
    expect_context()
}

impl Desk {
    /// Sets up an empty desk for the whole visit, cleared whenever another person signs in.
    pub fn start() {
        let session = use_session();
        let desk = Self {
            draft: Draft::new(session.language),
            unanswered: StoredValue::new(None),
            chosen: RwSignal::new(None),
            whose: StoredValue::new(None),
        };
        provide_context(desk);
        Effect::new(move || {
            if let Some(case) = session.session.with(|session| whose(session.as_ref())) {
                desk.belongs_to(case);
            }
        });
    }

    /// Remembers the time a person went on with, so that the next page need not ask for it.
    pub fn choose(self, time: OfferedTime) {
        self.chosen.set(Some(time));
    }

    /// The time gone on with, if it is that one; tracks it.
    pub fn chosen(self, slot: TimeSlotId, channel: ContactChannel) -> Option<OfferedTime> {
        self.chosen.get().filter(|time| time.slot_id == slot && time.channel == channel)
    }

    /// Everything is done: nothing typed is left over for the next booking.
    pub fn done(self) {
        self.unanswered.set_value(None);
        self.chosen.set(None);
        self.draft.clear();
    }

    /// The body of a booking of that time with everything typed.
    pub fn book_time(self, slot_id: TimeSlotId, channel: ContactChannel) -> BookTime {
        let BookingDraft { participants, topics, note, .. } = self.draft.typed.get_untracked();
        BookTime { slot_id, channel, participants, topics, note }
    }

    fn belongs_to(self, case: Option<CaseId>) {
        let before = self.whose.get_value();
        if before.is_some_and(|before| before != case) {
            self.done();
        }
        self.whose.set_value(Some(case));
    }
}

/// Whose pages these are; nothing while the server has not answered, nobody after signing out.
/// A session that has merely run out is still the person's: what is typed stays.
fn whose(session: Option<&Session>) -> Option<Option<CaseId>> {
    Some(match session?.signed_in.as_ref().map(|person| &person.role) {
        Some(Role::Citizen { case_id } | Role::Preview { case_id, .. }) => Some(*case_id),
        Some(Role::Employer { .. } | Role::Caseworker { .. }) | None => None,
    })
}
