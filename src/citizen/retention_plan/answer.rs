//! Answering the municipality's question.

use contract::retention_plan::{AnswerField, CitizenRetentionMove, CitizenRetentionPage};
use leptos::prelude::*;

use super::desk::use_retention;
use super::next::{Next, next};
use super::next_card::asked;
use super::problems::problem;
use super::screen::{back, field, is_wrong, not_now, typed, with_page};
use super::sending::Attempted;
use crate::form::{Problems, SavingLine, area};
use crate::router::use_replace;
use crate::routes::{RetentionPage, Route};
use crate::text::{text, use_texts};
use crate::ui::{Button, ButtonKind, ErrorSummary, Page};

/// Answering.
#[component]
pub(super) fn AnswerPage() -> impl IntoView {
    let attempted = Attempted::new(use_retention());
    let problems: Problems = RwSignal::default();
    let above = view! { {back()} <ErrorSummary problems=problems/> };
    view! {
        <Page title=text(|t| t.my_retention().answer_title) above=above.into_any()>
            {attempted.outcome()}
            {with_page(move |page| body(page, attempted, problems))}
        </Page>
    }
    .into_any()
}

fn body(page: &CitizenRetentionPage, attempted: Attempted, problems: Problems) -> AnyView {
    let Next::Answer(question) = next(page) else { return not_now() };
    let version = page.course.as_ref().map_or(0, |view| view.course.last_version());
    let (form, texts, done) = (use_retention().form, use_texts(), use_replace());
    let send = move |()| {
        let words = typed(AnswerField::Answer);
        let wrong = problem(texts(), AnswerField::Answer, &words, true);
        if !is_wrong(problems, wrong.into_iter().collect()) {
            let done = done.clone();
            attempted.make(CitizenRetentionMove::Answer { version, text: words }, move || {
                done(Route::Retention(RetentionPage::Overview));
            });
        }
    };
    let answer = field(
        AnswerField::Answer,
        text(|t| t.my_retention().answer_field),
        text(|t| t.my_retention().answer_hint),
    );
    view! {
        {question.map(asked)}
        {area(form, answer, problems)}
        <SavingLine form/>
        <Button
            kind=ButtonKind::Primary
            class="button-wide"
            text=text(|t| t.my_retention().answer_send)
            on_click=send
            busy=attempted.busy()
        />
    }
    .into_any()
}
