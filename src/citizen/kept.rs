//! A time that is kept for the citizen: what it is, on Min side and on the page of the waiting list.

use contract::waiting_list::TimeOffer;
use leptos::prelude::*;

use crate::text::{dates, fill, text_of};

/// Which time, and until when it is kept.
pub fn facts(offer: TimeOffer) -> AnyView {
    let until = offer.until;
    let when = text_of(move |t| {
        let at = dates::date_time(t.language, &offer.starts_at);
        fill(
            t.citizen.booking.time_name,
            &[&at, &offer.caseworker, t.common.channel(offer.channel)],
        )
    });
    let until = text_of(move |t| {
        fill(t.citizen.overview.kept_until, &[&dates::date_time(t.language, &until)])
    });
    view! { <p><strong>{when}</strong></p> <p>{until}</p> }.into_any()
}
