//! The time line of a case as staff see it: a picture, and the same days as a table that is also its
//! legend. Draws the days the server sends, and knows no rule.

use chrono::{Days, NaiveDate};
use contract::staff::{CaseEvent, CaseEventKind};
use leptos::prelude::*;

use crate::citizen::overview::points::place;
use crate::text::{Texts, dates, fill, numbers, text, use_texts};
use crate::ui::live;

/// Where the line begins and how long it is, in tenths of a pixel.
const LEFT: i64 = 120;
const LENGTH: i64 = 2960;
/// Shortest line drawn, in days: a new case has one, too.
const SHORTEST: u64 = 28;

/// The case from its first day to the last that is known.
#[component]
pub fn TimeLine(
    /// Its days, the oldest first.
    days: Vec<CaseEvent>,
    /// Today in Denmark.
    today: NaiveDate,
) -> impl IntoView {
    let t = use_texts();
    view! {
        <h2>{text(|t| t.staff().case_page.time_line)}</h2>
        {live(move || {
            view! { {picture(t(), &days, today)} {table(t(), &days)} }.into_any()
        })}
    }
    .into_any()
}

/// First and last day drawn.
fn span(days: &[CaseEvent]) -> Option<(NaiveDate, NaiveDate)> {
    let (first, last) = (days.first()?.on, days.last()?.on);
    Some((first, last.max(first + Days::new(SHORTEST))))
}

fn picture(t: &'static Texts, days: &[CaseEvent], today: NaiveDate) -> Option<AnyView> {
    let span = span(days)?;
    let x = |day: NaiveDate| LEFT + place(span, day, LENGTH);
    let ends = [span.0, span.1].map(|date| dates::date_with_year(t.language, date));
    let marks: Vec<_> = days
        .iter()
        .map(|day| {
            // Above the line, where no other mark lies over it.
            let y = if matches!(day.what, CaseEventKind::Step { .. }) { -20 } else { 200 };
            let at = format!("translate({} {y}) scale(10)", x(day.on));
            view! { <g transform=at>{mark(&day.what)}</g> }
        })
        .collect();
    Some(
        view! {
            <svg class="timeline__picture" viewBox="0 -120 3200 520" role="img"
                aria-labelledby="time-line-title time-line-desc">
                <title id="time-line-title">{t.staff().case_page.time_line}</title>
                <desc id="time-line-desc">
                    {fill(t.staff().case_page.time_line_desc, &[&ends[0], &ends[1]])}
                </desc>
                <line class="timeline__ahead" x1=LEFT x2={LEFT + LENGTH} y1="200" y2="200"/>
                <line class="timeline__past" x1=LEFT x2=x(today) y1="200" y2="200"/>
                {marks}
            </svg>
        }
        .into_any(),
    )
}

fn table(t: &'static Texts, days: &[CaseEvent]) -> AnyView {
    let rows: Vec<_> = days
        .iter()
        .map(|day| {
            view! {
                <tr>
                    <th scope="row">
                        <svg class="timeline__sign" viewBox="-10 -14 20 28" aria-hidden="true">
                            {mark(&day.what)}
                        </svg>
                        {name(t, &day.what)}
                    </th>
                    <td>{dates::date_with_year(t.language, day.on)}</td>
                </tr>
            }
        })
        .collect();
    view! {
        <table class="timeline__table">
            <caption class="sr-only">{t.staff().case_page.time_line}</caption>
            <thead>
                <tr>
                    <th scope="col">{t.staff().case_page.what}</th>
                    <th scope="col">{t.staff().case_page.when}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

/// Marks of one shape are of one sort, so that colour is never the only difference: squares the case
/// itself, circles conversations, flags employers and plans, triangles deadlines.
fn mark(what: &CaseEventKind) -> AnyView {
    use CaseEventKind as Kind;
    const SQUARE: &str = "M-6-6H6V6H-6Z";
    const CIRCLE: &str = "M-7 0A7 7 0 1 1 7 0A7 7 0 1 1-7 0Z";
    const DIAMOND: &str = "M0-9L9 0L0 9L-9 0Z";
    const FLAG: &str = "M-6-10H7L3-5L7 0H-3V9H-6Z";
    const TRIANGLE: &str = "M-7 7L0-8L7 7Z";
    let (class, shape) = match what {
        Kind::FirstAbsence | Kind::Closed => ("timeline__mark", SQUARE),
        Kind::Opened | Kind::Standby | Kind::ExpectedBack => {
            ("timeline__mark timeline__mark--open", SQUARE)
        }
        Kind::CaseworkerChanged { .. } => ("timeline__mark", "M-9-3H1V-8L9 0L1 8V3H-9Z"),
        Kind::EmployerContacted => ("timeline__mark", FLAG),
        Kind::EmployerContactLeftOut => ("timeline__mark timeline__mark--open", FLAG),
        Kind::JobPlanShared { .. } | Kind::RetentionSubmitted { .. } => {
            ("timeline__mark timeline__mark--open", "M-6-9H6V9H-6Z")
        }
        Kind::RetentionAcknowledged { .. } => ("timeline__mark", "M-6-9H6V9H-6Z"),
        Kind::Held => ("timeline__mark timeline__mark--held", CIRCLE),
        Kind::NoShow => ("timeline__mark timeline__mark--open", CIRCLE),
        Kind::AwaitingOutcome => ("timeline__mark timeline__mark--due", CIRCLE),
        Kind::Today => ("timeline__mark timeline__mark--today", "M-1.5-14H1.5V14H-1.5Z"),
        Kind::Step { .. } => ("timeline__mark", "M-8 7V2H-3V-3H2V-8H8V7Z"),
        Kind::Booked => ("timeline__mark timeline__mark--held", DIAMOND),
        Kind::RoundTable => ("timeline__mark timeline__mark--open", DIAMOND),
        Kind::BookBy => ("timeline__mark timeline__mark--open", TRIANGLE),
        Kind::HoldBy => ("timeline__mark timeline__mark--due", TRIANGLE),
    };
    view! { <path class=class d=shape/> }.into_any()
}

/// What a day is, in words.
fn name(t: &Texts, what: &CaseEventKind) -> String {
    use CaseEventKind as Kind;
    let texts = &t.staff().case_page;
    let numbered = |sentence, version: &u32| fill(sentence, &[&version.to_string()]);
    let words = match what {
        Kind::CaseworkerChanged { to } => return fill(texts.changed_to, &[to]),
        Kind::JobPlanShared { version } => return numbered(texts.job_plan_shared, version),
        Kind::RetentionSubmitted { version } => {
            return numbered(texts.retention_submitted, version);
        }
        Kind::RetentionAcknowledged { version } => {
            return numbered(texts.retention_acknowledged, version);
        }
        Kind::Step { hours } => {
            return fill(texts.step, &[&numbers::hours_a_week(t.language, *hours)]);
        }
        Kind::FirstAbsence => texts.first_absence,
        Kind::Opened => texts.opened,
        Kind::EmployerContacted => texts.employer_contacted,
        Kind::EmployerContactLeftOut => texts.employer_left_out,
        Kind::Held => texts.held,
        Kind::NoShow => texts.no_show,
        Kind::AwaitingOutcome => texts.awaiting,
        Kind::Standby => texts.standby,
        Kind::Today => texts.today,
        Kind::Booked => texts.booked,
        Kind::RoundTable => texts.round_table,
        Kind::BookBy => texts.book_by,
        Kind::HoldBy => texts.hold_by,
        Kind::ExpectedBack => texts.expected_back,
        Kind::Closed => texts.closed,
    };
    words.to_owned()
}

#[cfg(test)]
mod tests {
    use contract::rules::WeeklyHours;

    use super::*;
    use crate::text::Language;

    #[test]
    fn a_day_is_told_with_what_is_special_to_it() {
        let t = Language::Da.texts();
        let step = CaseEventKind::Step { hours: WeeklyHours { minutes: 8 * 60 } };
        assert_eq!(name(t, &step), "Aftalt: 8 timer om ugen");
        let changed = CaseEventKind::CaseworkerChanged { to: "Thomas Elm".into() };
        assert_eq!(name(t, &changed), "Ny sagsbehandler: Thomas Elm");
        let shared = CaseEventKind::JobPlanShared { version: 2 };
        assert_eq!(name(t, &shared), "Min plan delt, version 2");
    }

    #[test]
    fn a_new_case_still_has_a_line() {
        let on = "2026-11-23".parse().unwrap();
        let days = [CaseEvent { on, what: CaseEventKind::Today }];
        assert_eq!(span(&days).unwrap().1, on + Days::new(28));
        assert_eq!(span(&[]), None);
    }
}
