//! Saying no to a plan, which the law lets the employer: what it means, and perhaps why.

use contract::retention_plan::{EmployerRetentionMove, EmployerRetentionPage, RetentionField};
use contract::rules::EmployerMove;
use leptos::prelude::*;

use super::desk::{CaseDesk, with_page};
use super::next_step::NEXT_ID;
use super::problems::{of_note, problem};
use crate::form::{self, Field, Problems, SavingLine};
use crate::router::use_replace;
use crate::routes::{EmployerPage, Route};
use crate::text::{text, use_texts};
use crate::ui::{Alert, BackLink, Button, ButtonKind, ErrorSummary, LinkButton, Page};

/// Saying no.
#[component]
pub(super) fn DeclinePage(
    /// Whose plan.
    desk: CaseDesk,
) -> impl IntoView {
    let problems: Problems = RwSignal::default();
    let above = view! {
        <BackLink to=Route::Employer(EmployerPage::Plan(desk.case))/>
        <ErrorSummary problems=problems/>
    };
    view! {
        <Page title=text(|t| t.employer().decline_title) above=above.into_any()>
            {desk.moving.outcome()}
            {with_page(desk, move |known| fields(desk, known, problems))}
        </Page>
    }
    .into_any()
}

fn fields(desk: CaseDesk, known: &EmployerRetentionPage, problems: Problems) -> AnyView {
    if known.case_closed || !known.moves.contains(&EmployerMove::Decline) {
        return not_now(desk);
    }
    let (texts, done) = (use_texts(), use_replace());
    let key = RetentionField::DeclineReason;
    let field = Field::new(&key, key.limit(), text(|t| t.employer().decline_reason))
        .hint(text(|t| t.employer().decline_hint));
    let decline = move |()| {
        let key = RetentionField::DeclineReason;
        let wrong = desk.form.draft.with(|fields| of_note(fields, &key));
        problems.set(wrong.map(|code| problem(texts(), &key, code)).into_iter().collect());
        if wrong.is_some() || desk.picks(&key) {
            return;
        }
        let done = done.clone();
        let body = |reason| EmployerRetentionMove::Decline { reason };
        desk.moving.make_with_note(desk, key, body, move || {
            desk.focus_next.set_value(Some(NEXT_ID.to_owned()));
            done(Route::Employer(EmployerPage::Plan(desk.case)));
        });
    };
    view! {
        <p class="font-lead">{text(|t| t.employer().decline_lead)}</p>
        <p>{text(|t| t.employer().decline_then)}</p>
        {form::area(desk.form, field, problems)}
        <SavingLine form=desk.form/>
        <div class="actions">
            <Button
                kind=ButtonKind::Primary
                text=text(|t| t.employer().decline_now)
                on_click=decline
                busy=desk.moving.busy()
            />
            <LinkButton
                to=Route::Employer(EmployerPage::Plan(desk.case))
                text=text(|t| t.common.cancel)
            />
        </div>
    }
    .into_any()
}

/// The plan does not have that move now.
pub(super) fn not_now(desk: CaseDesk) -> AnyView {
    view! {
        <Alert>
            <p>{text(|t| t.employer().not_now)}</p>
            <LinkButton
                to=Route::Employer(EmployerPage::Plan(desk.case))
                text=text(|t| t.employer().to_plan)
            />
        </Alert>
    }
    .into_any()
}
