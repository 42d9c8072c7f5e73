//! What the server answers when it says no: RFC 9457 problem+json with a stable code.
//! The sentences people read belong to the app.

use serde::{Deserialize, Serialize};

use crate::booking::{BookingDraft, OfferedTime};

/// A refusal (`application/problem+json`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Problem {
    /// Always `about:blank`: the code tells the kind.
    #[serde(rename = "type")]
    pub kind: String,
    /// The status in English, for people reading logs.
    pub title: String,
    /// The HTTP status.
    pub status: u16,
    /// Stable code of the refusal.
    pub code: ErrorCode,
    /// Fields at fault, when the request was read but not accepted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<FieldError>,
    /// With `slot_taken` and its like: the nearest times still free.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub nearest: Vec<OfferedTime>,
    /// With `stale_version` on a draft: what is stored now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stored_draft: Option<BookingDraft>,
}

/// A field at fault.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FieldError {
    /// Path of the field in the request, e.g. `participants[0].name`.
    pub field: String,
    /// What is wrong with it.
    pub code: FieldCode,
}

impl FieldError {
    /// A field and what is wrong with it.
    pub fn new(field: impl Into<String>, code: FieldCode) -> Self {
        Self { field: field.into(), code }
    }
}

/// What is wrong with a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum FieldCode {
    /// Nothing was given.
    Missing,
    /// More characters than `limits` allows.
    TooLong,
    /// More rows or fields than `limits` allows: there is no room for this one.
    TooMany,
    /// A CPR number stands in it.
    CprNumber,
    /// Nothing can be written there as things are now.
    NotNow,
    /// Control characters other than line breaks.
    ControlCharacters,
    /// The end is not after the start.
    EndNotAfterStart,
    /// Two rows overlap.
    Overlaps,
    /// Days are missing between two rows.
    Gap,
    /// Not on the five-minute grid.
    OffGrid,
    /// Not one of the known values.
    Unknown,
    /// Outside what is allowed.
    OutOfRange,
    /// In person is not possible from home.
    InPersonFromHome,
    /// The municipality does not work on that day.
    Closed,
}

/// Why the server said no.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum ErrorCode {
    /// The body is not JSON, or not of the expected shape.
    MalformedBody,
    /// The body is larger than allowed.
    BodyTooLarge,
    /// The content type is not JSON.
    UnsupportedMediaType,
    /// A path or query parameter is malformed.
    MalformedParameter,
    /// Fields were read but not accepted; see `errors`.
    InvalidFields,
    /// No such path or thing, or not one you may see.
    NotFound,
    /// The path exists, the method does not.
    MethodNotAllowed,
    /// Not signed in, or the session has ended.
    NotSignedIn,
    /// Another person than the page is about has signed in meanwhile.
    AnotherPerson,
    /// Signed in, but not as somebody who may do this.
    NotAllowed,
    /// A preview never changes anything (I6).
    PreviewIsReadOnly,
    /// The preview that the call names is not open, or not this session's.
    PreviewClosed,
    /// The call did not come from our own pages.
    CrossOrigin,
    /// Too many calls; try again shortly.
    TooManyRequests,
    /// A creating call without `Idempotency-Key`.
    IdempotencyKeyMissing,
    /// The same `Idempotency-Key` with another request.
    IdempotencyKeyReused,
    /// The time has just been taken.
    SlotTaken,
    /// The time lies in the past or closer than the minimum notice.
    SlotTooSoon,
    /// The time is not offered in this channel.
    ChannelNotOffered,
    /// The channel is locked for this case.
    ChannelLocked,
    /// No room is free at that time.
    NoRoomFree,
    /// There is already a conversation booked; move it instead.
    AlreadyBooked,
    /// Too late to move or cancel oneself.
    TooLateToChange,
    /// The booking is no longer open.
    BookingNotOpen,
    /// The conversation has not taken place yet.
    ConversationNotOver,
    /// Self-booking has been withdrawn.
    SelfBookingWithdrawn,
    /// The case is closed.
    CaseClosed,
    /// Somebody changed it in the meantime.
    StaleVersion,
    /// The time is booked and cannot be withdrawn.
    SlotIsBooked,
    /// The time is not kept for the citizen any more.
    OfferOver,
    /// The version has been opened and cannot be taken back any more.
    AlreadyOpened,
    /// Nothing has changed since it was last shared.
    NothingToShare,
    /// The plan is somewhere else by now: it does not have that move.
    MoveNotPossible,
    /// No company to make a plan with.
    NoEmployer,
    /// A round-table conversation is booked already.
    RoundTableBooked,
    /// It is over, or cancelled.
    RoundTableOver,
    /// No seat of the group session is free.
    GroupFull,
    /// The group session is not to come any more: it is cancelled, or has begun.
    GroupOver,
    /// Who was to come to the group session is somewhere else at that time.
    GroupClash,
    /// The step has not begun, or is none of the agreed ones.
    NoSuchStep,
    /// What one is asked about a conversation has been answered, once and for all.
    AlreadyAnswered,
    /// It is too late to answer.
    AskingIsOver,
    /// No contact rule set governs the case: the configuration has a gap.
    NoRuleSet,
    /// The server is busy; try again.
    Busy,
    /// Something failed on the server; it is logged.
    Internal,
}
