//! The way to the job plan, to group sessions, and to who has looked at one's data.

use contract::booking::CaseOverview;
use leptos::prelude::*;

use crate::routes::{PlanPage, Route};
use crate::text::{Text, dates, fill, text, text_of};
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

/// What must be known of group sessions, on top: a seat that is kept, though not for long, and one
/// that is off.
#[component]
pub(super) fn GroupNews(
    /// The case.
    overview: StoredValue<CaseOverview>,
) -> impl IntoView {
    let (offered, cancelled) =
        overview.with_value(|overview| (overview.group_offered, overview.group_cancelled));
    let news = |words: Text| view! { <Alert><a href=Route::Groups.path()>{words}</a></Alert> };
    let cancelled = cancelled.map(|day| {
        news(text_of(move |t| {
            fill(t.citizen.overview.group_cancelled, &[&dates::date(t.language, day)])
        }))
    });
    let offered = offered.map(|until| {
        news(text_of(move |t| {
            fill(t.citizen.overview.group_offered, &[&dates::date_time(t.language, &until)])
        }))
    });
    view! { {cancelled} {offered} }.into_any()
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
