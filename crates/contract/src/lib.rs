//! What the app and the server say to each other: requests, responses, ids, error codes and
//! the checks of what people type. Knows neither HTTP nor SQL nor sentences for people.

pub mod access_log;
pub mod booking;
pub mod calendar;
pub mod case_import;
pub mod caseload;
pub mod draft;
pub mod export;
pub mod groups;
pub mod ids;
pub mod job_plan;
pub mod letters;
pub mod limits;
pub mod own_data;
pub mod paths;
pub mod preview;
pub mod problem;
pub mod retention_plan;
pub mod session;
pub mod staff;
pub mod waiting_list;

pub use rules;
