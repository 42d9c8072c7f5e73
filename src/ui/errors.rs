//! Errors of a form: the summary above the heading and the message at the field, word for
//! word the same.

use leptos::prelude::*;

use super::live::live;
use super::page::focus_element;
use crate::text::text;

/// A field at fault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldProblem {
    /// The id of the field's element on the page.
    pub id: String,
    /// What to do about it.
    pub message: String,
}

impl FieldProblem {
    /// A field and what to do about it.
    pub fn new(id: impl Into<String>, message: impl Into<String>) -> Self {
        Self { id: id.into(), message: message.into() }
    }
}

/// The message for the field `id`, as a signal for its `error` prop.
pub fn problem_of(
    problems: RwSignal<Vec<FieldProblem>>,
    id: impl Into<String>,
) -> Signal<Option<String>> {
    let id = id.into();
    Signal::derive(move || problems.with(|problems| first_problem(problems, &id)))
}

/// The first message for the field `id`.
fn first_problem(problems: &[FieldProblem], id: &str) -> Option<String> {
    problems.iter().find(|problem| problem.id == id).map(|problem| problem.message.clone())
}

/// The summary's id, to lead to.
pub const SUMMARY_ID: &str = "error-summary";

/// The error summary. Put it into the page's `above`. It takes the focus whenever the
/// problems are set anew, and disappears with the last one.
#[component]
pub fn ErrorSummary(
    /// The problems, in the order of the fields.
    problems: RwSignal<Vec<FieldProblem>>,
    /// Its id, where the page around has a summary as well.
    #[prop(default = SUMMARY_ID)]
    id: &'static str,
) -> impl IntoView {
    let place = NodeRef::<leptos::html::Div>::new();
    Effect::new(move |before: Option<usize>| {
        let count = problems.with(Vec::len);
        if count > before.unwrap_or_default()
            && let Some(place) = place.get_untracked()
        {
            // In the next frame, when it is no longer hidden.
            request_animation_frame(move || {
                // A summary that cannot take the focus is still read as an alert.
                let _ = place.focus();
            });
        }
        count
    });
    view! {
        <div
            id=id
            class="alert alert-error error-summary"
            class:d-none=move || problems.with(Vec::is_empty)
            role="alert"
            tabindex="-1"
            node_ref=place
        >
            <div class="alert-body">
                <h2 class="alert-heading">{text(|t| t.common.problems)}</h2>
                <ul class="alert-text nobullet-list">
                    {live(move || problems.get().into_iter().map(summary_line).collect_view().into_any())}
                </ul>
            </div>
        </div>
    }
    .into_any()
}

fn summary_line(problem: FieldProblem) -> impl IntoView {
    let id = problem.id.clone();
    view! {
        <li>
            <a
                class="function-link"
                href=format!("#{}", problem.id)
                on:click=move |event| {
                    event.prevent_default();
                    event.stop_propagation();
                    focus_element(&id);
                }
            >
                {problem.message}
            </a>
        </li>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_message_of_a_field_counts() {
        let problems = [FieldProblem::new("note", "a"), FieldProblem::new("note", "b")];
        assert_eq!(first_problem(&problems, "note").as_deref(), Some("a"));
        assert_eq!(first_problem(&problems, "name"), None);
    }
}
