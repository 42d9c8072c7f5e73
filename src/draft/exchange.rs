//! Sending what changed, and saying how far it has come.

use std::time::Duration;

use contract::draft::{Draft, DraftSaved, SaveDraft};
use contract::problem::ErrorCode;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{Fields, FormDraft, Moment, Saving, clock};
use crate::api::{self, ApiError};

/// The pause after which what is typed is sent.
const PAUSE: Duration = Duration::from_millis(700);
/// How long to wait before trying again.
const RETRY: Duration = Duration::from_secs(5);
/// How often to look whether what is on its way has arrived, before giving up.
const SETTLE_LOOKS: u32 = 20;

impl FormDraft {
    /// Sends at once, if there is something to send.
    pub fn flush(self) {
        if self.is_dirty() {
            self.stop_timer();
            self.send();
        }
    }

    /// Sends what there is and waits for it, and for the browser's own copy; tells whether the
    /// server has everything.
    pub async fn settle(self) -> bool {
        self.stop_timer();
        for _ in 0..SETTLE_LOOKS {
            if !self.sending.get_value() {
                break;
            }
            clock::pause(PAUSE).await;
        }
        if self.is_dirty() {
            self.exchange().await;
        }
        // A copy of what is stored by now would read as something unsent.
        self.keep().await;
        !self.is_dirty()
    }

    /// The page is shown again, or about to be hidden: another device may have saved, and this
    /// one may not come back.
    pub(super) fn look_again(self) {
        if document().hidden() {
            self.flush();
            return;
        }
        // Before the plan has come there is nothing to look at again.
        if !self.adopted.get_value() {
            return;
        }
        let whose = self.whose.get_value();
        spawn_local(async move {
            let stored = api::get::<Draft>(&self.place.get_value().path()).await;
            if let Ok(stored) = stored
                && self.whose.get_value() == whose
            {
                self.refresh(stored);
                self.bring_kept().await;
                self.flush();
            }
        });
    }

    pub(super) fn send(self) {
        spawn_local(self.exchange());
    }

    async fn exchange(self) {
        let changes = self.fields.with_value(Fields::changes);
        if self.sending.get_value() || changes.is_empty() {
            self.tell(None);
            return;
        }
        let whose = self.whose.get_value();
        self.sending.set_value(true);
        self.fields.update_value(|fields| fields.sending(&changes));
        let body = SaveDraft { changes };
        let answer: Result<DraftSaved, ApiError> =
            api::patch(&self.place.get_value().path(), &body).await;
        if self.whose.get_value() != whose {
            return;
        }
        self.sending.set_value(false);
        match answer {
            Ok(saved) => {
                let mut replaced = Vec::new();
                let sent = &body.changes;
                self.note_sensitive(&saved);
                self.fields.update_value(|fields| replaced = fields.take(sent, saved));
                self.show_all(&replaced);
                self.tell(Some(Saving::Waiting));
                if self.fields.with_value(|fields| !fields.changes().is_empty()) {
                    self.send_in(PAUSE);
                }
            }
            Err(error) if worth_trying_again(&error) => {
                self.tell(Some(Saving::Failed));
                self.send_in(RETRY);
            }
            // The dialog asks them to sign in, and then it is sent.
            Err(error) if error.code() == Some(ErrorCode::NotSignedIn) => {
                self.tell(Some(Saving::Failed))
            }
            Err(error) => self.tell(Some(Saving::Stopped(error.code()))),
        }
        // At once: a copy of what is stored by now would come back as something typed.
        self.keep_now();
    }

    /// Of the fields that were stored: which look as if they told what somebody suffers from.
    fn note_sensitive(self, saved: &DraftSaved) {
        let before = self.sensitive.get_untracked();
        let mut now = before.clone();
        for field in &saved.saved {
            now.remove(&field.field);
        }
        now.extend(saved.sensitive.iter().cloned());
        if now != before {
            self.sensitive.set(now);
        }
    }

    /// Says how far it has come.
    pub(super) fn tell(self, news: Option<Saving>) {
        let conflicts = self.fields.with_value(Fields::conflicts);
        let refused = self.fields.with_value(Fields::refused);
        let dirty = self.is_dirty();
        let before = self.saving.get_untracked();
        let now = match news {
            _ if !conflicts.is_empty() => Saving::Conflict,
            _ if !refused.is_empty() => Saving::Refused,
            Some(news) if dirty => news,
            // Until it has worked it has not.
            None if dirty && matches!(before, Saving::Failed | Saving::Stopped(_)) => {
                before.clone()
            }
            None if dirty => Saving::Waiting,
            _ if matches!(before, Saving::Untouched | Saving::Saved(_)) => before.clone(),
            _ => Saving::Saved(Moment::now()),
        };
        if before != now {
            self.saving.set(now);
        }
        set_if_new(self.conflicts, conflicts);
        set_if_new(self.refused, refused);
    }

    /// Sends after the pause that begins now.
    pub(super) fn send_soon(self) {
        self.send_in(PAUSE);
    }

    fn send_in(self, wait: Duration) {
        self.stop_timer();
        self.timer.set_value(set_timeout_with_handle(move || self.send(), wait).ok());
    }

    pub(super) fn stop_timer(self) {
        if let Some(timer) = self.timer.get_value() {
            timer.clear();
        }
    }
}

fn set_if_new<T: PartialEq + Send + Sync + 'static>(signal: RwSignal<T>, value: T) {
    if signal.with_untracked(|before| *before != value) {
        signal.set(value);
    }
}

/// Would the same call work later by itself? Not when the person has to sign in first, or the
/// server has said no.
fn worth_trying_again(error: &ApiError) -> bool {
    match error {
        ApiError::Offline | ApiError::Unexpected => true,
        ApiError::Problem(problem) => {
            matches!(
                problem.code,
                ErrorCode::Busy | ErrorCode::Internal | ErrorCode::TooManyRequests
            )
        }
    }
}
