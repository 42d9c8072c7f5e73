//! Every path of the JSON API, once, and the header that calls below them carry. The app's calls
//! use these, and a test holds the server's routes to them.

use crate::draft::DraftForm;
use crate::ids::{
    ActivityId, BookingId, CaseId, ExceptionId, GroupSessionId, PreviewId, RoundTableId,
    RoundTableOfferId, TimeSlotId, WaitingOfferId,
};
use crate::kpi::FigureKey;

/// Everything a citizen reads and writes is below this.
pub const CITIZEN: &str = "/api/citizen/";
/// Everything an employer reads and writes is below this.
pub const EMPLOYER: &str = "/api/employer/";
/// On a call below [`CITIZEN`] or [`EMPLOYER`]: whom the page believes it is about, as
/// [`crate::session::Role::about`] has it. The cookie is the browser's and not the page's, so
/// another person may have signed in behind the page's back.
pub const ABOUT_HEADER: &str = "genvej-about";
/// On every call of a page that a caseworker looks at as its citizen: which view it is
/// ([`crate::preview::Preview`]). It is no secret: it opens nothing without the caseworker's session.
pub const PREVIEW_HEADER: &str = "genvej-preview";

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
/// Waiting for an earlier time (`GET`, `PUT`, `DELETE`).
pub const CITIZEN_WAITING_LIST: &str = "/api/citizen/waiting-list";
/// A time that is kept for the citizen (`DELETE`: they do not want it).
pub fn citizen_waiting_offer(id: WaitingOfferId) -> String {
    format!("/api/citizen/waiting-list/offers/{id}")
}

/// Taking it (`POST`, answered with the `Booking`).
pub fn citizen_waiting_offer_acceptance(id: WaitingOfferId) -> String {
    format!("{}/acceptance", citizen_waiting_offer(id))
}

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
/// The citizen's retention plan (`GET`, a `CitizenRetentionPage`).
pub const CITIZEN_RETENTION_PLAN: &str = "/api/citizen/retention-plan";
/// A move in its course (`POST`, answered with the page as it is then).
pub const CITIZEN_RETENTION_MOVES: &str = "/api/citizen/retention-plan/moves";
/// "It did not go" at a step (`POST`, answered with the page as it is then).
pub const CITIZEN_STEP_REPORTS: &str = "/api/citizen/retention-plan/step-reports";
/// Times for a round-table conversation (`GET`, a `RoundTableTimes`).
pub const CITIZEN_ROUND_TABLE_TIMES: &str = "/api/citizen/round-table/times";
/// Booking one (`POST`, a `RoundTable`).
pub const CITIZEN_ROUND_TABLES: &str = "/api/citizen/round-tables";
/// The conversations one is asked about (`GET`, a `SatisfactionPage`).
pub const CITIZEN_SATISFACTION: &str = "/api/citizen/satisfaction";
/// What one says to being asked (`POST`).
pub const CITIZEN_SATISFACTION_REPLIES: &str = "/api/citizen/satisfaction/replies";
/// The same by link, without signing in (`POST`).
pub const SATISFACTION_REPLIES: &str = "/api/satisfaction/replies";
/// Group sessions to come (`GET`, a `CitizenGroups`).
pub const CITIZEN_GROUPS: &str = "/api/citizen/groups";
/// The company's employees on sick leave (`GET`, a list of `EmployeeRow`).
pub const EMPLOYER_CASES: &str = "/api/employer/cases";
/// The key that locks up what an employer's browser could not send yet (`GET`).
pub const EMPLOYER_DRAFT_KEY: &str = "/api/employer/draft-key";
/// Own or the team's cases (`GET`).
pub const STAFF_CASES: &str = "/api/staff/cases";
/// What citizens remark on their conversations (`GET`).
pub const STAFF_SATISFACTION_REMARKS: &str = "/api/staff/satisfaction/remarks";
/// Opening a view of a citizen's pages (`POST`).
pub const STAFF_PREVIEWS: &str = "/api/staff/previews";
/// The key figures (`GET ?caseworker=`, a `KpiBoard`).
pub const STAFF_KPI: &str = "/api/staff/kpi";
/// The same as a file (`GET ?caseworker=&format=`).
pub const STAFF_KPI_EXPORT: &str = "/api/staff/kpi/export";
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
/// Group sessions (`GET`, a `StaffGroups`; `POST`, a `StaffGroup`).
pub const STAFF_GROUPS: &str = "/api/staff/groups";

/// Importing cases from a file (`POST ?plan=`, text/csv).
pub const STAFF_CASE_IMPORTS: &str = "/api/staff/case-imports";
/// What importing it would do (`POST`, text/csv).
pub const STAFF_CASE_IMPORT_DRY_RUNS: &str = "/api/staff/case-imports/dry-runs";
/// Conversations and what became of them (`GET ?format=&from=&to=`).
pub const STAFF_EXPORT_BOOKINGS: &str = "/api/staff/exports/bookings";
/// Contacts with employers (`GET ?format=&from=&to=`).
pub const STAFF_EXPORT_EMPLOYER_CONTACTS: &str = "/api/staff/exports/employer-contacts";
/// Where plans are (`GET ?format=&from=&to=`).
pub const STAFF_EXPORT_PLANS: &str = "/api/staff/exports/plans";

/// One sent version of the citizen's retention plan (`GET`, a `SentPlan`).
pub fn citizen_retention_version(number: u32) -> String {
    format!("{CITIZEN_RETENTION_PLAN}/versions/{number}")
}

/// Cancelling a round-table conversation (`POST`, answered with nothing).
pub fn citizen_round_table_cancellation(id: RoundTableId) -> String {
    format!("{CITIZEN_ROUND_TABLES}/{id}/cancellation")
}

/// An employee's retention plan (`GET`, an `EmployerRetentionPage`).
pub fn employer_retention_plan(id: CaseId) -> String {
    format!("{EMPLOYER_CASES}/{id}/retention-plan")
}

/// A move in its course (`POST`, answered with the page as it is then).
pub fn employer_retention_moves(id: CaseId) -> String {
    format!("{EMPLOYER_CASES}/{id}/retention-plan/moves")
}

/// One sent version of it (`GET`, a `SentPlan`).
pub fn employer_retention_version(id: CaseId, number: u32) -> String {
    format!("{EMPLOYER_CASES}/{id}/retention-plan/versions/{number}")
}

/// What is typed in it (`GET`, `PATCH`).
pub fn employer_draft(id: CaseId) -> String {
    format!("{EMPLOYER_CASES}/{id}/retention-plan/draft")
}

/// Offering times for a round-table conversation (`POST`, answered with the page).
pub fn employer_round_table_offers(id: CaseId) -> String {
    format!("{EMPLOYER_CASES}/{id}/round-table-offers")
}

/// One offered stretch of time (`DELETE`, answered with nothing).
pub fn employer_round_table_offer(id: RoundTableOfferId) -> String {
    format!("/api/employer/round-table-offers/{id}")
}

/// Cancelling a round-table conversation for the employer (`POST`, answered with nothing).
pub fn employer_round_table_cancellation(id: RoundTableId) -> String {
    format!("/api/employer/round-tables/{id}/cancellation")
}

/// The same for the municipality (`POST`, answered with nothing).
pub fn staff_round_table_cancellation(id: RoundTableId) -> String {
    format!("/api/staff/round-tables/{id}/cancellation")
}

/// A case's retention plan (`GET ?version=`, a `StaffRetentionPage`).
pub fn staff_case_retention_plan(id: CaseId) -> String {
    format!("{STAFF_CASES}/{id}/retention-plan")
}

/// A move in its course (`POST`, answered with the page as it is then).
pub fn staff_case_retention_moves(id: CaseId) -> String {
    format!("{STAFF_CASES}/{id}/retention-plan/moves")
}

/// Contacts with a case's employer (`GET` and `POST`, an `EmployerContacts`).
pub fn staff_case_employer_contacts(id: CaseId) -> String {
    format!("{STAFF_CASES}/{id}/employer-contacts")
}

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

/// Who has looked at a case (`GET ?before=`, an `AccessLog`).
pub fn staff_case_access_log(id: CaseId) -> String {
    format!("{STAFF_CASES}/{id}/access-log")
}

/// Giving a case to another caseworker (`POST`, answered with the `CaseDetails` as they are then).
pub fn staff_case_caseworker(id: CaseId) -> String {
    format!("{STAFF_CASES}/{id}/caseworker")
}

/// What the citizen of a case is written (`GET`, a `CaseLetters`).
pub fn staff_case_letters(id: CaseId) -> String {
    format!("{STAFF_CASES}/{id}/letters")
}

/// The letter that a decision would give (`POST`, a `Letter`; nothing is stored but the look).
pub fn staff_case_letter_previews(id: CaseId) -> String {
    format!("{STAFF_CASES}/{id}/letters/previews")
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

/// The rows behind a key figure (`GET ?caseworker=&month=&page=`, a `KpiRows`).
pub fn staff_kpi_rows(key: FigureKey) -> String {
    format!("{STAFF_KPI}/{}/rows", key.as_str())
}

/// A view of a citizen's pages (`GET`), and closing it (`DELETE`).
pub fn staff_preview(id: PreviewId) -> String {
    format!("{STAFF_PREVIEWS}/{id}")
}

/// The times its citizen does not see, each with why (`GET ?channel=&week=`).
pub fn staff_preview_hidden_times(id: PreviewId) -> String {
    format!("{STAFF_PREVIEWS}/{id}/hidden-times")
}

/// What its citizen is written.
pub fn staff_preview_letters(id: PreviewId) -> String {
    format!("{STAFF_PREVIEWS}/{id}/letters")
}

/// What the citizen wants of a group session (`PUT`, answered with the `CitizenGroups` as they are
/// then).
pub fn citizen_group(id: GroupSessionId) -> String {
    format!("{CITIZEN_GROUPS}/{id}")
}

/// Its calendar file (`GET`).
pub fn citizen_group_calendar(id: GroupSessionId) -> String {
    format!("{CITIZEN_GROUPS}/{id}/calendar.ics")
}

/// One group session with those who come (`GET`, a `StaffGroup`).
pub fn staff_group(id: GroupSessionId) -> String {
    format!("{STAFF_GROUPS}/{id}")
}

/// Calling it off (`POST`, answered with the `StaffGroup` as it is then).
pub fn staff_group_cancellation(id: GroupSessionId) -> String {
    format!("{STAFF_GROUPS}/{id}/cancellation")
}

/// Leading it in its leader's place (`PUT`, answered with the `StaffGroup` as it is then).
pub fn staff_group_leader(id: GroupSessionId) -> String {
    format!("{STAFF_GROUPS}/{id}/leader")
}

/// That it was held, and who came (`PUT`, answered with the `StaffGroup` as it is then).
pub fn staff_group_outcome(id: GroupSessionId) -> String {
    format!("{STAFF_GROUPS}/{id}/outcome")
}
