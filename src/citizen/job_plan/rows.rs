//! Lists whose rows people add and take away: steps, and the periods of the way up. A row is
//! there as long as one of its fields says something, or it was added just now.

use std::collections::BTreeSet;

use contract::job_plan::{FieldKey, RowId};
use leptos::prelude::*;

use super::desk::use_plan;
use crate::draft::{Fields, FormDraft};

/// The rows of a list on screen.
#[derive(Clone, Copy)]
pub(super) struct Rows {
    /// The rows, in the order they were made.
    pub ids: RwSignal<Vec<RowId>>,
    draft: FormDraft,
}

impl Rows {
    /// The rows for which `row_of` finds fields that say something; they follow what another
    /// device adds.
    pub fn of(row_of: impl Fn(&FieldKey) -> Option<RowId> + Send + Sync + 'static) -> Self {
        let draft = use_plan().draft;
        let ids = RwSignal::new(draft.with(|fields| rows_said(fields, &row_of)));
        Effect::new(move || {
            draft.replaced.track();
            draft.conflicts.track();
            let said = draft.with(|fields| rows_said(fields, &row_of));
            let missing = said.iter().any(|id| ids.with_untracked(|ids| !ids.contains(id)));
            if missing {
                ids.update(|ids| {
                    let all: BTreeSet<RowId> = ids.drain(..).chain(said).collect();
                    ids.extend(all);
                });
            }
        });
        Self { ids, draft }
    }

    /// Adds an empty row; gives its id.
    pub fn add(self) -> Option<RowId> {
        let id = new_row()?;
        self.ids.update(|ids| ids.push(id.clone()));
        Some(id)
    }

    /// Takes a row away, and with it what it says.
    pub fn remove(self, id: &RowId, fields: impl IntoIterator<Item = FieldKey>) {
        for field in fields {
            self.draft.write(&field.to_string(), String::new());
        }
        self.ids.update(|ids| ids.retain(|own| own != id));
    }
}

fn rows_said(fields: &Fields, row_of: &impl Fn(&FieldKey) -> Option<RowId>) -> Vec<RowId> {
    let ids: BTreeSet<RowId> =
        fields.said().filter_map(|name| row_of(&FieldKey::parse(name)?)).collect();
    ids.into_iter().collect()
}

/// A new row's id: the time in base 36, so that rows sort as they were made, and some letters,
/// so that two devices do not make the same.
fn new_row() -> Option<RowId> {
    let time = base36(js_sys::Date::now() as u64);
    let chance = base36((js_sys::Math::random() * 1e9) as u64);
    RowId::parse(&format!("{time}{chance}"))
}

fn base36(mut number: u64) -> String {
    const DIGITS: &[u8; 36] = b"0123456789abcdefghijklmnopqrstuvwxyz";
    let mut digits = Vec::new();
    while number > 0 {
        digits.extend(DIGITS.get((number % 36) as usize).copied().map(char::from));
        number /= 36;
    }
    digits.into_iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_base_36_sort_like_the_time() {
        assert_eq!(base36(35), "z");
        assert_eq!(base36(36), "10");
        assert!(base36(1_790_000_000_000) < base36(1_790_000_000_036));
    }
}
