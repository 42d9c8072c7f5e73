//! Every URL of the app, once: an enum, its address, and back. No other module writes or
//! reads a path. Knows no page.

mod caseload;
mod employer;
mod named;
mod plan;
mod retention;
mod staff;

use chrono::NaiveDate;
use contract::ids::{
    BookingId, CaseId, CaseworkerId, GroupSessionId, LetterId, PreviewId, TimeSlotId,
};
use contract::rules::ContactChannel;

pub use self::caseload::CasesView;
pub use self::employer::EmployerPage;
pub use self::plan::PlanPage;
pub use self::retention::RetentionPage;
use crate::api::day;

/// A page of the app.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// The front page: what Genvej is, and signing in.
    Front,
    /// The citizen's overview (*Min side*).
    My,
    /// Choosing a channel.
    Book,
    /// Choosing a time in a channel; without a week, the first one with free times.
    BookTimes(ContactChannel, Option<NaiveDate>),
    /// Participants and topics, for a time of that week.
    BookDetails(ContactChannel, TimeSlotId, Option<NaiveDate>),
    /// Looking everything over before booking a time of that week.
    BookCheck(ContactChannel, TimeSlotId, Option<NaiveDate>),
    /// One booking.
    Booking(BookingId),
    /// The receipt right after booking or moving.
    Receipt(BookingId),
    /// Choosing the channel to move to.
    Move(BookingId),
    /// Choosing the time to move to.
    MoveTimes(BookingId, ContactChannel, Option<NaiveDate>),
    /// Looking the move over.
    MoveCheck(BookingId, ContactChannel, TimeSlotId, Option<NaiveDate>),
    /// Cancelling.
    Cancel(BookingId),
    /// Trying camera, microphone and sound before a video meeting.
    Equipment,
    /// A caseworker's week: one's own unless somebody is named, this one unless a Monday is.
    Staff(Option<CaseworkerId>, Option<NaiveDate>),
    /// A caseworker's week template, exceptions and publishing.
    StaffCalendar(Option<CaseworkerId>),
    /// The caseworker's cases.
    StaffCases(CasesView),
    /// One case.
    StaffCase(CaseId),
    /// Booking a time for the citizen of a case, or moving a booking to it.
    StaffCaseTimes {
        /// Which case.
        case: CaseId,
        /// The booking to move; a new one when absent.
        moving: Option<BookingId>,
        /// In which channel; not chosen yet when absent.
        channel: Option<ContactChannel>,
        /// Which week; the first with free times when absent.
        week: Option<NaiveDate>,
    },
    /// A case's job plan: the newest shared version unless a number is named.
    StaffPlan(CaseId, Option<u32>),
    /// A case's retention plan: the newest submitted version unless a number is named.
    StaffRetention(CaseId, Option<u32>),
    /// Bringing cases in and taking data out.
    StaffExchange,
    /// What citizens remark on their conversations.
    StaffRemarks,
    /// The group sessions.
    StaffGroups,
    /// One of them.
    StaffGroup(GroupSessionId),
    /// A citizen's pages as the citizen sees them.
    StaffPreview(PreviewId),
    /// What the citizen of a case is written: all of it unless a letter is named.
    StaffLetters(CaseId, Option<LetterId>),
    /// Who has looked at a case.
    StaffAccessLog(CaseId),
    /// The key figures, with the query as it stands: only the caseworkers' part reads it.
    StaffKpi(String),
    /// The employer's area.
    Employer(EmployerPage),
    /// The citizen's job plan (*Min plan*).
    Plan(PlanPage),
    /// The citizen's side of the retention plan (*Fastholdelsesplan*).
    Retention(RetentionPage),
    /// Group sessions the citizen may choose.
    Groups,
    /// Who has looked at the citizen's data.
    AccessLog,
    /// The two questions after a conversation.
    Satisfaction,
    /// The same by the link in a message; the address in the app is without its end.
    SatisfactionLink,
    /// Waiting for an earlier time.
    Waiting,
}

/// The part of the app that has the page of a path: each is a file of its own. `boot.js` makes
/// the same choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AppPart {
    /// Front page and booking.
    Site,
    /// The citizen's plans, group sessions, waiting list, access log, the two questions after a
    /// conversation, and the equipment check.
    Plan,
    /// The employer's area.
    Employer,
    /// The caseworker's area.
    Staff,
}

impl AppPart {
    /// The part that has a path.
    pub fn of(path: &str) -> Self {
        match path.split('/').nth(1) {
            Some(
                "plan" | "retention-plan" | "groups" | "access-log" | "equipment" | "satisfaction"
                | "waiting-list",
            ) => Self::Plan,
            Some("employer") => Self::Employer,
            Some("staff") => Self::Staff,
            _ => Self::Site,
        }
    }
}

impl Route {
    /// The URL path, with its query.
    pub fn path(&self) -> String {
        match self {
            Self::Front => "/".to_owned(),
            Self::My => "/my".to_owned(),
            Self::Book => "/book".to_owned(),
            Self::BookTimes(channel, week) => {
                with_week(format!("/book/{}", channel.as_str()), *week)
            }
            Self::BookDetails(channel, slot, week) => {
                with_week(format!("/book/{}/{slot}/details", channel.as_str()), *week)
            }
            Self::BookCheck(channel, slot, week) => {
                with_week(format!("/book/{}/{slot}/check", channel.as_str()), *week)
            }
            Self::Booking(id) => format!("/bookings/{id}"),
            Self::Receipt(id) => format!("/bookings/{id}/receipt"),
            Self::Move(id) => format!("/bookings/{id}/move"),
            Self::MoveTimes(id, channel, week) => {
                with_week(format!("/bookings/{id}/move/{}", channel.as_str()), *week)
            }
            Self::MoveCheck(id, channel, slot, week) => {
                with_week(format!("/bookings/{id}/move/{}/{slot}/check", channel.as_str()), *week)
            }
            Self::Cancel(id) => format!("/bookings/{id}/cancel"),
            Self::Equipment => "/equipment".to_owned(),
            Self::Staff(caseworker, week) => with_query(
                "/staff",
                &[("caseworker", caseworker.map(text)), ("week", week.map(text))],
            ),
            Self::StaffCalendar(caseworker) => {
                with_query("/staff/calendar", &[("caseworker", caseworker.map(text))])
            }
            Self::StaffCases(view) => view.path(),
            Self::StaffCase(id) => format!("/staff/cases/{id}"),
            Self::StaffCaseTimes { case, moving, channel, week } => with_query(
                &match moving {
                    Some(booking) => format!("/staff/cases/{case}/times/{booking}"),
                    None => format!("/staff/cases/{case}/times"),
                },
                &[
                    ("channel", channel.map(|channel| channel.as_str().to_owned())),
                    ("week", week.map(text)),
                ],
            ),
            Self::StaffPlan(case, version) => {
                with_query(&format!("/staff/cases/{case}/plan"), &[("version", version.map(text))])
            }
            Self::StaffRetention(case, version) => with_query(
                &format!("/staff/cases/{case}/retention-plan"),
                &[("version", version.map(text))],
            ),
            Self::StaffExchange => "/staff/exchange".to_owned(),
            Self::StaffRemarks => "/staff/remarks".to_owned(),
            Self::StaffGroups => "/staff/groups".to_owned(),
            Self::StaffGroup(id) => format!("/staff/groups/{id}"),
            Self::StaffPreview(id) => format!("/staff/preview/{id}"),
            Self::StaffLetters(case, letter) => {
                with_query(&format!("/staff/cases/{case}/letters"), &[("letter", letter.map(text))])
            }
            Self::StaffKpi(query) if query.is_empty() => "/staff/kpi".to_owned(),
            Self::StaffKpi(query) => format!("/staff/kpi?{query}"),
            Self::StaffAccessLog(case) => format!("/staff/cases/{case}/access-log"),
            Self::Employer(page) => page.path(),
            Self::Plan(page) => page.path(),
            Self::Retention(page) => page.path(),
            Self::Groups => "/groups".to_owned(),
            Self::AccessLog => "/access-log".to_owned(),
            Self::Satisfaction => "/satisfaction".to_owned(),
            Self::SatisfactionLink => "/satisfaction/link".to_owned(),
            Self::Waiting => "/waiting-list".to_owned(),
        }
    }
}

impl Route {
    /// The page of an address, of whichever part: the inverse of [`Route::path`]. `None` when
    /// there is none.
    pub fn parse(path: &str, query: &str) -> Option<Self> {
        match AppPart::of(path) {
            AppPart::Site => Self::parse_site(path, query),
            AppPart::Plan => Self::parse_plan(path, query),
            AppPart::Employer => Self::parse_employer(path, query),
            AppPart::Staff => Self::parse_staff(path, query),
        }
    }

    /// The same, of the front page and booking only: the others' addresses do not travel to
    /// the phone with a first visit.
    pub fn parse_site(path: &str, query: &str) -> Option<Self> {
        let week = || given(query, "week").and_then(day);
        Some(match segments(path).as_slice() {
            [] => Self::Front,
            ["my"] => Self::My,
            ["book"] => Self::Book,
            ["book", channel] => Self::BookTimes(ContactChannel::parse(channel)?, week()),
            ["book", channel, slot, step] => {
                let (channel, slot) = (ContactChannel::parse(channel)?, slot.parse().ok()?);
                match *step {
                    "details" => Self::BookDetails(channel, slot, week()),
                    "check" => Self::BookCheck(channel, slot, week()),
                    _ => return None,
                }
            }
            ["bookings", id, rest @ ..] => Self::parse_booking(id.parse().ok()?, rest, week())?,
            _ => return None,
        })
    }

    /// The same, of the citizen's plans and what is beside them.
    pub fn parse_plan(path: &str, _query: &str) -> Option<Self> {
        Some(match segments(path).as_slice() {
            ["equipment"] => Self::Equipment,
            ["plan", rest @ ..] => Self::Plan(PlanPage::parse(rest)?),
            ["retention-plan", rest @ ..] => Self::Retention(RetentionPage::parse(rest)?),
            ["groups"] => Self::Groups,
            ["access-log"] => Self::AccessLog,
            ["satisfaction"] => Self::Satisfaction,
            ["satisfaction", "link"] => Self::SatisfactionLink,
            ["waiting-list"] => Self::Waiting,
            _ => return None,
        })
    }

    /// The same, of the employer's area.
    pub fn parse_employer(path: &str, _query: &str) -> Option<Self> {
        match segments(path).as_slice() {
            ["employer", rest @ ..] => Some(Self::Employer(EmployerPage::parse(rest)?)),
            _ => None,
        }
    }

    fn parse_booking(id: BookingId, rest: &[&str], week: Option<NaiveDate>) -> Option<Self> {
        Some(match rest {
            [] => Self::Booking(id),
            ["receipt"] => Self::Receipt(id),
            ["cancel"] => Self::Cancel(id),
            ["move"] => Self::Move(id),
            ["move", channel] => Self::MoveTimes(id, ContactChannel::parse(channel)?, week),
            ["move", channel, slot, "check"] => {
                Self::MoveCheck(id, ContactChannel::parse(channel)?, slot.parse().ok()?, week)
            }
            _ => return None,
        })
    }

    /// Is it the page of another address as well? Such a page stays, and follows what changes.
    pub fn is_page_of(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::BookTimes(one, _), Self::BookTimes(another, _)) => one == another,
            (Self::MoveTimes(id, one, _), Self::MoveTimes(other_id, another, _)) => {
                (id, one) == (other_id, another)
            }
            (Self::Staff(..), Self::Staff(..))
            | (Self::StaffCalendar(_), Self::StaffCalendar(_))
            | (Self::StaffCases(_), Self::StaffCases(_))
            | (Self::StaffKpi(_), Self::StaffKpi(_))
            | (Self::StaffCase(_), Self::StaffCase(_))
            | (Self::StaffPlan(..), Self::StaffPlan(..))
            | (Self::StaffRetention(..), Self::StaffRetention(..))
            | (Self::StaffGroup(_), Self::StaffGroup(_))
            | (Self::StaffPreview(_), Self::StaffPreview(_))
            | (Self::StaffCaseTimes { .. }, Self::StaffCaseTimes { .. }) => true,
            _ => self == other,
        }
    }
}

fn segments(path: &str) -> Vec<&str> {
    path.split('/').filter(|part| !part.is_empty()).collect()
}

fn with_week(path: String, week: Option<NaiveDate>) -> String {
    with_query(&path, &[("week", week.map(text))])
}

fn text(value: impl ToString) -> String {
    value.to_string()
}

/// A path with the parts of its query that are there. The values are ids, days and names of
/// channels, which need no escaping.
pub fn with_query(path: &str, query: &[(&str, Option<String>)]) -> String {
    let given = query.iter().filter_map(|(name, value)| Some((name, value.as_ref()?)));
    let given: Vec<String> = given.map(|(name, value)| format!("{name}={value}")).collect();
    if given.is_empty() { path.to_owned() } else { format!("{path}?{}", given.join("&")) }
}

/// The value of a name in a query.
pub fn given<'a>(query: &'a str, name: &str) -> Option<&'a str> {
    let pairs = query.trim_start_matches('?').split('&').filter_map(|pair| pair.split_once('='));
    pairs.into_iter().find(|(key, _)| *key == name).map(|(_, value)| value)
}

#[cfg(test)]
mod tests;
