//! Looking the plan over as the caseworker will see it, and sharing it.

use contract::job_plan::{JobPlanPage, PreviousPlan, ShareJobPlan};
use contract::problem::ErrorCode;
use contract::rules::GoalState;
use contract::rules::job_goal::goal_state;
use leptos::prelude::*;

use super::agreed::still_agreed;
use super::desk::{PlanDesk, use_plan};
use super::flow::{PlanPart, screen_of};
use super::overview::conflicts;
use super::part_list::part_name;
use super::problems::{all, problem};
use super::screen::{private, with_page};
use crate::api::attempt::{Attempt, attempt};
use crate::api::{ApiError, IdempotencyKey, job_plan};
use crate::job_plan::{Differences, PlanDocument, Reader};
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
    let sharing = Sharing::new();
    view! {
        <Page
            title=text(|t| t.plan().share)
            above=view! { <BackLink to=Route::Plan(PlanPage::Overview)/> }.into_any()
        >
            {with_page(move |known| look_over(known, sharing))}
            {sharing.outcome()}
        </Page>
    }
    .into_any()
}

fn look_over(known: &JobPlanPage, sharing: Sharing) -> AnyView {
    let desk = use_plan();
    let known = StoredValue::new(known.clone());
    live(move || {
        desk.form.draft.replaced.track();
        let plan = desk.plan();
        if plan.is_empty() {
            return message(AlertKind::Info, text(|t| t.plan().share_empty));
        }
        let (legs, caseworker, vague) = known.with_value(|known| {
            let JobPlanPage { legs, caseworker, vague_words, .. } = known;
            (legs.clone(), caseworker.name.clone(), vague_words.clone())
        });
        let private = known.with_value(private);
        let lead = text_of(move |t| fill(t.plan().share_lead, &[&caseworker]));
        let goal = goal_note(goal_state(&plan.goal, &vague), plan.goal.clone());
        let latest = known.with_value(|known| known.latest.clone());
        let agreed = latest.as_ref().map(|latest| still_agreed(latest, &plan)).unwrap_or_default();
        let same = latest.as_ref().is_some_and(|latest| latest.plan == plan);
        let problems = desk.form.draft.with(all);
        let share = if known.with_value(|known| known.case_closed) {
            message(AlertKind::Info, text(|t| t.plan().closed))
        } else if desk.form.draft.conflicts.with(|conflicts| !conflicts.is_empty()) {
            conflicts()
        } else if !problems.is_empty() {
            to_mend(problems)
        } else if same {
            message(AlertKind::Info, text(|t| t.plan().share_same))
        } else {
            share_button(desk, sharing)
        };
        let changes = latest.filter(|_| !same).map(|latest| {
            let previous = PreviousPlan { number: latest.version.number, plan: latest.plan };
            view! { <Differences previous plan=plan.clone()/> }
        });
        view! {
            <p class="font-lead">{lead}</p>
            {private}
            {goal}
            {changes}
            <PlanDocument plan legs reader=Reader::Citizen agreed=Signal::stored(agreed)/>
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
            let screen = screen_of(&key);
            let part = PlanPart::of(screen).map(part_name);
            let to = Route::Plan(screen).path();
            let words = text_of(move |t| {
                let part = part.map(|part| part.get()).unwrap_or_default();
                format!("{part}: {}", problem(t, &key, code).message)
            });
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

/// An attempt to share, and what came of it. Lives above what is drawn anew when the plan has
/// changed.
#[derive(Clone, Copy)]
struct Sharing {
    sending: Sending,
    failed: RwSignal<Option<ApiError>>,
    refused: RwSignal<Option<NotShared>>,
    unanswered: StoredValue<Option<Attempt<IdempotencyKey, u32>>>,
}

impl Sharing {
    fn new() -> Self {
        Self {
            sending: Sending::new(),
            failed: RwSignal::new(None),
            refused: RwSignal::new(None),
            unanswered: StoredValue::new(None),
        }
    }

    /// Why the plan is not shared, if it is not.
    fn outcome(self) -> AnyView {
        let texts = use_texts();
        view! {
            {failure(self.failed)}
            {live_if(move || self.refused.get().map(|why| {
                let words = words(texts(), why).to_owned();
                view! { <Alert kind=AlertKind::Warning live=true><p>{words}</p></Alert> }.into_any()
            }))}
        }
        .into_any()
    }

    /// Shares what is on screen; gives the number of the version.
    async fn share(self, desk: PlanDesk) -> Option<u32> {
        self.failed.set(None);
        self.refused.set(None);
        if !desk.form.draft.settle().await {
            self.refused.set(Some(NotShared::Unsaved));
            return None;
        }
        let seen = desk.form.draft.with(|fields| fields.draft().version);
        let attempt = attempt(self.unanswered.get_value(), seen, IdempotencyKey::new);
        self.unanswered.set_value(Some(attempt.clone()));
        match job_plan::share(&attempt.key, ShareJobPlan { draft_version: seen }).await {
            Ok(shared) => {
                self.unanswered.set_value(None);
                desk.reload();
                return Some(shared.version.number);
            }
            Err(error) => match not_shared(&error) {
                Some(why) => {
                    self.refused.set(Some(why));
                    desk.reload();
                }
                None => self.failed.set(Some(error)),
            },
        }
        None
    }
}

fn share_button(desk: PlanDesk, sharing: Sharing) -> AnyView {
    let done = use_replace();
    let share = move |()| {
        let done = done.clone();
        sharing.sending.run(async move {
            if let Some(number) = sharing.share(desk).await {
                done(Route::Plan(PlanPage::Version(number)));
            }
        });
    };
    view! {
        <Button
            kind=ButtonKind::Primary
            class="button-wide"
            text=text(|t| t.plan().share_now)
            on_click=share
            busy=sharing.sending.busy()
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
