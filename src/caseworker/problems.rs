//! Telling in a form's summary what is wrong with it.

use leptos::prelude::*;

use crate::ui::FieldProblem;

/// Shows in the summary what is wrong. It is empty for a moment, so that it takes the focus
/// also when the same is wrong again.
pub fn show_problems(problems: RwSignal<Vec<FieldProblem>>, all: Vec<FieldProblem>) {
    problems.set(Vec::new());
    if !all.is_empty() {
        request_animation_frame(move || {
            // The page may be gone by now.
            problems.try_set(all);
        });
    }
}
