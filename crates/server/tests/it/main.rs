//! The server through its real router, on SQLite and on PostgreSQL. One binary, so that it is
//! built and linked once; one module for each subject.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test that cannot go on says so by panicking"
)]

#[macro_use]
mod support;

mod access_log;
mod another_person;
mod bad_input;
mod booking;
mod calendar;
mod case_import;
mod case_import_killed;
mod case_import_large;
mod case_import_refused;
mod case_page;
mod caseload;
mod compression;
mod configuration;
mod drafts;
mod employer;
mod employer_contact;
mod employer_drafts;
mod exports;
mod files;
mod form_drafts;
mod former_company;
mod group_race;
mod group_time;
mod groups;
mod hidden_times;
mod job_plan;
mod job_plan_answers;
mod kpi;
mod letters;
mod logs;
mod openapi;
mod operations;
mod own_data;
mod plan_race;
mod preview;
mod preview_calendar;
mod preview_open;
mod preview_seen;
mod race;
mod reforms;
mod retention_moves;
mod retention_plan;
mod round_table;
mod satisfaction;
mod sessions;
mod staff;
mod waiting_list;
mod waiting_list_ends;
mod waiting_list_gaps;
mod waiting_race;
