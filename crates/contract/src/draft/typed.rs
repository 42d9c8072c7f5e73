//! Reading a form out of what is typed: the texts by what they are, and what must be mended
//! before the form can be sent. Shared by every form; knows none of them.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Display;

use chrono::{Datelike, NaiveDate};
use rules::{RampFindingKind, RampUpStep, WeeklyHours, ramp};

use super::Draft;
use crate::job_plan::{RampPart, RowId};
use crate::limits;
use crate::problem::{FieldCode, FieldError};

/// The fields of a form that say something, and what is wrong with them.
pub(crate) struct Typed<'a, K> {
    fields: BTreeMap<K, &'a str>,
    /// What must be mended.
    pub errors: Vec<FieldError>,
}

impl<'a, K: Ord + Display> Typed<'a, K> {
    /// The fields of a draft that say something and that `key` knows.
    pub fn new(draft: &'a Draft, key: impl Fn(&str) -> Option<K>) -> Self {
        let said = draft.fields.iter().filter(|field| !field.value.trim().is_empty());
        let fields =
            said.filter_map(|field| Some((key(&field.field)?, field.value.trim()))).collect();
        Self { fields, errors: Vec::new() }
    }

    /// Does it say nothing at all?
    pub fn is_empty(&self) -> bool {
        self.fields.is_empty()
    }

    /// Does the field say something?
    pub fn says(&self, key: &K) -> bool {
        self.fields.contains_key(key)
    }

    /// Notes what is wrong with a field.
    pub fn wrong(&mut self, key: &K, code: FieldCode) {
        self.errors.push(FieldError::new(key.to_string(), code));
    }

    /// Notes a field that must say something and does not.
    pub fn must_say(&mut self, key: &K) {
        if !self.says(key) {
            self.wrong(key, FieldCode::Missing);
        }
    }

    /// The field's text.
    pub fn text(&self, key: &K) -> String {
        self.fields.get(key).copied().unwrap_or_default().to_owned()
    }

    /// Reads a field; what cannot be read must be mended.
    pub fn parse<T>(&mut self, key: &K, parse: impl Fn(&str) -> Option<T>) -> Option<T> {
        let text = self.fields.get(key)?;
        let value = parse(text);
        if value.is_none() {
            self.wrong(key, FieldCode::Unknown);
        }
        value
    }

    /// A day.
    pub fn day(&mut self, key: &K) -> Option<NaiveDate> {
        self.parse(key, |text| {
            text.parse().ok().filter(|day: &NaiveDate| limits::YEARS.contains(&day.year()))
        })
    }

    /// The rows of a list that say something, in the order they were made.
    pub fn rows(&self, row_of: impl Fn(&K) -> Option<&RowId>) -> Vec<RowId> {
        let ids: BTreeSet<&RowId> = self.fields.keys().filter_map(row_of).collect();
        ids.into_iter().cloned().collect()
    }

    /// The way up in order of its days: the rows that can be read. What cannot stand (gaps,
    /// overlaps, more than the normal hours) must be mended.
    pub fn ramp(
        &mut self,
        rows: Vec<RowId>,
        key: impl Fn(&RowId, RampPart) -> K,
        normal: Option<WeeklyHours>,
    ) -> Vec<(RowId, RampUpStep)> {
        let mut steps: Vec<(RowId, RampUpStep)> = Vec::new();
        for row in rows {
            steps.extend(self.ramp_row(&row, &key).map(|step| (row, step)));
        }
        steps.sort_by_key(|(_, step)| (step.from, step.to));
        let ramp: Vec<RampUpStep> = steps.iter().map(|(_, step)| *step).collect();
        for finding in ramp::findings(&ramp, normal) {
            let Some((row, _)) = steps.get(finding.step) else { continue };
            let (part, code) = match finding.kind {
                RampFindingKind::EndsBeforeItBegins => (RampPart::To, FieldCode::EndNotAfterStart),
                RampFindingKind::Overlaps => (RampPart::From, FieldCode::Overlaps),
                RampFindingKind::Gap => (RampPart::From, FieldCode::Gap),
                RampFindingKind::OverNormalHours => (RampPart::Hours, FieldCode::OutOfRange),
                RampFindingKind::Decreases | RampFindingKind::CountsAsRecovered => continue,
            };
            self.wrong(&key(row, part), code);
        }
        steps
    }

    fn ramp_row(
        &mut self,
        row: &RowId,
        key: &impl Fn(&RowId, RampPart) -> K,
    ) -> Option<RampUpStep> {
        for part in RampPart::ALL {
            self.must_say(&key(row, part));
        }
        let from = self.day(&key(row, RampPart::From));
        let to = self.day(&key(row, RampPart::To));
        let hours = self.parse(&key(row, RampPart::Hours), WeeklyHours::parse);
        Some(RampUpStep { from: from?, to: to?, hours: hours? })
    }
}
