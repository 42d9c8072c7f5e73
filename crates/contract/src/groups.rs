//! Group sessions (DOMAIN C15, C16; *gruppeforløb*): what citizens may choose, and what
//! caseworkers plan. No citizen is told of another, nor how many come.

use chrono::{DateTime, FixedOffset, NaiveDate};
use rules::{SeatsLeft, WallTime};
use serde::{Deserialize, Serialize};

use crate::booking::{Place, check_reason};
use crate::ids::{CaseId, GroupSessionId};
use crate::problem::{FieldCode, FieldError};

/// What a session is about, as the municipality calls it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct GroupTheme {
    /// Stable code.
    pub code: String,
    /// Name, in Danish.
    pub name: String,
    /// Name, in English.
    pub name_en: String,
}

/// `GET /api/citizen/groups`: the sessions to come, and what the citizen has to do with them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CitizenGroups {
    /// The case is closed: no seat can be taken any more.
    pub case_closed: bool,
    /// The case is on standby: seats can be taken all the same.
    pub standby: bool,
    /// In order of time: those to come, and those that were cancelled and would have come that
    /// the citizen had a seat in or was in line for.
    pub sessions: Vec<CitizenGroup>,
}

/// A session as a citizen sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CitizenGroup {
    /// Which.
    pub id: GroupSessionId,
    /// What it is about.
    pub theme: GroupTheme,
    /// Start.
    pub starts_at: DateTime<FixedOffset>,
    /// End.
    pub ends_at: DateTime<FixedOffset>,
    /// Where; on video when absent.
    pub place: Option<Place>,
    /// The room's name there.
    pub room: Option<String>,
    /// The caseworker who leads it.
    pub leader: String,
    /// When it is decided whether enough people come; absent once it is.
    pub decided_at: Option<DateTime<FixedOffset>>,
    /// What is left.
    pub left: SeatsLeft,
    /// What the citizen has to do with it.
    pub mine: GroupPart,
}

/// What a citizen has to do with a session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum GroupPart {
    /// Nothing.
    None,
    /// They have a seat.
    Seat,
    /// A seat is kept for them.
    Offered {
        /// Until when.
        until: DateTime<FixedOffset>,
    },
    /// They are in line.
    InLine,
    /// A seat was kept for them, and they did not take it in time.
    OfferOver,
    /// They had a seat or were in line, and the session does not take place.
    Cancelled {
        /// Too few came; otherwise a caseworker called it off.
        too_few: bool,
        /// Why, in the caseworker's words; empty when too few came.
        reason: String,
    },
}

/// `PUT /api/citizen/groups/{id}`: what the citizen wants of it. Sent again, it changes nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct WishGroup {
    /// What.
    pub wish: GroupWish,
}

/// What a citizen wants of a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum GroupWish {
    /// A seat: a free one, or the one that is kept.
    Seat,
    /// To stand in line for a seat.
    InLine,
    /// Neither: gives up the seat, says no to the one that is kept, or leaves the line.
    Nothing,
}

/// A session that the citizen had to do with, in their own data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OwnGroup {
    /// What it is about.
    pub theme: GroupTheme,
    /// Start.
    pub starts_at: DateTime<FixedOffset>,
    /// End.
    pub ends_at: DateTime<FixedOffset>,
    /// The session was cancelled.
    pub cancelled: bool,
    /// Since when they have had a seat, if they have.
    pub seat_since: Option<DateTime<FixedOffset>>,
    /// Since when they have been in line, if they have.
    pub in_line_since: Option<DateTime<FixedOffset>>,
    /// Did they come, as far as it was noted?
    pub came: Option<bool>,
}

/// Where a session stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum GroupState {
    /// To come, or not noted yet.
    Planned,
    /// It does not take place.
    Cancelled,
    /// It was held.
    Held,
}

impl GroupState {
    /// The stable name in storage.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Cancelled => "cancelled",
            Self::Held => "held",
        }
    }

    /// The state of that name.
    pub fn parse(name: &str) -> Option<Self> {
        [Self::Planned, Self::Cancelled, Self::Held].into_iter().find(|one| one.as_str() == name)
    }
}

/// A session in a line: in the list of them, and in its leader's calendar.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct GroupLine {
    /// Which.
    pub id: GroupSessionId,
    /// What it is about.
    pub theme: GroupTheme,
    /// Start.
    pub starts_at: DateTime<FixedOffset>,
    /// End.
    pub ends_at: DateTime<FixedOffset>,
    /// "Rådhuset, Lokale 1"; on video when absent.
    pub place: Option<String>,
    /// Who leads it.
    pub leader: String,
    /// Where it stands.
    pub state: GroupState,
    /// Seats.
    pub seats: u16,
    /// Fewer than these, and it is cancelled.
    pub minimum: u16,
    /// Seats that are taken.
    pub taken: u16,
    /// Seats that are kept for somebody who has not answered.
    pub kept: u16,
    /// People in line.
    pub in_line: u16,
}

/// `GET /api/staff/groups`: the sessions, and what a new one may be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct StaffGroups {
    /// Today in Denmark.
    pub today: NaiveDate,
    /// The first day that can still be planned: the decision lies ahead.
    pub first_day: NaiveDate,
    /// The last day that can be planned.
    pub last_day: NaiveDate,
    /// What they can be about.
    pub themes: Vec<GroupTheme>,
    /// Rooms they can be in.
    pub rooms: Vec<GroupRoom>,
    /// How long they last.
    pub minutes: u16,
    /// Fewest seats; and fewer people than that, and a session is cancelled.
    pub min_seats: u16,
    /// Most seats.
    pub max_seats: u16,
    /// The time of the working day before at which that is decided.
    pub decide_hour: WallTime,
    /// None begins before that.
    pub earliest: WallTime,
    /// None ends after that.
    pub latest: WallTime,
    /// Those to come and of the last weeks, in order of time.
    pub sessions: Vec<GroupLine>,
}

/// A room for a session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct GroupRoom {
    /// Which place and room.
    pub at: RoomId,
    /// The place's name.
    pub place: String,
    /// The room's.
    pub room: String,
}

/// A room by its ids in the configuration.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct RoomId {
    /// The place.
    pub place: String,
    /// The room there.
    pub room: String,
}

/// `POST /api/staff/groups`: a session that the caseworker leads.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewGroup {
    /// The theme's code.
    pub theme: String,
    /// The day.
    pub day: NaiveDate,
    /// When it begins, on the wall clock in Denmark.
    pub from: WallTime,
    /// In which room; on video when absent.
    pub room: Option<RoomId>,
    /// Seats.
    pub seats: u16,
}

/// A session with those who come, as far as the caseworker may know them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct StaffGroup {
    /// The session.
    pub line: GroupLine,
    /// When it is decided whether enough people come; absent once it is.
    pub decided_at: Option<DateTime<FixedOffset>>,
    /// Why it was called off; empty when too few came.
    pub reason: String,
    /// May the caseworker call it off?
    pub may_cancel: bool,
    /// May the caseworker lead it in its leader's place? A colleague of the team may.
    pub may_lead: bool,
    /// May the caseworker note that it was held? Its leader may, once it has begun.
    pub may_note: bool,
    /// Are all those who come listed? Its leader sees them all, others their own cases' only.
    pub all_listed: bool,
    /// Those who have a seat, by name.
    pub people: Vec<GroupPerson>,
}

/// Somebody who has a seat.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct GroupPerson {
    /// Whose case.
    pub case_id: CaseId,
    /// Name.
    pub name: String,
    /// Who follows the case.
    pub caseworker: String,
    /// Did they come, as far as it was noted?
    pub came: Option<bool>,
}

/// `POST /api/staff/groups/{id}/cancellation`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct CancelGroup {
    /// Why; those who would have come read it.
    pub reason: String,
}

/// `PUT /api/staff/groups/{id}/outcome`: it was held. Sent again, it says what holds now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct GroupOutcome {
    /// Those who came.
    pub came: Vec<CaseId>,
}

/// Checks a reason for calling off. Empty when all is well.
pub fn check_cancellation(body: &CancelGroup) -> Vec<FieldError> {
    check_reason(&body.reason).map(|code| FieldError::new("reason", code)).into_iter().collect()
}

/// Checks a session to be planned against what may be. Empty when all is well.
pub fn check_new_group(group: &NewGroup, may: &StaffGroups) -> Vec<FieldError> {
    let mut errors = Vec::new();
    let mut require = |holds: bool, field: &str, code| {
        if !holds {
            errors.push(FieldError::new(field, code));
        }
    };
    let known = may.themes.iter().any(|theme| theme.code == group.theme);
    require(known, "theme", FieldCode::Unknown);
    require((may.first_day..=may.last_day).contains(&group.day), "day", FieldCode::OutOfRange);
    let on_grid = group.from.minutes().is_multiple_of(crate::limits::GRID_MINUTES);
    require(on_grid, "from", FieldCode::OffGrid);
    let ends = group.from.plus(may.minutes);
    let in_daytime = group.from >= may.earliest && ends.is_some_and(|ends| ends <= may.latest);
    require(!on_grid || in_daytime, "from", FieldCode::OutOfRange);
    let seats = (may.min_seats..=may.max_seats).contains(&group.seats);
    require(seats, "seats", FieldCode::OutOfRange);
    let room = group.room.as_ref().is_none_or(|at| may.rooms.iter().any(|room| room.at == *at));
    require(room, "room", FieldCode::Unknown);
    errors
}
