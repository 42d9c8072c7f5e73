//! One case: its days, its deadline and why, whose it is, its plans and conversations, and what was
//! decided and written. A list of its parts leads to each of them.

mod parts;

use contract::ids::CaseId;
use contract::paths;
use contract::preview::{OpenPreview, PreviewOf};
use contract::rules::ContactDuty;
use contract::staff::{CaseDetails, RuleSetInForce};
use leptos::prelude::*;

use self::parts::{Part, part, parts_list};
use super::bookings::Bookings;
use super::contact::Contacts;
use super::decided::Decided;
use super::decisions::{Channels, SelfBookingPart};
use super::messages::messages;
use super::plan_line::PlanLine;
use super::retention_line::RetentionPart;
use super::time_line::TimeLine;
use super::whose::Whose;
use crate::api::{Load, load};
use crate::caseworker::desk::use_desk;
use crate::caseworker::notice::{Notice, NoticeBoard};
use crate::caseworker::owner::own_id;
use crate::caseworker::preview::SeeAsCitizen;
use crate::citizen::reasons;
use crate::router::case_param;
use crate::routes::Route;
use crate::session::use_session;
use crate::text::{Texts, dates, fill, text, text_of};
use crate::ui::{Alert, AlertKind, BackLink, LinkButton, NotFound, Page, live, show};

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
fn Case(id: CaseId) -> impl IntoView {
    let data = load::<CaseDetails>(move || paths::staff_case(id));
    let notice = Notice::from_last_page();
    let on_change = Callback::new(move |()| data.reload());
    let title = text_of(move |t| match data.state.get() {
        Load::Ready(case) => case.citizen,
        _ => t.staff().cases.case_loading.to_owned(),
    });
    let session = use_session();
    let of_colleague = Signal::derive(move || {
        data.state.with(|state| match state {
            Load::Ready(case) => Some(case.caseworker.present.id) != own_id(session),
            Load::Loading | Load::Failed(_) => false,
        })
    });
    let desk = use_desk();
    desk.keep_opened(Some(id));
    let list = Route::StaffCases(desk.way_back().view);
    let above = view! { <BackLink to=list label=text(|t| t.staff().cases.title)/> };
    view! {
        <Page title=title above=above.into_any()>
            <NoticeBoard notice=notice/>
            <SeeAsCitizen
                words=text(|t| t.staff().preview.see)
                what=Callback::new(move |()| Some(pages_of(id)))
                of_colleague=of_colleague
                notice=notice
            />
            {show(data, move |case| parts_of(case, notice, on_change))}
        </Page>
    }
    .into_any()
}

/// The citizen's pages as they are.
fn pages_of(case_id: CaseId) -> OpenPreview {
    let of = PreviewOf::Case { case_id };
    OpenPreview { of, on: None, calendar: None, reason: String::new() }
}

fn parts_of(case: CaseDetails, notice: Notice, on_change: Callback<()>) -> AnyView {
    let (id, overview, waiting) = (case.id, case.overview.clone(), case.messages.clone());
    let (days, today) = (case.time_line.clone(), overview.today);
    let closed = matches!(overview.duty, ContactDuty::Closed { .. });
    let plans = view! {
        <PlanLine case=id status=case.job_plan.clone() next=case.next_conversation.clone()/>
        <RetentionPart
            case=id
            status=case.retention.clone()
            has_employer=overview.employer.is_some()
        />
    };
    let employer = view! {
        <Contacts
            case=id
            contacts=case.employer_contacts.clone()
            today=today
            closed=closed
            notice=notice
            on_change=on_change
        />
    };
    let channels = view! {
        <Channels case=id channels=overview.channels notice=notice on_change=on_change/>
    };
    let self_booking = view! {
        <SelfBookingPart
            case=id
            state=overview.self_booking
            notice=notice
            on_change=on_change
        />
    };
    let decisions = view! { <Decided case=id decisions=case.decisions.clone()/> };
    view! {
        <Lead case=case.clone()/>
        {parts_list()}
        {part(Part::Deadline, view! { <Facts case=case.clone()/> }.into_any())}
        {part(Part::TimeLine, view! { <TimeLine days today/> }.into_any())}
        {part(Part::Whose, view! { <Whose case=case.clone() notice on_change/> }.into_any())}
        {part(Part::Bookings, view! { <Bookings case notice on_change/> }.into_any())}
        {part(Part::Plans, plans.into_any())}
        {part(Part::Employer, employer.into_any())}
        {part(Part::Channels, channels.into_any())}
        {part(Part::SelfBooking, self_booking.into_any())}
        {part(Part::Decisions, decisions.into_any())}
        {part(Part::Letters, letters(id, messages(id, waiting)))}
        {part(Part::Looks, looks(id))}
    }
    .into_any()
}

fn letters(case: CaseId, waiting: AnyView) -> AnyView {
    view! {
        <h2>{text(|t| t.staff().letters.title)}</h2>
        <p>
            <LinkButton
                to=Route::StaffLetters(case, None)
                text=text(|t| t.staff().letters.see_all)
            />
        </p>
        {waiting}
    }
    .into_any()
}

fn looks(case: CaseId) -> AnyView {
    view! {
        <h2>{text(|t| t.staff().case_page.looks)}</h2>
        <p>
            <LinkButton
                to=Route::StaffAccessLog(case)
                text=text(|t| t.staff().case_page.looks_link)
            />
        </p>
    }
    .into_any()
}

#[component]
fn Lead(case: CaseDetails) -> impl IntoView {
    let CaseDetails { case_number: number, overview, .. } = case;
    let (employer, first_absence) = (overview.employer, overview.first_absence);
    let lead = text_of(move |t| {
        let from = dates::date_with_year(t.language, first_absence);
        let employer = employer.as_deref().unwrap_or(t.staff().cases.no_employer);
        fill(t.staff().cases.case_lead, &[&number, &from, employer])
    });
    view! { <p>{lead}</p> }.into_any()
}

#[component]
fn Facts(case: CaseDetails) -> impl IntoView {
    let CaseDetails { overview, rule_set, .. } = case;
    let duty = overview.duty;
    let why = duty.clone();
    let explained = !matches!(duty, ContactDuty::Closed { .. });
    view! {
        <h2>{text(|t| t.staff().cases.deadline)}</h2>
        {overview.overdue.then(|| view! {
            <Alert kind=AlertKind::Warning><p>{text(|t| t.staff().cases.overdue_text)}</p></Alert>
        })}
        <p>{text_of(move |t| deadline(t, &duty))}</p>
        {explained.then(|| view! {
            <p class="small-text">
                {text(|t| t.staff().cases.citizen_reads)} ": " {text_of(move |t| reason(t, &why))}
                <br/>
                {text_of(move |t| rule_set_words(t, &rule_set))}
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

/// "Regelsæt: 2026, gælder fra 1. juli 2026."
fn rule_set_words(t: &Texts, rules: &RuleSetInForce) -> String {
    let day = |date| dates::date_with_year(t.language, date);
    let (name, from) = (rules.name.as_str(), day(rules.valid_from));
    match rules.valid_to {
        None => fill(t.staff().case_page.rule_set, &[name, &from]),
        Some(to) => fill(t.staff().case_page.rule_set_until, &[name, &from, &day(to)]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;

    #[test]
    fn the_rule_set_is_named_with_its_days() {
        let t = Language::Da.texts();
        let day = |text: &str| text.parse().unwrap();
        let mut rules =
            RuleSetInForce { name: "2026".into(), valid_from: day("2026-07-01"), valid_to: None };
        assert_eq!(rule_set_words(t, &rules), "Regelsæt: 2026, gælder fra 1. juli 2026.");
        rules.valid_to = Some(day("2026-12-31"));
        assert!(rule_set_words(t, &rules).ends_with("fra 1. juli 2026 til 31. december 2026."));
    }
}
