//! The way up as a picture, and the same numbers below it as a table.

use contract::rules::{RampUpStep, WeeklyHours};
use leptos::prelude::*;
use rules::ramp;

use super::ramp_shape::{Bar, HEIGHT, WIDTH, bars, normal_height};
use super::ramp_words::{description, total};
use crate::text::{Texts, dates, fill, numbers, text, text_of, use_texts};
use crate::ui::{Details, Table, live};

/// Room above the bars for their numbers.
const ABOVE: i64 = 40;
/// Room below them for the line they stand on.
const BELOW: i64 = 4;

/// Where the numbers of the picture stand: no picture goes without them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RampNumbers {
    /// In a table below it.
    #[default]
    Below,
    /// In a table below it that opens on request.
    Folded,
    /// In a table of the page's own, right below it.
    Own,
}

/// Hours of work a week over time: bars as wide as the steps are long. Draws nothing of an
/// empty list.
#[component]
pub fn RampPicture(
    /// The steps, in any order.
    steps: Vec<RampUpStep>,
    /// Hours a week before the sick leave.
    normal: Option<WeeklyHours>,
    /// Where its numbers stand.
    #[prop(optional)]
    numbers: RampNumbers,
) -> impl IntoView {
    let mut steps = ramp::in_order(&steps);
    // A step that ends before it begins has no place in a drawing.
    steps.retain(|step| step.from <= step.to);
    if steps.is_empty() {
        return ().into_any();
    }
    let texts = use_texts();
    let legend = normal.map(|normal| {
        let words = text_of(move |t| {
            fill(t.job_plan().ramp_normal, &[&numbers::hours_a_week(t.language, normal)])
        });
        view! { <figcaption class="ramp__legend">{words}</figcaption> }
    });
    let steps = StoredValue::new(steps);
    let table = move || {
        view! { <div class="plan-table">{steps.with_value(|steps| table(steps))}</div> }
    };
    let table = match numbers {
        RampNumbers::Below => table().into_any(),
        RampNumbers::Folded => {
            let summary = text(|t| t.job_plan().ramp_numbers);
            view! { <Details summary=summary>{table()}</Details> }.into_any()
        }
        RampNumbers::Own => ().into_any(),
    };
    let sum = (numbers != RampNumbers::Own).then(|| {
        view! { <p>{text_of(move |t| steps.with_value(|steps| total(t, steps)))}</p> }
    });
    view! {
        <figure class="ramp">
            {live(move || steps.with_value(|steps| picture(texts(), steps, normal)))}
            {legend}
        </figure>
        {table}
        {sum}
    }
    .into_any()
}

fn picture(t: &'static Texts, steps: &[RampUpStep], normal: Option<WeeklyHours>) -> AnyView {
    let (Some(first), Some(last)) = (steps.first(), steps.last()) else { return ().into_any() };
    let bars = bars(steps, normal);
    let drawn: Vec<_> = bars.iter().copied().map(draw_bar).collect();
    let numbers: Vec<_> = bars
        .into_iter()
        .zip(steps)
        .filter(|(bar, _)| bar.numbered)
        .map(|(bar, step)| draw_number(bar, numbers::decimal_hours(t.language, minutes(step))))
        .collect();
    let line = normal.map(|normal| {
        let y = ABOVE + HEIGHT - normal_height(steps, normal);
        view! { <line class="ramp__normal" x1="0" x2=WIDTH y1=y y2=y/> }
    });
    let ground = ABOVE + HEIGHT;
    view! {
        <svg
            class="ramp__picture"
            viewBox=format!("0 0 {WIDTH} {}", ABOVE + HEIGHT + BELOW)
            role="img"
            aria-labelledby="ramp-title ramp-desc"
        >
            <title id="ramp-title">{t.job_plan().ramp}</title>
            <desc id="ramp-desc">{description(t, first, last)}</desc>
            {drawn}
            {line}
            {numbers}
            <line class="ramp__ground" x1="0" x2=WIDTH y1=ground y2=ground/>
        </svg>
        // The table says the same, so this is for those who look.
        <div class="ramp__days" aria-hidden="true">
            <span>{dates::date_without_weekday(t.language, first.from)}</span>
            <span>{dates::date_without_weekday(t.language, last.to)}</span>
        </div>
    }
    .into_any()
}

fn draw_bar(Bar { x, width, height, .. }: Bar) -> AnyView {
    let y = ABOVE + HEIGHT - height;
    view! { <rect class="ramp__bar" x=x y=y width=width height=height></rect> }.into_any()
}

/// Above its bar, and above the line where the two meet.
fn draw_number(Bar { x, width, height, .. }: Bar, hours: String) -> AnyView {
    let y = ABOVE + HEIGHT - height - 10;
    view! { <text class="ramp__number" x={x + width / 2} y=y>{hours}</text> }.into_any()
}

fn table(steps: &[RampUpStep]) -> AnyView {
    let columns = vec![
        text(|t| t.job_plan().ramp_from),
        text(|t| t.job_plan().ramp_to),
        text(|t| t.job_plan().ramp_hours),
        text(|t| t.job_plan().ramp_weeks),
    ];
    let rows = steps.iter().map(|step| row(*step)).collect_view();
    view! {
        <Table caption=text(|t| t.job_plan().ramp) columns=columns>
            {rows}
        </Table>
    }
    .into_any()
}

fn row(step: RampUpStep) -> AnyView {
    let day = |date| text_of(move |t| dates::date_with_year(t.language, date));
    view! {
        <tr>
            <td data-title=text(|t| t.job_plan().ramp_from)>{day(step.from)}</td>
            <td data-title=text(|t| t.job_plan().ramp_to)>{day(step.to)}</td>
            <td data-title=text(|t| t.job_plan().ramp_hours)>
                {text_of(move |t| numbers::hours(t.language, minutes(&step)))}
            </td>
            <td data-title=text(|t| t.job_plan().ramp_weeks)>
                {text_of(move |t| numbers::weeks(t.language, step.days()))}
            </td>
        </tr>
    }
    .into_any()
}

fn minutes(step: &RampUpStep) -> u64 {
    u64::from(step.hours.minutes)
}
