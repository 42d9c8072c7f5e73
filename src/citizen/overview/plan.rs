//! The way to the job plan, to group sessions, and to who has looked at one's data.

use contract::booking::CaseOverview;
use leptos::prelude::*;

use crate::routes::{PlanPage, Route};
use crate::text::text;
use crate::ui::{Alert, LinkButton};

/// The section about the plan.
#[component]
pub(super) fn Plan(
    /// The case.
    overview: StoredValue<CaseOverview>,
) -> impl IntoView {
    let employed = overview.with_value(|overview| overview.employer.is_some());
    let private = employed.then(|| view! { <p>{text(|t| t.citizen.overview.plan_private)}</p> });
    view! {
        <section aria-labelledby="plan-heading">
            <h2 id="plan-heading">{text(|t| t.citizen.overview.plan)}</h2>
            <p>{text(|t| t.citizen.overview.plan_text)}</p>
            {private}
            <LinkButton
                to=Route::Plan(PlanPage::Overview)
                text=text(|t| t.citizen.overview.plan_link)
            />
        </section>
    }
    .into_any()
}

/// A seat that is kept for the citizen, on top: it will not be for long.
#[component]
pub(super) fn GroupOffered(
    /// The case.
    overview: StoredValue<CaseOverview>,
) -> impl IntoView {
    if !overview.with_value(|overview| overview.group_offered) {
        return ().into_any();
    }
    let words = text(|t| t.citizen.overview.group_offered);
    view! { <Alert><a href=Route::Groups.path()>{words}</a></Alert> }.into_any()
}

/// The links at the end of the page.
#[component]
pub(super) fn Links() -> impl IntoView {
    view! {
        <p><a href=Route::Groups.path()>{text(|t| t.citizen.overview.group)}</a></p>
        <p><a href=Route::AccessLog.path()>{text(|t| t.citizen.overview.access_log)}</a></p>
    }
    .into_any()
}
