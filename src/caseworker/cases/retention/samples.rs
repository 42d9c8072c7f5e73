//! Invented pages for the tests of what is shown of them.

use contract::ids::CaseId;
use contract::retention_plan::{CourseView, RetentionVersion, SentPlan, StaffRetentionPage};
use contract::rules::Course;

use crate::retention_plan::samples;

/// A version that was sent, approved and submitted.
pub(crate) fn version(number: u32) -> RetentionVersion {
    let at = |text: &str| text.parse().expect("a moment");
    RetentionVersion {
        approved_at: Some(at("2026-12-01T10:00:00+01:00")),
        submitted_at: Some(at("2026-12-01T10:15:00+01:00")),
        ..samples::version(number)
    }
}

/// The page of a case whose plan is there, with that version on screen; 0 for none.
pub(crate) fn page(course: Option<Course>, shown: u32) -> StaffRetentionPage {
    let newest = course.map_or(0, Course::last_version);
    StaffRetentionPage {
        case_id: CaseId(uuid::Uuid::from_u128(1)),
        case_number: "2026-114".into(),
        citizen: "Anna Holm".into(),
        employer: Some("Nordbageriet".into()),
        first_absence: "2026-10-19".parse().expect("a day"),
        today: "2026-12-08".parse().expect("a day"),
        case_closed: false,
        course: course.map(|course| CourseView {
            course,
            next: course.next_move(),
            since: "2026-12-01T10:15:00+01:00".parse().expect("a moment"),
            events: Vec::new(),
        }),
        moves: Course::staff_moves(course),
        versions: (1..=newest).rev().map(version).collect(),
        shown: (shown > 0).then(|| SentPlan {
            version: version(shown),
            plan: samples::plan(&[]),
            comments: Vec::new(),
            remark: String::new(),
        }),
        reports: Vec::new(),
        round_table: None,
    }
}
