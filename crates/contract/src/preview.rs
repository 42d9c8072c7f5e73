//! Seeing a citizen's pages as the citizen sees them (*se som borger*): opening such a view, and
//! what only its onlooker is told. The pages themselves are read by the citizen's own calls.

use chrono::{DateTime, FixedOffset, NaiveDate};
use rules::ContactChannel;
use rules::holidays::Closure;
use serde::{Deserialize, Serialize};

use crate::booking::check_reason;
use crate::calendar::PublishSpan;
use crate::ids::{CaseId, CaseworkerId, PreviewId};
use crate::problem::{FieldCode, FieldError};
use crate::session::DemoSituation;

/// `POST /api/staff/previews`: opens a view. It lives as long as the session that opened it, and
/// only calls that name it ([`crate::paths::PREVIEW_HEADER`]) are made in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct OpenPreview {
    /// Whose pages.
    pub of: PreviewOf,
    /// As they will look on that day; today when absent.
    #[serde(default)]
    pub on: Option<NaiveDate>,
    /// As if this calendar were published.
    #[serde(default)]
    pub calendar: Option<UnpublishedCalendar>,
    /// Why; asked for when the case is a colleague's. The citizen reads it.
    #[serde(default)]
    pub reason: String,
}

/// Whose pages a preview shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum PreviewOf {
    /// The citizen of a case; the look is in their log.
    Case {
        /// Which.
        case_id: CaseId,
    },
    /// An invented citizen in that situation: nobody's data.
    Sample {
        /// Which.
        situation: DemoSituation,
    },
}

/// A caseworker's stored week template and exceptions, published for a span of days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct UnpublishedCalendar {
    /// Whose: one's own, or a colleague's for a team leader.
    pub caseworker_id: CaseworkerId,
    /// Which days.
    pub span: PublishSpan,
}

/// An open view (`GET /api/staff/previews/{id}`, and the answer to opening one).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Preview {
    /// Which.
    pub id: PreviewId,
    /// Whose pages.
    pub of: PreviewOf,
    /// The case whose pages they are; an invented one of a sample.
    pub case_id: CaseId,
    /// The citizen's name; an invented one of a sample.
    pub citizen: String,
    /// As they look on that day.
    pub on: NaiveDate,
    /// Is that another day than today?
    pub other_day: bool,
    /// As if this calendar were published.
    pub calendar: Option<UnpublishedCalendar>,
}

/// `GET /api/staff/previews/{id}/hidden-times?channel=&week=`: the times of a week that the
/// citizen does not see, each with why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct HiddenTimes {
    /// In which channel.
    pub channel: ContactChannel,
    /// The week, by its Monday.
    pub week: NaiveDate,
    /// How many times of the week the citizen does see.
    pub shown: u32,
    /// Monday to Sunday.
    pub days: Vec<HiddenDay>,
}

/// A day of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct HiddenDay {
    /// The day.
    pub date: NaiveDate,
    /// Holiday or closing day.
    pub closed: Option<Closure>,
    /// The times, by start.
    pub times: Vec<HiddenTime>,
}

/// A time the citizen does not see.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct HiddenTime {
    /// Start, with Denmark's offset.
    pub starts_at: DateTime<FixedOffset>,
    /// End.
    pub ends_at: DateTime<FixedOffset>,
    /// Whose.
    pub caseworker: String,
    /// Why.
    pub because: WhyHidden,
}

/// Why a citizen does not see a time. The first that holds, in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum WhyHidden {
    /// The citizen does not book themselves now: withdrawn, or the case is closed.
    NoSelfBooking,
    /// The municipality is closed that day or from that hour.
    Closed,
    /// The caseworker is away, on a break, or does not work then: the hours give no time.
    OutsideHours,
    /// It is not published.
    NotPublished,
    /// Past, or closer than the municipality's shortest notice.
    TooSoon,
    /// Later than the last day that may be booked.
    BeyondHorizon,
    /// The time does not offer this form, or is too short for it.
    OtherForm,
    /// The form is locked for the citizen on that day.
    FormLocked,
    /// Somebody has booked it, or the caseworker is in another conversation.
    Booked,
    /// It is kept for a citizen on the waiting list, who may take it.
    Kept,
    /// The citizen is in another conversation then.
    CitizenBusy,
    /// Every room is taken.
    NoRoom,
    /// It is the very time of the citizen's own conversation.
    OwnConversation,
    /// A colleague's: the own caseworker has times soon enough.
    OtherCaseworker,
    /// The same start is shown once, with a nearer caseworker.
    SameStart,
}

/// Checks what opens a preview. Whether a reason is needed depends on the case.
pub fn check_open_preview(open: &OpenPreview, needs_reason: bool) -> Vec<FieldError> {
    let mut errors = Vec::new();
    if needs_reason || !open.reason.trim().is_empty() {
        errors.extend(check_reason(&open.reason).map(|code| FieldError::new("reason", code)));
    }
    if let PreviewOf::Sample { situation: DemoSituation::Ordinary } = open.of {
        errors.push(FieldError::new("of", FieldCode::Unknown));
    }
    errors
}
