//! Looking the plan over as the caseworker will see it, and sharing it.

use contract::job_plan::{JobPlanPage, ShareJobPlan};
use contract::problem::ErrorCode;
use contract::rules::GoalState;
use contract::rules::job_goal::goal_state;
use leptos::prelude::*;

use super::desk::{PlanDesk, use_plan};
use super::flow::screen_of;
use super::problems::{all, problem};
use super::screen::with_page;
use crate::api::{ApiError, IdempotencyKey, job_plan};
use crate::citizen::booking::attempt::{Attempt, attempt};
use crate::job_plan::{PlanDocument, Reader};
use crate::router::use_replace;
use crate::routes::{PlanPage, Route};
use crate::text::{Text, Texts, fill, text, text_of, use_texts};
use crate::ui::{
    Alert, AlertKind, BackLink, Button, ButtonKind, LinkButton, Page, Sending, failure, live,
    live_if,
};

/// Looking the plan over, and sharing it.
#[component]
pub(super) fn SharePage() -> impl IntoView {
    view! {
        <Page
            title=text(|t| t.plan().share)
            above=view! { <BackLink to=Route::Plan(PlanPage::Overview)/> }.into_any()
        >
            {with_page(look_over)}
        </Page>
    }
    .into_any()
}

fn look_over(known: &JobPlanPage) -> AnyView {
    let desk = use_plan();
    let known = StoredValue::new(known.clone());
    live(move || {
        desk.draft.replaced.track();
        let plan = desk.plan();
        if plan.is_empty() {
            return message(AlertKind::Info, text(|t| t.plan().share_empty));
        }
        let (legs, caseworker, vague) = known.with_value(|known| {
            let JobPlanPage { legs, caseworker, vague_words, .. } = known;
            (legs.clone(), caseworker.name.clone(), vague_words.clone())
        });
        let lead = text_of(move |t| fill(t.plan().share_lead, &[&caseworker]));
        let goal = goal_note(goal_state(&plan.goal, &vague), plan.goal.clone());
        let problems = desk.draft.with(all);
        let share = match known.with_value(|known| known.case_closed) {
            true => message(AlertKind::Info, text(|t| t.plan().closed)),
            false if problems.is_empty() => share_button(desk),
            false => to_mend(problems),
        };
        view! {
            <p class="font-lead">{lead}</p>
            <p>{text(|t| t.plan().employer_private)}</p>
            {goal}
            <PlanDocument plan legs reader=Reader::Citizen/>
            {share}
        }
        .into_any()
    })
}

fn message(kind: AlertKind, words: Text) -> AnyView {
    view! { <Alert kind=kind live=true><p>{words}</p></Alert> }.into_any()
}

/// A goal that is missing or says nothing is pointed out, and no more.
fn goal_note(state: GoalState, goal: String) -> AnyView {
    let words = match state {
        GoalState::Concrete => return ().into_any(),
        GoalState::Missing => text(|t| t.plan().share_goal),
        GoalState::Vague => text_of(move |t| fill(t.plan().nudge, &[&goal])),
    };
    view! {
        <Alert>
            <p>{words}</p>
            <LinkButton to=Route::Plan(PlanPage::Goal) text=text(|t| t.plan().share_goal_link)/>
        </Alert>
    }
    .into_any()
}

/// What must be mended, each with the way to its screen.
fn to_mend(problems: Vec<(contract::job_plan::FieldKey, contract::problem::FieldCode)>) -> AnyView {
    let rows: Vec<_> = problems
        .into_iter()
        .map(|(key, code)| {
            let to = Route::Plan(screen_of(&key)).path();
            let words = text_of(move |t| problem(t, &key, code).message);
            view! { <li><a href=to>{words}</a></li> }
        })
        .collect();
    view! {
        <Alert kind=AlertKind::Error heading=text(|t| t.plan().share_mend)>
            <ul class="nobullet-list">{rows}</ul>
        </Alert>
    }
    .into_any()
}

/// Why a plan was not shared, when trying again is not the answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum NotShared {
    Unsaved,
    Stale,
    Same,
    Closed,
}

fn share_button(desk: PlanDesk) -> AnyView {
    let sending = Sending::new();
    let failed = RwSignal::new(None::<ApiError>);
    let refused = RwSignal::new(None::<NotShared>);
    let unanswered = StoredValue::new(None::<Attempt<IdempotencyKey, u32>>);
    let done = use_replace();
    let share = move |()| {
        let done = done.clone();
        sending.run(async move {
            failed.set(None);
            refused.set(None);
            if !desk.draft.settle().await {
                refused.set(Some(NotShared::Unsaved));
                return;
            }
            let seen = desk.draft.with(|fields| fields.draft().version);
            let attempt = attempt(unanswered.get_value(), seen, IdempotencyKey::new);
            unanswered.set_value(Some(attempt.clone()));
            let body = ShareJobPlan { draft_version: seen };
            match job_plan::share(&attempt.key, body).await {
                Ok(shared) => {
                    unanswered.set_value(None);
                    desk.page.reload();
                    done(Route::Plan(PlanPage::Version(shared.version.number)));
                }
                Err(error) => match not_shared(&error) {
                    Some(why) => {
                        refused.set(Some(why));
                        desk.page.reload();
                    }
                    None => failed.set(Some(error)),
                },
            }
        });
    };
    let texts = use_texts();
    view! {
        {failure(failed)}
        {live_if(move || refused.get().map(|why| {
            let words = words(texts(), why).to_owned();
            view! { <Alert kind=AlertKind::Warning live=true><p>{words}</p></Alert> }.into_any()
        }))}
        <Button
            kind=ButtonKind::Primary
            class="button-wide"
            text=text(|t| t.plan().share_now)
            on_click=share
            busy=sending.busy()
        />
    }
    .into_any()
}

fn not_shared(error: &ApiError) -> Option<NotShared> {
    match error.code()? {
        ErrorCode::StaleVersion | ErrorCode::InvalidFields => Some(NotShared::Stale),
        ErrorCode::NothingToShare => Some(NotShared::Same),
        ErrorCode::CaseClosed => Some(NotShared::Closed),
        _ => None,
    }
}

fn words(t: &'static Texts, why: NotShared) -> &'static str {
    match why {
        NotShared::Unsaved => t.plan().share_unsaved,
        NotShared::Stale => t.plan().share_stale,
        NotShared::Same => t.plan().share_same,
        NotShared::Closed => t.plan().closed,
    }
}
