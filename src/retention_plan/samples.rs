//! Invented retention plans for the tests of what is shown of them.

use contract::job_plan::RowId;
use contract::retention_plan::{
    CareTexts, FollowUp, RetentionPlan, RetentionStep, RetentionVersion, TaskTexts,
};

use crate::job_plan::samples::{hours, step};

/// A version that was sent and not answered.
pub(crate) fn version(number: u32) -> RetentionVersion {
    RetentionVersion {
        number,
        sent_at: "2026-12-01T09:00:00+01:00".parse().expect("a time"),
        sent_by: "Bo Lind".into(),
        approved_at: None,
        submitted_at: None,
        acknowledged_at: None,
    }
}

/// A plan that says nothing but its hours.
pub(crate) fn plan(steps: &[(&str, &str, &str)]) -> RetentionPlan {
    let row = |(index, (from, to, weekly)): (usize, &(&str, &str, &str))| RetentionStep {
        id: RowId::parse(&format!("r{index}")).expect("a row id"),
        step: step(from, to, weekly),
        days: String::new(),
        tasks: String::new(),
        reason: String::new(),
    };
    RetentionPlan {
        parties: Vec::new(),
        workplace: String::new(),
        absence: None,
        normal_hours: hours("37"),
        expected_return: None,
        goal: String::new(),
        tasks: TaskTexts::default(),
        ramp: steps.iter().enumerate().map(row).collect(),
        care: CareTexts::default(),
        support: Vec::new(),
        support_note: String::new(),
        follow_up: FollowUp::default(),
    }
}
