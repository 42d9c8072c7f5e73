//! The fields of a draft as they are on screen, and how they meet what the server has. Plain
//! data: no timer, no HTTP. No text that was typed or stored is ever dropped unseen (I9).

use std::collections::BTreeMap;

use contract::draft::{Draft, DraftChange, DraftField, DraftForm, DraftSaved};
use contract::limits;
use contract::problem::FieldCode;

/// How many texts that were sent and not answered for are remembered.
const UNANSWERED_KEPT: usize = 8;

/// A field as it is on screen.
#[derive(Clone, Debug, Default, PartialEq)]
struct Field {
    /// On screen.
    text: String,
    /// What the server had when it was last heard of.
    stored: String,
    /// Its version.
    version: u32,
    /// Sent, and not answered for sure: the server may have it.
    unanswered: Vec<String>,
    /// Typed elsewhere meanwhile, on another device or in another window of this browser: the
    /// person picks. From the server it is newer than `version`.
    conflict: Option<DraftField>,
    /// A text the server would not take, and why: it is not sent again.
    turned_down: Option<(String, FieldCode)>,
}

impl Field {
    fn is_dirty(&self) -> bool {
        self.text != self.stored
    }

    /// Why its text cannot be stored as it stands.
    fn refused(&self, form: DraftForm, name: &str) -> Option<FieldCode> {
        // Asked of every field at every letter: most have nothing new to check.
        if !self.is_dirty() {
            return None;
        }
        let turned_down = self.turned_down.as_ref().filter(|(text, _)| *text == self.text);
        turned_down.map(|(_, why)| *why).or_else(|| form.check(name, &self.text))
    }

    /// Meets what the server has. Tells whether the text on screen was replaced. What is older
    /// than what is known already says nothing: answers overtake each other.
    fn meet(&mut self, stored: DraftField) -> bool {
        let known = self.conflict.as_ref().map_or(self.version, |other| other.version);
        if stored.version < known.max(self.version) {
            return false;
        }
        let was_dirty = self.is_dirty();
        let ours = stored.value == self.stored || self.unanswered.contains(&stored.value);
        // Where the other text is none, nothing is lost by writing over it.
        if was_dirty && !ours && !stored.value.is_empty() && stored.value != self.text {
            self.conflict = Some(stored);
            return false;
        }
        self.conflict = self.conflict.take().filter(|other| self.is_unstored(other));
        self.version = stored.version;
        self.stored = stored.value;
        if was_dirty || self.text == self.stored {
            return false;
        }
        self.text.clone_from(&self.stored);
        true
    }

    /// Is the other text from this browser, rather than from the server?
    fn is_unstored(&self, other: &DraftField) -> bool {
        other.version <= self.version && other.value != self.stored
    }
}

/// All fields that were ever shown or stored, by name.
#[derive(Clone, Debug, PartialEq)]
pub struct Fields {
    form: DraftForm,
    fields: BTreeMap<String, Field>,
    /// The draft's version up to which everything was on this screen.
    seen: u32,
}

impl Fields {
    /// No field yet.
    pub fn new(form: DraftForm) -> Self {
        Self { form, fields: BTreeMap::new(), seen: 0 }
    }

    /// The text on screen; empty for a field nobody has written in.
    pub fn text(&self, name: &str) -> &str {
        self.fields.get(name).map(|field| field.text.as_str()).unwrap_or_default()
    }

    /// The names of the fields that say something, here or elsewhere.
    pub fn said(&self) -> impl Iterator<Item = &str> {
        self.fields
            .iter()
            .filter(|(_, field)| !field.text.trim().is_empty() || field.conflict.is_some())
            .map(|(name, _)| name.as_str())
    }

    /// Says a field something here that the server does not have?
    pub fn is_unsent(&self, name: &str) -> bool {
        self.fields.get(name).is_some_and(|field| field.is_dirty() && !field.text.is_empty())
    }

    /// Everything on screen, as the server would have it. Its version is the last of which
    /// everything was on this screen: what another device has written since was not.
    pub fn draft(&self) -> Draft {
        let field = |(name, field): (&String, &Field)| DraftField {
            field: name.clone(),
            value: field.text.clone(),
            version: field.version,
        };
        Draft { version: self.seen, fields: self.fields.iter().map(field).collect() }
    }

    /// Writes a text; tells whether it is another one.
    pub fn edit(&mut self, name: &str, text: String) -> bool {
        match self.fields.get_mut(name) {
            Some(field) if field.text == text => false,
            Some(field) => {
                // A row that is emptied makes room for one that was too many.
                let makes_room = text.is_empty();
                field.text = text;
                if makes_room {
                    self.fields.values_mut().for_each(|field| field.turned_down = None);
                }
                true
            }
            None if text.is_empty() => false,
            None => {
                let field = Field { text, ..Field::default() };
                self.fields.insert(name.to_owned(), field);
                true
            }
        }
    }

    /// What has to be sent: changed, acceptable, and not waiting for the person to pick.
    pub fn changes(&self) -> Vec<DraftChange> {
        self.fields
            .iter()
            .filter(|(name, field)| {
                let ready = field.is_dirty() && field.conflict.is_none();
                ready && field.refused(self.form, name).is_none()
            })
            .take(limits::DRAFT_CHANGES)
            .map(|(name, field)| change(name, field, &field.text))
            .collect()
    }

    /// Remembers that these are on their way.
    pub fn sending(&mut self, changes: &[DraftChange]) {
        for change in changes {
            if let Some(field) = self.fields.get_mut(&change.field)
                && !field.unanswered.contains(&change.value)
            {
                field.unanswered.push(change.value.clone());
                // Off line they would grow without end; an older one can at worst cause a question.
                let old = field.unanswered.len().saturating_sub(UNANSWERED_KEPT);
                field.unanswered.drain(..old);
            }
        }
    }

    /// Takes the answer to `sent`. Tells which texts on screen were replaced.
    pub fn take(&mut self, sent: &[DraftChange], answer: DraftSaved) -> Vec<String> {
        // One more than was seen, and written by this save: nobody else wrote in between.
        let own = answer.version == self.seen + 1 && !answer.saved.is_empty();
        if own {
            self.seen = answer.version;
        }
        for saved in answer.saved {
            let value = sent.iter().find(|change| change.field == saved.field);
            if let (Some(change), Some(field)) = (value, self.fields.get_mut(&saved.field))
                && saved.version >= field.version
            {
                field.version = saved.version;
                field.stored.clone_from(&change.value);
                field.unanswered.clear();
                // A text met meanwhile that is newer than this one is still to be picked.
                field.conflict =
                    field.conflict.take().filter(|other| other.version > saved.version);
            }
        }
        for refused in answer.refused {
            if let Some(field) = self.fields.get_mut(&refused.field) {
                let sent = sent.iter().find(|change| change.field == refused.field);
                field.turned_down = sent.map(|change| (change.value.clone(), refused.code));
            }
        }
        self.meet_all(answer.conflicts)
    }

    /// Takes over what the server has, field by field. Tells which texts on screen were
    /// replaced.
    pub fn refresh(&mut self, draft: Draft) -> Vec<String> {
        self.seen = self.seen.max(draft.version);
        for field in self.fields.values_mut() {
            // What could not be written then may be written now.
            field.turned_down.take_if(|(_, why)| *why == FieldCode::NotNow);
        }
        self.meet_all(draft.fields)
    }

    fn meet_all(&mut self, stored: Vec<DraftField>) -> Vec<String> {
        let mut replaced = Vec::new();
        for stored in stored {
            let name = stored.field.clone();
            let field = self.fields.entry(name.clone()).or_default();
            if field.meet(stored) {
                replaced.push(name);
            }
        }
        replaced
    }

    /// What the server does not have yet, for the browser's own copy: the text, then what may
    /// have reached the server of it.
    pub fn unsent(&self) -> Vec<DraftChange> {
        let mut unsent = Vec::new();
        for (name, field) in self.fields.iter().filter(|(_, field)| field.is_dirty()) {
            unsent.push(change(name, field, &field.text));
            unsent.extend(field.unanswered.iter().map(|text| change(name, field, text)));
        }
        // No CPR number in a browser's storage, not even locked up (I8).
        unsent.retain(|change| {
            self.form.check(&change.field, &change.value) != Some(FieldCode::CprNumber)
        });
        unsent
    }

    /// Brings back what [`Fields::unsent`] gave, after the server's draft has been taken over.
    /// What is on screen and unsent stays there; another text kept becomes the person's to
    /// pick. Tells which texts on screen were replaced.
    pub fn restore(&mut self, kept: Vec<DraftChange>) -> Vec<String> {
        let mut by_field: BTreeMap<String, Vec<DraftChange>> = BTreeMap::new();
        for change in kept {
            by_field.entry(change.field.clone()).or_default().push(change);
        }
        let mut replaced = Vec::new();
        for (name, mut changes) in by_field {
            let kept = changes.remove(0);
            let earlier = changes.into_iter().map(|change| change.value).collect();
            let field = self.fields.entry(name.clone()).or_default();
            if field.is_dirty() {
                let other = DraftField { field: name, value: kept.value, version: field.version };
                let is_other = other.value != field.text && !other.value.is_empty();
                if is_other && field.conflict.is_none() {
                    field.conflict = Some(other);
                }
            } else if kept.value != field.stored {
                let now = DraftField {
                    field: name.clone(),
                    value: field.stored.clone(),
                    version: field.version,
                };
                let stored = if kept.base == now.version { &*now.value } else { "" };
                *field = Field {
                    text: kept.value,
                    stored: stored.to_owned(),
                    version: kept.base.min(now.version),
                    unanswered: earlier,
                    ..Field::default()
                };
                field.meet(now);
                replaced.push(name);
            }
        }
        replaced
    }

    /// What is wrong with what is typed, by field.
    pub fn refused(&self) -> Vec<(String, FieldCode)> {
        let wrong = |(name, field): (&String, &Field)| {
            Some((name.clone(), field.refused(self.form, name)?))
        };
        self.fields.iter().filter_map(wrong).collect()
    }

    /// The fields where the person has to pick, with what is stored.
    pub fn conflicts(&self) -> Vec<DraftField> {
        self.fields.values().filter_map(|field| field.conflict.clone()).collect()
    }

    /// Is there anything the server does not have?
    pub fn is_dirty(&self) -> bool {
        self.fields.values().any(Field::is_dirty)
    }

    /// The person keeps what is on screen: it replaces what is stored.
    pub fn keep_mine(&mut self, name: &str) {
        if let Some(field) = self.fields.get_mut(name)
            && let Some(other) = field.conflict.take()
            && !field.is_unstored(&other)
        {
            field.version = other.version;
            field.stored = other.value;
            field.unanswered.clear();
        }
    }

    /// The person takes the other text; gives it.
    pub fn keep_other(&mut self, name: &str) -> Option<String> {
        let field = self.fields.get_mut(name)?;
        let other = field.conflict.take()?;
        field.text.clone_from(&other.value);
        if !field.is_unstored(&other) {
            field.version = other.version;
            field.stored = other.value;
            field.unanswered.clear();
        }
        Some(field.text.clone())
    }
}

fn change(name: &str, field: &Field, text: &str) -> DraftChange {
    DraftChange { field: name.to_owned(), base: field.version, value: text.to_owned() }
}

#[cfg(test)]
mod tests;
