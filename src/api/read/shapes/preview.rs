//! The shapes of a view of a citizen's pages.

use contract::calendar::PublishSpan;
use contract::preview::*;
use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::{Error, StringDeserializer};

use super::{Json, Read};

words! { WhyHidden }

variants! {
    PreviewOf by "kind" {
        "case" => Case { case_id },
        "sample" => Sample { situation }
    }
}

records! {
    Preview { id, of, case_id, citizen, on, other_day, calendar, plan_not_sent }
    UnpublishedCalendar { caseworker_id, span }
    PublishSpan { from, to }
    HiddenTimes { channel, week, shown, hold_by, days }
    HiddenDay { date, closed, times }
    HiddenTime { starts_at, ends_at, caseworker, because }
}
