//! The server of Genvej: JSON API, database, and the built app in one binary.

pub mod access_log;
pub mod auth;
pub mod booking;
pub mod calendar;
pub mod caseload;
pub mod cases;
pub mod cli;
pub mod clock;
pub mod config;
pub mod db;
pub mod demo;
pub mod draft;
pub mod employer;
pub mod employer_contact;
pub mod http;
pub mod job_plan;
pub mod letters;
pub mod logging;
pub mod outbox;
pub mod own_data;
pub mod preview;
pub mod retention_plan;
pub mod round_table;
pub mod serve;
pub mod state;
