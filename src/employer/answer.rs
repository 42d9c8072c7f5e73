//! Answering the municipality's question.

use contract::problem::FieldCode;
use contract::retention_plan::{EmployerRetentionMove, EmployerRetentionPage, RetentionField};
use contract::rules::EmployerMove;
use leptos::prelude::*;

use super::decline::not_now;
use super::desk::{CaseDesk, with_page};
use super::plan::question;
use super::problems::{of_note, problem};
use crate::form::{self, Field, Problems, SavingLine};
use crate::router::use_replace;
use crate::routes::{EmployerPage, Route};
use crate::text::{text, use_texts};
use crate::ui::{BackLink, Button, ButtonKind, ErrorSummary, Page};

/// Answering.
#[component]
pub(super) fn AnswerPage(
    /// Whose plan.
    desk: CaseDesk,
) -> impl IntoView {
    let problems: Problems = RwSignal::default();
    let above = view! {
        <BackLink to=Route::Employer(EmployerPage::Plan(desk.case))/>
        <ErrorSummary problems=problems/>
    };
    view! {
        <Page title=text(|t| t.employer().answer_title) above=above.into_any()>
            {desk.moving.outcome()}
            {with_page(desk, move |known| fields(desk, known, problems))}
        </Page>
    }
    .into_any()
}

fn fields(desk: CaseDesk, known: &EmployerRetentionPage, problems: Problems) -> AnyView {
    if known.case_closed || !known.moves.contains(&EmployerMove::Answer) {
        return not_now(desk);
    }
    let (texts, done) = (use_texts(), use_replace());
    let version = known.course.as_ref().map_or(0, |course| course.course.last_version());
    let key = RetentionField::Answer;
    let field = Field::new(&key, key.limit(), text(|t| t.employer().answer_field))
        .hint(text(|t| t.employer().answer_hint));
    let typed = move || desk.form.draft.text(&RetentionField::Answer.to_string()).trim().to_owned();
    let answer = move |()| {
        let refused = desk.form.draft.with(|fields| of_note(fields, &RetentionField::Answer));
        let wrong = refused.or_else(|| typed().is_empty().then_some(FieldCode::Missing));
        let key = RetentionField::Answer;
        problems.set(wrong.map(|code| problem(texts(), &key, code)).into_iter().collect());
        if wrong.is_some() || desk.picks(&key) {
            return;
        }
        let done = done.clone();
        let body = move |text| EmployerRetentionMove::Answer { version, text };
        desk.moving.make_with_note(desk, key, body, move || {
            done(Route::Employer(EmployerPage::Receipt(desk.case)));
        });
    };
    view! {
        {question(known)}
        {form::area(desk.form, field, problems)}
        <SavingLine form=desk.form/>
        <Button
            kind=ButtonKind::Primary
            class="button-wide"
            text=text(|t| t.employer().answer_now)
            on_click=answer
            busy=desk.moving.busy()
        />
    }
    .into_any()
}
