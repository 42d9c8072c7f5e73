//! What has to be mended before a plan can be shared, in words, at its field. Plain functions.

use std::collections::BTreeSet;

use contract::job_plan::{FieldKey, JobPlan, LegQuestion, RampPart, StepPart};
use contract::limits;
use contract::problem::{FieldCode, FieldError};

use super::flow::{element_id, screen_of};
use crate::draft::Fields;
use crate::routes::PlanPage;
use crate::text::{Texts, fill};
use crate::ui::FieldProblem;

/// What is wrong on one screen: what cannot be saved, and what could not be shared. A field
/// that merely says nothing yet is not wrong.
pub fn on_screen(
    t: &Texts,
    fields: &Fields,
    unreadable: &BTreeSet<String>,
    page: PlanPage,
) -> Vec<FieldProblem> {
    let unreadable: BTreeSet<FieldKey> =
        unreadable.iter().filter_map(|name| FieldKey::parse(name)).collect();
    let others = all(fields).into_iter().filter(|(key, _)| !unreadable.contains(key));
    let no_day = unreadable.iter().map(|key| (key.clone(), FieldCode::Unknown));
    let errors = no_day.chain(others).filter(|(key, _)| screen_of(key) == page);
    errors.map(|(key, code)| problem(t, &key, code)).collect()
}

/// Everything that keeps the plan from being shared, with the field it is about.
pub fn all(fields: &Fields) -> Vec<(FieldKey, FieldCode)> {
    let (plan, mut errors) = JobPlan::read(&fields.draft());
    if plan.is_empty() {
        errors.retain(|error| error.code != FieldCode::Missing || error.field != "goal");
    }
    let refused = fields.refused().into_iter().map(|(field, code)| FieldError { field, code });
    let found = refused.chain(errors);
    let mut known: Vec<(FieldKey, FieldCode)> = Vec::new();
    for (key, code) in found.filter_map(|error| Some((FieldKey::parse(&error.field)?, error.code)))
    {
        if known.iter().all(|(other, _)| *other != key) {
            known.push((key, code));
        }
    }
    known
}

/// In words, at the field.
pub fn problem(t: &Texts, key: &FieldKey, code: FieldCode) -> FieldProblem {
    FieldProblem::new(element_id(key), message(t, key, code))
}

fn message(t: &Texts, key: &FieldKey, code: FieldCode) -> String {
    let words = t.plan();
    let text = match (code, key) {
        (FieldCode::TooLong, _) => {
            return fill(t.citizen.details.too_long, &[&key.limit().to_string()]);
        }
        (FieldCode::TooMany, _) => {
            return fill(t.form().most_rows, &[&limits::PLAN_STEPS.to_string()]);
        }
        (FieldCode::ControlCharacters, _) => t.citizen.details.control,
        (FieldCode::Missing, FieldKey::Ramp(_, RampPart::From)) => t.form().mend_from,
        (FieldCode::Missing, FieldKey::Ramp(_, RampPart::To)) => t.form().mend_to,
        (FieldCode::Missing, FieldKey::Ramp(_, RampPart::Hours)) => words.mend_hours_missing,
        (FieldCode::Missing, _) => words.mend_what,
        (FieldCode::EndNotAfterStart, _) => t.form().mend_end,
        (FieldCode::Overlaps, _) => t.form().mend_overlap,
        (FieldCode::Gap, _) => t.form().mend_gap,
        (FieldCode::OutOfRange, _) => words.mend_over,
        (_, FieldKey::Leg(_, LegQuestion::Sure)) => words.mend_sure,
        (
            _,
            FieldKey::Step(_, _, StepPart::When) | FieldKey::Ramp(_, RampPart::From | RampPart::To),
        ) => t.form().mend_day,
        _ => t.form().mend_hours,
    };
    text.to_owned()
}
