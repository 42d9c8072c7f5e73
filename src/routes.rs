//! Every URL of the app, once: an enum, its address, and back. No other module writes or
//! reads a path. Knows no page.

mod plan;

use chrono::NaiveDate;
use contract::ids::{BookingId, CaseId, CaseworkerId, TimeSlotId};
use contract::rules::ContactChannel;

pub use self::plan::PlanPage;
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
    StaffCases,
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
    /// The employer's area.
    Employer,
    /// The citizen's job plan (*Min plan*).
    Plan(PlanPage),
    /// Who has looked at the citizen's data.
    AccessLog,
}

/// The part of the app that has the page of a path: each is a file of its own. `boot.js` makes
/// the same choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AppPart {
    /// Front page, booking, the employer's area.
    Site,
    /// The job plan and the access log.
    Plan,
    /// The caseworker's area.
    Staff,
}

impl AppPart {
    /// The part that has a path.
    pub fn of(path: &str) -> Self {
        match path.split('/').nth(1) {
            Some("plan" | "access-log") => Self::Plan,
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
            Self::StaffCases => "/staff/cases".to_owned(),
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
            Self::Employer => "/employer".to_owned(),
            Self::Plan(page) => page.path(),
            Self::AccessLog => "/access-log".to_owned(),
        }
    }
}

impl Route {
    /// The page of an address: the inverse of [`Route::path`]. `None` when there is none.
    pub fn parse(path: &str, query: &str) -> Option<Self> {
        let segments: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        let week = || given(query, "week").and_then(day);
        let caseworker = || given(query, "caseworker").and_then(|id| id.parse().ok());
        Some(match segments.as_slice() {
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
            ["equipment"] => Self::Equipment,
            ["staff"] => Self::Staff(caseworker(), week()),
            ["staff", "calendar"] => Self::StaffCalendar(caseworker()),
            ["staff", "cases"] => Self::StaffCases,
            ["staff", "cases", case] => Self::StaffCase(case.parse().ok()?),
            ["staff", "cases", case, "times", moving @ ..] => Self::StaffCaseTimes {
                case: case.parse().ok()?,
                moving: match moving {
                    [] => None,
                    [id] => Some(id.parse().ok()?),
                    _ => return None,
                },
                channel: given(query, "channel").and_then(ContactChannel::parse),
                week: week(),
            },
            ["staff", "cases", case, "plan"] => Self::StaffPlan(
                case.parse().ok()?,
                given(query, "version").and_then(|number| number.parse().ok()),
            ),
            ["employer"] => Self::Employer,
            ["plan", rest @ ..] => Self::Plan(PlanPage::parse(rest)?),
            ["access-log"] => Self::AccessLog,
            _ => return None,
        })
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
            | (Self::StaffCase(_), Self::StaffCase(_))
            | (Self::StaffPlan(..), Self::StaffPlan(..))
            | (Self::StaffCaseTimes { .. }, Self::StaffCaseTimes { .. }) => true,
            _ => self == other,
        }
    }

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
            | Self::StaffPlan(case, _) => Some(*case),
            _ => None,
        }
    }

    /// The plan's version it names.
    pub fn version(&self) -> Option<u32> {
        match self {
            Self::StaffPlan(_, version) => *version,
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
fn given<'a>(query: &'a str, name: &str) -> Option<&'a str> {
    let pairs = query.trim_start_matches('?').split('&').filter_map(|pair| pair.split_once('='));
    pairs.into_iter().find(|(key, _)| *key == name).map(|(_, value)| value)
}

#[cfg(test)]
mod tests {
    use contract::job_plan::{LegQuestion, PlanLeg};

    use super::*;

    fn every_route() -> Vec<Route> {
        let channel = ContactChannel::InPerson;
        let week: Option<NaiveDate> = Some("2026-12-07".parse().unwrap());
        let id = "0192f0c4-7b6a-7c3e-9d55-3f1a2b4c5d6e";
        let (slot, booking) = (id.parse().unwrap(), id.parse().unwrap());
        let (case, caseworker) = (id.parse().unwrap(), Some(id.parse().unwrap()));
        vec![
            Route::Front,
            Route::My,
            Route::Book,
            Route::BookTimes(channel, None),
            Route::BookTimes(channel, week),
            Route::BookDetails(channel, slot, week),
            Route::BookCheck(channel, slot, None),
            Route::Booking(booking),
            Route::Receipt(booking),
            Route::Move(booking),
            Route::MoveTimes(booking, channel, week),
            Route::MoveCheck(booking, channel, slot, week),
            Route::Cancel(booking),
            Route::Equipment,
            Route::Staff(None, None),
            Route::Staff(caseworker, week),
            Route::StaffCalendar(caseworker),
            Route::StaffCases,
            Route::StaffCase(case),
            Route::StaffCaseTimes { case, moving: None, channel: None, week: None },
            Route::StaffCaseTimes { case, moving: Some(booking), channel: Some(channel), week },
            Route::StaffPlan(case, None),
            Route::StaffPlan(case, Some(2)),
            Route::Employer,
            Route::Plan(PlanPage::Overview),
            Route::Plan(PlanPage::Goal),
            Route::Plan(PlanPage::Leg(PlanLeg::A, LegQuestion::Why)),
            Route::Plan(PlanPage::Steps(PlanLeg::C)),
            Route::Plan(PlanPage::Return),
            Route::Plan(PlanPage::Talk),
            Route::Plan(PlanPage::Share),
            Route::Plan(PlanPage::Version(12)),
            Route::AccessLog,
        ]
    }

    #[test]
    fn each_part_of_the_app_has_its_paths() {
        for (path, part) in [
            ("/", AppPart::Site),
            ("/my", AppPart::Site),
            ("/plan", AppPart::Plan),
            ("/plan/a/job", AppPart::Plan),
            ("/access-log", AppPart::Plan),
            ("/staff/cases", AppPart::Staff),
            ("/planner", AppPart::Site),
        ] {
            assert_eq!(AppPart::of(path), part, "{path}");
        }
    }

    #[test]
    fn every_address_leads_back_to_its_page() {
        for route in every_route() {
            let address = route.path();
            let (path, query) = address.split_once('?').unwrap_or((&address, ""));
            assert_eq!(Route::parse(path, query), Some(route), "{address}");
        }
    }

    #[test]
    fn a_page_stays_while_only_the_week_changes() {
        let week = |day: &str| day.parse().ok();
        let times = |channel, day| Route::BookTimes(channel, week(day));
        let phone = times(ContactChannel::Phone, "2026-12-07");
        assert!(times(ContactChannel::Phone, "2026-12-14").is_page_of(&phone));
        assert!(!times(ContactChannel::Video, "2026-12-07").is_page_of(&phone));
        assert!(!Route::Book.is_page_of(&phone));
    }

    #[test]
    fn an_address_that_names_nothing_has_no_page() {
        for path in ["/nowhere", "/book/fax", "/bookings/7", "/book/phone/x/check", "/my/x"] {
            assert_eq!(Route::parse(path, ""), None, "{path}");
        }
    }

    #[test]
    fn a_query_that_says_nothing_is_left_out() {
        assert_eq!(Route::parse("/staff", "?week=soon"), Some(Route::Staff(None, None)));
        assert_eq!(Route::parse("/my/", ""), Some(Route::My));
    }
}
