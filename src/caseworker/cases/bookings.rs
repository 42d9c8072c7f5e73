//! The conversations of a case: booking, moving, cancelling and recording them.

use contract::booking::{Booking, BookingState, ChangedBy};
use contract::ids::CaseId;
use contract::staff::CaseDetails;
use leptos::prelude::*;

use super::waiting::waiting;
use crate::caseworker::actions::{BookingActions, Subject};
use crate::caseworker::notice::Notice;
use crate::caseworker::words;
use crate::routes::Route;
use crate::text::{text, text_of, use_texts};
use crate::ui::{ButtonKind, LinkButton, Table, Tag};

/// All conversations of a case, newest first.
#[component]
pub fn Bookings(
    /// The case.
    case: CaseDetails,
    /// Where to tell what was done.
    notice: Notice,
    /// Something changed.
    on_change: Callback<()>,
) -> impl IntoView {
    let CaseDetails { id, citizen, bookings, overview, waiting: records, .. } = case;
    let closed = matches!(overview.duty, contract::rules::ContactDuty::Closed { .. });
    let may_book = overview.next_booking.is_none() && !closed;
    let book = may_book.then(|| {
        let to = Route::StaffCaseTimes { case: id, moving: None, channel: None, week: None };
        view! {
            <LinkButton kind=ButtonKind::Primary to=to text=text(|t| t.staff().cases.book)/>
        }
    });
    let list = if bookings.is_empty() {
        view! { <p>{text(|t| t.staff().cases.no_bookings)}</p> }.into_any()
    } else {
        let rows = bookings
            .into_iter()
            .map(|booking| row(id, &citizen, booking, notice, on_change))
            .collect_view();
        let columns = vec![
            text(|t| t.staff().week.time),
            text(|t| t.staff().week.what),
            text(|t| t.staff().week.place),
            text(|t| t.staff().week.action),
        ];
        view! { <Table caption=text(|t| t.staff().cases.bookings) columns=columns>{rows}</Table> }
            .into_any()
    };
    view! {
        <h2>{text(|t| t.staff().cases.bookings)}</h2>
        {list}
        <div class="actions">{book}</div>
        {waiting(records)}
    }
    .into_any()
}

fn row(
    case: CaseId,
    citizen: &str,
    booking: Booking,
    notice: Notice,
    on_change: Callback<()>,
) -> AnyView {
    let t = use_texts();
    let Booking {
        id, state, channel, starts_at, caseworker, place, room, self_booked, moved, ..
    } = booking;
    let subject = Subject { id, case, citizen: citizen.to_owned(), starts_at, state };
    let tag = text_of(move |t| words::state(t, state).0.to_owned());
    let kind = words::state(t(), state).1;
    let by = move || {
        if self_booked { t().staff().cases.by_citizen } else { t().staff().cases.by_staff }
    };
    let moved_by = moved.map(|moved| {
        let by = move || match moved.by {
            ChangedBy::Citizen => t().staff().cases.moved_by_citizen,
            ChangedBy::Caseworker => t().staff().cases.moved_by_staff,
        };
        view! { <br/> <span class="small-text">{by}</span> }
    });
    let place: Vec<_> = [place.map(|place| place.name), room].into_iter().flatten().collect();
    let place = place.join(", ");
    let to = Route::StaffCaseTimes { case, moving: Some(id), channel: Some(channel), week: None };
    let move_it = (state == BookingState::Booked).then(|| {
        view! { <LinkButton to=to text=text(|t| t.staff().cases.move_it)/> " " }
    });
    view! {
        <tr>
            <td data-title=text(|t| t.staff().week.time)>
                {move || words::day_with_year(t(), &starts_at)}
            </td>
            <td data-title=text(|t| t.staff().week.what)>
                {text_of(move |t| t.common.channel(channel).to_owned())} ", " {caseworker.name} " "
                <Tag text=tag kind=kind/> <br/> <span class="small-text">{by}</span> {moved_by}
            </td>
            <td data-title=text(|t| t.staff().week.place)>{place}</td>
            <td data-title=text(|t| t.staff().week.action)>
                {move_it}
                <BookingActions subject=subject notice=notice on_change=on_change/>
            </td>
        </tr>
    }
    .into_any()
}
