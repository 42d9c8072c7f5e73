//! A time that is kept for the citizen: what it is, on Min side and on the page of the waiting list, and
//! taking it with one press there.

use contract::problem::ErrorCode;
use contract::waiting_list::TimeOffer;
use leptos::prelude::*;

use crate::api::{ApiError, IdempotencyKey, waiting};
use crate::router::use_replace;
use crate::routes::Route;
use crate::session::use_session;
use crate::text::{Text, Texts, dates, fill, text, text_of};
use crate::ui::{
    Alert, AlertKind, Button, ButtonKind, Card, Sending, failure, focus_element, live_if,
};

/// Where it is told that the time cannot be had.
const GONE_ID: &str = "kept-gone";

/// The time, until when it is kept, the button that takes it, `more` beside that, and `then` below.
pub fn kept(offer: TimeOffer, more: AnyView, then: Text) -> AnyView {
    let (failed, gone) = (RwSignal::new(None::<ApiError>), RwSignal::new(None::<Gone>));
    let (sending, replace, session) = (Sending::new(), use_replace(), use_session());
    let (id, key) = (offer.id, IdempotencyKey::new());
    let take = move |()| {
        let (replace, key) = (replace.clone(), key.clone());
        sending.run(async move {
            failed.set(None);
            match waiting::take(id, &key).await {
                Ok(booking) => replace(Route::Receipt(booking.id)),
                Err(error) => match Gone::of(&error) {
                    // The card goes, and with it the button that had the focus.
                    Some(why) => {
                        gone.try_set(Some(why));
                        request_animation_frame(|| focus_element(GONE_ID));
                    }
                    None => {
                        failed.try_set(Some(error));
                    }
                },
            }
        });
    };
    view! {
        <div id=GONE_ID tabindex="-1">
            {live_if(move || gone.get().map(|why| {
                let words = text_of(move |t| why.words(t, &session.phone()));
                view! { <Alert kind=AlertKind::Warning live=true><p>{words}</p></Alert> }.into_any()
            }))}
        </div>
        <div class="next-step" hidden=move || gone.get().is_some()>
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
                <p>{then}</p>
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

/// Why the time cannot be had any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Gone {
    /// It is not kept any longer.
    Over,
    /// It is not free, or the citizen is somewhere else at that time: the server says the same of
    /// both.
    Taken,
    /// The conversation they have cannot be moved any more.
    TooLate,
    /// They do not book themselves any more.
    Withdrawn,
    /// Their case is closed.
    Closed,
}

impl Gone {
    /// What the server's refusal means; nothing where trying again may help.
    fn of(error: &ApiError) -> Option<Self> {
        use ErrorCode as E;
        Some(match error.code()? {
            E::OfferOver => Self::Over,
            E::SlotTaken | E::SlotTooSoon | E::NoRoomFree => Self::Taken,
            E::TooLateToChange => Self::TooLate,
            E::SelfBookingWithdrawn => Self::Withdrawn,
            E::CaseClosed => Self::Closed,
            _ => return None,
        })
    }

    /// The sentence.
    fn words(self, t: &Texts, phone: &str) -> String {
        let texts = t.waiting();
        let words = match self {
            Self::Over => texts.gone,
            Self::Taken => texts.gone_taken,
            Self::TooLate => texts.gone_late,
            Self::Withdrawn => texts.not_withdrawn,
            Self::Closed => texts.not_closed,
        };
        fill(words, &[phone])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::citizen::samples::refusal;
    use crate::text::Language;

    #[test]
    fn why_a_time_is_gone_is_true_of_each_refusal() {
        let said = |code| {
            let why = Gone::of(&refusal(code));
            why.map(|why| why.words(Language::Da.texts(), "70 10 20 30")).unwrap_or_default()
        };
        assert!(said(ErrorCode::OfferOver).contains("ikke holdt til dig længere"));
        let taken = said(ErrorCode::SlotTaken);
        assert!(taken.contains("en anden aftale") && !taken.contains("holdt"), "{taken}");
        let late = said(ErrorCode::TooLateToChange);
        assert!(late.contains("ikke kan flyttes") && late.contains("70 10 20 30"), "{late}");
        assert!(said(ErrorCode::SelfBookingWithdrawn).contains("70 10 20 30"));
        assert_eq!(Gone::of(&ApiError::Offline), None);
    }
}
