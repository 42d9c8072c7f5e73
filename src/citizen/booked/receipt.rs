//! The page of a booking, and the same with a receipt on top right after booking or moving.

use contract::booking::{Booking, BookingState, ChangedBy};
use contract::ids::BookingId;
use contract::paths;
use contract::rules::ContactChannel;
use leptos::prelude::*;

use super::change::Change;
use super::facts::{CalendarLink, PrintButton, arrival, moved_by_caseworker};
use crate::api::{Load, Loaded, load};
use crate::citizen::booking::summary::{Additions, Summary};
use crate::routes::{PlanPage, Route};
use crate::session::use_session;
use crate::text::{Text, Texts, dates, fill, text, text_of};
use crate::ui::{Alert, AlertKind, BackLink, ButtonKind, LinkButton, Page, show};

/// One booking.
#[component]
pub fn BookingPage(
    /// Which.
    id: BookingId,
    /// Right after booking or moving: with the receipt on top.
    #[prop(optional)]
    receipt: bool,
) -> impl IntoView {
    let booking = load::<Booking>(move || paths::citizen_booking(id));
    let title = title(booking, receipt);
    view! {
        <Page title above=view! { <BackLink to=Route::My label=text(|t| t.citizen.overview.title)/> }.into_any()>
            {show(booking, move |booking| draw(booking, receipt))}
        </Page>
    }
}

fn title(booking: Loaded<Booking>, receipt: bool) -> Text {
    text_of(move |t| {
        let words = &t.citizen.booked;
        let title = booking.state.with(|load| match load {
            Load::Ready(booking) => heading(t, booking, receipt),
            Load::Loading if receipt => words.receipt_title,
            Load::Loading | Load::Failed(_) => words.title,
        });
        title.to_owned()
    })
}

/// What a booking is called by what became of it.
pub(super) fn heading(t: &'static Texts, booking: &Booking, receipt: bool) -> &'static str {
    let words = &t.citizen.booked;
    match booking.state {
        BookingState::Booked if receipt && booking.sequence > 0 => words.receipt_moved,
        BookingState::Booked if receipt => words.receipt_title,
        BookingState::Booked => words.title,
        BookingState::Cancelled => words.title_cancelled,
        BookingState::AwaitingOutcome | BookingState::Held | BookingState::NoShow => {
            words.title_over
        }
    }
}

fn draw(booking: Booking, receipt: bool) -> AnyView {
    let additions = Additions {
        participants: booking.participants.clone(),
        topics: booking.topics.clone(),
        note: booking.note.clone(),
    };
    let open = booking.state == BookingState::Booked;
    let green = (receipt && open).then(|| {
        view! {
            <Alert kind=AlertKind::Success heading=text(|t| t.citizen.booked.receipt)>
                <p>{text(|t| t.citizen.booked.receipt_lead)}</p>
            </Alert>
        }
    });
    let moved = (!receipt).then(|| moved_by_caseworker(&booking)).flatten();
    let state = state_message(&booking);
    let after = if open { to_come(booking.clone(), receipt) } else { over() };
    view! {
        {green}
        {moved}
        {state}
        <Summary appointment=(&booking).into() additions/>
        {after}
    }
    .into_any()
}

/// What became of it, or whether it meets the deadline.
pub(super) fn state_message(booking: &Booking) -> AnyView {
    let session = use_session();
    let (state, in_time, at) = (booking.state, booking.in_time, booking.starts_at);
    let by_caseworker = !booking.self_booked && state == BookingState::Booked;
    let message = text_of(move |t| {
        let words = &t.citizen.booked;
        match (state, in_time) {
            (BookingState::Booked, Some(true)) => words.in_time.to_owned(),
            (BookingState::Booked, Some(false)) => fill(words.not_in_time, &[&session.phone()]),
            (BookingState::Booked, None) => String::new(),
            (BookingState::AwaitingOutcome, _) => words.state_awaiting.to_owned(),
            (BookingState::Held, _) => words.state_held.to_owned(),
            (BookingState::NoShow, _) => fill(words.state_no_show, &[&session.phone()]),
            (BookingState::Cancelled, _) => {
                fill(words.cancelled_lead, &[&dates::date_time(t.language, &at)])
            }
        }
    });
    let why = booking.cancelled.clone().filter(|why| why.by == ChangedBy::Caseworker);
    let why = why.map(|why| {
        let words = text_of(move |t| match &why.reason {
            Some(reason) => fill(t.citizen.booked.cancelled_because, &[reason]),
            None => t.citizen.booked.cancelled_by_caseworker.to_owned(),
        });
        view! { <p>{words}</p> }
    });
    view! {
        {why}
        {by_caseworker.then(|| view! { <p>{text(|t| t.citizen.booked.by_caseworker)}</p> })}
        <p>{message}</p>
    }
    .into_any()
}

fn to_come(booking: Booking, receipt: bool) -> AnyView {
    let video = (booking.channel == ContactChannel::Video).then(|| {
        view! {
            <LinkButton to=Route::Equipment text=text(|t| t.citizen.booked.check_equipment)/>
        }
    });
    let bring = (booking.channel == ContactChannel::InPerson).then(|| {
        view! {
            <h2 class="h3">{text(|t| t.citizen.booked.bring)}</h2>
            <p>{text(|t| t.citizen.booked.bring_list)}</p>
        }
    });
    let print = if receipt {
        text(|t| t.citizen.booked.print)
    } else {
        text(|t| t.citizen.booked.print_booking)
    };
    view! {
        <h2 class="h3">{text(|t| t.citizen.booked.then)}</h2>
        <p>{arrival(&booking)}</p>
        <div class="actions">
            <CalendarLink booking=booking.id/>
            {video}
            <PrintButton words=print/>
        </div>
        {bring}
        <section aria-labelledby="plan-words">
            <h2 id="plan-words" class="h3">{text(|t| t.citizen.booked.plan_words)}</h2>
            <LinkButton
                to=Route::Plan(PlanPage::Talk)
                text=text(|t| t.citizen.booked.plan_words_link)
            />
        </section>
        <Change booking/>
    }
    .into_any()
}

fn over() -> AnyView {
    view! {
        <LinkButton
            kind=ButtonKind::Primary
            to=Route::My
            text=text(|t| t.citizen.booked.to_overview)
        />
    }
    .into_any()
}
