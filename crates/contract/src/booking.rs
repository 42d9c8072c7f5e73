//! A citizen's conversations: what is due, which times are free, and the booking itself.
//! The same shapes serve a caseworker who books for a citizen.

mod checks;
mod details;
mod free;

pub use checks::{check_details, check_reason, check_text};
pub use details::{Participant, ParticipantKind, Topic};
pub use free::{FreeDay, FreeTimes, WhoseTimes};

use chrono::{DateTime, FixedOffset, NaiveDate};
use rules::{ChannelChoice, ContactChannel, ContactDuty};
use serde::{Deserialize, Serialize};

use crate::ids::{BookingId, TimeSlotId};
use crate::retention_plan::RetentionLine;
use crate::waiting_list::WaitingLine;

/// `GET /api/citizen/overview`: my case and what is next.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CaseOverview {
    /// Today in Denmark, by the server's clock.
    pub today: NaiveDate,
    /// First absence day.
    pub first_absence: NaiveDate,
    /// The employer's name, if there is one.
    pub employer: Option<String>,
    /// The caseworker.
    pub caseworker: CaseworkerContact,
    /// What is due, and why.
    pub duty: ContactDuty,
    /// Is the day to hold the next conversation already past, with nothing booked?
    pub overdue: bool,
    /// The one open booking.
    pub next_booking: Option<Booking>,
    /// May the citizen book, and if not, why.
    pub self_booking: SelfBooking,
    /// Every channel, open or locked, with the reason.
    pub channels: Vec<ChannelChoice>,
    /// The first free time in an open channel (the citizen's last channel first), when there
    /// is none booked.
    pub first_free: Option<OfferedTime>,
    /// Days of the conversations that were held, oldest first.
    pub held: Vec<NaiveDate>,
    /// Conversations that were missed or cancelled, newest first, at most five.
    pub past: Vec<PastBooking>,
    /// The retention plan in a line; nothing without an employer.
    pub retention: Option<RetentionLine>,
    /// Is there a conversation to say two things about? Staff learn only that one is asked.
    pub satisfaction_asked: bool,
    /// Waiting for an earlier time, while one does.
    pub waiting: Option<WaitingLine>,
    /// The day of the next group session that the citizen has a seat in.
    pub group_on: Option<NaiveDate>,
    /// Until when a seat of one is kept for the citizen, who has not answered.
    pub group_offered: Option<DateTime<FixedOffset>>,
    /// The day, not past, of one that is off and that the citizen had a seat in.
    pub group_cancelled: Option<NaiveDate>,
}

/// A conversation that is over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PastBooking {
    /// Which.
    pub id: BookingId,
    /// When it was to start.
    pub starts_at: DateTime<FixedOffset>,
    /// How.
    pub channel: ContactChannel,
    /// What became of it.
    pub state: BookingState,
    /// Who cancelled it, when it was cancelled.
    pub cancelled: Option<Cancelled>,
}

/// Whom to ask for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CaseworkerContact {
    /// Name.
    pub name: String,
    /// Direct phone number.
    pub phone: String,
}

/// May the citizen book, move and cancel without a caseworker?
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum SelfBooking {
    /// Yes.
    Open,
    /// No: withdrawn by a caseworker (BEK § 17; DOMAIN 2.1).
    Withdrawn {
        /// In the caseworker's words.
        reason: String,
        /// The day it was decided.
        on: NaiveDate,
    },
    /// No: the case is closed.
    CaseClosed,
}

/// `GET /api/citizen/booking-options`: the booking page's first data, in one answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct BookingOptions {
    /// Today in Denmark.
    pub today: NaiveDate,
    /// What is due, and why.
    pub duty: ContactDuty,
    /// May the citizen book at all?
    pub self_booking: SelfBooking,
    /// The caseworker.
    pub caseworker: CaseworkerContact,
    /// One per channel, in the order shown.
    pub channels: Vec<ChannelOption>,
    /// The booking that would be moved; booking anew is refused while there is one.
    pub next_booking: Option<Booking>,
    /// What was typed before and not yet sent.
    pub draft: BookingDraft,
}

/// A channel on the booking page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ChannelOption {
    /// Open or locked, and why.
    pub choice: ChannelChoice,
    /// How long the conversation lasts.
    pub minutes: u16,
    /// The first free time, when the channel is open and there is one.
    pub first_free: Option<OfferedTime>,
}

/// A time one can book.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OfferedTime {
    /// Which.
    pub slot_id: TimeSlotId,
    /// In which channel it is offered here.
    pub channel: ContactChannel,
    /// Start, with Denmark's offset: print its wall clock.
    pub starts_at: DateTime<FixedOffset>,
    /// End, for this channel's length.
    pub ends_at: DateTime<FixedOffset>,
    /// With whom.
    pub caseworker: String,
    /// Is it the citizen's own caseworker?
    pub own_caseworker: bool,
    /// Where, for a visit.
    pub place: Option<Place>,
    /// Could the citizen, who books it now, still move or cancel it without a caseworker?
    pub changeable: bool,
}

/// A place for visits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Place {
    /// Name.
    pub name: String,
    /// Street address.
    pub address: String,
}

/// The body of `POST /api/citizen/bookings` and of a move.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct BookTime {
    /// Which time.
    pub slot_id: TimeSlotId,
    /// In which channel.
    pub channel: ContactChannel,
    /// A colleague's time that starts at the same moment will do as well.
    #[serde(default)]
    pub any_caseworker: bool,
    /// Who else takes part.
    #[serde(default)]
    pub participants: Vec<Participant>,
    /// What to talk about.
    #[serde(default)]
    pub topics: Vec<Topic>,
    /// Anything else the caseworker should know, in the citizen's words.
    #[serde(default)]
    pub note: String,
}

/// The body of `POST …/bookings/{id}/move`: participants, topics and note stay as they are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct MoveBooking {
    /// The new time.
    pub slot_id: TimeSlotId,
    /// The new channel, or the same.
    pub channel: ContactChannel,
    /// A colleague's time that starts at the same moment will do as well.
    #[serde(default)]
    pub any_caseworker: bool,
}

/// A conversation that is, or was, booked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Booking {
    /// Which.
    pub id: BookingId,
    /// What became of it.
    pub state: BookingState,
    /// How.
    pub channel: ContactChannel,
    /// Start, with Denmark's offset.
    pub starts_at: DateTime<FixedOffset>,
    /// End.
    pub ends_at: DateTime<FixedOffset>,
    /// With whom.
    pub caseworker: CaseworkerContact,
    /// Where, for a visit.
    pub place: Option<Place>,
    /// The room, for a visit.
    pub room: Option<String>,
    /// Who else takes part.
    pub participants: Vec<Participant>,
    /// What to talk about.
    pub topics: Vec<Topic>,
    /// The citizen's own words.
    pub note: String,
    /// May the citizen move or cancel it, and until when?
    pub change: ChangeRight,
    /// Does it meet the deadline? `None` when nothing was due.
    pub in_time: Option<bool>,
    /// How many times it was moved (the calendar file's SEQUENCE).
    pub sequence: u32,
    /// Booked by the citizen (DFDG `SelfBooked`), not by a caseworker.
    pub self_booked: bool,
    /// Who moved it last, when it was moved.
    pub moved: Option<Moved>,
    /// Who cancelled it, when it was cancelled.
    pub cancelled: Option<Cancelled>,
}

/// How a booking came to be where it is: what it was before it was last moved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Moved {
    /// By whom.
    pub by: ChangedBy,
    /// When it was to start before.
    pub from: DateTime<FixedOffset>,
    /// How it was to be held before.
    pub channel: ContactChannel,
    /// When it was moved.
    pub at: DateTime<FixedOffset>,
}

/// How a booking came to be cancelled.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Cancelled {
    /// By whom.
    pub by: ChangedBy,
    /// In the caseworker's words, when there are any.
    pub reason: Option<String>,
    /// When.
    pub at: DateTime<FixedOffset>,
}

/// Who moved or cancelled a booking.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum ChangedBy {
    /// The citizen.
    Citizen,
    /// A caseworker.
    Caseworker,
}

/// What became of a booking.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum BookingState {
    /// It is to come.
    Booked,
    /// Its time has passed; nobody has recorded what happened.
    AwaitingOutcome,
    /// It took place.
    Held,
    /// The citizen did not come. Sanctions nobody by itself (DOMAIN 0.9).
    NoShow,
    /// It was cancelled.
    Cancelled,
}

/// May the citizen still move or cancel a booking?
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ChangeRight {
    /// Yes, until then.
    Until {
        /// The last moment.
        until: DateTime<FixedOffset>,
    },
    /// No: the last moment has passed; ring instead.
    TooLate {
        /// The last moment.
        until: DateTime<FixedOffset>,
    },
    /// No: self-booking has been withdrawn; ring instead.
    Withdrawn,
    /// No: the case is closed; ring instead.
    CaseClosed,
    /// No: it is over or cancelled.
    Over,
}

/// `GET` and `PUT /api/citizen/booking-draft`: what was typed while booking, kept on the
/// server so that a reload, another phone or an ended session loses nothing (I9).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct BookingDraft {
    /// The version this is based on; 0 for none. The answer carries the new one.
    pub version: u32,
    /// Who else takes part.
    pub participants: Vec<Participant>,
    /// What to talk about.
    pub topics: Vec<Topic>,
    /// The citizen's own words.
    pub note: String,
}
