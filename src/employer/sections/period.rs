//! A period of the way up: its days and hours, where they lie, what is done in them, and why
//! there are fewer, where there are.

use contract::job_plan::{RampPart, RowId};
use contract::retention_plan::{RampText, RetentionField, RetentionPlan};
use leptos::prelude::*;

use crate::employer::desk::CaseDesk;
use crate::employer::fields::{Words, field, say};
use crate::form::{self, Problems, Rows, row_frame};
use crate::text::{fill, text_of};
use crate::ui::live_if;

/// The names of a period's fields.
pub(super) fn field_names(row: &RowId) -> Vec<String> {
    let parts = RampPart::ALL.map(|part| RetentionField::Ramp(row.clone(), part).to_string());
    let texts =
        RampText::ALL.iter().map(|part| RetentionField::RampText(row.clone(), *part).to_string());
    parts.into_iter().chain(texts).collect()
}

/// A period.
pub(super) fn period(
    desk: CaseDesk,
    row: RowId,
    number: usize,
    rows: Rows,
    problems: Problems,
) -> AnyView {
    let form = desk.form;
    let named = |part, label: fn(&'static crate::text::form::FormTexts) -> &'static str| {
        let key = RetentionField::Ramp(row.clone(), part);
        form::Field::new(&key, key.limit(), text_of(move |t| label(t.form()).to_owned()))
    };
    let line = |part, label: Words, hint: Words| {
        let key = RetentionField::RampText(row.clone(), part);
        form::line(form, field(&key, label).hint(say(hint)), problems)
    };
    let parts = view! {
        {form::day(form, named(RampPart::From, |t| t.ramp_from), problems)}
        {form::day(form, named(RampPart::To, |t| t.ramp_to), problems)}
        {form::short(form, named(RampPart::Hours, |t| t.ramp_hours), problems)}
        {line(RampText::Days, |t| t.days, |t| t.days_hint)}
        {line(RampText::Tasks, |t| t.row_tasks, |t| t.row_tasks_hint)}
        {reason(desk, row.clone(), problems)}
    };
    let legend = text_of(move |t| fill(t.form().ramp_row, &[&number.to_string()]));
    let remove = text_of(move |t| fill(t.form().remove_period, &[&number.to_string()]));
    let names = field_names(&row);
    row_frame(legend, parts.into_any(), remove, rows, row, names)
}

/// Why there are fewer hours than before: asked only where there are.
fn reason(desk: CaseDesk, row: RowId, problems: Problems) -> AnyView {
    let key = RetentionField::RampText(row.clone(), RampText::Reason);
    let name = key.to_string();
    let is_asked = Memo::new(move |_| {
        let plan = desk.plan();
        needs_reason(&plan, &row) || !desk.form.draft.text(&name).trim().is_empty()
    });
    live_if(move || {
        is_asked.get().then(|| {
            let field = field(&key, |t| t.reason).hint(say(|t| t.reason_hint));
            form::line(desk.form, field, problems)
        })
    })
}

/// Has a period fewer hours than the one before it? The plan has them in order of their days.
fn needs_reason(plan: &RetentionPlan, row: &RowId) -> bool {
    let pairs = plan.ramp.iter().zip(plan.ramp.iter().skip(1));
    pairs.into_iter().any(|(above, own)| own.id == *row && own.step.hours < above.step.hours)
}

#[cfg(test)]
mod tests {
    use contract::draft::{Draft, DraftField};

    use super::*;

    #[test]
    fn only_a_period_with_fewer_hours_than_the_one_before_needs_a_reason() {
        let field = |(field, value): (&str, &str)| DraftField {
            field: field.to_owned(),
            value: value.to_owned(),
            version: 1,
        };
        let fields = [
            ("ramp.b.from", "2026-12-01"),
            ("ramp.b.to", "2026-12-14"),
            ("ramp.b.hours", "20"),
            ("ramp.a.from", "2026-12-15"),
            ("ramp.a.to", "2026-12-31"),
            ("ramp.a.hours", "10"),
        ];
        let draft = Draft { version: 1, fields: fields.into_iter().map(field).collect() };
        let (plan, _) = RetentionPlan::read(&draft);
        assert!(needs_reason(&plan, &RowId::parse("a").unwrap()));
        assert!(!needs_reason(&plan, &RowId::parse("b").unwrap()));
    }

    #[test]
    fn a_period_taken_away_takes_every_field_with_it() {
        assert_eq!(
            field_names(&RowId::parse("x").unwrap()),
            ["from", "to", "hours", "days", "tasks", "reason"].map(|part| format!("ramp.x.{part}"))
        );
    }
}
