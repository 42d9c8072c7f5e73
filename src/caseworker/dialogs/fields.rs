//! A dialog with several fields. What is wrong is told at each and in the summary, by the page and by
//! the server alike. Knows none of the fields.

use contract::problem::FieldError;
use leptos::prelude::*;

use super::{Answer, SendingDialog};
use crate::api::ApiError;
use crate::caseworker::problems::show_problems;
use crate::form::Problems;
use crate::text::Text;
use crate::ui::{FieldProblem, Sending};

/// Asks for several fields and sends what they make. After a refusal all of it is still there.
#[component]
pub fn FieldsDialog<T: 'static>(
    /// Its id.
    id: &'static str,
    /// The heading.
    heading: Text,
    /// What it is for.
    lead: Text,
    /// The button that does it.
    confirm: Text,
    /// The fields.
    fields: impl FnOnce(Problems) -> AnyView + Send + 'static,
    /// What they make, or what is wrong with them; tracks what is typed.
    read: Callback<(), Result<T, Vec<FieldError>>>,
    /// What is wrong with a field, in words.
    in_words: Callback<FieldError, FieldProblem>,
    /// Sending what they make.
    send: Callback<T, Answer>,
    /// What else is on its way from the page.
    #[prop(default = Sending::new())]
    sending: Sending,
    /// It is done.
    on_done: Callback<()>,
    /// Leaving it.
    on_close: Callback<()>,
) -> impl IntoView {
    let problems = Problems::default();
    let words = move |errors: Vec<FieldError>| -> Vec<FieldProblem> {
        errors.into_iter().map(|error| in_words.run(error)).collect()
    };
    // A message goes away as soon as its field is mended.
    Effect::new(move || {
        let now = words(read.run(()).err().unwrap_or_default());
        let still = |problem: &FieldProblem| now.iter().any(|other| other.id == problem.id);
        if problems.with_untracked(|problems| !problems.iter().all(still)) {
            problems.update(|problems| problems.retain(still));
        }
    });
    let send = Callback::new(move |()| match untrack(|| read.run(())) {
        Ok(made) => {
            problems.set(Vec::new());
            let answer = send.run(made);
            Some(Box::pin(async move {
                let answer = answer.await;
                // The dialog may be gone by now.
                if let Err(ApiError::Problem(problem)) = &answer
                    && problems.try_get_untracked().is_some()
                {
                    show_problems(problems, words(problem.errors.clone()));
                }
                answer
            }) as Answer)
        }
        Err(errors) => {
            show_problems(problems, words(errors));
            None
        }
    });
    view! {
        <SendingDialog id heading lead confirm problems send sending on_done on_close>
            {fields(problems)}
        </SendingDialog>
    }
    .into_any()
}
