//! What is typed and not yet sent (I9), for every form: a set of fields, each with the version
//! it has on the server. Only what changed travels, and two people or devices that change
//! different fields never meet. Knows no form's fields but by name.

mod typed;

use std::collections::{BTreeMap, BTreeSet};

pub(crate) use self::typed::Typed;

use serde::{Deserialize, Serialize};

use crate::job_plan::FieldKey;
use crate::limits;
use crate::problem::{FieldCode, FieldError};
use crate::retention_plan::{AnswerField, RetentionField};
use crate::satisfaction::SatisfactionField;

/// A form whose fields are kept while they are typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum DraftForm {
    /// The citizen's job plan (*Min plan*).
    JobPlan,
    /// The employer's retention plan (*fastholdelsesplan*).
    RetentionPlan,
    /// What the citizen says to a retention plan.
    RetentionAnswer,
    /// The two questions after a conversation.
    Satisfaction,
}

/// Who types in a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DraftOwner {
    /// The citizen of the case.
    Citizen,
    /// Anybody of the case's employer.
    Employer,
}

impl DraftForm {
    /// The stable name used in URLs and in storage.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::JobPlan => "job-plan",
            Self::RetentionPlan => "retention-plan",
            Self::RetentionAnswer => "retention-answer",
            Self::Satisfaction => "satisfaction",
        }
    }

    /// Who types in it. Nobody else ever gets what is typed.
    pub const fn owner(self) -> DraftOwner {
        match self {
            Self::JobPlan | Self::RetentionAnswer | Self::Satisfaction => DraftOwner::Citizen,
            Self::RetentionPlan => DraftOwner::Employer,
        }
    }

    /// What is wrong with the text of a field, if anything: unknown, too long, with control
    /// characters, or with a CPR number where others read it. A half-typed date or number is
    /// fine.
    pub fn check(self, field: &str, value: &str) -> Option<FieldCode> {
        let limit = match self {
            Self::JobPlan => FieldKey::parse(field).map(|key| key.limit()),
            Self::RetentionPlan => RetentionField::parse(field).map(|key| key.limit()),
            Self::RetentionAnswer => AnswerField::parse(field).map(AnswerField::limit),
            Self::Satisfaction => SatisfactionField::parse(field).map(|key| key.part.limit()),
        };
        let Some(limit) = limit else { return Some(FieldCode::Unknown) };
        if self.shows_cpr(field, value) {
            return Some(FieldCode::CprNumber);
        }
        crate::booking::check_text(value, limit)
    }

    /// Does a CPR number stand where others read it? A workplace's P-number has ten digits, too.
    fn shows_cpr(self, field: &str, value: &str) -> bool {
        match self {
            Self::JobPlan => false,
            Self::RetentionPlan if field == "workplace" => rules::mentions_divided_cpr(value),
            Self::RetentionPlan | Self::RetentionAnswer | Self::Satisfaction => {
                rules::mentions_cpr(value)
            }
        }
    }

    /// The list a field belongs to and its row there, where it belongs to one.
    pub fn row(self, field: &str) -> Option<(String, String)> {
        match self {
            Self::JobPlan => FieldKey::parse(field)?.row(),
            Self::RetentionPlan => RetentionField::parse(field)?.row(),
            Self::RetentionAnswer | Self::Satisfaction => None,
        }
    }

    /// Most rows of a list that say something.
    pub const fn most_rows(self) -> usize {
        match self {
            Self::JobPlan | Self::RetentionPlan | Self::RetentionAnswer | Self::Satisfaction => {
                limits::PLAN_STEPS
            }
        }
    }
}

/// A field as it is stored. A field that was never written has version 0 and no text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DraftField {
    /// Which.
    pub field: String,
    /// Its text.
    pub value: String,
    /// Rises with each write.
    pub version: u32,
}

/// `GET /api/citizen/drafts/{form}`: everything typed so far.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Draft {
    /// Rises with each save; the highest version of its fields.
    pub version: u32,
    /// The fields that were ever written, by name.
    pub fields: Vec<DraftField>,
}

impl Draft {
    /// The text of a field; empty when nothing was ever written.
    pub fn value(&self, field: &str) -> &str {
        let known = self.fields.iter().find(|known| known.field == field);
        known.map(|known| known.value.as_str()).unwrap_or_default()
    }

    /// Takes in what changed: writes what merges, and says of each change what became of it.
    /// Everything written gets the same new version.
    pub fn take_in(&mut self, form: DraftForm, changes: &[DraftChange]) -> DraftSaved {
        let mut answer = DraftSaved { version: self.version + 1, ..DraftSaved::default() };
        // Rows emptied in the same save make room for those that are new.
        let (emptied, filled): (Vec<&DraftChange>, Vec<&DraftChange>) =
            changes.iter().partition(|change| says_nothing(&change.value));
        for change in emptied {
            self.take_in_one(form, change, &mut answer, |_| true);
        }
        let mut rows = self.rows(form);
        for change in filled {
            self.take_in_one(form, change, &mut answer, |field| match form.row(field) {
                Some((list, row)) => {
                    let rows = rows.entry(list).or_default();
                    let fits = rows.contains(&row) || rows.len() < form.most_rows();
                    if fits {
                        rows.insert(row);
                    }
                    fits
                }
                None => true,
            });
        }
        let written = |saved: &SavedField| saved.version == answer.version;
        if answer.saved.iter().any(written) {
            self.version = answer.version;
        }
        answer.version = self.version;
        answer
    }

    fn take_in_one(
        &mut self,
        form: DraftForm,
        change: &DraftChange,
        answer: &mut DraftSaved,
        fits: impl FnOnce(&str) -> bool,
    ) {
        let name = &change.field;
        if let Some(code) = form.check(name, &change.value) {
            answer.refused.push(FieldError::new(name, code));
            return;
        }
        let place = self.fields.iter().position(|known| known.field == *name);
        let stored = place.and_then(|place| self.fields.get(place)).cloned().unwrap_or_else(|| {
            DraftField { field: name.clone(), value: String::new(), version: 0 }
        });
        match merge(&stored, change) {
            Merge::Same => {
                answer.saved.push(SavedField { field: name.clone(), version: stored.version });
            }
            Merge::Conflict => answer.conflicts.push(stored),
            Merge::Write => {
                let room = place.is_some() || self.fields.len() < limits::DRAFT_FIELDS;
                if !room || !fits(name) {
                    answer.refused.push(FieldError::new(name, FieldCode::TooMany));
                    return;
                }
                let version = answer.version;
                let written =
                    DraftField { field: name.clone(), value: change.value.clone(), version };
                match place.and_then(|place| self.fields.get_mut(place)) {
                    Some(known) => *known = written,
                    None => self.fields.push(written),
                }
                answer.saved.push(SavedField { field: name.clone(), version });
            }
        }
    }

    /// The rows that say something, list by list.
    fn rows(&self, form: DraftForm) -> BTreeMap<String, BTreeSet<String>> {
        let mut rows: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for field in self.fields.iter().filter(|field| !says_nothing(&field.value)) {
            if let Some((list, row)) = form.row(&field.field) {
                rows.entry(list).or_default().insert(row);
            }
        }
        rows
    }
}

fn says_nothing(text: &str) -> bool {
    text.trim().is_empty()
}

/// A field that was changed, and the version the change builds on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct DraftChange {
    /// Which.
    pub field: String,
    /// The version that was on screen before it was changed.
    pub base: u32,
    /// The new text.
    pub value: String,
}

/// `PATCH /api/citizen/drafts/{form}`: what changed since the last save.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct SaveDraft {
    /// The fields that changed.
    pub changes: Vec<DraftChange>,
}

impl SaveDraft {
    /// What is wrong with the list as a whole: too long, or a field twice.
    pub fn check(&self) -> Vec<FieldError> {
        if self.changes.len() > limits::DRAFT_CHANGES {
            return vec![FieldError::new("changes", FieldCode::TooMany)];
        }
        let mut seen = BTreeSet::new();
        let names = self.changes.iter().map(|change| change.field.as_str()).enumerate();
        let twice = names.filter(|(_, name)| !seen.insert(*name));
        twice
            .map(|(row, _)| FieldError::new(format!("changes[{row}].field"), FieldCode::Overlaps))
            .collect()
    }
}

/// The answer to a save: each change is in exactly one of the lists.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DraftSaved {
    /// The draft's version now.
    pub version: u32,
    /// Stored, each with its new version.
    pub saved: Vec<SavedField>,
    /// Not stored: something else was typed or deleted there meanwhile, and here is what is
    /// there now.
    pub conflicts: Vec<DraftField>,
    /// Not stored: not what the field can hold.
    pub refused: Vec<FieldError>,
    /// Of the fields stored: those whose text looks as if it told what somebody suffers from.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sensitive: Vec<String>,
}

/// A field that was stored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SavedField {
    /// Which.
    pub field: String,
    /// Its version now.
    pub version: u32,
}

/// What becomes of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Merge {
    /// It is written.
    Write,
    /// The same text is there already: a save that was sent again (I3).
    Same,
    /// The field has been changed since by somebody else, which whoever typed this has not seen.
    Conflict,
}

/// What becomes of a change to a field that is stored so. What is stored is replaced only by
/// somebody who had it on screen. An emptied field is no exception: a save that comes late must
/// not bring back what was deleted meanwhile. Only the page knows whether its text was typed
/// since, so the page says whether it is to stand in the emptied field.
pub fn merge(stored: &DraftField, change: &DraftChange) -> Merge {
    if stored.value == change.value {
        Merge::Same
    } else if stored.version == change.base || stored.version == 0 {
        Merge::Write
    } else {
        Merge::Conflict
    }
}

/// `GET /api/citizen/draft-key` and `GET /api/employer/draft-key`: with which key the browser
/// locks up what could not be sent yet. One per person, handed out only to the person (UX rule 2).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DraftKey {
    /// Names the key without naming the person.
    pub id: String,
    /// 256 bits for AES-GCM, in hexadecimal digits.
    pub key: String,
}
