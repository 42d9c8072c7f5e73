//! What a citizen has chosen and typed while booking. Lives above the pages, so that going
//! back and forth loses nothing. Knows no page.

use contract::booking::{BookTime, BookingDraft, BookingOptions, MoveBooking, OfferedTime};
use contract::ids::{BookingId, TimeSlotId};
use contract::rules::ContactChannel;
use contract::session::Role;
use leptos::ev;
use leptos::prelude::*;

use super::details::draft::Draft;
use super::details::saving::Saving;
use crate::api::IdempotencyKey;
use crate::api::attempt::Attempt;
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
    options: StoredValue<Option<BookingOptions>>,
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
            draft: Draft::new(),
            unanswered: StoredValue::new(None),
            chosen: RwSignal::new(None),
            options: StoredValue::new(None),
        };
        provide_context(desk);
        desk.guard();
        session.on_another_person(Role::case, Box::new(move || desk.done()));
    }

    /// Remembers the time a person went on with, so that the next page need not ask for it.
    pub fn choose(self, time: OfferedTime) {
        self.chosen.set(Some(time));
    }

    /// The time gone on with, if it is that one; tracks it.
    pub fn chosen(self, slot: TimeSlotId, channel: ContactChannel) -> Option<OfferedTime> {
        self.chosen.get().filter(|time| time.slot_id == slot && time.channel == channel)
    }

    /// Takes over the booking page's data: what was typed before, and what the next page needs.
    pub fn remember(self, options: &BookingOptions) {
        self.draft.adopt(&options.draft);
        self.options.set_value(Some(options.clone()));
    }

    /// The booking page's data, if it has been shown since the last booking.
    pub fn options(self) -> Option<BookingOptions> {
        self.options.get_value()
    }

    /// May the citizen choose that channel, as far as is known?
    pub fn may_use(self, channel: ContactChannel) -> bool {
        self.options().is_some_and(|options| {
            options.channels.iter().any(|one| one.choice.channel == channel && one.choice.allowed)
        })
    }

    /// Is there another channel to choose, as far as is known?
    pub fn has_other(self, channel: ContactChannel) -> bool {
        self.options().is_none_or(|options| {
            options.channels.iter().any(|one| one.choice.channel != channel && one.choice.allowed)
        })
    }

    /// Everything is done: nothing typed is left over for the next booking.
    pub fn done(self) {
        self.unanswered.set_value(None);
        self.chosen.set(None);
        self.options.set_value(None);
        self.draft.clear();
    }

    /// The body of a booking of that time with everything typed. Of colleagues it does not
    /// matter which one.
    pub fn book_time(self, time: &OfferedTime) -> BookTime {
        let BookingDraft { participants, topics, note, .. } = self.draft.typed.get_untracked();
        let (slot_id, channel) = (time.slot_id, time.channel);
        let any_caseworker = !time.own_caseworker;
        BookTime { slot_id, channel, any_caseworker, participants, topics, note }
    }

    /// Warns before what is typed and not stored would be lost, and stores it as soon as the
    /// network is back.
    fn guard(self) {
        window_event_listener(ev::beforeunload, move |event| {
            if self.draft.saving.with_untracked(Saving::at_risk) {
                event.prevent_default();
            }
        });
        window_event_listener(ev::online, move |_| self.draft.flush());
        // A phone closes a page in the background without asking it.
        window_event_listener(ev::pagehide, move |_| self.draft.flush());
        window_event_listener(ev::visibilitychange, move |_| self.draft.flush());
    }
}
