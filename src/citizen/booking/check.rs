//! The last step: everything once more, and the button that books or moves.

use chrono::NaiveDate;
use contract::booking::{Booking, BookingOptions, FreeTimes, MoveBooking, OfferedTime};
use contract::ids::TimeSlotId;
use contract::paths;
use contract::rules::ContactChannel;
use leptos::prelude::*;

use super::refusal::{NextWay, Refusal};
use super::refused::Refused;
use super::summary::{Additions, Summary};
use super::{Purpose, TimeLink, above};
use crate::api::citizen::times_url;
use crate::api::load;
use crate::citizen::desk::{Asked, Desk, use_desk};
use crate::citizen::details::saving::Saving;
use crate::citizen::details::{CONFLICT_ID, Conflict};
use crate::citizen::reasons::why_video;
use crate::citizen::sending::carry_out;
use crate::router::use_replace;
use crate::routes::Route;
use crate::session::use_session;
use crate::text::{fill, text, text_of};
use crate::ui::{
    Alert, AlertKind, Button, ButtonKind, LinkButton, Page, Sending, focus_element, live, live_if,
    show,
};

/// Looking everything over.
#[component]
pub fn CheckPage(
    /// To book, or to move.
    purpose: Purpose,
    /// In which channel.
    channel: ContactChannel,
    /// Which time.
    slot_id: TimeSlotId,
    /// The week it lies in.
    week: Option<NaiveDate>,
) -> impl IntoView {
    let desk = use_desk();
    let title = match purpose {
        Purpose::Book => text(|t| t.citizen.booking.check_title),
        Purpose::Move(_) => text(|t| t.citizen.booked.move_check_title),
    };
    let body = match untrack(|| desk.chosen(slot_id, channel)) {
        Some(time) => with_options(desk, purpose, time),
        None => {
            let times = load::<FreeTimes>(move || times_url(channel, week));
            show(times, move |times| match find(&times, slot_id) {
                Some(time) => with_options(desk, purpose, time),
                None => gone(purpose, times.first_free),
            })
        }
    };
    let back = purpose.times(channel, week);
    view! { <Page title above=above(back, 3)>{body}</Page> }
}

fn find(times: &FreeTimes, slot: TimeSlotId) -> Option<OfferedTime> {
    times.days.iter().flat_map(|day| &day.times).find(|time| time.slot_id == slot).cloned()
}

/// What was typed and what is booked: from the page before, or asked for after a reload.
fn with_options(desk: Desk, purpose: Purpose, time: OfferedTime) -> AnyView {
    match desk.options() {
        Some(options) => body(desk, purpose, time, options.next_booking),
        None => {
            let options = load::<BookingOptions>(|| paths::CITIZEN_BOOKING_OPTIONS.to_owned());
            show(options, move |options| {
                desk.remember(&options);
                body(desk, purpose, time.clone(), options.next_booking)
            })
        }
    }
}

fn gone(purpose: Purpose, first_free: Option<OfferedTime>) -> AnyView {
    let pick = purpose.pick(true);
    view! {
        <Alert kind=AlertKind::Warning>
            <p>{text(|t| t.citizen.booking.not_found_time)}</p>
            {first_free.map(|time| view! { <TimeLink time pick first=true/> })}
            <LinkButton to=purpose.channels() text=text(|t| t.citizen.booking.change_time)/>
        </Alert>
    }
    .into_any()
}

fn body(desk: Desk, purpose: Purpose, time: OfferedTime, old: Option<Booking>) -> AnyView {
    let refusal = RwSignal::new(None::<Refusal>);
    let sending = Sending::new();
    let replace = use_replace();
    let picked = StoredValue::new(time.clone());
    let send = move |()| {
        let booking = matches!(purpose, Purpose::Book);
        if booking && desk.draft.saving.with_untracked(Saving::is_conflict) {
            focus_element(CONFLICT_ID);
            return;
        }
        let replace = replace.clone();
        sending.run(async move {
            refusal.set(None);
            match carry_out(desk, picked.with_value(|time| ask(desk, purpose, time))).await {
                Ok(booking) => {
                    desk.done();
                    replace(Route::Receipt(booking.id));
                }
                Err(refused) => refusal.set(Some(refused)),
            }
        });
    };
    let refused = live_if(move || {
        refusal.get().map(|refusal| {
            let details = refusal.way == NextWay::Details;
            let mend = picked.with_value(details_of);
            view! {
                <Refused refusal purpose/>
                {details.then(|| {
                    view! { <LinkButton to=mend text=text(|t| t.citizen.booking.change_details)/> }
                })}
            }
            .into_any()
        })
    });
    let no_more = Signal::derive(move || {
        refusal.with(|refusal| refusal.as_ref().is_some_and(|one| !one.may_repeat()))
    });
    let action = match purpose {
        Purpose::Book => text(|t| t.citizen.booking.book),
        Purpose::Move(_) => text(|t| t.citizen.booked.move_now),
    };
    let no_change_after = (!time.changeable).then(no_change_after);
    let facts = match (purpose, old) {
        (Purpose::Move(_), Some(old)) => both_times(&old, &time),
        _ => new_time(desk, &time),
    };
    view! {
        {facts}
        {no_change_after}
        {refused}
        <div hidden=no_more>
            <Button
                kind=ButtonKind::Primary
                class="button-wide"
                text=action
                on_click=send
                busy=sending.busy()
            />
        </div>
    }
    .into_any()
}

fn ask(desk: Desk, purpose: Purpose, time: &OfferedTime) -> Asked {
    match purpose {
        Purpose::Book => Asked::Book(desk.book_time(time)),
        Purpose::Move(id) => {
            let (slot_id, channel) = (time.slot_id, time.channel);
            Asked::Move(id, MoveBooking { slot_id, channel, any_caseworker: !time.own_caseworker })
        }
    }
}

/// Said before it is booked: afterwards it would be too late to choose another time.
fn no_change_after() -> AnyView {
    let session = use_session();
    let words = text_of(move |t| fill(t.citizen.booking.no_change_after, &[&session.phone()]));
    view! { <Alert kind=AlertKind::Warning><p>{words}</p></Alert> }.into_any()
}

fn details_of(time: &OfferedTime) -> Route {
    let week = Some(super::monday_of(time.starts_at.date_naive()));
    Route::BookDetails(time.channel, time.slot_id, week)
}

fn both_times(old: &Booking, new: &OfferedTime) -> AnyView {
    view! {
        <h2 class="h4">{text(|t| t.citizen.booked.new_time)}</h2>
        <Summary appointment=new.into()/>
        <h2 class="h4">{text(|t| t.citizen.booked.old_time)}</h2>
        <Summary appointment=old.into()/>
        <p>{text(|t| t.citizen.booked.keep_details)}</p>
    }
    .into_any()
}

fn new_time(desk: Desk, time: &OfferedTime) -> AnyView {
    let (channel, to) = (time.channel, details_of(time));
    let appointment = StoredValue::new(super::summary::Appointment::from(time));
    let additions = move || {
        let typed = desk.draft.typed.get();
        Additions { participants: typed.participants, topics: typed.topics, note: typed.note }
    };
    let video = text_of(move |t| {
        let extra = desk.draft.typed.with(|typed| typed.participants.len());
        let why = why_video(t, extra, channel).filter(|_| desk.may_use(ContactChannel::Video));
        why.unwrap_or_default()
    });
    let details = live(move || {
        let words = if additions() == Additions::default() {
            text(|t| t.citizen.booking.add_details)
        } else {
            text(|t| t.citizen.booking.change_details)
        };
        view! { <LinkButton to=to.clone() text=words/> }.into_any()
    });
    view! {
        <Conflict/>
        {live(move || {
            view! { <Summary appointment=appointment.get_value() additions=additions()/> }.into_any()
        })}
        {details}
        {live_if(move || {
            (!video.with(String::is_empty)).then(|| view! { <Alert><p>{video}</p></Alert> }.into_any())
        })}
        <p class="duty">{text(|t| t.citizen.booking.duty)}</p>
    }
    .into_any()
}
