//! The tables, one file each. Columns only: what they mean together is the subjects' business.

pub mod access_log;
pub mod activity;
pub mod booking;
pub mod booking_draft;
pub mod booking_event;
pub mod booking_words;
pub mod calendar_exception;
pub mod case_decision;
pub mod caseworker;
pub mod citizen;
pub mod draft;
pub mod draft_field;
pub mod draft_key;
pub mod employer;
pub mod employer_user;
pub mod idempotency_key;
pub mod job_plan_agreed_step;
pub mod job_plan_comment;
pub mod job_plan_version;
pub mod occupancy;
pub mod session;
pub mod sickness_case;
pub mod time_slot;
pub mod week_template;
