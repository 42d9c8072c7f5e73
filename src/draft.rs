//! What is typed in a form, on its way between the page, the browser's own copy and the
//! server: saved within a second of a pause, tried again when the network is back (I9). The
//! same for every form; which fields there are, the pages know. What follows from an answer:
//! `fields`.

mod clock;
mod exchange;
mod fields;
pub mod keep;
mod keeping;
mod leaving;
mod place;
mod way_out;

use std::collections::BTreeSet;

use contract::draft::{Draft, DraftField, DraftKey};
use contract::problem::{ErrorCode, FieldCode};
use leptos::ev;
use leptos::prelude::*;

pub use self::clock::Moment;
pub use self::fields::Fields;
pub use self::place::DraftPlace;

/// How far what is typed has come.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Saving {
    /// Nothing has been typed since it was loaded.
    #[default]
    Untouched,
    /// Typed, and soon stored.
    Waiting,
    /// Stored, then.
    Saved(Moment),
    /// Not stored; it is tried again by itself.
    Failed,
    /// Not stored, and trying again would not help: why, as far as the server says.
    Stopped(Option<ErrorCode>),
    /// Some field is not acceptable as it stands.
    Refused,
    /// Something else was typed elsewhere: the person picks.
    Conflict,
}

/// A form's draft. Lives above the pages.
#[derive(Clone, Copy)]
pub struct FormDraft {
    place: StoredValue<DraftPlace>,
    fields: StoredValue<Fields>,
    /// How far it has come.
    pub saving: RwSignal<Saving>,
    /// The fields where the person has to pick, with what is stored.
    pub conflicts: RwSignal<Vec<DraftField>>,
    /// The fields that cannot be saved as they stand.
    pub refused: RwSignal<Vec<(String, FieldCode)>>,
    /// The fields whose stored text looks as if it told what somebody suffers from.
    pub sensitive: RwSignal<BTreeSet<String>>,
    /// Counts the texts typed; for what is drawn from several of them.
    pub edited: RwSignal<u32>,
    /// Told when fields changed in another way than by typing: what depends on more than one
    /// text looks again.
    pub replaced: Trigger,
    shown: StoredValue<Vec<(String, RwSignal<String>)>>,
    key: StoredValue<Option<DraftKey>>,
    timer: StoredValue<Option<TimeoutHandle>>,
    sending: StoredValue<bool>,
    adopted: StoredValue<bool>,
    keeping: StoredValue<bool>,
    /// Counts the people: what was asked for one is not for the next.
    whose: StoredValue<u32>,
}

impl FormDraft {
    /// An empty draft that is sent whenever the page is about to go, and when the network or
    /// the person is back.
    pub fn start(place: DraftPlace) -> Self {
        let draft = Self {
            place: StoredValue::new(place),
            fields: StoredValue::new(Fields::new(place.form())),
            saving: RwSignal::new(Saving::Untouched),
            conflicts: RwSignal::new(Vec::new()),
            refused: RwSignal::new(Vec::new()),
            sensitive: RwSignal::new(BTreeSet::new()),
            edited: RwSignal::new(0),
            replaced: Trigger::new(),
            shown: StoredValue::new(Vec::new()),
            key: StoredValue::new(None),
            timer: StoredValue::new(None),
            sending: StoredValue::new(false),
            adopted: StoredValue::new(false),
            keeping: StoredValue::new(false),
            whose: StoredValue::new(0),
        };
        window_event_listener(ev::beforeunload, move |event| {
            let saving = draft.saving.get_untracked();
            if !matches!(saving, Saving::Untouched | Saving::Waiting | Saving::Saved(_)) {
                event.prevent_default();
            }
        });
        window_event_listener(ev::online, move |_| draft.look_again());
        // A phone closes a page in the background without asking it.
        window_event_listener(ev::pagehide, move |_| {
            if draft.is_dirty() {
                leaving::mark();
            }
            draft.flush();
        });
        window_event_listener(ev::visibilitychange, move |_| draft.look_again());
        way_out::waits_for(draft);
        draft
    }

    /// Forgets everything: another person is here.
    pub fn clear(self) {
        self.stop_timer();
        self.whose.update_value(|whose| *whose += 1);
        self.fields.set_value(Fields::new(self.place.get_value().form()));
        self.sensitive.set(BTreeSet::new());
        self.key.set_value(None);
        self.sending.set_value(false);
        self.adopted.set_value(false);
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

    /// Is there anything of which it is not known whether the server has it?
    fn is_on_its_way(self) -> bool {
        self.is_dirty() || self.sending.get_value()
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
        self.send_soon();
    }

    /// Writes a field from code, also where it is on screen.
    pub fn write(self, field: &str, text: String) {
        self.show(field, &text);
        self.edit(field, text);
    }

    /// The person keeps what is on screen.
    pub fn keep_mine(self, field: &str) {
        self.fields.update_value(|fields| fields.keep_mine(field));
        self.tell(None);
        self.send();
    }

    /// The person takes what was written elsewhere.
    pub fn keep_other(self, field: &str) {
        let mut other = None;
        self.fields.update_value(|fields| other = fields.keep_other(field));
        if let Some(other) = other {
            self.show(field, &other);
        }
        self.replaced.notify();
        self.tell(None);
        self.keep_now();
        self.send();
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
}
