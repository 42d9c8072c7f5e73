//! Choosing a channel and a time, and looking everything over: for booking and for moving
//! alike. Which of the two it is, says [`Purpose`].

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

pub use self::channels::ChannelPage;
pub use self::check::CheckPage;
pub use self::purpose::{Purpose, monday_of};
pub use self::time_list::{Pick, TimeLink, TimeList, WeekLinks};
pub use self::times::TimesPage;
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
