//! Cancelling: what is cancelled, one button, and then the first free time again.

use contract::booking::{Booking, BookingState, CaseOverview, ChangeRight};
use contract::ids::BookingId;
use contract::paths;
use contract::rules::ContactDuty;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::change::Change;
use super::receipt::{heading, state_message};
use crate::api::{Load, load};
use crate::citizen::booking::refusal::Refusal;
use crate::citizen::booking::refused::Refused;
use crate::citizen::booking::summary::Summary;
use crate::citizen::booking::{Purpose, TimeLink};
use crate::citizen::desk::{Asked, use_desk};
use crate::citizen::sending::carry_out;
use crate::routes::Route;
use crate::text::{dates, fill, text, text_of};
use crate::ui::{
    Alert, AlertKind, BackLink, Button, ButtonKind, LinkButton, Page, Sending, live, live_if, show,
};

/// Cancelling a booking.
#[component]
pub fn CancelPage(
    /// Which.
    id: BookingId,
) -> impl IntoView {
    let booking = load::<Booking>(move || paths::citizen_booking(id));
    let cancelled = RwSignal::new(false);
    let title = text_of(move |t| {
        let words = &t.citizen.booked;
        let over = |load: &Load<Booking>| match load {
            Load::Ready(booking) if booking.change == ChangeRight::Over => {
                Some(heading(t, booking, false))
            }
            Load::Ready(_) | Load::Loading | Load::Failed(_) => None,
        };
        let title = match cancelled.get() {
            true => words.title_cancelled,
            false => booking.state.with(over).unwrap_or(words.cancel_title),
        };
        title.to_owned()
    });
    Effect::new(move || {
        if cancelled.get() {
            focus_heading();
        }
    });
    view! {
        <Page title above=view! { <BackLink to=Route::Booking(id)/> }.into_any()>
            {show(booking, move |booking| {
                let booking = StoredValue::new(booking);
                live(move || match cancelled.get() {
                    false => booking.with_value(|booking| ask(booking.clone(), cancelled)),
                    true => booking.with_value(done),
                })
            })}
        </Page>
    }
}

/// The button that was pressed is gone and the page has a new heading: read on from there.
fn focus_heading() {
    let heading = document().query_selector("h1").ok().flatten();
    if let Some(heading) = heading.and_then(|h| h.dyn_into::<web_sys::HtmlElement>().ok()) {
        // A browser that refuses the focus leaves it where it was.
        let _ = heading.focus();
    }
}

/// What became of a booking that cannot be cancelled here, or whom to ring.
fn cannot(booking: Booking) -> AnyView {
    let message = match booking.change {
        ChangeRight::Over => state_message(&booking),
        _ => ().into_any(),
    };
    let again = (booking.state == BookingState::Cancelled).then(|| {
        view! { <LinkButton to=Route::Book text=text(|t| t.citizen.booked.book_again)/> }
    });
    view! {
        {message}
        <Change booking/>
        <div class="actions">
            {again}
            <LinkButton to=Route::My text=text(|t| t.citizen.booked.to_overview)/>
        </div>
    }
    .into_any()
}

fn ask(booking: Booking, cancelled: RwSignal<bool>) -> AnyView {
    if !matches!(booking.change, ChangeRight::Until { .. }) {
        return cannot(booking);
    }
    let desk = use_desk();
    let id = booking.id;
    let refusal = RwSignal::new(None::<Refusal>);
    let sending = Sending::new();
    let cancel = move |()| {
        sending.run(async move {
            refusal.set(None);
            match carry_out(desk, Asked::Cancel(id)).await {
                Ok(_) => {
                    desk.done();
                    cancelled.set(true);
                }
                Err(refused) => refusal.set(Some(refused)),
            }
        });
    };
    view! {
        <Summary appointment=(&booking).into()/>
        {live_if(move || {
            let purpose = Purpose::Move(id);
            refusal.get().map(|refusal| view! { <Refused refusal purpose/> }.into_any())
        })}
        <div class="actions">
            <Button
                kind=ButtonKind::Warning
                text=text(|t| t.citizen.booked.cancel_now)
                on_click=cancel
                busy=sending.busy()
            />
            <LinkButton to=Route::Booking(id) text=text(|t| t.citizen.booked.keep)/>
        </div>
        <p>
            <a href=Route::Move(id).path()>{text(|t| t.citizen.booked.rather_move)}</a>
        </p>
    }
    .into_any()
}

fn done(booking: &Booking) -> AnyView {
    let at = booking.starts_at;
    let message = text_of(move |t| {
        fill(t.citizen.booked.cancelled_lead, &[&dates::date_time(t.language, &at)])
    });
    let overview = load::<CaseOverview>(|| paths::CITIZEN_OVERVIEW.to_owned());
    view! {
        <Alert kind=AlertKind::Success live=true><p>{message}</p></Alert>
        {show(overview, book_again)}
    }
    .into_any()
}

/// The offer to book again, with the first free time.
fn book_again(overview: CaseOverview) -> AnyView {
    let pick = Purpose::Book.pick(false);
    let by = match &overview.duty {
        ContactDuty::Due(deadline) => Some(deadline.book_by.max(overview.today)),
        ContactDuty::Exempt(_) | ContactDuty::Closed { .. } => None,
    };
    let lead = by.map(|day| {
        let lead = text_of(move |t| {
            fill(t.citizen.booked.book_again_lead, &[&dates::date(t.language, day)])
        });
        view! { <p>{lead}</p> }
    });
    let first = overview.first_free.map(|time| {
        let channel = time.channel;
        view! {
            <h2 class="h3">{text_of(move |t| t.common.channel(channel).to_owned())}</h2>
            <TimeLink time pick first=true/>
        }
    });
    view! {
        {lead}
        {first}
        <div class="actions">
            <LinkButton to=Route::Book text=text(|t| t.citizen.booked.book_again)/>
            <LinkButton to=Route::My text=text(|t| t.citizen.booked.to_overview)/>
        </div>
    }
    .into_any()
}
