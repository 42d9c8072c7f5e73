//! A time that is kept for the citizen: what it is, on Min side and on the page of the waiting list, and
//! taking it with one press there.

use contract::problem::ErrorCode;
use contract::waiting_list::TimeOffer;
use leptos::prelude::*;

use crate::api::{ApiError, IdempotencyKey, waiting};
use crate::router::use_replace;
use crate::routes::Route;
use crate::text::{dates, fill, text, text_of};
use crate::ui::{Alert, AlertKind, Button, ButtonKind, Card, Sending, failure, live};

/// The time, until when it is kept, the button that takes it, and `more` beside that.
pub fn kept(offer: TimeOffer, more: AnyView) -> AnyView {
    let (failed, gone) = (RwSignal::new(None::<ApiError>), RwSignal::new(false));
    let (sending, replace) = (Sending::new(), use_replace());
    let (id, key) = (offer.id, IdempotencyKey::new());
    let take = move |()| {
        let (replace, key) = (replace.clone(), key.clone());
        sending.run(async move {
            failed.set(None);
            match waiting::take(id, &key).await {
                Ok(booking) => replace(Route::Receipt(booking.id)),
                Err(error) if is_gone(&error) => gone.set(true),
                Err(error) => failed.set(Some(error)),
            }
        });
    };
    view! {
        {live(move || match gone.get() {
            true => view! {
                <Alert kind=AlertKind::Warning live=true>
                    <p>{text(|t| t.waiting().gone)}</p>
                </Alert>
            }.into_any(),
            false => ().into_any(),
        })}
        <div class="next-step" hidden=move || gone.get()>
            <Card heading=text(|t| t.citizen.overview.kept)>
                {facts(offer)}
                {failure(failed)}
                <div class="actions">
                    <Button
                        kind=ButtonKind::Primary
                        text=text(|t| t.waiting().take)
                        on_click=take
                        busy=sending.busy()
                    />
                    {more}
                </div>
            </Card>
        </div>
    }
    .into_any()
}

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

/// Is it not kept any more, or can the citizen not take it?
fn is_gone(error: &ApiError) -> bool {
    use ErrorCode as E;
    matches!(
        error.code(),
        Some(E::OfferOver | E::SlotTaken | E::NoRoomFree | E::SelfBookingWithdrawn | E::CaseClosed)
    )
}
