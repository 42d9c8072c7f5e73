//! How much of a thing a person may type or send. Shown while typing, checked again by the
//! server.

/// Longest reason of a decision, in characters.
pub const REASON_CHARS: usize = 500;
/// Longest note to the conversation, in characters.
pub const NOTE_CHARS: usize = 1000;
/// Longest name of a participant, in characters.
pub const PARTICIPANT_NAME_CHARS: usize = 100;
/// Most participants beside the citizen and the caseworker.
pub const PARTICIPANTS: usize = 6;
/// Most blocks or breaks in a week template.
pub const TEMPLATE_ROWS: usize = 60;
/// Longest span of an exception or of one publishing, in days.
pub const CALENDAR_DAYS: i64 = 200;
/// Times start and end on this grid, in minutes; the database guards each cell of it.
pub const GRID_MINUTES: u16 = 5;
/// Longest answer of one line in a job plan, in characters.
pub const PLAN_LINE_CHARS: usize = 200;
/// Longest text in a job plan, in characters.
pub const PLAN_TEXT_CHARS: usize = 2000;
/// Longest date or number as it is typed, in characters.
pub const PLAN_SHORT_CHARS: usize = 20;
/// Most steps of a leg, and most rows of a ramp.
pub const PLAN_STEPS: usize = 30;
/// Most stretches of time a company offers at once for a round-table conversation.
pub const ROUND_TABLE_OFFERS: usize = 20;
/// Most fields of a draft, those emptied again included.
pub const DRAFT_FIELDS: usize = 2000;
/// Most fields in one save.
pub const DRAFT_CHANGES: usize = 200;
/// Looks on a page of the access log.
pub const ACCESS_LOG_PAGE: u64 = 50;
/// Longest body of a request, in bytes.
pub const BODY_BYTES: usize = 256 * 1024;
/// Longest file of cases, in bytes.
pub const IMPORT_BYTES: usize = 16 * 1024 * 1024;
/// Most cases in a file.
pub const IMPORT_ROWS: usize = 50_000;
/// Longest cell of such a file, in characters.
pub const IMPORT_CELL_CHARS: usize = 100;
/// How many days after today a case in such a file may begin. An absence that is planned, an
/// operation, is told of some weeks ahead; beyond that a year or a month is mistyped, and every
/// deadline of the case would be.
pub const IMPORT_DAYS_AHEAD: u64 = 31;
/// Years a date may lie in; beyond them nobody is on sick leave, and calendars run out.
pub const YEARS: std::ops::RangeInclusive<i32> = 1900..=2199;
