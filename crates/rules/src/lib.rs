//! The domain rules of Genvej: what the law, the municipality's rule sets and the calendar
//! say about a case. Pure functions: no I/O, no clock, no HTTP, no sentences for people.
//! Every decision carries its reason as data, so that "why?" is never computed twice.

pub mod anonymity;
pub mod channel;
pub mod contact;
pub mod course;
pub mod employer;
pub mod group;
pub mod holidays;
pub mod identifiers;
pub mod job_goal;
pub mod letter_day;
pub mod offer_time;
pub mod ramp;
pub mod rule_set;
pub mod slots;
pub mod suppress;
pub mod wall_time;
pub mod work_week;

pub use channel::{ChannelChoice, ChannelDecision, ChannelReason, ContactChannel};
pub use contact::{Because, CaseFacts, ContactDuty, Deadline, Exemption};
pub use course::{
    CitizenMove, Course, CourseMove, CourseParty, EmployerMove, IllegalMove, NextMove, Revised,
    StaffMove,
};
pub use employer::{EmployerContactFacts, EmployerContactTask, EmployerDuty, EmployerDutyKind};
pub use group::SeatsLeft;
pub use holidays::{ClosingDay, Closure, PublicHoliday};
pub use identifiers::{Cpr, Cvr, mentions_cpr, mentions_divided_cpr};
pub use job_goal::GoalState;
pub use letter_day::{LetterDay, LetterHold};
pub use offer_time::OfferTerms;
pub use ramp::{Pace, RampFinding, RampFindingKind, RampUpStep, WeeklyHours};
pub use rule_set::ContactRuleSet;
pub use wall_time::WallTime;
pub use work_week::{
    CalendarException, ExceptionKind, WeekTemplate, WorkBlock, WorkBreak, WorkPlace,
};
