//! Who has seen a case, as its citizen reads it. Looking here is a look, and stands there, too.

use contract::access_log::AccessLog;
use contract::ids::CaseId;
use contract::paths;
use leptos::prelude::*;

use crate::api::{load, staff};
use crate::citizen::{Looks, MoreLooks};
use crate::router::case_param;
use crate::routes::Route;
use crate::text::text;
use crate::ui::{BackLink, NotFound, Page, live, show};

/// The page.
#[component]
pub fn LooksPage() -> impl IntoView {
    let case = case_param();
    live(move || match case.get() {
        Some(id) => view! { <LooksAt id/> }.into_any(),
        None => view! { <NotFound/> }.into_any(),
    })
}

#[component]
fn LooksAt(id: CaseId) -> impl IntoView {
    let log = load::<AccessLog>(move || paths::staff_case_access_log(id));
    let more: MoreLooks =
        Callback::new(move |before| Box::pin(staff::looks_before(id, before)) as _);
    let to = Route::StaffCase(id);
    let above = view! { <BackLink to=to label=text(|t| t.staff().cases.back_to_case)/> };
    view! {
        <Page title=text(|t| t.staff().case_page.looks_title) above=above.into_any()>
            <p>{text(|t| t.staff().case_page.looks_lead)}</p>
            {show(log, move |log| {
                if log.entries.is_empty() {
                    return view! { <p>{text(|t| t.staff().case_page.looks_none)}</p> }.into_any();
                }
                view! { <Looks log more/> }.into_any()
            })}
        </Page>
    }
    .into_any()
}
