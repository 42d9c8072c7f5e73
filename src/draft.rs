//! What is typed in a form, on its way between the page, the browser's own copy and the
//! server: saved within a second of a pause, tried again when the network is back (I9). The
//! same for every form; which fields there are, the pages know. What follows from an answer:
//! `fields`.

mod clock;
mod fields;
pub mod keep;
mod leaving;

use std::time::Duration;

use contract::draft::{Draft, DraftField, DraftForm, DraftKey, SaveDraft};
use contract::paths;
use contract::problem::{ErrorCode, FieldCode};
use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;

pub use self::clock::time_of_day;
pub use self::fields::Fields;
use crate::api::{self, ApiError};
use crate::text::Language;

/// The pause after which what is typed is sent.
const PAUSE: Duration = Duration::from_millis(700);
/// How long to wait before trying again.
const RETRY: Duration = Duration::from_secs(5);
/// How often to look whether what is on its way has arrived, before giving up.
const SETTLE_LOOKS: u32 = 20;
/// How long what a closing page has sent may be on its way.
const ARRIVAL: Duration = Duration::from_secs(1);
/// How often the browser's own copy is written while somebody types.
const KEEP: Duration = Duration::from_millis(300);

/// How far what is typed has come.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Saving {
    /// Nothing has been typed since it was loaded.
    #[default]
    Untouched,
    /// Typed, and soon stored.
    Waiting,
    /// Stored, at that time of day.
    Saved(String),
    /// Not stored; it is tried again by itself.
    Failed,
    /// Some field is not acceptable as it stands.
    Refused,
    /// Something else was typed elsewhere: the person picks.
    Conflict,
}

/// A form's draft. Lives above the pages.
#[derive(Clone, Copy)]
pub struct FormDraft {
    form: DraftForm,
    fields: StoredValue<Fields>,
    /// How far it has come.
    pub saving: RwSignal<Saving>,
    /// The fields where the person has to pick, with what is stored.
    pub conflicts: RwSignal<Vec<DraftField>>,
    /// The fields that cannot be saved as they stand.
    pub refused: RwSignal<Vec<(String, FieldCode)>>,
    /// Counts the texts typed; for what is drawn from several of them.
    pub edited: RwSignal<u32>,
    /// Told when fields changed in another way than by typing: what depends on more than one
    /// text looks again.
    pub replaced: Trigger,
    language: RwSignal<Language>,
    shown: StoredValue<Vec<(String, RwSignal<String>)>>,
    key: StoredValue<Option<DraftKey>>,
    timer: StoredValue<Option<TimeoutHandle>>,
    sending: StoredValue<bool>,
    keeping: StoredValue<bool>,
    /// Counts the people: what was asked for one is not for the next.
    whose: StoredValue<u32>,
}

impl FormDraft {
    /// An empty draft that is sent whenever the page is about to go, and when the network or
    /// the person is back.
    pub fn start(form: DraftForm, language: RwSignal<Language>) -> Self {
        let draft = Self {
            form,
            fields: StoredValue::new(Fields::new(form)),
            saving: RwSignal::new(Saving::Untouched),
            conflicts: RwSignal::new(Vec::new()),
            refused: RwSignal::new(Vec::new()),
            edited: RwSignal::new(0),
            replaced: Trigger::new(),
            language,
            shown: StoredValue::new(Vec::new()),
            key: StoredValue::new(None),
            timer: StoredValue::new(None),
            sending: StoredValue::new(false),
            keeping: StoredValue::new(false),
            whose: StoredValue::new(0),
        };
        window_event_listener(ev::beforeunload, move |event| {
            let saving = draft.saving.get_untracked();
            if matches!(saving, Saving::Failed | Saving::Refused | Saving::Conflict) {
                event.prevent_default();
            }
        });
        window_event_listener(ev::online, move |_| draft.flush());
        // A phone closes a page in the background without asking it.
        window_event_listener(ev::pagehide, move |_| {
            if draft.is_dirty() {
                leaving::mark();
            }
            draft.flush();
        });
        window_event_listener(ev::visibilitychange, move |_| draft.look_again());
        draft
    }

    /// Takes over what the server has, then what this browser kept for this person. Tells
    /// whether it is still the same person's.
    pub async fn adopt(self, stored: Draft) -> bool {
        let whose = self.whose.get_value();
        self.refresh(stored);
        if leaving::take_mark() {
            // What the page before sent while it closed may arrive only now.
            clock::pause(ARRIVAL).await;
            if let Ok(stored) = api::get::<Draft>(&paths::citizen_draft(self.form)).await
                && self.whose.get_value() == whose
            {
                self.refresh(stored);
            }
        }
        if self.key.with_value(Option::is_none) {
            let key = api::get::<DraftKey>(paths::CITIZEN_DRAFT_KEY).await.ok();
            let kept = match &key {
                Some(key) => keep::take(self.form, key).await,
                None => Vec::new(),
            };
            if self.whose.get_value() != whose {
                return false;
            }
            self.key.set_value(key);
            self.fields.update_value(|fields| fields.restore(kept));
            self.replaced.notify();
        }
        if self.whose.get_value() != whose {
            return false;
        }
        self.tell(None);
        self.keep_now();
        self.flush();
        true
    }

    /// Forgets everything: another person is here.
    pub fn clear(self) {
        self.stop_timer();
        self.whose.update_value(|whose| *whose += 1);
        self.fields.set_value(Fields::new(self.form));
        self.key.set_value(None);
        self.sending.set_value(false);
        self.saving.set(Saving::Untouched);
        self.tell(None);
    }

    /// The text of a field, to be typed in: what is typed there is saved. Call it in a
    /// component.
    pub fn bind(self, field: impl ToString) -> RwSignal<String> {
        let field = field.to_string();
        let text = RwSignal::new(self.text(&field));
        self.shown.update_value(|shown| shown.push((field.clone(), text)));
        on_cleanup(move || self.shown.update_value(|shown| shown.retain(|(_, own)| *own != text)));
        Effect::new(move || self.edit(&field, text.get()));
        text
    }

    /// The text of a field as it is.
    pub fn text(self, field: &str) -> String {
        self.fields.with_value(|fields| fields.text(field).to_owned())
    }

    /// Looks at all fields.
    pub fn with<T>(self, look: impl FnOnce(&Fields) -> T) -> T {
        self.fields.with_value(look)
    }

    /// Is there anything the server does not have?
    pub fn is_dirty(self) -> bool {
        self.fields.with_value(Fields::is_dirty)
    }

    /// Changes a field, and saves it soon.
    pub fn edit(self, field: &str, text: String) {
        let mut changed = false;
        self.fields.update_value(|fields| changed = fields.edit(field, text));
        if !changed {
            return;
        }
        self.edited.update(|times| *times += 1);
        self.tell(None);
        self.keep_soon();
        self.send_in(PAUSE);
    }

    /// Writes a field from code, also where it is on screen.
    pub fn write(self, field: &str, text: String) {
        self.show(field, &text);
        self.edit(field, text);
    }

    /// Sends at once, if there is something to send.
    pub fn flush(self) {
        if self.is_dirty() {
            self.stop_timer();
            self.send();
        }
    }

    /// Sends what there is and waits for it; tells whether the server has everything.
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
        !self.is_dirty()
    }

    /// The person keeps what is on screen.
    pub fn keep_mine(self, field: &str) {
        self.fields.update_value(|fields| fields.keep_mine(field));
        self.tell(None);
        self.send();
    }

    /// The person takes what is stored.
    pub fn keep_stored(self, field: &str) {
        let mut stored = None;
        self.fields.update_value(|fields| stored = fields.keep_stored(field));
        if let Some(stored) = stored {
            self.show(field, &stored);
        }
        self.replaced.notify();
        self.tell(None);
        self.keep_now();
    }

    fn refresh(self, stored: Draft) {
        let mut replaced = Vec::new();
        self.fields.update_value(|fields| replaced = fields.refresh(stored));
        self.show_all(&replaced);
        self.tell(None);
    }

    fn show_all(self, replaced: &[String]) {
        for field in replaced {
            self.show(field, &self.text(field));
        }
        if !replaced.is_empty() {
            self.replaced.notify();
        }
    }

    fn show(self, field: &str, text: &str) {
        self.shown.with_value(|shown| {
            for (_, signal) in shown.iter().filter(|(name, _)| name == field) {
                signal.set(text.to_owned());
            }
        });
    }

    /// The page is shown again, or about to be hidden: another device may have saved, and this
    /// one may not come back.
    fn look_again(self) {
        if document().hidden() {
            self.flush();
            return;
        }
        if self.key.with_value(Option::is_none) {
            return;
        }
        let whose = self.whose.get_value();
        spawn_local(async move {
            let stored = api::get::<Draft>(&paths::citizen_draft(self.form)).await;
            if let Ok(stored) = stored
                && self.whose.get_value() == whose
                && !self.sending.get_value()
            {
                self.refresh(stored);
                self.flush();
            }
        });
    }

    fn send(self) {
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
        let answer = api::job_plan::save_draft(self.form, &body).await;
        if self.whose.get_value() != whose {
            return;
        }
        self.sending.set_value(false);
        match answer {
            Ok(saved) => {
                let mut replaced = Vec::new();
                let sent = &body.changes;
                self.fields.update_value(|fields| replaced = fields.take(sent, saved));
                self.show_all(&replaced);
                self.tell(Some(Saving::Waiting));
                if self.fields.with_value(|fields| !fields.changes().is_empty()) {
                    self.send_in(PAUSE);
                }
            }
            Err(error) => {
                self.tell(Some(Saving::Failed));
                if worth_trying_again(&error) {
                    self.send_in(RETRY);
                }
            }
        }
        // At once: a copy of what is stored by now would come back as something typed.
        self.keep_now();
    }

    /// Says how far it has come.
    fn tell(self, news: Option<Saving>) {
        let conflicts = self.fields.with_value(Fields::conflicts);
        let refused = self.fields.with_value(Fields::refused);
        let dirty = self.is_dirty();
        let before = self.saving.get_untracked();
        let now = match news {
            _ if !conflicts.is_empty() => Saving::Conflict,
            _ if !refused.is_empty() => Saving::Refused,
            Some(news) if dirty => news,
            // Until it has worked it has not.
            None if dirty && before == Saving::Failed => Saving::Failed,
            None if dirty => Saving::Waiting,
            _ if matches!(before, Saving::Untouched | Saving::Saved(_)) => before.clone(),
            _ => Saving::Saved(time_of_day(self.language.get_untracked())),
        };
        if before != now {
            self.saving.set(now);
        }
        set_if_new(self.conflicts, conflicts);
        set_if_new(self.refused, refused);
    }

    /// Writes the browser's own copy, at most every [`KEEP`].
    fn keep_soon(self) {
        if self.keeping.get_value() {
            return;
        }
        self.keeping.set_value(true);
        set_timeout(
            move || {
                self.keeping.set_value(false);
                self.keep_now();
            },
            KEEP,
        );
    }

    fn keep_now(self) {
        let Some(key) = self.key.get_value() else { return };
        let unsent = self.fields.with_value(Fields::unsent);
        spawn_local(async move { keep::put(self.form, &key, &unsent).await });
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
