//! Every URL of the app, once: as an enum to link to, and as the router's list of pages.
//! No other module writes a path.

use std::str::FromStr;

use chrono::NaiveDate;
use contract::ids::{BookingId, CaseId, CaseworkerId, TimeSlotId};
use contract::rules::ContactChannel;
use leptos::prelude::*;
use leptos_router::components::{FlatRoutes, Route as At};
use leptos_router::hooks::{use_navigate, use_params_map, use_query_map};
use leptos_router::{NavigateOptions, path};

use crate::app::Elsewhere;
use crate::{caseworker, citizen, employer, front};

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
    /// The employer's area.
    Employer,
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
            Self::Employer => "/employer".to_owned(),
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

/// The pages of the site, in the order of [`Route`].
pub fn site_pages() -> AnyView {
    view! {
        <FlatRoutes fallback=Elsewhere>
            <At path=path!("/") view=front::FrontPage/>
            <At path=path!("/my") view=citizen::OverviewPage/>
            <At path=path!("/book") view=citizen::ChannelPage/>
            <At path=path!("/book/:channel") view=citizen::TimesPage/>
            <At path=path!("/book/:channel/:slot/details") view=citizen::DetailsPage/>
            <At path=path!("/book/:channel/:slot/check") view=citizen::CheckPage/>
            <At path=path!("/bookings/:booking") view=citizen::BookingPage/>
            <At path=path!("/bookings/:booking/receipt") view=citizen::ReceiptPage/>
            <At path=path!("/bookings/:booking/move") view=citizen::MoveChannelPage/>
            <At path=path!("/bookings/:booking/move/:channel") view=citizen::MoveTimesPage/>
            <At path=path!("/bookings/:booking/move/:channel/:slot/check") view=citizen::MoveCheckPage/>
            <At path=path!("/bookings/:booking/cancel") view=citizen::CancelPage/>
            <At path=path!("/equipment") view=citizen::EquipmentPage/>
            <At path=path!("/employer") view=employer::EmployerPage/>
        </FlatRoutes>
    }
    .into_any()
}

/// The pages of the caseworker's area.
pub fn staff_pages() -> AnyView {
    view! {
        <FlatRoutes fallback=Elsewhere>
            <At path=path!("/staff") view=caseworker::WeekPage/>
            <At path=path!("/staff/calendar") view=caseworker::CalendarPage/>
            <At path=path!("/staff/cases") view=caseworker::CasesPage/>
            <At path=path!("/staff/cases/:case") view=caseworker::CasePage/>
            <At path=path!("/staff/cases/:case/times") view=caseworker::CaseTimesPage/>
            <At path=path!("/staff/cases/:case/times/:booking") view=caseworker::CaseTimesPage/>
        </FlatRoutes>
    }
    .into_any()
}

/// Goes to a page from code.
pub fn use_go() -> impl Fn(Route) + Clone {
    let navigate = use_navigate();
    move |route| navigate(&route.path(), NavigateOptions::default())
}

/// Replaces the page in the history, so that Back does not return to a step that is done.
pub fn use_replace() -> impl Fn(Route) + Clone {
    let navigate = use_navigate();
    move |route| {
        navigate(&route.path(), NavigateOptions { replace: true, ..NavigateOptions::default() });
    }
}

/// The `:channel` of the URL; `None` when it names no channel.
pub fn channel_param() -> Memo<Option<ContactChannel>> {
    let params = use_params_map();
    Memo::new(move |_| params.read().get_str("channel").and_then(ContactChannel::parse))
}

/// The `:slot` of the URL.
pub fn slot_param() -> Memo<Option<TimeSlotId>> {
    id_param("slot")
}

/// The `:booking` of the URL.
pub fn booking_param() -> Memo<Option<BookingId>> {
    id_param("booking")
}

/// The `:case` of the URL.
pub fn case_param() -> Memo<Option<CaseId>> {
    id_param("case")
}

/// The `?week=` of the URL: a Monday.
pub fn week_query() -> Memo<Option<NaiveDate>> {
    let query = use_query_map();
    Memo::new(move |_| query.read().get_str("week").and_then(|text| text.parse().ok()))
}

/// The `?caseworker=` of the URL: whose calendar.
pub fn caseworker_query() -> Memo<Option<CaseworkerId>> {
    let query = use_query_map();
    Memo::new(move |_| query.read().get_str("caseworker").and_then(|text| text.parse().ok()))
}

/// The `?channel=` of the URL.
pub fn channel_query() -> Memo<Option<ContactChannel>> {
    let query = use_query_map();
    Memo::new(move |_| query.read().get_str("channel").and_then(ContactChannel::parse))
}

fn id_param<T>(name: &'static str) -> Memo<Option<T>>
where
    T: FromStr + PartialEq + Send + Sync + 'static,
{
    let params = use_params_map();
    Memo::new(move |_| params.read().get_str(name).and_then(|text| text.parse().ok()))
}
