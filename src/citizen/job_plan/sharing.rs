//! How far sharing has come, in words, and taking a version back.

use contract::job_plan::{JobPlanPage, PlanVersion, VersionState};
use contract::problem::ErrorCode;
use leptos::prelude::*;

use super::desk::use_plan;
use crate::api::{ApiError, job_plan};
use crate::routes::{PlanPage, Route};
use crate::text::{Text, Texts, dates, fill, text, text_of};
use crate::ui::{
    Alert, AlertKind, Button, ButtonKind, LinkButton, Sending, failure, live, live_if,
};

/// The id of the sentence that says how far sharing has come.
pub(super) const STATE_ID: &str = "plan-state";

/// The section of the overview.
pub(super) fn sharing(known: &JobPlanPage) -> AnyView {
    let versions = known.versions.clone();
    let latest = known.latest.as_ref().map(|shared| shared.plan.clone());
    let newest = versions.first().cloned();
    let desk = use_plan();
    let state = match newest.clone() {
        Some(version) => text_of(move |t| version_state(t, &version)),
        None => text(|t| t.plan().never_shared),
    };
    let changed = latest.map(|latest| {
        live_if(move || {
            desk.form.draft.replaced.track();
            let changed = desk.plan() != latest;
            changed.then(|| view! { <p>{text(|t| t.plan().changed_since)}</p> }.into_any())
        })
    });
    let share = (!known.case_closed).then(|| {
        view! {
            <LinkButton
                to=Route::Plan(PlanPage::Share)
                text=text(|t| t.plan().look_and_share)
            />
        }
    });
    let back = newest.clone().map(take_back);
    let links = versions.into_iter().map(|version| {
        let number = version.number;
        let (shared, is_back) = (version.shared_at.date_naive(), is_back(&version));
        let words = text_of(move |t| {
            let words = if is_back { t.plan().see_version_back } else { t.plan().see_version };
            fill(words, &[&number.to_string(), &dates::date_with_year(t.language, shared)])
        });
        view! { <li><a href=Route::Plan(PlanPage::Version(number)).path()>{words}</a></li> }
    });
    view! {
        <section aria-labelledby="plan-sharing">
            <h2 id="plan-sharing">{text(|t| t.plan().sharing)}</h2>
            <p id=STATE_ID tabindex="-1">{state}</p>
            {changed}
            <div class="actions">{share}</div>
            {back}
            <ul class="nobullet-list">{links.collect_view()}</ul>
        </section>
    }
    .into_any()
}

fn is_back(version: &PlanVersion) -> bool {
    matches!(version.state, VersionState::TakenBack { .. })
}

/// How far a version has come, in a sentence.
pub(super) fn version_state(t: &Texts, version: &PlanVersion) -> String {
    let number = version.number.to_string();
    let shared = dates::date_time(t.language, &version.shared_at);
    match &version.state {
        VersionState::Unopened => fill(t.plan().shared_unopened, &[&number, &shared]),
        VersionState::Opened { at } => {
            let opened = dates::date_time(t.language, at);
            fill(t.plan().shared_opened, &[&number, &shared, &opened])
        }
        VersionState::TakenBack { .. } => fill(t.plan().shared_back, &[&number]),
    }
}

/// The button that takes a version back, as long as nobody has opened it.
pub(super) fn take_back(version: PlanVersion) -> AnyView {
    if version.state != VersionState::Unopened {
        return ().into_any();
    }
    let desk = use_plan();
    let (sending, failed) = (Sending::new(), RwSignal::new(None::<ApiError>));
    let late = RwSignal::new(false);
    let on_click = move |()| {
        sending.run(async move {
            failed.set(None);
            match job_plan::withdraw(version.number).await {
                Ok(()) => desk.reload_and_focus(STATE_ID),
                Err(error) if error.code() == Some(ErrorCode::AlreadyOpened) => late.set(true),
                Err(error) => failed.set(Some(error)),
            }
        });
    };
    view! {
        {failure(failed)}
        {live(move || match late.get() {
            true => too_late(text(|t| t.plan().too_late_back)),
            false => view! {
                <p>{text(|t| t.plan().take_back_why)}</p>
                <Button
                    kind=ButtonKind::Secondary
                    text=text(|t| t.plan().take_back)
                    on_click
                    busy=sending.busy()
                />
            }
            .into_any(),
        })}
    }
    .into_any()
}

fn too_late(words: Text) -> AnyView {
    view! { <Alert kind=AlertKind::Warning live=true><p>{words}</p></Alert> }.into_any()
}
