//! Lists whose rows people add and take away: steps, and the periods of the way up. A row is
//! there as long as one of its fields says something, or it was added just now.

use std::collections::BTreeSet;

use contract::job_plan::RowId;
use contract::limits;
use leptos::prelude::*;

use super::Form;
use crate::draft::{Fields, FormDraft};
use crate::text::{Text, fill, text_of};
use crate::ui::{Button, focus_element, live};

/// The rows of a list on screen.
#[derive(Clone, Copy)]
pub struct Rows {
    /// The rows, in the order they were made.
    pub ids: RwSignal<Vec<RowId>>,
    draft: FormDraft,
}

impl Rows {
    /// The rows of the fields that say something and for whose names `row_of` knows one; they
    /// follow what another device adds.
    pub fn of(form: Form, row_of: impl Fn(&str) -> Option<RowId> + Send + Sync + 'static) -> Self {
        let draft = form.draft;
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
    pub fn remove(self, id: &RowId, fields: &[String]) {
        for field in fields {
            self.draft.write(field, String::new());
        }
        self.ids.update(|ids| ids.retain(|own| own != id));
    }
}

fn rows_said(fields: &Fields, row_of: &impl Fn(&str) -> Option<RowId>) -> Vec<RowId> {
    let ids: BTreeSet<RowId> = fields.said().filter_map(row_of).collect();
    ids.into_iter().collect()
}

/// A row with its number and the button that takes it away, with all its fields.
pub fn row_frame(
    legend: Text,
    parts: AnyView,
    remove: Text,
    rows: Rows,
    row: RowId,
    fields: Vec<String>,
) -> AnyView {
    let on_remove = move |()| {
        rows.remove(&row, &fields);
        focus_element(ADD_ID);
    };
    view! {
        <fieldset class="plan-entry">
            <legend class="h3">{legend}</legend>
            {parts}
            <Button text=remove on_click=on_remove/>
        </fieldset>
    }
    .into_any()
}

/// The id of the button that adds a row.
const ADD_ID: &str = "plan-add";

/// The button that adds a row, until there are as many as there may be. The focus goes to the
/// element that `first_field` names.
pub fn add_row(
    rows: Rows,
    words: Text,
    first_field: impl Fn(RowId) -> String + Copy + Send + Sync + 'static,
) -> AnyView {
    let add = move |_| {
        if let Some(row) = rows.add() {
            let id = first_field(row);
            // The row is drawn first.
            request_animation_frame(move || focus_element(&id));
        }
    };
    live(move || {
        if rows.ids.with(Vec::len) >= limits::PLAN_STEPS {
            let words = text_of(|t| fill(t.form().most_rows, &[&limits::PLAN_STEPS.to_string()]));
            return view! { <p id=ADD_ID tabindex="-1">{words}</p> }.into_any();
        }
        view! {
            <p>
                <button type="button" id=ADD_ID class="button button-secondary" on:click=add>
                    {words}
                </button>
            </p>
        }
        .into_any()
    })
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
