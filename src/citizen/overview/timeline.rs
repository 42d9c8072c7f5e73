//! The time line of the case: a picture, and the same days as a table that is also its legend.

use chrono::{Datelike, NaiveDate};
use contract::booking::CaseOverview;
use contract::rules::ContactDuty;
use leptos::prelude::*;

use super::points::{Point, PointKind, place, points, span, weeks_absent};
use crate::text::{Texts, dates, fill, numbers, use_texts};
use crate::ui::live;

/// Where the line begins and how long it is, in tenths of a pixel.
const LEFT: i64 = 120;
const LENGTH: i64 = 2960;

/// The case from its first day to the next conversation.
#[component]
pub fn Timeline(overview: StoredValue<CaseOverview>) -> impl IntoView {
    let texts = use_texts();
    live(move || overview.with_value(|overview| draw(texts(), overview)).into_any())
}

fn draw(t: &'static Texts, overview: &CaseOverview) -> impl IntoView + use<> {
    let (points, weeks) = (points(overview), weeks_absent(overview));
    let closed = matches!(overview.duty, ContactDuty::Closed { .. });
    let year = overview.today.year();
    view! {
        <section class="timeline" aria-labelledby="timeline-heading">
            <h2 id="timeline-heading">{t.citizen.overview.timeline}</h2>
            {(!closed).then(|| view! { <p>{weeks_sentence(t, weeks)}</p> })}
            {picture(t, &points)}
            {table(t, &points, year)}
        </section>
    }
}

fn weeks_sentence(t: &Texts, weeks: i64) -> String {
    match weeks {
        0 => t.citizen.overview.timeline_one_week.to_owned(),
        weeks => fill(t.citizen.overview.timeline_weeks, &[&weeks.to_string()]),
    }
}

fn picture(t: &'static Texts, points: &[Point]) -> Option<impl IntoView + use<>> {
    let span = span(points)?;
    let x = |point: &Point| LEFT + place(span, point.date, LENGTH);
    let today = points.iter().find(|point| point.kind == PointKind::Today).map(x)?;
    let ends = [span.0, span.1].map(|date| dates::date_with_year(t.language, date));
    let marks: Vec<_> = points
        .iter()
        .map(|point| {
            // Above the line, where no other mark lies over it.
            let y = if point.kind == PointKind::Step { -20 } else { 200 };
            let at = format!("translate({} {y}) scale(10)", x(point));
            view! { <g transform=at>{mark(point.kind)}</g> }
        })
        .collect();
    Some(view! {
        <svg class="timeline__picture" viewBox="0 -120 3200 520" role="img"
            aria-labelledby="timeline-title timeline-desc">
            <title id="timeline-title">{t.citizen.overview.timeline}</title>
            <desc id="timeline-desc">
                {fill(t.citizen.overview.timeline_desc, &[&ends[0], &ends[1]])}
            </desc>
            <line class="timeline__ahead" x1=LEFT x2={LEFT + LENGTH} y1="200" y2="200"/>
            <line class="timeline__past" x1=LEFT x2=today y1="200" y2="200"/>
            {marks}
        </svg>
    })
}

fn table(t: &'static Texts, points: &[Point], year: i32) -> impl IntoView + use<> {
    let rows: Vec<_> = points
        .iter()
        .map(|point| {
            view! {
                <tr>
                    <th scope="row">
                        <svg class="timeline__sign" viewBox="-10 -14 20 28" aria-hidden="true">
                            {mark(point.kind)}
                        </svg>
                        {name(t, point)}
                    </th>
                    <td>{day(t, point.date, year)}</td>
                </tr>
            }
        })
        .collect();
    view! {
        <table class="timeline__table">
            <caption class="sr-only">{t.citizen.overview.timeline}</caption>
            <thead>
                <tr>
                    <th scope="col">{t.citizen.overview.timeline_what}</th>
                    <th scope="col">{t.citizen.overview.timeline_when}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

/// A day, with its year when it is not this one.
fn day(t: &Texts, date: NaiveDate, this_year: i32) -> String {
    if date.year() == this_year {
        dates::date_without_weekday(t.language, date)
    } else {
        dates::date_with_year(t.language, date)
    }
}

/// Each kind has its own shape, so that colour is never the only difference.
fn mark(kind: PointKind) -> impl IntoView {
    let (class, shape) = match kind {
        PointKind::FirstAbsence => ("timeline__mark", "M-6-6H6V6H-6Z"),
        PointKind::Held => {
            ("timeline__mark timeline__mark--held", "M-7 0A7 7 0 1 1 7 0A7 7 0 1 1-7 0Z")
        }
        PointKind::Missed => {
            ("timeline__mark timeline__mark--open", "M-6 0A6 6 0 1 1 6 0A6 6 0 1 1-6 0Z")
        }
        PointKind::Today => ("timeline__mark timeline__mark--today", "M-1.5-14H1.5V14H-1.5Z"),
        PointKind::BookBy => ("timeline__mark timeline__mark--open", "M-6 6L0-7L6 6Z"),
        PointKind::Step => ("timeline__mark", "M-8 7V2H-3V-3H2V-8H8V7Z"),
        PointKind::Booked => ("timeline__mark timeline__mark--held", "M0-9L9 0L0 9L-9 0Z"),
        PointKind::Group => ("timeline__mark timeline__mark--held", "M-8-4H8V4H-8Z"),
        PointKind::HoldBy => ("timeline__mark timeline__mark--due", "M-7 7L0-8L7 7Z"),
    };
    view! { <path class=class d=shape/> }
}

fn name(t: &'static Texts, point: &Point) -> String {
    let texts = &t.citizen.overview;
    if let Some(hours) = point.hours {
        let sentence = if hours.up { texts.step } else { texts.step_other };
        return fill(sentence, &[&numbers::hours_a_week(t.language, hours.weekly)]);
    }
    let words = match point.kind {
        PointKind::FirstAbsence => texts.first_absence,
        PointKind::Held => texts.held,
        PointKind::Missed => texts.missed,
        PointKind::Today => texts.today,
        PointKind::BookBy => texts.book_deadline,
        PointKind::Step => texts.retention,
        PointKind::Booked => texts.next_conversation,
        PointKind::Group => texts.group,
        PointKind::HoldBy => texts.deadline,
    };
    words.to_owned()
}
