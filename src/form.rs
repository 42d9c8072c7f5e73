//! The fields of a form whose texts are kept while they are typed (`crate::draft`): text, day,
//! number, choice, and lists of rows; each with its problem, and with the choice when it was
//! written in two places. Knows no form: names, limits and labels come from the pages.

mod conflict;
mod fields;
mod rows;
mod saving_line;

use std::collections::BTreeSet;

use leptos::prelude::*;

pub use self::fields::{Field, area, area_of, check, day, line, radios, short, time};
pub use self::rows::{Rows, add_row, row_frame};
pub use self::saving_line::SavingLine;
use crate::draft::{DraftPlace, FormDraft};
use crate::ui::FieldProblem;

/// What is wrong on a screen, for its fields.
pub type Problems = RwSignal<Vec<FieldProblem>>;

/// A form. Lives above its pages.
#[derive(Clone, Copy)]
pub struct Form {
    /// What is typed.
    pub draft: FormDraft,
    /// Fields on screen in which a day is typed that is none: the browser keeps it, the draft
    /// cannot.
    pub unreadable: RwSignal<BTreeSet<String>>,
}

impl Form {
    /// An empty form.
    pub fn start(place: DraftPlace) -> Self {
        Self { draft: FormDraft::start(place), unreadable: RwSignal::new(BTreeSet::new()) }
    }

    /// Notes that what is typed in a field is no day, or is one again.
    fn set_unreadable(self, field: &str, is_none: bool) {
        let known = self.unreadable.with_untracked(|fields| fields.contains(field));
        if known != is_none {
            self.unreadable.update(|fields| {
                if is_none {
                    fields.insert(field.to_owned());
                } else {
                    fields.remove(field);
                }
            });
        }
    }
}

/// The id of a field's element: its name, in characters that every selector takes.
pub fn element_id(field: &str) -> String {
    format!("plan-{}", field.replace('.', "-"))
}
