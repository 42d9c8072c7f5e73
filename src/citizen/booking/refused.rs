//! A refusal on the page, right where the button was pressed, with the next step.

use leptos::html::Div;
use leptos::prelude::*;

use super::refusal::{NextWay, Refusal};
use super::{Pick, Purpose, TimeLink};
use crate::routes::Route;
use crate::session::use_session;
use crate::text::{text, text_of};
use crate::ui::{Alert, AlertKind, LinkButton};

/// What went wrong, the nearest free times if it was the time, and where to go.
#[component]
pub fn Refused(
    /// What went wrong.
    refusal: Refusal,
    /// What was looked for.
    purpose: Purpose,
) -> impl IntoView {
    let session = use_session();
    let kind = match refusal.way {
        NextWay::SameAgain => AlertKind::Error,
        _ => AlertKind::Warning,
    };
    let nearest = nearest(&refusal, purpose.pick(true));
    let link = way_out(refusal.way, purpose);
    let message = text_of(move |t| refusal.message(t, &session.phone()));
    let place = NodeRef::<Div>::new();
    Effect::new(move || {
        if let Some(place) = place.get() {
            // Without the focus it is still read as an alert.
            let _ = place.focus();
        }
    });
    view! {
        <div tabindex="-1" node_ref=place>
            <Alert kind live=true>
                <p>{message}</p>
                {nearest}
                {link}
            </Alert>
        </div>
    }
}

fn nearest(refusal: &Refusal, pick: Pick) -> Option<AnyView> {
    let times = refusal.nearest().to_vec();
    (!times.is_empty()).then(|| {
        let buttons = times
            .into_iter()
            .map(|time| view! { <li><TimeLink time pick dated=true/></li> })
            .collect_view();
        view! {
            <h2 class="h4">{text(|t| t.citizen.booking.nearest)}</h2>
            <ul class="nobullet-list time-list time-list--dated">{buttons}</ul>
        }
        .into_any()
    })
}

fn way_out(way: NextWay, purpose: Purpose) -> Option<AnyView> {
    let (to, words) = match way {
        NextWay::OtherTime => (purpose.channels(), text(|t| t.citizen.booking.change_time)),
        NextWay::OtherChannel => (purpose.channels(), text(|t| t.citizen.booking.other_channel)),
        NextWay::Overview => (Route::My, text(|t| t.citizen.booking.see_mine)),
        NextWay::Details | NextWay::SameAgain => return None,
    };
    Some(view! { <LinkButton to text=words/> }.into_any())
}
