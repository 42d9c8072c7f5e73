//! The draft on its way between the page and the server: saved within a second of a pause,
//! tried again when the network is back. What follows from an answer: `saving`.

use std::time::Duration;

use contract::booking::BookingDraft;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::saving::{After, Saving, after, errors};
use crate::api;
use crate::draft::Moment;

/// The pause after which what is typed is sent.
const PAUSE: Duration = Duration::from_millis(700);
/// How long to wait before trying again.
const RETRY: Duration = Duration::from_secs(5);

/// What is typed, and how far it has come. Lives above the pages.
#[derive(Clone, Copy)]
pub struct Draft {
    /// On screen; its version is the one it is based on.
    pub typed: RwSignal<BookingDraft>,
    /// How far it has come.
    pub saving: RwSignal<Saving>,
    /// Told whenever what is typed was replaced from outside: the form is drawn anew.
    pub replaced: Trigger,
    timer: StoredValue<Option<TimeoutHandle>>,
}

impl Draft {
    /// An empty draft.
    pub fn new() -> Self {
        Self {
            typed: RwSignal::new(BookingDraft::default()),
            saving: RwSignal::new(Saving::Untouched),
            replaced: Trigger::new(),
            timer: StoredValue::new(None),
        }
    }

    /// Forgets everything: another person, or the booking is made.
    pub fn clear(self) {
        self.stop_timer();
        self.typed.set(BookingDraft::default());
        self.saving.set(Saving::Untouched);
    }

    /// Takes over what the server has, unless something is typed that it has not got.
    pub fn adopt(self, stored: &BookingDraft) {
        if self.saving.with_untracked(Saving::at_risk) {
            return;
        }
        if self.typed.with_untracked(|typed| typed != stored) {
            self.replace(stored.clone());
        }
    }

    /// Changes what is typed, and saves it soon.
    pub fn edit(self, change: impl FnOnce(&mut BookingDraft)) {
        self.typed.update(change);
        if matches!(self.saving.get_untracked(), Saving::Sending | Saving::Conflict(_)) {
            return;
        }
        self.saving.set(Saving::Waiting);
        self.send_in(PAUSE);
    }

    /// Sends at once, if there is something to send.
    pub fn flush(self) {
        if matches!(self.saving.get_untracked(), Saving::Waiting | Saving::Failed) {
            self.stop_timer();
            self.send();
        }
    }

    /// The person keeps what is on screen: it replaces what is stored.
    pub fn keep_mine(self, stored: &BookingDraft) {
        self.typed.update(|typed| typed.version = stored.version);
        self.send();
    }

    /// The person takes what is stored.
    pub fn keep_stored(self, stored: BookingDraft) {
        self.saving.set(Saving::Untouched);
        self.replace(stored);
    }

    fn replace(self, draft: BookingDraft) {
        self.typed.set(draft);
        self.replaced.notify();
    }

    fn send(self) {
        let sent = self.typed.get_untracked();
        let errors = errors(&sent);
        if !errors.is_empty() {
            self.saving.set(Saving::Refused(errors));
            return;
        }
        self.saving.set(Saving::Sending);
        spawn_local(async move {
            let answer = api::citizen::save_draft(&sent).await;
            let typed = self.typed.get_untracked();
            self.take(after(&sent, &typed, answer, Moment::now()));
        });
    }

    fn take(self, after: After) {
        match after {
            After::Rest(version, saving) => {
                self.typed.update(|typed| typed.version = version);
                self.saving.set(saving);
            }
            After::SendAgain(version) => {
                self.typed.update(|typed| typed.version = version);
                self.saving.set(Saving::Waiting);
                self.send_in(PAUSE);
            }
            After::Show(saving) => {
                let failed = saving == Saving::Failed;
                self.saving.set(saving);
                if failed {
                    self.send_in(RETRY);
                }
            }
        }
    }

    fn send_in(self, wait: Duration) {
        self.stop_timer();
        self.timer.set_value(set_timeout_with_handle(move || self.send(), wait).ok());
    }

    fn stop_timer(self) {
        if let Some(timer) = self.timer.get_value() {
            timer.clear();
        }
    }
}
