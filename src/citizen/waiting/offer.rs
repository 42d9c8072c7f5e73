//! The time that is kept, taking it with one press, and what holds when it cannot be had any more.

use contract::paths;
use contract::problem::ErrorCode;
use contract::waiting_list::{TimeOffer, WaitingList};
use leptos::prelude::*;

use super::{Desk, OUTCOME_ID};
use crate::api::{self, ApiError, IdempotencyKey, Load, waiting};
use crate::citizen::kept::facts;
use crate::router::use_replace;
use crate::routes::Route;
use crate::text::{Texts, dates, fill, text};
use crate::ui::{Button, ButtonKind, Card, Sending, failure, focus_element};

/// The time that is kept, if one is, unless it was lost just now.
pub(super) fn offer_of(list: &WaitingList, desk: Desk) -> Option<AnyView> {
    let offer = list.waiting.as_ref()?.offer.clone()?;
    let is_lost = desk
        .lost
        .with_untracked(|lost| lost.as_ref().is_some_and(|lost| lost.offer.id == offer.id));
    if is_lost {
        return None;
    }
    let id = offer.id;
    let words = match list.booked {
        Some(_) => text(|t| t.waiting().decline),
        None => text(|t| t.waiting().decline_none),
    };
    let decline = move |()| desk.run(waiting::decline(id), |t| t.waiting().declined);
    let failed = RwSignal::new(None::<ApiError>);
    let (sending, replace) = (Sending::new(), use_replace());
    let (key, taken) = (IdempotencyKey::new(), offer.clone());
    let take = move |()| {
        let (replace, key, offer) = (replace.clone(), key.clone(), taken.clone());
        sending.run(async move {
            failed.set(None);
            desk.lost.set(None);
            match waiting::take(id, &key).await {
                Ok(booking) => replace(Route::Receipt(booking.id)),
                Err(error) => match Gone::of(&error) {
                    Some(why) => lose(offer, why, desk).await,
                    None => {
                        failed.try_set(error.unless_signed_out());
                    }
                },
            }
        });
    };
    Some(
        view! {
            <div class="next-step">
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
                        <Button text=words on_click=decline busy=desk.sending.busy()/>
                    </div>
                    <p>{text(|t| t.waiting().decline_then)}</p>
                </Card>
            </div>
        }
        .into_any(),
    )
}

/// Looks what holds now, and tells it. The card goes, and with it the button that had the focus.
async fn lose(offer: TimeOffer, why: Gone, desk: Desk) {
    let now = api::get::<WaitingList>(paths::CITIZEN_WAITING_LIST).await.ok();
    desk.said.try_set(None);
    desk.lost.try_set(Some(Lost::of(offer, why, now.as_ref())));
    match now {
        Some(now) => {
            desk.list.state.try_set(Load::Ready(now));
        }
        None => desk.list.reload(),
    }
    request_animation_frame(|| focus_element(OUTCOME_ID));
}

/// A time that could not be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Lost {
    /// The time.
    offer: TimeOffer,
    /// Why.
    why: Gone,
}

impl Lost {
    /// What became of it, by what the server says `now`: the citizen may have taken it themselves,
    /// in another window.
    fn of(offer: TimeOffer, why: Gone, now: Option<&WaitingList>) -> Self {
        let is_mine = now.is_some_and(|now| now.booked == Some(offer.starts_at));
        Self { offer, why: if is_mine { Gone::Mine } else { why } }
    }

    /// Does the citizen have it?
    pub(super) fn is_mine(&self) -> bool {
        self.why == Gone::Mine
    }

    /// The sentence.
    pub(super) fn words(&self, t: &Texts, phone: &str) -> String {
        let texts = t.waiting();
        let words = match self.why {
            Gone::Mine => {
                let at = dates::date_time(t.language, &self.offer.starts_at);
                return fill(texts.gone_mine, &[&at]);
            }
            Gone::Over => texts.gone,
            Gone::Taken => texts.gone_taken,
            Gone::TooLate => texts.gone_late,
            Gone::Withdrawn => texts.not_withdrawn,
            Gone::Closed => texts.not_closed,
        };
        fill(words, &[phone])
    }
}

/// Why the time cannot be taken any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Gone {
    /// The citizen has it already.
    Mine,
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
}

#[cfg(test)]
mod tests {
    use super::super::state::samples::list;
    use super::*;
    use crate::citizen::samples::refusal;
    use crate::text::Language;

    fn offer() -> TimeOffer {
        TimeOffer {
            id: contract::ids::WaitingOfferId(uuid::Uuid::from_u128(1)),
            channel: contract::rules::ContactChannel::Phone,
            starts_at: "2026-12-01T10:15:00+01:00".parse().unwrap(),
            ends_at: "2026-12-01T10:45:00+01:00".parse().unwrap(),
            caseworker: "Hanne Ravn".into(),
            place: None,
            until: "2026-11-30T12:00:00+01:00".parse().unwrap(),
        }
    }

    #[test]
    fn why_a_time_is_gone_is_true_of_each_refusal() {
        let said = |code| {
            let why = Gone::of(&refusal(code)).unwrap();
            Lost::of(offer(), why, Some(&list())).words(Language::Da.texts(), "70 10 20 30")
        };
        assert!(said(ErrorCode::OfferOver).contains("ikke holdt til dig længere"));
        let taken = said(ErrorCode::SlotTaken);
        assert!(taken.contains("en anden aftale") && !taken.contains("holdt"), "{taken}");
        let late = said(ErrorCode::TooLateToChange);
        assert!(late.contains("ikke kan flyttes") && late.contains("70 10 20 30"), "{late}");
        assert!(said(ErrorCode::SelfBookingWithdrawn).contains("70 10 20 30"));
        assert_eq!(Gone::of(&ApiError::Offline), None);
    }

    #[test]
    fn a_time_taken_in_another_window_is_ones_own() {
        let now = WaitingList { booked: Some(offer().starts_at), ..list() };
        let mine = Lost::of(offer(), Gone::Over, Some(&now));
        assert!(mine.is_mine());
        let said = mine.words(Language::Da.texts(), "");
        assert_eq!(said, "Tiden er din: tirsdag den 1. december kl. 10.15.");
        assert!(!Lost::of(offer(), Gone::Over, None).is_mine(), "nobody knows");
    }
}
