//! What an address names: a case, a booking, a week. Pages ask the router for it, not the address.
//! Knows no page.

use chrono::NaiveDate;
use contract::ids::{BookingId, CaseId, CaseworkerId, GroupSessionId, LetterId, PreviewId};
use contract::rules::ContactChannel;

use super::Route;

impl Route {
    /// The channel it chooses from.
    pub fn channel(&self) -> Option<ContactChannel> {
        match self {
            Self::StaffCaseTimes { channel, .. } => *channel,
            _ => None,
        }
    }

    /// The booking to be moved.
    pub fn moving(&self) -> Option<BookingId> {
        match self {
            Self::StaffCaseTimes { moving, .. } => *moving,
            _ => None,
        }
    }

    /// The case it names.
    pub fn case(&self) -> Option<CaseId> {
        match self {
            Self::StaffCase(case)
            | Self::StaffCaseTimes { case, .. }
            | Self::StaffPlan(case, _)
            | Self::StaffRetention(case, _)
            | Self::StaffLetters(case, _)
            | Self::StaffAccessLog(case) => Some(*case),
            Self::Employer(page) => page.case(),
            _ => None,
        }
    }

    /// The view of a citizen's pages it names.
    pub fn preview(&self) -> Option<PreviewId> {
        match self {
            Self::StaffPreview(id) => Some(*id),
            _ => None,
        }
    }

    /// The group session it names.
    pub fn group(&self) -> Option<GroupSessionId> {
        match self {
            Self::StaffGroup(id) => Some(*id),
            _ => None,
        }
    }

    /// The plan's version it names.
    pub fn version(&self) -> Option<u32> {
        match self {
            Self::StaffPlan(_, version) | Self::StaffRetention(_, version) => *version,
            _ => None,
        }
    }

    /// The letter it names.
    pub fn letter(&self) -> Option<LetterId> {
        match self {
            Self::StaffLetters(_, letter) => *letter,
            _ => None,
        }
    }

    /// The week it names, by its Monday.
    pub fn week(&self) -> Option<NaiveDate> {
        match self {
            Self::BookTimes(_, week)
            | Self::MoveTimes(.., week)
            | Self::Staff(_, week)
            | Self::StaffCaseTimes { week, .. } => *week,
            _ => None,
        }
    }

    /// The caseworker it names.
    pub fn caseworker(&self) -> Option<CaseworkerId> {
        match self {
            Self::Staff(caseworker, _) | Self::StaffCalendar(caseworker) => *caseworker,
            _ => None,
        }
    }
}
