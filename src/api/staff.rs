//! Calls of the caseworker's area.

use chrono::NaiveDate;
use contract::access_log::AccessLog;
use contract::booking::{BookTime, Booking, MoveBooking};
use contract::calendar::{
    PreviewTimes, PublishSpan, Published, StoredException, StoredTemplate, TimesPreview,
};
use contract::ids::{
    AccessLogEntryId, ActivityId, BookingId, CaseId, CaseworkerId, ExceptionId, RoundTableId,
    TimeSlotId,
};
use contract::job_plan::{AgreeStep, CommentJobPlan, NewActivity, StaffJobPlan};
use contract::kpi::FigureKey;
use contract::letters::{Letter, PreviewLetter};
use contract::paths;
use contract::retention_plan::{
    EmployerContacts, NewEmployerContact, StaffRetentionMove, StaffRetentionPage,
};
use contract::rules::{CalendarException, ContactChannel};
use contract::staff::{
    CancelBooking, CaseDetails, ChangeCaseworker, DecideChannel, DecideSelfBooking, Outcome,
    RecordOutcome,
};
use serde::Serialize;

use super::{ApiError, IdempotencyKey, delete, get, post, post_plain, put};
use crate::routes::with_query;

/// Whose calendar; one's own when absent.
pub type Owner = Option<CaseworkerId>;

fn of_owner(path: &str, owner: Owner) -> String {
    with_query(path, &[("caseworker", owner.map(|id| id.to_string()))])
}

/// Where a week is.
pub fn week_url(owner: Owner, week: Option<NaiveDate>) -> String {
    let owner = owner.map(|id| id.to_string());
    let week = week.map(|week| week.to_string());
    with_query(paths::STAFF_CALENDAR, &[("caseworker", owner), ("week", week)])
}

/// Where the key figures of somebody are; the department's when nobody is named.
pub fn kpi_url(owner: Owner) -> String {
    of_owner(paths::STAFF_KPI, owner)
}

/// The same as a file.
pub fn kpi_file_url(owner: Owner, format: &str) -> String {
    let owner = owner.map(|id| id.to_string());
    let query = [("caseworker", owner), ("format", Some(format.to_owned()))];
    with_query(paths::STAFF_KPI_EXPORT, &query)
}

/// A page of the rows behind a key figure.
pub fn kpi_rows_url(
    key: FigureKey,
    owner: Owner,
    month: Option<NaiveDate>,
    page: Option<u32>,
) -> String {
    let owner = owner.map(|id| id.to_string());
    let month = month.map(|month| month.to_string());
    let page = page.map(|page| page.to_string());
    let query = [("caseworker", owner), ("month", month), ("page", page)];
    with_query(&paths::staff_kpi_rows(key), &query)
}

/// Where template and exceptions are.
pub fn settings_url(owner: Owner) -> String {
    of_owner(paths::STAFF_CALENDAR_SETTINGS, owner)
}

/// Where the free times for a case are.
pub fn case_times_url(case: CaseId, channel: ContactChannel, week: Option<NaiveDate>) -> String {
    let channel = Some(channel.as_str().to_owned());
    let week = week.map(|week| week.to_string());
    with_query(&paths::staff_case_times(case), &[("channel", channel), ("week", week)])
}

/// Saves the week template.
pub async fn save_template(
    owner: Owner,
    template: &StoredTemplate,
) -> Result<StoredTemplate, ApiError> {
    put(&of_owner(paths::STAFF_CALENDAR_TEMPLATE, owner), template).await
}

/// Adds an exception.
pub async fn add_exception(
    owner: Owner,
    key: &IdempotencyKey,
    exception: &CalendarException,
) -> Result<StoredException, ApiError> {
    post(&of_owner(paths::STAFF_CALENDAR_EXCEPTIONS, owner), key, exception).await
}

/// Removes an exception.
pub async fn remove_exception(owner: Owner, id: ExceptionId) -> Result<(), ApiError> {
    delete(&of_owner(&paths::staff_calendar_exception(id), owner)).await
}

/// What publishing would give.
pub async fn preview(owner: Owner, times: &PreviewTimes) -> Result<TimesPreview, ApiError> {
    post_plain(&of_owner(paths::STAFF_CALENDAR_PREVIEWS, owner), times).await
}

/// Publishes what the stored template gives.
pub async fn publish(
    owner: Owner,
    key: &IdempotencyKey,
    span: &PublishSpan,
) -> Result<Published, ApiError> {
    post(&of_owner(paths::STAFF_CALENDAR_PUBLICATIONS, owner), key, span).await
}

/// Withdraws a free time.
pub async fn withdraw_time(owner: Owner, id: TimeSlotId) -> Result<(), ApiError> {
    delete(&of_owner(&paths::staff_calendar_time(id), owner)).await
}

/// Books for a citizen.
pub async fn book(
    case: CaseId,
    key: &IdempotencyKey,
    time: &BookTime,
) -> Result<Booking, ApiError> {
    post(&paths::staff_case_bookings(case), key, time).await
}

/// Moves for a citizen.
pub async fn move_booking(
    id: BookingId,
    key: &IdempotencyKey,
    to: &MoveBooking,
) -> Result<Booking, ApiError> {
    post(&paths::staff_booking_move(id), key, to).await
}

/// Cancels for a citizen.
pub async fn cancel(id: BookingId, key: &IdempotencyKey, reason: String) -> Result<(), ApiError> {
    let body = CancelBooking { reason };
    post(&paths::staff_booking_cancellation(id), key, &body).await
}

/// Records what happened.
pub async fn record(id: BookingId, key: &IdempotencyKey, outcome: Outcome) -> Result<(), ApiError> {
    post(&paths::staff_booking_outcome(id), key, &RecordOutcome { outcome }).await
}

/// Locks or unlocks a channel.
pub async fn decide_channel(
    case: CaseId,
    key: &IdempotencyKey,
    decision: &DecideChannel,
) -> Result<(), ApiError> {
    post(&paths::staff_case_channel_decisions(case), key, decision).await
}

/// Withdraws or restores self-booking.
pub async fn decide_self_booking(
    case: CaseId,
    key: &IdempotencyKey,
    decision: &DecideSelfBooking,
) -> Result<(), ApiError> {
    post(&paths::staff_case_self_booking_decisions(case), key, decision).await
}

/// A case as it is now.
pub async fn case(id: CaseId) -> Result<CaseDetails, ApiError> {
    get(&paths::staff_case(id)).await
}

/// Gives a case to a colleague.
pub async fn change_caseworker(
    case: CaseId,
    key: &IdempotencyKey,
    change: &ChangeCaseworker,
) -> Result<(), ApiError> {
    post(&paths::staff_case_caseworker(case), key, change).await
}

/// The letter that a decision would give.
pub async fn preview_letter(case: CaseId, decision: &PreviewLetter) -> Result<Letter, ApiError> {
    post_plain(&paths::staff_case_letter_previews(case), decision).await
}

/// The looks at a case before that one.
pub async fn looks_before(case: CaseId, entry: AccessLogEntryId) -> Result<AccessLog, ApiError> {
    let before = [("before", Some(entry.to_string()))];
    get(&with_query(&paths::staff_case_access_log(case), &before)).await
}

/// Where a case's job plan is: the newest version unless one is named.
pub fn job_plan_url(case: CaseId, version: Option<u32>) -> String {
    let version = version.map(|number| number.to_string());
    with_query(&paths::staff_case_job_plan(case), &[("version", version)])
}

/// Comments on a section of a plan; the answer is the plan with it.
pub async fn comment_plan(
    case: CaseId,
    key: &IdempotencyKey,
    comment: &CommentJobPlan,
) -> Result<StaffJobPlan, ApiError> {
    post(&paths::staff_case_job_plan_comments(case), key, comment).await
}

/// Agrees to a step, or no longer; the answer is the plan with it.
pub async fn agree_step(
    case: CaseId,
    key: &IdempotencyKey,
    step: &AgreeStep,
) -> Result<StaffJobPlan, ApiError> {
    post(&paths::staff_case_job_plan_agreed_steps(case), key, step).await
}

/// Adds an activity; the answer is the newest version of the plan with it.
pub async fn add_activity(
    case: CaseId,
    key: &IdempotencyKey,
    activity: &NewActivity,
) -> Result<StaffJobPlan, ApiError> {
    post(&paths::staff_case_activities(case), key, activity).await
}

/// Removes an activity.
pub async fn remove_activity(id: ActivityId) -> Result<(), ApiError> {
    delete(&paths::staff_activity(id)).await
}

/// Where a case's retention plan is: the newest submitted version unless one is named.
pub fn retention_url(case: CaseId, version: Option<u32>) -> String {
    let version = version.map(|number| number.to_string());
    with_query(&paths::staff_case_retention_plan(case), &[("version", version)])
}

/// A move in the course of a retention plan; the answer is its page as it is then.
pub async fn move_retention(
    case: CaseId,
    key: &IdempotencyKey,
    by: &StaffRetentionMove,
) -> Result<StaffRetentionPage, ApiError> {
    post(&paths::staff_case_retention_moves(case), key, by).await
}

/// Cancels a round-table conversation for the municipality.
pub async fn cancel_round_table(id: RoundTableId, key: &IdempotencyKey) -> Result<(), ApiError> {
    post(&paths::staff_round_table_cancellation(id), key, &Nothing {}).await
}

/// Records a contact with a case's employer; the answer is all of them.
pub async fn add_contact(
    case: CaseId,
    key: &IdempotencyKey,
    contact: &NewEmployerContact,
) -> Result<EmployerContacts, ApiError> {
    post(&paths::staff_case_employer_contacts(case), key, contact).await
}

/// A call that says nothing but its address.
#[derive(Serialize)]
struct Nothing {}
