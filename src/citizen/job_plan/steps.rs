//! The steps of a leg: what, who, when, done or not; as many as it takes.

use contract::job_plan::{AgreedStep, FieldKey, JobPlanPage, PlanLeg, RowId, SharedPlan, StepPart};
use leptos::prelude::*;

use super::agreed::still_agreed;
use super::desk::use_plan;
use super::flow::{element_id, field};
use super::screen::screen;
use crate::form::{Problems, Rows, add_row, check, day, line, row_frame};
use crate::routes::PlanPage;
use crate::text::{dates, fill, text, text_of};
use crate::ui::live;

/// The steps of a leg.
#[component]
pub(super) fn StepsPage(
    /// Which leg.
    leg: PlanLeg,
) -> impl IntoView {
    let title = text(|t| t.plan().steps);
    screen(PlanPage::Steps(leg), title, move |known, problems| {
        let rows = Rows::of(use_plan().form, move |name| match FieldKey::parse(name)? {
            FieldKey::Step(of, row, _) if of == leg => Some(row),
            _ => None,
        });
        if rows.ids.with_untracked(Vec::is_empty) {
            rows.add();
        }
        let agreed = agreed_steps(known, leg);
        let latest = StoredValue::new(known.latest.clone());
        let list = live(move || {
            let ids = rows.ids.get();
            let drawn = ids.into_iter().enumerate();
            drawn
                .map(|(index, row)| {
                    let agreed = agreed.iter().find(|agreed| agreed.step == row).cloned();
                    let agreed = agreed.map(|agreed| agreement(agreed, latest));
                    step(leg, row, index + 1, rows, agreed, problems)
                })
                .collect_view()
                .into_any()
        });
        view! {
            <p class="form-hint">{text(|t| t.plan().steps_hint)}</p>
            {list}
            {add_row(rows, text(|t| t.plan().add_step), move |row| {
                element_id(&FieldKey::Step(leg, row, StepPart::What))
            })}
        }
        .into_any()
    })
}

/// The steps of the version shared last that the caseworker has agreed to.
fn agreed_steps(known: &JobPlanPage, leg: PlanLeg) -> Vec<AgreedStep> {
    let all = known.latest.as_ref().map(|shared| shared.agreed.clone()).unwrap_or_default();
    all.into_iter().filter(|agreed| agreed.leg == leg).collect()
}

/// That the caseworker has agreed, or that the step says something else since.
fn agreement(agreed: AgreedStep, latest: StoredValue<Option<SharedPlan>>) -> AnyView {
    let desk = use_plan();
    let words = text_of(move |t| {
        desk.form.draft.edited.track();
        let now = desk.plan();
        let holds = latest.with_value(|latest| {
            let still = latest.as_ref().map(|latest| still_agreed(latest, &now));
            still.is_some_and(|still| still.contains(&agreed))
        });
        let day = dates::date_without_weekday(t.language, agreed.at.date_naive());
        let words = if holds { t.job_plan().agreed_with } else { t.plan().agreed_before };
        fill(words, &[&agreed.by, &day])
    });
    view! { <p class="plan-agreed">{words}</p> }.into_any()
}

fn step(
    leg: PlanLeg,
    row: RowId,
    number: usize,
    rows: Rows,
    agreed: Option<AnyView>,
    problems: Problems,
) -> AnyView {
    let key = |part| FieldKey::Step(leg, row.clone(), part);
    let fields = StepPart::ALL.map(key);
    let form = use_plan().form;
    let parts = view! {
        {line(form, field(&key(StepPart::What), text(|t| t.plan().step_what)), problems)}
        {line(form, field(&key(StepPart::Who), text(|t| t.plan().step_who)), problems)}
        {day(form, field(&key(StepPart::When), text(|t| t.plan().step_when)), problems)}
        {check(form, field(&key(StepPart::Done), text(|t| t.plan().step_done)))}
        {agreed}
    };
    let legend = text_of(move |t| fill(t.plan().step_row, &[&number.to_string()]));
    let remove = text_of(move |t| fill(t.plan().remove_step, &[&number.to_string()]));
    let fields = fields.map(|key| key.to_string()).to_vec();
    row_frame(legend, parts.into_any(), remove, rows, row, fields)
}
