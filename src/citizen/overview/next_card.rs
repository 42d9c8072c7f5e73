//! The one next thing, on top of Min side: what, by when, why, and the button for it.

use chrono::NaiveDate;
use contract::booking::{Booking, CaseOverview, ChangeRight, OfferedTime, PastBooking};
use contract::rules::Deadline;
use leptos::prelude::*;

use super::next_step::{NextStep, cancelled_ahead, next_step};
use crate::citizen::booked::{CalendarLink, arrival, change_sentence, moved_by_caseworker};
use crate::citizen::booking::Purpose;
use crate::citizen::booking::summary::{Appointment, Summary};
use crate::citizen::reasons::{why_deadline, why_exempt, why_withdrawn};
use crate::routes::Route;
use crate::session::use_session;
use crate::text::{Text, Texts, dates, fill, text, text_of};
use crate::ui::{Alert, AlertKind, ButtonKind, CallButton, Card, Details, LinkButton};

/// The card of the next step.
#[component]
pub(super) fn NextCard(
    /// The case.
    overview: StoredValue<CaseOverview>,
) -> impl IntoView {
    overview.with_value(|overview| {
        let card = card(&next_step(overview), overview.today);
        let cancelled = cancelled_ahead(overview).map(cancelled);
        view! {
            {cancelled}
            <div class="next-step">{card}</div>
        }
        .into_any()
    })
}

/// That a conversation the person may be counting on is not to be, and why.
fn cancelled(past: &PastBooking) -> AnyView {
    let (at, to) = (past.starts_at, Route::Booking(past.id).path());
    let reason = past.cancelled.as_ref().and_then(|how| how.reason.clone());
    let message = text_of(move |t| {
        let at = dates::date_time(t.language, &at);
        match &reason {
            Some(reason) => fill(t.citizen.overview.cancelled_ahead_because, &[&at, reason]),
            None => fill(t.citizen.overview.cancelled_ahead, &[&at]),
        }
    });
    view! {
        <Alert kind=AlertKind::Warning>
            <p>{message}</p>
            <p><a href=to>{text(|t| t.citizen.overview.see_cancelled)}</a></p>
        </Alert>
    }
    .into_any()
}

fn card(step: &NextStep<'_>, today: NaiveDate) -> AnyView {
    match step {
        NextStep::Booked(booking) => booked(booking),
        NextStep::Book { deadline, first_free } => {
            let heading = by(deadline, today);
            due(heading, None, deadline, Some(first_free))
        }
        NextStep::BookLate { deadline, first_free } => {
            let late = dated(deadline, |t| t.citizen.overview.late_times);
            due(by(deadline, today), Some(late), deadline, Some(first_free))
        }
        NextStep::Overdue { deadline, first_free } => {
            let calm = match first_free {
                Some(_) => dated(deadline, |t| t.citizen.overview.overdue),
                None => dated(deadline, |t| t.citizen.overview.overdue_phone),
            };
            let heading = text(|t| t.citizen.overview.overdue_heading);
            due(heading, Some(calm), deadline, *first_free)
        }
        NextStep::NoTimes(deadline) => {
            let message = phoned(|t| t.citizen.overview.no_times);
            let heading = text(|t| t.citizen.overview.no_times_heading);
            due(heading, Some(message), deadline, None)
        }
        NextStep::Exempt { because, first_free } => {
            let because = (*because).clone();
            exempt(text_of(move |t| why_exempt(t, &because)), first_free.is_some())
        }
        NextStep::Withdrawn { reason, on, deadline } => {
            let still_time = |deadline: &&Deadline| deadline.book_by >= today;
            let (reason, on) = ((*reason).to_owned(), *on);
            withdrawn(text_of(move |t| why_withdrawn(t, &reason, on)), deadline.filter(still_time))
        }
        NextStep::Closed(on) => closed(*on),
    }
}

/// By when to book; once that day has passed, only that it is time.
fn by(deadline: &Deadline, today: NaiveDate) -> Text {
    if deadline.book_by < today {
        return text(|t| t.citizen.overview.book_soon);
    }
    dated(&Deadline { hold_by: deadline.book_by, ..deadline.clone() }, |t| {
        t.citizen.overview.book_by
    })
}

/// A sentence with the last day to hold the conversation, and the phone number.
fn dated(deadline: &Deadline, words: fn(&'static Texts) -> &'static str) -> Text {
    let session = use_session();
    let day = deadline.hold_by;
    text_of(move |t| fill(words(t), &[&dates::date(t.language, day), &session.phone()]))
}

/// A sentence with the phone number.
fn phoned(words: fn(&'static Texts) -> &'static str) -> Text {
    let session = use_session();
    text_of(move |t| fill(words(t), &[&session.phone()]))
}

fn due(
    heading: Text,
    message: Option<Text>,
    deadline: &Deadline,
    first_free: Option<&OfferedTime>,
) -> AnyView {
    let message = message.unwrap_or_else(|| dated(deadline, |t| t.citizen.overview.hold_by));
    let deadline = deadline.clone();
    let book = first_free.map(|time| {
        let (at, channel) = (time.starts_at, time.channel);
        let first = text_of(move |t| {
            let at = dates::date_time(t.language, &at);
            fill(t.citizen.overview.first_free, &[&at, t.common.channel(channel)])
        });
        view! {
            <p>{first}</p>
            <LinkButton
                kind=ButtonKind::Primary
                class="button-wide"
                to=Purpose::Book.channels()
                text=text(|t| t.citizen.overview.book)
            />
        }
        .into_any()
    });
    view! {
        <Card above=text(|t| t.citizen.overview.next_heading) heading>
            <p>{message}</p>
            {book.unwrap_or_else(|| view! { <CallButton/> }.into_any())}
            <p class="jobnet">{text(|t| t.citizen.overview.jobnet)}</p>
            <Details summary=text(|t| t.citizen.overview.why)>
                <p>{text_of(move |t| why_deadline(t, &deadline))}</p>
            </Details>
        </Card>
    }
    .into_any()
}

fn booked(booking: &Booking) -> AnyView {
    let (id, then) = (booking.id, arrival(booking));
    let appointment = Appointment::from(booking);
    let moved = moved_by_caseworker(booking);
    let may_change = matches!(booking.change, ChangeRight::Until { .. });
    let no_change =
        (!may_change).then(|| change_sentence(booking)).map(|why| view! { <p>{why}</p> });
    let change = may_change.then(|| {
        view! {
            <LinkButton to=Route::Move(id) text=text(|t| t.citizen.overview.move_booking)/>
            <LinkButton to=Route::Cancel(id) text=text(|t| t.citizen.overview.cancel_booking)/>
        }
    });
    view! {
        <Card heading=text(|t| t.citizen.overview.booked_heading)>
            {moved}
            <Summary appointment/>
            <p>{then}</p>
            {no_change}
            <div class="actions">
                <LinkButton
                    kind=ButtonKind::Primary
                    to=Route::Booking(id)
                    text=text(|t| t.citizen.overview.see_booking)
                />
                <CalendarLink booking=id/>
                {change}
            </div>
        </Card>
    }
    .into_any()
}

fn exempt(why: Text, can_book: bool) -> AnyView {
    let next = if can_book {
        view! {
            <LinkButton
                to=Purpose::Book.channels()
                text=text(|t| t.citizen.overview.exempt_book)
            />
        }
        .into_any()
    } else {
        view! { <p>{phoned(|t| t.citizen.overview.exempt_phone)}</p> }.into_any()
    };
    view! {
        <Card heading=text(|t| t.citizen.overview.exempt_heading)>
            <p>{why}</p>
            <p>{text(|t| t.citizen.overview.exempt_right)}</p>
            {next}
        </Card>
    }
    .into_any()
}

fn withdrawn(why: Text, deadline: Option<&Deadline>) -> AnyView {
    let by = deadline.map(|deadline| {
        let day = deadline.book_by;
        let by = text_of(move |t| {
            fill(t.citizen.overview.withdrawn_by, &[&dates::date(t.language, day)])
        });
        view! { <p>{by}</p> }
    });
    view! {
        <Card heading=text(|t| t.citizen.overview.withdrawn_heading)>
            <p>{phoned(|t| t.citizen.overview.withdrawn)}</p>
            {by}
            <CallButton/>
            <Details summary=text(|t| t.citizen.overview.why)>
                <p>{why}</p>
            </Details>
        </Card>
    }
    .into_any()
}

fn closed(on: Option<NaiveDate>) -> AnyView {
    let message = text_of(move |t| match on {
        Some(day) => fill(t.citizen.overview.closed_on, &[&dates::date_with_year(t.language, day)]),
        None => t.citizen.overview.closed.to_owned(),
    });
    view! {
        <Card heading=text(|t| t.citizen.overview.closed_heading)>
            <p>{message}</p>
            <p>{phoned(|t| t.citizen.overview.closed_help)}</p>
        </Card>
    }
    .into_any()
}
