//! What the pages of the retention plan share.

use contract::retention_plan::{AnswerField, CitizenRetentionPage};
use leptos::prelude::*;

use super::desk::use_retention;
use crate::form::{Field, Problems};
use crate::routes::{RetentionPage, Route};
use crate::text::{Text, text};
use crate::ui::{Alert, BackLink, FieldProblem, LinkButton, SUMMARY_ID, focus_element};

/// Draws what needs the plan's page and what was typed before.
pub(super) fn with_page(
    draw: impl Fn(&CitizenRetentionPage) -> AnyView + Send + Sync + 'static,
) -> AnyView {
    use_retention().draw(draw)
}

/// The way back to the overview.
pub(super) fn back() -> AnyView {
    view! { <BackLink to=Route::Retention(RetentionPage::Overview)/> }.into_any()
}

/// That the plan does not have that move now, and where it is.
pub(super) fn not_now() -> AnyView {
    view! {
        <Alert>
            <p>{text(|t| t.my_retention().not_now)}</p>
            {to_overview()}
        </Alert>
    }
    .into_any()
}

/// The link to the overview.
pub(super) fn to_overview() -> AnyView {
    view! {
        <LinkButton
            to=Route::Retention(RetentionPage::Overview)
            text=text(|t| t.my_retention().to_overview)
        />
    }
    .into_any()
}

/// What is asked in a field.
pub(super) fn field(key: AnswerField, label: Text, hint: Text) -> Field {
    Field::new(key, key.limit(), label).hint(hint)
}

/// Shows what keeps a text from being sent, and leads there; tells whether there is anything.
pub(super) fn is_wrong(problems: Problems, found: Vec<FieldProblem>) -> bool {
    let is_wrong = !found.is_empty();
    problems.set(found);
    if is_wrong {
        // Also when the summary is there already.
        request_animation_frame(|| focus_element(SUMMARY_ID));
    }
    is_wrong
}

/// What is typed in a field, without what surrounds it.
pub(super) fn typed(key: AnswerField) -> String {
    use_retention().form.draft.text(&key.to_string()).trim().to_owned()
}
