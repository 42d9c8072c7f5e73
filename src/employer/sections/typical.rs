//! Three typical ways up to begin with, as small pictures: worked out from the normal hours and
//! two days, and filled into the periods to adjust.

use chrono::{Datelike, Days, NaiveDate};
use contract::job_plan::{RampPart, RowId};
use contract::retention_plan::RetentionField;
use contract::rules::{Pace, RampUpStep, WeeklyHours};
use leptos::prelude::*;
use rules::ramp;

use super::hours::PERIODS_ID;
use super::period::field_names;
use crate::api::day;
use crate::employer::desk::CaseDesk;
use crate::employer::fields::{Words, say};
use crate::form::{Form, Rows};
use crate::job_plan::small_ramp;
use crate::session::confirmed;
use crate::text::{fill, numbers, text_of, use_texts};
use crate::ui::{Button, DayField, focus_element, live, live_if};

/// How long a way up lasts as long as nobody has said when the employee is back.
const WEEKS: u64 = 8;

/// The choice, and the two days it is worked out from. The days are no part of the plan.
pub(super) fn typical(desk: CaseDesk, today: NaiveDate, rows: Rows) -> AnyView {
    let back = day(&desk.form.draft.text(&RetentionField::ExpectedReturn.to_string()));
    let (first, last) = span(today, back);
    let start = RwSignal::new(first.to_string());
    let end = RwSignal::new(last.to_string());
    let (no_start, no_end) = (RwSignal::new(false), RwSignal::new(false));
    let normal = RetentionField::NormalHours.to_string();
    let wanted: Memo<Option<(WeeklyHours, NaiveDate, NaiveDate)>> = Memo::new(move |_| {
        desk.form.draft.edited.track();
        desk.form.draft.replaced.track();
        let hours = WeeklyHours::parse(&desk.form.draft.text(&normal))?;
        let (start, end) = (day(&start.get())?, day(&end.get())?);
        (!no_start.get() && !no_end.get()).then_some((hours, start, end))
    });
    let done = RwSignal::new(false);
    let choices = live(move || {
        let ways: Vec<_> = wanted.get().map(ways).unwrap_or_default();
        if ways.is_empty() {
            return view! { <p class="form-hint">{say(|t| t.typical_waits)}</p> }.into_any();
        }
        let ways = ways.into_iter().map(|(pace, normal, steps)| {
            view! { <li>{choice(desk.form, rows, pace, normal, steps, done)}</li> }
        });
        view! { <ul class="typical nobullet-list">{ways.collect_view()}</ul> }.into_any()
    });
    view! {
        <section class="typical-choice" aria-labelledby="plan-typical">
            <h2 id="plan-typical">{say(|t| t.typical)}</h2>
            <p>{say(|t| t.typical_hint)}</p>
            <DayField id="typical-start" label=say(|t| t.typical_start) value=start is_none=no_start/>
            <DayField id="typical-end" label=say(|t| t.typical_end) value=end is_none=no_end/>
            {choices}
            <p role="status">{live_if(move || {
                done.get().then(|| view! { {say(|t| t.typical_done)} }.into_any())
            })}</p>
        </section>
    }
    .into_any()
}

/// From the next Monday until the day before the employee is expected back; for some weeks
/// where that is not said, or is too soon.
fn span(today: NaiveDate, back: Option<NaiveDate>) -> (NaiveDate, NaiveDate) {
    let to_monday = 7 - u64::from(today.weekday().num_days_from_monday());
    let later = |from: NaiveDate, days| from.checked_add_days(Days::new(days)).unwrap_or(from);
    let start = later(today, to_monday);
    let end = back.and_then(|back| back.pred_opt()).filter(|end| *end > start);
    (start, end.unwrap_or_else(|| later(start, 7 * WEEKS - 1)))
}

type Way = (Pace, WeeklyHours, Vec<RampUpStep>);

fn ways((normal, start, end): (WeeklyHours, NaiveDate, NaiveDate)) -> Vec<Way> {
    let ways = Pace::ALL.map(|pace| (pace, normal, ramp::typical(pace, normal, start, end)));
    ways.into_iter().filter(|(_, _, steps)| !steps.is_empty()).collect()
}

fn choice(
    form: Form,
    rows: Rows,
    pace: Pace,
    normal: WeeklyHours,
    steps: Vec<RampUpStep>,
    done: RwSignal<bool>,
) -> AnyView {
    let (name, means): (Words, Words) = match pace {
        Pace::Slow => (|t| t.slow, |t| t.slow_means),
        Pace::Even => (|t| t.even, |t| t.even_means),
        Pace::Fast => (|t| t.fast, |t| t.fast_means),
    };
    let ends = steps.first().copied().zip(steps.last().copied());
    let (count, texts) = (steps.len().to_string(), use_texts());
    let line = text_of(move |t| {
        let hours = |step: RampUpStep| numbers::hours_a_week(t.language, step.hours);
        let Some((first, last)) = ends else { return String::new() };
        fill(t.employer_plan().typical_line, &[&hours(first), &hours(last), &count])
    });
    let label = {
        let name = say(name);
        text_of(move |t| fill(t.employer_plan().use_typical_of, &[&name.get()]))
    };
    let picture = small_ramp(&steps, normal);
    let use_it = move |()| {
        let sure = untrack(texts).employer_plan().typical_sure;
        if says_something(form, rows) && !confirmed(sure) {
            return;
        }
        fill_in(form, rows, &steps);
        done.set(true);
        // The periods are drawn first.
        request_animation_frame(|| focus_element(PERIODS_ID));
    };
    view! {
        <h3 class="h4">{say(name)}</h3>
        <p>{say(means)}</p>
        {picture}
        <p>{line}</p>
        <Button text=say(|t| t.use_typical) label=label on_click=use_it/>
    }
    .into_any()
}

fn says_something(form: Form, rows: Rows) -> bool {
    let names = rows.ids.with_untracked(|ids| ids.iter().flat_map(field_names).collect::<Vec<_>>());
    names.iter().any(|name| !form.draft.text(name).trim().is_empty())
}

/// Puts the steps in place of the periods that are there.
fn fill_in(form: Form, rows: Rows, steps: &[RampUpStep]) {
    for id in rows.ids.get_untracked() {
        rows.remove(&id, &field_names(&id));
    }
    let mut ids: Vec<RowId> = steps.iter().filter_map(|_| rows.add()).collect();
    // Rows are shown in the order of their ids when the page is drawn anew.
    ids.sort();
    rows.ids.set(ids.clone());
    for (id, step) in ids.iter().zip(steps) {
        for (name, text) in step_fields(id, step) {
            form.draft.write(&name, text);
        }
    }
}

fn step_fields(id: &RowId, step: &RampUpStep) -> [(String, String); 3] {
    let name = |part| RetentionField::Ramp(id.clone(), part).to_string();
    [
        (name(RampPart::From), step.from.to_string()),
        (name(RampPart::To), step.to.to_string()),
        (name(RampPart::Hours), step.hours.typed()),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn the_way_up_begins_on_a_monday_and_ends_before_the_employee_is_back() {
        let wednesday = day("2026-12-02");
        let back = Some(day("2027-02-01"));
        assert_eq!(span(wednesday, back), (day("2026-12-07"), day("2027-01-31")));
        assert_eq!(span(wednesday, None), (day("2026-12-07"), day("2027-01-31")));
        assert_eq!(span(day("2026-12-07"), None).0, day("2026-12-14"));
        let soon = Some(day("2026-12-05"));
        assert_eq!(span(wednesday, soon), (day("2026-12-07"), day("2027-01-31")));
    }

    #[test]
    fn three_ways_up_or_none_at_all() {
        let hours = |text| WeeklyHours::parse(text).unwrap();
        let paces = |normal| {
            let found = ways((hours(normal), day("2026-12-07"), day("2027-01-31")));
            found.into_iter().map(|(pace, ..)| pace).collect::<Vec<_>>()
        };
        assert_eq!(paces("37"), Pace::ALL);
        assert_eq!(paces("4"), []);
    }

    #[test]
    fn a_step_is_typed_as_people_type_it() {
        let step = RampUpStep {
            from: day("2026-12-07"),
            to: day("2026-12-13"),
            hours: WeeklyHours::parse("18,5").unwrap(),
        };
        let fields = step_fields(&RowId::parse("r1").unwrap(), &step);
        assert_eq!(fields[0], ("ramp.r1.from".to_owned(), "2026-12-07".to_owned()));
        assert_eq!(fields[2], ("ramp.r1.hours".to_owned(), "18,5".to_owned()));
    }
}
