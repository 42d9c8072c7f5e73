//! The fields of a draft as they are on screen, and how they meet what the server has. Plain
//! data: no timer, no HTTP. No text that was typed or stored is ever dropped unseen (I9).

use std::collections::BTreeMap;

use contract::draft::{Draft, DraftChange, DraftField, DraftForm, DraftSaved};
use contract::limits;
use contract::problem::FieldCode;

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
    /// Typed elsewhere meanwhile: the person picks.
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
        let turned_down =
            self.turned_down.as_ref().filter(|(text, _)| *text == self.text).map(|(_, why)| *why);
        turned_down.or_else(|| form.check(name, &self.text)).filter(|_| self.is_dirty())
    }

    /// Meets what the server has. Tells whether the text on screen was replaced.
    fn meet(&mut self, stored: DraftField) -> bool {
        let was_dirty = self.is_dirty();
        let ours = stored.value == self.stored || self.unanswered.contains(&stored.value);
        if was_dirty && !ours && !stored.value.is_empty() && stored.value != self.text {
            self.conflict = Some(stored);
            return false;
        }
        self.conflict = None;
        self.version = stored.version;
        self.stored = stored.value;
        if was_dirty || self.text == self.stored {
            return false;
        }
        self.text.clone_from(&self.stored);
        true
    }
}

/// All fields that were ever shown or stored, by name.
#[derive(Clone, Debug, PartialEq)]
pub struct Fields {
    form: DraftForm,
    fields: BTreeMap<String, Field>,
}

impl Fields {
    /// No field yet.
    pub fn new(form: DraftForm) -> Self {
        Self { form, fields: BTreeMap::new() }
    }

    /// The text on screen; empty for a field nobody has written in.
    pub fn text(&self, name: &str) -> &str {
        self.fields.get(name).map(|field| field.text.as_str()).unwrap_or_default()
    }

    /// The names of the fields that say something.
    pub fn said(&self) -> impl Iterator<Item = &str> {
        self.fields
            .iter()
            .filter(|(_, field)| !field.text.trim().is_empty())
            .map(|(name, _)| name.as_str())
    }

    /// Everything on screen, as the server would have it.
    pub fn draft(&self) -> Draft {
        let field = |(name, field): (&String, &Field)| DraftField {
            field: name.clone(),
            value: field.text.clone(),
            version: field.version,
        };
        Draft {
            version: self.fields.values().map(|field| field.version).max().unwrap_or_default(),
            fields: self.fields.iter().map(field).collect(),
        }
    }

    /// Writes a text; tells whether it is another one.
    pub fn edit(&mut self, name: &str, text: String) -> bool {
        match self.fields.get_mut(name) {
            Some(field) if field.text == text => false,
            Some(field) => {
                field.text = text;
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
            }
        }
    }

    /// Takes the answer to `sent`. Tells which texts on screen were replaced.
    pub fn take(&mut self, sent: &[DraftChange], answer: DraftSaved) -> Vec<String> {
        for saved in answer.saved {
            let value = sent.iter().find(|change| change.field == saved.field);
            if let (Some(change), Some(field)) = (value, self.fields.get_mut(&saved.field)) {
                field.version = saved.version;
                field.stored.clone_from(&change.value);
                field.unanswered.clear();
                field.conflict = None;
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
        unsent
    }

    /// Brings back what [`Fields::unsent`] gave, after the server's draft has been taken over
    /// and before anybody types.
    pub fn restore(&mut self, kept: Vec<DraftChange>) {
        let mut earlier: BTreeMap<String, Vec<DraftChange>> = BTreeMap::new();
        for change in kept {
            earlier.entry(change.field.clone()).or_default().push(change);
        }
        for (name, mut changes) in earlier {
            let first = changes.remove(0);
            let now = self.fields.remove(&name).unwrap_or_default();
            let same_base = now.version == first.base;
            let mut field = Field {
                text: first.value,
                stored: if same_base { now.stored.clone() } else { String::new() },
                version: first.base,
                unanswered: changes.into_iter().map(|change| change.value).collect(),
                ..Field::default()
            };
            field.meet(DraftField { field: name.clone(), value: now.text, version: now.version });
            self.fields.insert(name, field);
        }
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
            && let Some(stored) = field.conflict.take()
        {
            field.version = stored.version;
            field.stored = stored.value;
            field.unanswered.clear();
        }
    }

    /// The person takes what is stored; gives it.
    pub fn keep_stored(&mut self, name: &str) -> Option<String> {
        let field = self.fields.get_mut(name)?;
        let stored = field.conflict.take()?;
        field.version = stored.version;
        field.text.clone_from(&stored.value);
        field.stored = stored.value;
        field.unanswered.clear();
        Some(field.text.clone())
    }
}

fn change(name: &str, field: &Field, text: &str) -> DraftChange {
    DraftChange { field: name.to_owned(), base: field.version, value: text.to_owned() }
}

#[cfg(test)]
mod tests;
