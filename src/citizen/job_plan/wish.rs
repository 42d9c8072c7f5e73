//! The wish for a stepwise return: hours now and before, and the periods of the way up, drawn
//! while they are typed.

use contract::job_plan::{FieldKey, JobPlanPage, RampPart, ReturnWish, RowId};
use contract::rules::{RampUpStep, WeeklyHours};
use leptos::prelude::*;

use super::desk::use_plan;
use super::flow::{element_id, field};
use super::screen::screen;
use crate::form::{Problems, Rows, add_row, day, row_frame, short};
use crate::job_plan::{RampPicture, Reader, ramp_remarks};
use crate::routes::PlanPage;
use crate::text::{fill, text, text_of, use_texts};
use crate::ui::live;

/// The wish for a stepwise return.
#[component]
pub(super) fn ReturnPage() -> impl IntoView {
    let title = text(|t| t.plan().wish);
    screen(PlanPage::Return, title, |_: &JobPlanPage, problems| {
        let form = use_plan().form;
        let rows = Rows::of(form, |name| match FieldKey::parse(name)? {
            FieldKey::Ramp(row, _) => Some(row),
            _ => None,
        });
        let list = live(move || {
            let ids = rows.ids.get();
            let drawn = ids.into_iter().enumerate();
            drawn
                .map(|(index, row)| period(row, index + 1, rows, problems))
                .collect_view()
                .into_any()
        });
        let normal = field(&FieldKey::NormalHours, text(|t| t.plan().normal_hours));
        let now = field(&FieldKey::HoursNow, text(|t| t.plan().hours_now));
        view! {
            <p>{text(|t| t.plan().wish_hint)}</p>
            {short(form, normal.hint(text(|t| t.plan().normal_hint)), problems)}
            {short(form, now.hint(text(|t| t.plan().hours_hint)), problems)}
            <h2>{text(|t| t.plan().ramp)}</h2>
            {list}
            {add_row(rows, text(|t| t.form().add_period), |row| {
                element_id(&FieldKey::Ramp(row, RampPart::From))
            })}
            {picture()}
        }
        .into_any()
    })
}

fn period(row: RowId, number: usize, rows: Rows, problems: Problems) -> AnyView {
    let key = |part| FieldKey::Ramp(row.clone(), part);
    let fields = RampPart::ALL.map(key);
    let form = use_plan().form;
    let parts = view! {
        {day(form, field(&key(RampPart::From), text(|t| t.form().ramp_from)), problems)}
        {day(form, field(&key(RampPart::To), text(|t| t.form().ramp_to)), problems)}
        {short(form, field(&key(RampPart::Hours), text(|t| t.form().ramp_hours)), problems)}
    };
    let legend = text_of(move |t| fill(t.form().ramp_row, &[&number.to_string()]));
    let remove = text_of(move |t| fill(t.form().remove_period, &[&number.to_string()]));
    let fields = fields.map(|key| key.to_string()).to_vec();
    row_frame(legend, parts.into_any(), remove, rows, row, fields)
}

/// The way up as far as it can be read, drawn anew when it says something else.
fn picture() -> AnyView {
    let desk = use_plan();
    let wish = Memo::new(move |_| {
        desk.form.draft.edited.get();
        desk.plan().partial_return
    });
    live(move || {
        let ReturnWish { ramp: steps, normal_hours, .. } = wish.get();
        let steps: Vec<_> = steps.into_iter().filter(|step| step.from <= step.to).collect();
        if steps.is_empty() {
            return view! { <p class="form-hint">{text(|t| t.form().ramp_waits)}</p> }.into_any();
        }
        view! {
            <div class="plan-picture">
                <RampPicture steps=steps.clone() normal=normal_hours/>
                {remarks(steps, normal_hours)}
            </div>
        }
        .into_any()
    })
}

fn remarks(steps: Vec<RampUpStep>, normal: Option<WeeklyHours>) -> AnyView {
    let texts = use_texts();
    live(move || {
        let remarks = ramp_remarks(texts(), &steps, normal, Reader::Citizen);
        remarks.into_iter().map(|remark| view! { <p>{remark}</p> }).collect_view().into_any()
    })
}
