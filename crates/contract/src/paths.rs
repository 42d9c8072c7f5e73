//! Every path of the JSON API, once, and the header that calls below them carry. The app's calls
//! use these, and a test holds the server's routes to them.

use crate::draft::DraftForm;
use crate::ids::{ActivityId, BookingId, CaseId, ExceptionId, TimeSlotId};

/// Everything a citizen reads and writes is below this.
pub const CITIZEN: &str = "/api/citizen/";
/// On a call below [`CITIZEN`]: the case that the page believes it is about. The cookie is the
/// browser's and not the page's, so another person may have signed in behind the page's back.
pub const CASE_HEADER: &str = "genvej-case";

/// Who is signed in (`GET`), signing out (`DELETE`).
pub const SESSION: &str = "/api/session";
/// Staying signed in (`POST`).
pub const SESSION_EXTENSION: &str = "/api/session/extension";
/// Demo personas (`GET`), demo sign-in (`POST`).
pub const SESSION_DEMO: &str = "/api/session/demo";
/// A citizen's case (`GET`).
pub const CITIZEN_OVERVIEW: &str = "/api/citizen/overview";
/// The booking page's data (`GET`).
pub const CITIZEN_BOOKING_OPTIONS: &str = "/api/citizen/booking-options";
/// What was typed while booking (`GET`, `PUT`).
pub const CITIZEN_BOOKING_DRAFT: &str = "/api/citizen/booking-draft";
/// Free times (`GET ?channel=&week=`).
pub const CITIZEN_TIMES: &str = "/api/citizen/times";
/// Bookings (`POST`).
pub const CITIZEN_BOOKINGS: &str = "/api/citizen/bookings";
/// What is typed in a form (`GET`, `PATCH`).
pub fn citizen_draft(form: DraftForm) -> String {
    format!("/api/citizen/drafts/{}", form.as_str())
}

/// The key that locks up what could not be sent yet (`GET`).
pub const CITIZEN_DRAFT_KEY: &str = "/api/citizen/draft-key";
/// One's own job plan (`GET`).
pub const CITIZEN_JOB_PLAN: &str = "/api/citizen/job-plan";
/// Its shared versions (`POST`, answered with a `SharedPlan`).
pub const CITIZEN_JOB_PLAN_VERSIONS: &str = "/api/citizen/job-plan/versions";
/// Who has looked at one's data (`GET ?before=`).
pub const CITIZEN_ACCESS_LOG: &str = "/api/citizen/access-log";
/// One's own data as a file (`GET`, an `OwnData`).
pub const CITIZEN_DATA: &str = "/api/citizen/data";
/// Own or the team's cases (`GET`).
pub const STAFF_CASES: &str = "/api/staff/cases";
/// Caseworkers whose calendar one may open (`GET`).
pub const STAFF_CASEWORKERS: &str = "/api/staff/caseworkers";
/// A week of a calendar (`GET ?caseworker=&week=`).
pub const STAFF_CALENDAR: &str = "/api/staff/calendar";
/// Template, exceptions and what they may refer to (`GET ?caseworker=`).
pub const STAFF_CALENDAR_SETTINGS: &str = "/api/staff/calendar/settings";
/// The week template (`PUT ?caseworker=`).
pub const STAFF_CALENDAR_TEMPLATE: &str = "/api/staff/calendar/template";
/// Exceptions (`POST ?caseworker=`).
pub const STAFF_CALENDAR_EXCEPTIONS: &str = "/api/staff/calendar/exceptions";
/// What publishing would give (`POST ?caseworker=`).
pub const STAFF_CALENDAR_PREVIEWS: &str = "/api/staff/calendar/previews";
/// Publishing (`POST ?caseworker=`).
pub const STAFF_CALENDAR_PUBLICATIONS: &str = "/api/staff/calendar/publications";

/// One of the citizen's bookings (`GET`).
pub fn citizen_booking(id: BookingId) -> String {
    format!("{CITIZEN_BOOKINGS}/{id}")
}

/// Its calendar file (`GET`).
pub fn citizen_booking_calendar(id: BookingId) -> String {
    format!("{CITIZEN_BOOKINGS}/{id}/calendar.ics")
}

/// Moving it (`POST`).
pub fn citizen_booking_move(id: BookingId) -> String {
    format!("{CITIZEN_BOOKINGS}/{id}/move")
}

/// Cancelling it (`POST`).
pub fn citizen_booking_cancellation(id: BookingId) -> String {
    format!("{CITIZEN_BOOKINGS}/{id}/cancellation")
}

/// One shared version of one's own plan (`GET`, a `SharedPlan`).
pub fn citizen_job_plan_version(number: u32) -> String {
    format!("{CITIZEN_JOB_PLAN_VERSIONS}/{number}")
}

/// Taking it back (`POST`, answered with its `PlanVersion`).
pub fn citizen_job_plan_version_withdrawal(number: u32) -> String {
    format!("{CITIZEN_JOB_PLAN_VERSIONS}/{number}/withdrawal")
}

/// Words handed over for a conversation (`PUT`, answered with `ConversationWords`).
pub fn citizen_booking_words(id: BookingId) -> String {
    format!("{CITIZEN_BOOKINGS}/{id}/words")
}

/// A case's job plan (`GET ?version=`).
pub fn staff_case_job_plan(id: CaseId) -> String {
    format!("{STAFF_CASES}/{id}/job-plan")
}

/// Commenting on it (`POST`, answered with the `StaffJobPlan` as it is then).
pub fn staff_case_job_plan_comments(id: CaseId) -> String {
    format!("{STAFF_CASES}/{id}/job-plan/comments")
}

/// Agreeing to steps (`POST`, answered with the `StaffJobPlan` as it is then).
pub fn staff_case_job_plan_agreed_steps(id: CaseId) -> String {
    format!("{STAFF_CASES}/{id}/job-plan/agreed-steps")
}

/// What was agreed with the municipality (`POST`, answered with the `StaffJobPlan` as it is
/// then).
pub fn staff_case_activities(id: CaseId) -> String {
    format!("{STAFF_CASES}/{id}/activities")
}

/// One activity (`DELETE`, answered with nothing).
pub fn staff_activity(id: ActivityId) -> String {
    format!("/api/staff/activities/{id}")
}

/// One case (`GET`).
pub fn staff_case(id: CaseId) -> String {
    format!("{STAFF_CASES}/{id}")
}

/// Free times for a case (`GET ?channel=&week=`).
pub fn staff_case_times(id: CaseId) -> String {
    format!("{STAFF_CASES}/{id}/times")
}

/// Booking for a citizen (`POST`).
pub fn staff_case_bookings(id: CaseId) -> String {
    format!("{STAFF_CASES}/{id}/bookings")
}

/// Locking and unlocking channels (`POST`).
pub fn staff_case_channel_decisions(id: CaseId) -> String {
    format!("{STAFF_CASES}/{id}/channel-decisions")
}

/// Withdrawing and restoring self-booking (`POST`).
pub fn staff_case_self_booking_decisions(id: CaseId) -> String {
    format!("{STAFF_CASES}/{id}/self-booking-decisions")
}

/// Moving for a citizen (`POST`).
pub fn staff_booking_move(id: BookingId) -> String {
    format!("/api/staff/bookings/{id}/move")
}

/// Cancelling for a citizen (`POST`).
pub fn staff_booking_cancellation(id: BookingId) -> String {
    format!("/api/staff/bookings/{id}/cancellation")
}

/// Recording what happened (`POST`).
pub fn staff_booking_outcome(id: BookingId) -> String {
    format!("/api/staff/bookings/{id}/outcome")
}

/// One exception (`DELETE ?caseworker=`).
pub fn staff_calendar_exception(id: ExceptionId) -> String {
    format!("{STAFF_CALENDAR_EXCEPTIONS}/{id}")
}

/// One published time (`DELETE`).
pub fn staff_calendar_time(id: TimeSlotId) -> String {
    format!("{STAFF_CALENDAR}/times/{id}")
}
