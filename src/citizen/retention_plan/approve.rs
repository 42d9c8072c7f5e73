//! Approving a plan, perhaps with a remark.

use contract::retention_plan::{AnswerField, CitizenRetentionMove, CitizenRetentionPage};
use leptos::prelude::*;

use super::desk::use_retention;
use super::next::{Next, next};
use super::problems::problem;
use super::screen::{back, field, is_wrong, not_now, typed, with_page};
use super::sending::Attempted;
use crate::form::{Problems, SavingLine, area};
use crate::router::use_replace;
use crate::routes::{RetentionPage, Route};
use crate::text::{text, use_texts};
use crate::ui::{Button, ButtonKind, ErrorSummary, Page};

/// Approving.
#[component]
pub(super) fn ApprovePage() -> impl IntoView {
    let attempted = Attempted::new(use_retention());
    let problems: Problems = RwSignal::default();
    let above = view! { {back()} <ErrorSummary problems=problems/> };
    view! {
        <Page title=text(|t| t.my_retention().approve_title) above=above.into_any()>
            {attempted.outcome()}
            {with_page(move |page| body(page, attempted, problems))}
        </Page>
    }
    .into_any()
}

fn body(page: &CitizenRetentionPage, attempted: Attempted, problems: Problems) -> AnyView {
    let Next::Read { version } = next(page) else { return not_now() };
    let (form, texts, done) = (use_retention().form, use_texts(), use_replace());
    let approve = move |()| {
        let remark = typed(AnswerField::Remark);
        let wrong = problem(texts(), AnswerField::Remark, &remark, false);
        if !is_wrong(problems, wrong.into_iter().collect()) {
            let done = done.clone();
            attempted.make(CitizenRetentionMove::Approve { version, remark }, move || {
                done(Route::Retention(RetentionPage::Overview));
            });
        }
    };
    let remark = field(
        AnswerField::Remark,
        text(|t| t.my_retention().remark),
        text(|t| t.my_retention().remark_hint),
    );
    let read = Route::Retention(RetentionPage::Version(version)).path();
    let changes = Route::Retention(RetentionPage::Changes).path();
    view! {
        <p class="font-lead">{text(|t| t.my_retention().approve_lead)}</p>
        <p><a href=read>{text(|t| t.my_retention().read_first)}</a></p>
        {area(form, remark, problems)}
        <SavingLine form/>
        <Button
            kind=ButtonKind::Primary
            class="button-wide"
            text=text(|t| t.my_retention().approve)
            on_click=approve
            busy=attempted.busy()
        />
        <p><a href=changes>{text(|t| t.my_retention().rather_changes)}</a></p>
    }
    .into_any()
}
