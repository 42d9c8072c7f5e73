//! Choosing a channel and a time, and looking everything over: for booking and for moving
//! alike. Which of the two it is, says [`Purpose`].

pub mod attempt;
mod blocked;
mod channel_block;
mod channels;
mod check;
mod purpose;
pub mod refusal;
pub mod refused;
pub mod summary;
mod time_list;
mod times;

use leptos::prelude::*;

use self::channels::Channels;
use self::check::Check;
pub use self::purpose::{Purpose, monday_of};
pub use self::time_list::{Pick, TimeLink, TimeList, WeekLinks};
use self::times::Times;
use crate::router::{booking_param, channel_param, slot_param, week_query};
use crate::routes::Route;
use crate::text::text;
use crate::ui::{BackLink, ButtonKind, LinkButton, Page, StepIndicator};

/// How many steps there are: channel, time, check.
const STEPS: u32 = 3;

/// What stands above a step's heading: the way back, and which step it is.
fn above(back: Route, step: u32) -> AnyView {
    view! {
        <BackLink to=back/>
        <StepIndicator step of=STEPS/>
    }
    .into_any()
}

/// Choosing a channel to book in.
#[component]
pub fn ChannelPage() -> impl IntoView {
    view! { <Channels purpose=Purpose::Book/> }
}

/// Choosing a time to book.
#[component]
pub fn TimesPage() -> impl IntoView {
    times(|| Some(Purpose::Book))
}

/// Looking a booking over.
#[component]
pub fn CheckPage() -> impl IntoView {
    check(|| Some(Purpose::Book))
}

/// Choosing a channel to move to.
#[component]
pub fn MoveChannelPage() -> impl IntoView {
    let booking = booking_param();
    move || match booking.get() {
        Some(id) => view! { <Channels purpose=Purpose::Move(id)/> }.into_any(),
        None => view! { <NoSuchChoice/> }.into_any(),
    }
}

/// Choosing a time to move to.
#[component]
pub fn MoveTimesPage() -> impl IntoView {
    let booking = booking_param();
    times(move || booking.get().map(Purpose::Move))
}

/// Looking a move over.
#[component]
pub fn MoveCheckPage() -> impl IntoView {
    let booking = booking_param();
    check(move || booking.get().map(Purpose::Move))
}

fn times(purpose: impl Fn() -> Option<Purpose> + Send + 'static) -> impl IntoView {
    let channel = channel_param();
    move || match (purpose(), channel.get()) {
        (Some(purpose), Some(channel)) => view! { <Times purpose channel/> }.into_any(),
        _ => view! { <NoSuchChoice/> }.into_any(),
    }
}

fn check(purpose: impl Fn() -> Option<Purpose> + Send + 'static) -> impl IntoView {
    let (channel, slot, week) = (channel_param(), slot_param(), week_query());
    move || match (purpose(), channel.get(), slot.get()) {
        (Some(purpose), Some(channel), Some(slot_id)) => {
            view! { <Check purpose channel slot_id week=week.get_untracked()/> }.into_any()
        }
        _ => view! { <NoSuchChoice/> }.into_any(),
    }
}

/// The address names a channel, a time or a booking that cannot be.
#[component]
pub fn NoSuchChoice() -> impl IntoView {
    view! {
        <Page title=text(|t| t.citizen.booking.title)>
            <p>{text(|t| t.citizen.booking.no_such_channel)}</p>
            <LinkButton
                kind=ButtonKind::Primary
                to=Route::Book
                text=text(|t| t.citizen.booking.other_channel)
            />
        </Page>
    }
}
