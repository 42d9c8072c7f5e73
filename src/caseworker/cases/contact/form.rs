//! What is typed about a contact with the employer: kept on the desk until it is saved, with
//! the key of the attempt to save it.

use chrono::NaiveDate;
use contract::ids::CaseId;
use leptos::prelude::*;

use super::draft::ContactDraft;
use crate::api::IdempotencyKey;
use crate::api::attempt::{Attempt, attempt};
use crate::caseworker::desk::{StaffDesk, use_desk};

/// A contact that is not saved yet.
#[derive(Clone)]
pub struct UnsavedContact {
    draft: ContactDraft,
    sent: Option<Attempt<IdempotencyKey, ContactDraft>>,
}

/// The fields.
#[derive(Clone, Copy)]
pub struct Form {
    /// Which case.
    pub case: CaseId,
    /// Today in Denmark.
    pub today: NaiveDate,
    /// Contacted or left out.
    pub kind: RwSignal<String>,
    /// The day.
    pub on: RwSignal<String>,
    /// How.
    pub channel: RwSignal<String>,
    /// What came of it.
    pub outcome: RwSignal<String>,
    /// Why it is left out.
    pub reason: RwSignal<String>,
    desk: StaffDesk,
    sent: StoredValue<Option<Attempt<IdempotencyKey, ContactDraft>>>,
}

impl Form {
    /// What was typed before and not saved, kept while it is typed on.
    pub fn kept(case: CaseId, today: NaiveDate) -> Self {
        let desk = use_desk();
        let (draft, sent) = match desk.unsaved_contact(case) {
            Some(UnsavedContact { draft, sent }) => (draft, sent),
            None => (ContactDraft::new(today), None),
        };
        let ContactDraft { kind, on, channel, outcome, reason } = draft;
        let form = Self {
            case,
            today,
            kind: RwSignal::new(kind),
            on: RwSignal::new(on),
            channel: RwSignal::new(channel),
            outcome: RwSignal::new(outcome),
            reason: RwSignal::new(reason),
            desk,
            sent: StoredValue::new(sent),
        };
        Effect::new(move || form.keep());
        form
    }

    /// What is typed; tracks it.
    pub fn draft(self) -> ContactDraft {
        ContactDraft {
            kind: self.kind.get(),
            on: self.on.get(),
            channel: self.channel.get(),
            outcome: self.outcome.get(),
            reason: self.reason.get(),
        }
    }

    /// Is something typed? Tracks it.
    pub fn is_begun(self) -> bool {
        self.draft() != ContactDraft::new(self.today)
    }

    /// The key for what is typed: something else typed is another thing to be made.
    pub fn key(self) -> IdempotencyKey {
        let typed = untrack(|| self.draft());
        let attempt = attempt(self.sent.get_value(), typed, IdempotencyKey::new);
        self.sent.set_value(Some(attempt.clone()));
        untrack(|| self.keep());
        attempt.key
    }

    /// It is saved. The page may be gone by now.
    pub fn clear(self) {
        self.desk.keep_contact(self.case, None);
        self.sent.try_set_value(None);
        let ContactDraft { kind, on, channel, outcome, reason } = ContactDraft::new(self.today);
        self.kind.try_set(kind);
        self.on.try_set(on);
        self.channel.try_set(channel);
        self.outcome.try_set(outcome);
        self.reason.try_set(reason);
    }

    fn keep(self) {
        let unsaved = self
            .is_begun()
            .then(|| UnsavedContact { draft: self.draft(), sent: self.sent.get_value() });
        self.desk.keep_contact(self.case, unsaved);
    }
}
