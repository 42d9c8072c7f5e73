//! The checked-in description of the API is the one the server gives, so that a change of the
//! API shows in review. `UPDATE_OPENAPI=1` writes it anew.

use std::collections::BTreeSet;
use std::path::Path;

use contract::draft::DraftForm;
use contract::ids::{
    ActivityId, BookingId, CaseId, ExceptionId, GroupSessionId, PreviewId, RoundTableId,
    RoundTableOfferId, TimeSlotId, WaitingOfferId,
};
use contract::kpi::FigureKey;
use contract::paths;
use genvej_server::http::router::document;

#[test]
fn the_checked_in_description_is_the_servers() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/openapi.json");
    let served = format!("{}\n", document().to_pretty_json().expect("JSON"));
    if std::env::var_os("UPDATE_OPENAPI").is_some() {
        std::fs::write(&file, &served).expect("the file can be written");
    }
    let stored = std::fs::read_to_string(&file).unwrap_or_default();
    assert!(
        stored == served,
        "docs/openapi.json is out of date: run `UPDATE_OPENAPI=1 cargo test -p genvej-server \
         --test it openapi`"
    );
}

#[test]
fn the_routes_are_the_paths_the_app_calls() {
    const ID: &str = "01a20000-0000-7000-8000-000000000000";
    let id = ID.parse().expect("an id");
    let (case, booking) = (CaseId(id), BookingId(id));
    let called = [
        paths::SESSION.to_owned(),
        paths::SESSION_EXTENSION.to_owned(),
        paths::SESSION_DEMO.to_owned(),
        paths::CITIZEN_OVERVIEW.to_owned(),
        paths::CITIZEN_BOOKING_OPTIONS.to_owned(),
        paths::CITIZEN_BOOKING_DRAFT.to_owned(),
        paths::CITIZEN_TIMES.to_owned(),
        paths::CITIZEN_BOOKINGS.to_owned(),
        paths::citizen_draft(DraftForm::JobPlan),
        paths::CITIZEN_DRAFT_KEY.to_owned(),
        paths::CITIZEN_JOB_PLAN.to_owned(),
        paths::CITIZEN_JOB_PLAN_VERSIONS.to_owned(),
        paths::citizen_job_plan_version(7),
        paths::citizen_job_plan_version_withdrawal(7),
        paths::citizen_booking_words(booking),
        paths::CITIZEN_ACCESS_LOG.to_owned(),
        paths::CITIZEN_DATA.to_owned(),
        paths::CITIZEN_RETENTION_PLAN.to_owned(),
        paths::CITIZEN_RETENTION_MOVES.to_owned(),
        paths::CITIZEN_STEP_REPORTS.to_owned(),
        paths::citizen_retention_version(7),
        paths::CITIZEN_ROUND_TABLE_TIMES.to_owned(),
        paths::CITIZEN_ROUND_TABLES.to_owned(),
        paths::citizen_round_table_cancellation(RoundTableId(id)),
        paths::CITIZEN_WAITING_LIST.to_owned(),
        paths::citizen_waiting_offer(WaitingOfferId(id)),
        paths::citizen_waiting_offer_acceptance(WaitingOfferId(id)),
        paths::EMPLOYER_CASES.to_owned(),
        paths::EMPLOYER_DRAFT_KEY.to_owned(),
        paths::employer_retention_plan(case),
        paths::employer_retention_moves(case),
        paths::employer_retention_version(case, 7),
        paths::employer_draft(case),
        paths::employer_round_table_offers(case),
        paths::employer_round_table_offer(RoundTableOfferId(id)),
        paths::employer_round_table_cancellation(RoundTableId(id)),
        paths::staff_round_table_cancellation(RoundTableId(id)),
        paths::staff_case_retention_plan(case),
        paths::staff_case_retention_moves(case),
        paths::staff_case_employer_contacts(case),
        paths::STAFF_CASES.to_owned(),
        paths::STAFF_CASE_IMPORTS.to_owned(),
        paths::STAFF_CASE_IMPORT_DRY_RUNS.to_owned(),
        paths::STAFF_EXPORT_BOOKINGS.to_owned(),
        paths::STAFF_EXPORT_EMPLOYER_CONTACTS.to_owned(),
        paths::STAFF_EXPORT_PLANS.to_owned(),
        paths::CITIZEN_SATISFACTION.to_owned(),
        paths::CITIZEN_SATISFACTION_REPLIES.to_owned(),
        paths::SATISFACTION_REPLIES.to_owned(),
        paths::STAFF_SATISFACTION_REMARKS.to_owned(),
        paths::STAFF_KPI.to_owned(),
        paths::STAFF_KPI_EXPORT.to_owned(),
        paths::staff_kpi_rows(FigureKey::Held),
        paths::CITIZEN_GROUPS.to_owned(),
        paths::citizen_group(GroupSessionId(id)),
        paths::citizen_group_calendar(GroupSessionId(id)),
        paths::STAFF_GROUPS.to_owned(),
        paths::staff_group(GroupSessionId(id)),
        paths::staff_group_cancellation(GroupSessionId(id)),
        paths::staff_group_leader(GroupSessionId(id)),
        paths::staff_group_outcome(GroupSessionId(id)),
        paths::STAFF_PREVIEWS.to_owned(),
        paths::staff_preview(PreviewId(id)),
        paths::staff_preview_hidden_times(PreviewId(id)),
        paths::staff_preview_letters(PreviewId(id)),
        paths::STAFF_CASEWORKERS.to_owned(),
        paths::STAFF_CALENDAR.to_owned(),
        paths::STAFF_CALENDAR_SETTINGS.to_owned(),
        paths::STAFF_CALENDAR_TEMPLATE.to_owned(),
        paths::STAFF_CALENDAR_EXCEPTIONS.to_owned(),
        paths::STAFF_CALENDAR_PREVIEWS.to_owned(),
        paths::STAFF_CALENDAR_PUBLICATIONS.to_owned(),
        paths::citizen_booking(booking),
        paths::citizen_booking_calendar(booking),
        paths::citizen_booking_move(booking),
        paths::citizen_booking_cancellation(booking),
        paths::staff_case(case),
        paths::staff_case_times(case),
        paths::staff_case_access_log(case),
        paths::staff_case_caseworker(case),
        paths::staff_case_letters(case),
        paths::staff_case_letter_previews(case),
        paths::staff_case_bookings(case),
        paths::staff_case_job_plan(case),
        paths::staff_case_job_plan_comments(case),
        paths::staff_case_job_plan_agreed_steps(case),
        paths::staff_case_activities(case),
        paths::staff_activity(ActivityId(id)),
        paths::staff_case_channel_decisions(case),
        paths::staff_case_self_booking_decisions(case),
        paths::staff_booking_move(booking),
        paths::staff_booking_cancellation(booking),
        paths::staff_booking_outcome(booking),
        paths::staff_calendar_exception(ExceptionId(id)),
        paths::staff_calendar_time(TimeSlotId(id)),
    ];
    let filled = |path: String| {
        path.replace("{id}", ID)
            .replace("{form}", "job-plan")
            .replace("{number}", "7")
            .replace("{figure}", "held")
    };
    let routes = document().paths.paths.into_keys().map(filled);
    assert_eq!(routes.collect::<BTreeSet<_>>(), called.into_iter().collect());
}
