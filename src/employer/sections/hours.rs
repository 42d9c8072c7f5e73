//! The hours: what was normal, a typical way up to begin with, the periods, and the drawing
//! that follows what is typed.

use contract::job_plan::RampPart;
use contract::retention_plan::{EmployerRetentionPage, RetentionField};
use contract::rules::{RampUpStep, WeeklyHours};
use leptos::prelude::*;

use super::period::period;
use super::remarks::remarks;
use super::typical::typical;
use crate::employer::desk::CaseDesk;
use crate::employer::fields::{field, say};
use crate::form::{self, Problems, Rows, add_row, element_id};
use crate::job_plan::{RampNumbers, RampPicture};
use crate::text::{text, use_texts};
use crate::ui::live;

/// The id of the heading above the periods.
pub(super) const PERIODS_ID: &str = "plan-periods";

/// The fields.
pub(super) fn fields(desk: CaseDesk, known: &EmployerRetentionPage, problems: Problems) -> AnyView {
    let form = desk.form;
    let rows = Rows::of(form, |name| match RetentionField::parse(name)? {
        RetentionField::Ramp(row, _) | RetentionField::RampText(row, _) => Some(row),
        _ => None,
    });
    let list = live(move || {
        let drawn = rows.ids.get().into_iter().enumerate();
        drawn
            .map(|(index, row)| period(desk, row, index + 1, rows, problems))
            .collect_view()
            .into_any()
    });
    let normal = field(&RetentionField::NormalHours, |t| t.normal).hint(say(|t| t.normal_hint));
    view! {
        <p>{say(|t| t.hours_hint)}</p>
        {form::short(form, normal, problems)}
        {typical(desk, known.today, rows)}
        <div class="periods">
            <h2 id=PERIODS_ID tabindex="-1">{say(|t| t.periods)}</h2>
            <div class="periods__picture">{picture(desk)}</div>
            <div class="periods__rows">
                {list}
                {add_row(rows, text(|t| t.form().add_period), |row| {
                    element_id(&RetentionField::Ramp(row, RampPart::From).to_string())
                })}
            </div>
        </div>
    }
    .into_any()
}

/// The way up as far as it can be read, drawn anew when it says something else.
fn picture(desk: CaseDesk) -> AnyView {
    let texts = use_texts();
    let way: Memo<(Vec<RampUpStep>, Option<WeeklyHours>)> = Memo::new(move |_| {
        let plan = desk.plan();
        (plan.steps(), plan.normal_hours)
    });
    live(move || {
        let (steps, normal) = way.get();
        let steps: Vec<_> = steps.into_iter().filter(|step| step.from <= step.to).collect();
        if steps.is_empty() {
            return view! { <p class="form-hint">{text(|t| t.form().ramp_waits)}</p> }.into_any();
        }
        let words = steps.clone();
        let said = live(move || {
            let remarks = remarks(texts(), &words, normal);
            remarks.into_iter().map(|remark| view! { <p>{remark}</p> }).collect_view().into_any()
        });
        view! {
            <div class="plan-picture">
                <RampPicture steps=steps normal=normal numbers=RampNumbers::Folded/>
                {said}
            </div>
        }
        .into_any()
    })
}
