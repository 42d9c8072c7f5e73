//! The shapes of the questions after a conversation, and of the remarks.

use contract::satisfaction::*;

use super::{Json, Read};

records! {
    SatisfactionPage { asked, draft }
    AskedAbout { booking_id, starts_at, channel, until }
    SatisfactionRemarks { months }
    RemarksOfMonth { month, answers, remarks }
}
