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
        today, self_booking, channels, booked, latest, minutes, suggested, waiting, ended, free_now
    }
    WaitingWish { before, channels, weekdays }
    Waiting { wish, since, offer }
    WaitingEnded { why, before, at }
    WaitingRecord { wish, since, ended, offers }
    OfferRecord { offer, offered_at, state }
}
