//! Which page each address shows, in the four parts of the app.

use chrono::NaiveDate;
use contract::ids::TimeSlotId;
use contract::rules::ContactChannel;
use contract::session::Role;
use leptos::prelude::*;

use crate::citizen::Purpose;
use crate::citizen::booking::NoSuchChoice;
use crate::routes::Route;
use crate::session::use_session;
use crate::{caseworker, citizen, employer, front, ui};

/// The pages of the site.
pub fn site_page(route: Option<&Route>, path: &str) -> AnyView {
    let Some(route) = route else { return nothing_there(path) };
    match route {
        Route::Front => view! { <front::FrontPage/> }.into_any(),
        Route::My => view! { <citizen::OverviewPage/> }.into_any(),
        Route::Book => choose_channel(Purpose::Book),
        Route::BookTimes(channel, _) => choose_time(Purpose::Book, *channel),
        Route::BookDetails(channel, slot, week) => {
            let (channel, slot_id, week) = (*channel, *slot, *week);
            view! { <citizen::DetailsPage channel slot_id week/> }.into_any()
        }
        Route::BookCheck(channel, slot, week) => check(Purpose::Book, *channel, *slot, *week),
        Route::Booking(id) => view! { <citizen::BookingPage id=*id/> }.into_any(),
        Route::Receipt(id) => view! { <citizen::BookingPage id=*id receipt=true/> }.into_any(),
        Route::Move(id) => choose_channel(Purpose::Move(*id)),
        Route::MoveTimes(id, channel, _) => choose_time(Purpose::Move(*id), *channel),
        Route::MoveCheck(id, channel, slot, week) => {
            check(Purpose::Move(*id), *channel, *slot, *week)
        }
        Route::Cancel(id) => view! { <citizen::CancelPage id=*id/> }.into_any(),
        Route::Staff(..)
        | Route::StaffCalendar(_)
        | Route::StaffCases(_)
        | Route::StaffCase(_)
        | Route::StaffCaseTimes { .. }
        | Route::StaffPlan(..)
        | Route::StaffRetention(..)
        | Route::StaffPreview(_)
        | Route::StaffLetters(..)
        | Route::StaffAccessLog(_)
        | Route::StaffExchange
        | Route::Employer(_)
        | Route::Equipment
        | Route::Plan(_)
        | Route::Retention(_)
        | Route::Groups
        | Route::StaffGroups
        | Route::StaffGroup(_)
        | Route::AccessLog
        | Route::Waiting => nothing_there(path),
    }
}

/// The pages of the citizen's plans and access log, the equipment check and the waiting list.
pub fn plan_page(route: Option<&Route>, _path: &str) -> AnyView {
    let (route, session) = (route.cloned(), use_session());
    // To others there is no such page (I5).
    let is_other = Memo::new(move |_| {
        let role = session.signed_in().map(|person| person.role);
        matches!(role, Some(Role::Employer { .. } | Role::Caseworker { .. }))
    });
    ui::live(move || match &route {
        _ if is_other.get() => view! { <ui::NotFound/> }.into_any(),
        Some(Route::Plan(page)) => citizen::job_plan_page(*page),
        Some(Route::Retention(page)) => citizen::retention_page(*page),
        Some(Route::Equipment) => view! { <citizen::EquipmentPage/> }.into_any(),
        Some(Route::Groups) => view! { <citizen::GroupsPage/> }.into_any(),
        Some(Route::AccessLog) => view! { <citizen::AccessLogPage/> }.into_any(),
        Some(Route::Waiting) => view! { <citizen::WaitingPage/> }.into_any(),
        _ => view! { <ui::NotFound/> }.into_any(),
    })
}

fn choose_channel(purpose: Purpose) -> AnyView {
    view! { <citizen::ChannelPage purpose/> }.into_any()
}

fn choose_time(purpose: Purpose, channel: ContactChannel) -> AnyView {
    view! { <citizen::TimesPage purpose channel/> }.into_any()
}

fn check(
    purpose: Purpose,
    channel: ContactChannel,
    slot_id: TimeSlotId,
    week: Option<NaiveDate>,
) -> AnyView {
    view! { <citizen::CheckPage purpose channel slot_id week/> }.into_any()
}

/// The pages of the employer's area.
pub fn employer_page(route: Option<&Route>, _path: &str) -> AnyView {
    match route {
        Some(Route::Employer(page)) => employer::page(*page),
        _ => view! { <ui::NotFound/> }.into_any(),
    }
}

/// The pages of the caseworker's area.
pub fn staff_page(route: Option<&Route>, _path: &str) -> AnyView {
    match route {
        Some(Route::Staff(..)) => view! { <caseworker::WeekPage/> }.into_any(),
        Some(Route::StaffCalendar(_)) => view! { <caseworker::CalendarPage/> }.into_any(),
        Some(Route::StaffCases(_)) => view! { <caseworker::CasesPage/> }.into_any(),
        Some(Route::StaffCase(_)) => view! { <caseworker::CasePage/> }.into_any(),
        Some(Route::StaffPlan(..)) => view! { <caseworker::PlanPage/> }.into_any(),
        Some(Route::StaffRetention(..)) => view! { <caseworker::RetentionPage/> }.into_any(),
        Some(Route::StaffExchange) => view! { <caseworker::ExchangePage/> }.into_any(),
        Some(Route::StaffGroups) => view! { <caseworker::GroupsPage/> }.into_any(),
        Some(Route::StaffGroup(_)) => view! { <caseworker::GroupPage/> }.into_any(),
        Some(Route::StaffPreview(_)) => view! { <caseworker::PreviewPage/> }.into_any(),
        Some(Route::StaffLetters(..)) => view! { <caseworker::LettersPage/> }.into_any(),
        Some(Route::StaffAccessLog(_)) => view! { <caseworker::LooksPage/> }.into_any(),
        Some(Route::StaffCaseTimes { .. }) => view! { <caseworker::CaseTimesPage/> }.into_any(),
        _ => view! { <ui::NotFound/> }.into_any(),
    }
}

/// An address below the booking pages names a channel, time or booking that cannot be; it
/// leads back to choosing one.
fn nothing_there(path: &str) -> AnyView {
    if path == "/book" || path.starts_with("/book/") {
        view! { <NoSuchChoice/> }.into_any()
    } else {
        view! { <ui::NotFound/> }.into_any()
    }
}
