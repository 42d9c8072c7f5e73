//! Which page each address shows, in the two parts of the app.

use leptos::prelude::*;

use crate::citizen::booking::NoSuchChoice;
use crate::routes::Route;
use crate::{caseworker, citizen, employer, front, ui};

/// The pages of the site.
pub fn site_page(route: Option<&Route>, path: &str) -> AnyView {
    let Some(route) = route else { return nothing_there(path) };
    match route {
        Route::Front => view! { <front::FrontPage/> }.into_any(),
        Route::My => view! { <citizen::OverviewPage/> }.into_any(),
        Route::Book => view! { <citizen::ChannelPage/> }.into_any(),
        Route::BookTimes(..) => view! { <citizen::TimesPage/> }.into_any(),
        Route::BookDetails(..) => view! { <citizen::DetailsPage/> }.into_any(),
        Route::BookCheck(..) => view! { <citizen::CheckPage/> }.into_any(),
        Route::Booking(_) => view! { <citizen::BookingPage/> }.into_any(),
        Route::Receipt(_) => view! { <citizen::ReceiptPage/> }.into_any(),
        Route::Move(_) => view! { <citizen::MoveChannelPage/> }.into_any(),
        Route::MoveTimes(..) => view! { <citizen::MoveTimesPage/> }.into_any(),
        Route::MoveCheck(..) => view! { <citizen::MoveCheckPage/> }.into_any(),
        Route::Cancel(_) => view! { <citizen::CancelPage/> }.into_any(),
        Route::Equipment => view! { <citizen::EquipmentPage/> }.into_any(),
        Route::Employer => view! { <employer::EmployerPage/> }.into_any(),
        Route::Staff(..)
        | Route::StaffCalendar(_)
        | Route::StaffCases
        | Route::StaffCase(_)
        | Route::StaffCaseTimes { .. } => nothing_there(path),
    }
}

/// The pages of the caseworker's area.
pub fn staff_page(route: Option<&Route>, _path: &str) -> AnyView {
    match route {
        Some(Route::Staff(..)) => view! { <caseworker::WeekPage/> }.into_any(),
        Some(Route::StaffCalendar(_)) => view! { <caseworker::CalendarPage/> }.into_any(),
        Some(Route::StaffCases) => view! { <caseworker::CasesPage/> }.into_any(),
        Some(Route::StaffCase(_)) => view! { <caseworker::CasePage/> }.into_any(),
        Some(Route::StaffCaseTimes { .. }) => view! { <caseworker::CaseTimesPage/> }.into_any(),
        _ => view! { <ui::NotFound/> }.into_any(),
    }
}

/// An address below the booking pages names a channel, time or booking that cannot be; it
/// leads back to choosing one.
fn nothing_there(path: &str) -> AnyView {
    if path.starts_with("/book") {
        view! { <NoSuchChoice/> }.into_any()
    } else {
        view! { <ui::NotFound/> }.into_any()
    }
}
