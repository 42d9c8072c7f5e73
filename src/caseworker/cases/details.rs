//! One case: its deadline and why, what the citizen may choose, and its conversations.

use contract::paths;
use contract::rules::ContactDuty;
use contract::staff::CaseDetails;
use leptos::prelude::*;

use super::bookings::Bookings;
use super::decisions::{Channels, SelfBookingPart};
use super::plan_line::PlanLine;
use crate::api::{Load, load};
use crate::caseworker::notice::{Notice, NoticeBoard};
use crate::citizen::reasons;
use crate::router::case_param;
use crate::routes::Route;
use crate::text::{Texts, dates, fill, text, text_of};
use crate::ui::{Alert, AlertKind, BackLink, NotFound, Page, live, show};

/// The page of one case.
#[component]
pub fn CasePage() -> impl IntoView {
    let case = case_param();
    live(move || match case.get() {
        Some(id) => view! { <Case id=id/> }.into_any(),
        None => view! { <NotFound/> }.into_any(),
    })
}

#[component]
fn Case(id: contract::ids::CaseId) -> impl IntoView {
    let data = load::<CaseDetails>(move || paths::staff_case(id));
    let notice = Notice::from_last_page();
    let on_change = Callback::new(move |()| data.reload());
    let title = text_of(move |t| match data.state.get() {
        Load::Ready(case) => case.citizen,
        _ => t.staff().cases.case_loading.to_owned(),
    });
    let above = view! { <BackLink to=Route::StaffCases label=text(|t| t.staff().cases.title)/> };
    view! {
        <Page title=title above=above.into_any()>
            <NoticeBoard notice=notice/>
            {show(data, move |case| {
                let overview = case.overview.clone();
                view! {
                    <Facts case=case.clone()/>
                    <PlanLine
                        case=id
                        status=case.job_plan.clone()
                        next=case.next_conversation.clone()
                    />
                    <Channels case=id channels=overview.channels notice=notice on_change=on_change/>
                    <SelfBookingPart
                        case=id
                        state=overview.self_booking
                        notice=notice
                        on_change=on_change
                    />
                    <Bookings case=case notice=notice on_change=on_change/>
                }
                .into_any()
            })}
        </Page>
    }
    .into_any()
}

#[component]
fn Facts(case: CaseDetails) -> impl IntoView {
    let overview = case.overview;
    let number = case.case_number;
    let (employer, first_absence) = (overview.employer, overview.first_absence);
    let lead = text_of(move |t| {
        let from = dates::date_with_year(t.language, first_absence);
        let employer = employer.as_deref().unwrap_or(t.staff().cases.no_employer);
        fill(t.staff().cases.case_lead, &[&number, &from, employer])
    });
    let duty = overview.duty;
    let why = duty.clone();
    let explained = !matches!(duty, ContactDuty::Closed { .. });
    view! {
        <p>{lead}</p>
        <h2>{text(|t| t.staff().cases.deadline)}</h2>
        {overview.overdue.then(|| view! {
            <Alert kind=AlertKind::Warning><p>{text(|t| t.staff().cases.overdue_text)}</p></Alert>
        })}
        <p>{text_of(move |t| deadline(t, &duty))}</p>
        {explained.then(|| view! {
            <p class="small-text">
                {text(|t| t.staff().cases.citizen_reads)} ": " {text_of(move |t| reason(t, &why))}
            </p>
        })}
    }
    .into_any()
}

fn deadline(t: &Texts, duty: &ContactDuty) -> String {
    let day = |date| dates::date(t.language, date);
    match duty {
        ContactDuty::Due(due) => {
            fill(t.staff().cases.deadline_by, &[&day(due.hold_by), &day(due.book_by)])
        }
        ContactDuty::Exempt(_) => t.staff().cases.not_due.to_owned(),
        ContactDuty::Closed { on } => {
            fill(t.staff().cases.closed, &[&dates::date_with_year(t.language, *on)])
        }
    }
}

fn reason(t: &Texts, duty: &ContactDuty) -> String {
    match duty {
        ContactDuty::Due(due) => reasons::why_deadline(t, due),
        ContactDuty::Exempt(exemption) => reasons::why_exempt(t, exemption),
        ContactDuty::Closed { .. } => String::new(),
    }
}
