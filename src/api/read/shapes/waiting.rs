//! The shapes of waiting for an earlier time.

use contract::waiting_list::*;
use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::{Error, StringDeserializer};

use super::{Json, Read};

words! { OfferState WaitingEnd }

records! {
    TimeOffer { id, channel, starts_at, ends_at, caseworker, place, until }
    WaitingLine { before, offer }
    WaitingList {
        first, self_booking, channels, booked, latest, minutes, suggested, waiting, ended, free_now
    }
    WaitingWish { before, channels, weekdays }
    Waiting { wish, since, offer }
    WaitingEnded { why, before, at }
    WaitingRecord { wish, since, ended, offers }
    OfferRecord { offer, offered_at, state }
}

#[cfg(test)]
mod tests {
    use contract::booking::SelfBooking;
    use contract::ids::WaitingOfferId;
    use contract::rules::ContactChannel;
    use uuid::Uuid;

    use super::super::tests::there_and_back;
    use super::*;
    use crate::citizen::samples;

    #[test]
    fn everything_about_waiting() {
        let time = samples::time("2026-12-01T10:15:00+01:00");
        let (at, before) = (time.starts_at, samples::day("2026-12-08"));
        let offer = TimeOffer {
            id: WaitingOfferId(Uuid::from_u128(5)),
            channel: ContactChannel::Phone,
            starts_at: at,
            ends_at: time.ends_at,
            caseworker: "Mette Holm".into(),
            place: None,
            until: at,
        };
        let wish = WaitingWish { before, channels: vec![offer.channel], weekdays: vec![1, 5] };
        let ended = |why| WaitingEnded { why, before, at };
        let waiting = Waiting { wish: wish.clone(), since: at, offer: Some(offer.clone()) };
        let list = WaitingList {
            first: samples::day("2026-11-23"),
            self_booking: SelfBooking::Open,
            channels: samples::overview().channels,
            booked: Some(at),
            latest: before,
            minutes: 30,
            suggested: wish.clone(),
            waiting: Some(waiting),
            ended: None,
            free_now: Some(time),
        };
        there_and_back(list.clone());
        let ended_now = Some(ended(WaitingEnd::DatePassed));
        there_and_back(WaitingList { waiting: None, ended: ended_now, free_now: None, ..list });
        there_and_back(WaitingLine { before, offer: Some(offer.clone()) });
        let states = [OfferState::Open, OfferState::Taken, OfferState::Lapsed];
        let of = |state| OfferRecord { offer: offer.clone(), offered_at: at, state };
        there_and_back(WaitingRecord {
            wish,
            since: at,
            ended: Some(ended(WaitingEnd::Taken)),
            offers: states.map(of).to_vec(),
        });
    }
}
