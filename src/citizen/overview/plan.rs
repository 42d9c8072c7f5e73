//! The way to the job plan, and to who has looked at one's data.

use leptos::prelude::*;

use crate::routes::{PlanPage, Route};
use crate::text::text;
use crate::ui::LinkButton;

/// The section about the plan.
#[component]
pub(super) fn Plan() -> impl IntoView {
    view! {
        <section aria-labelledby="plan-heading">
            <h2 id="plan-heading">{text(|t| t.citizen.overview.plan)}</h2>
            <p>{text(|t| t.citizen.overview.plan_text)}</p>
            <LinkButton
                to=Route::Plan(PlanPage::Overview)
                text=text(|t| t.citizen.overview.plan_link)
            />
        </section>
    }
    .into_any()
}

/// The link at the end of the page.
#[component]
pub(super) fn AccessLogLink() -> impl IntoView {
    view! { <p><a href=Route::AccessLog.path()>{text(|t| t.citizen.overview.access_log)}</a></p> }
        .into_any()
}
