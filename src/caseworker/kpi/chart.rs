//! The months of a figure as bars. Every number of it stands in the table below, so that the picture
//! is for those who look; it needs no colour.

use chrono::NaiveDate;
use contract::kpi::{Figure, Measure};
use leptos::prelude::*;

use super::words;
use crate::text::{Texts, dates, fill, use_texts};
use crate::ui::live;

/// Of the drawing, in its own units.
const WIDTH: i64 = 700;
const HEIGHT: i64 = 150;
/// Room between two bars.
const GAP: i64 = 8;

/// How high each bar is, of `height` at most; nothing for what is not told.
fn heights(months: &[Measure], target: Option<i32>, height: i64) -> Vec<Option<i64>> {
    let top = months.iter().filter_map(|one| one.tenths).chain(target).max();
    let top = i64::from(top.unwrap_or(1).max(1));
    let of = |one: &Measure| one.tenths.map(|tenths| i64::from(tenths.max(0)) * height / top);
    months.iter().map(of).collect()
}

/// The bars.
pub fn chart(figure: Figure, months: Vec<NaiveDate>) -> AnyView {
    let texts = use_texts();
    live(move || draw(texts(), &figure, &months))
}

fn draw(t: &'static Texts, figure: &Figure, months: &[NaiveDate]) -> AnyView {
    let key = figure.key.as_str();
    let (title, about) = (format!("kpi-{key}-title"), format!("kpi-{key}-desc"));
    let target = figure.target.map(|target| target.tenths);
    let heights = heights(&figure.months, target, HEIGHT);
    let step = WIDTH / i64::try_from(months.len().max(1)).unwrap_or(1);
    let bars: Vec<AnyView> = (0..)
        .zip(&heights)
        .map(|(place, height)| {
            let x = place * step + GAP / 2;
            let width = step - GAP;
            match height {
                // A bar of nothing is still a line to stand on.
                Some(height) => {
                    let height = (*height).max(2);
                    let y = HEIGHT - height;
                    view! { <rect class="kpi-bar" x=x y=y width=width height=height></rect> }
                        .into_any()
                }
                None => {
                    let (middle, y) = (x + width / 2, HEIGHT - 6);
                    view! { <text class="kpi-none" x=middle y=y>"–"</text> }.into_any()
                }
            }
        })
        .collect();
    let line = target.and_then(|target| {
        let at = Measure { n: Some(1), tenths: Some(target) };
        let all: Vec<Measure> = figure.months.iter().copied().chain([at]).collect();
        let height = heights_last(&all)?;
        let y = HEIGHT - height;
        Some(view! { <line class="kpi-target" x1="0" x2=WIDTH y1=y y2=y/> })
    });
    let month = |day: Option<&NaiveDate>| {
        day.map(|day| dates::month(t.language, *day)).unwrap_or_default()
    };
    let (first, last) = (month(months.first()), month(months.last()));
    let highest = figure.months.iter().filter_map(|one| one.tenths).max();
    let texts = &t.staff().kpi;
    let words = match highest {
        Some(highest) => {
            let highest = words::amount(t, figure.unit, highest);
            fill(texts.chart_text, &[&first, &last, &highest])
        }
        None => texts.chart_none.to_owned(),
    };
    let name = fill(texts.chart, &[words::named(&t.staff().figures, figure.key).0]);
    view! {
        <figure class="kpi-chart">
            <svg
                viewBox=format!("0 0 {WIDTH} {}", HEIGHT + 4)
                role="img"
                aria-labelledby=format!("{title} {about}")
            >
                <title id=title.clone()>{name}</title>
                <desc id=about.clone()>{words}</desc>
                {bars}
                {line}
                <line class="kpi-ground" x1="0" x2=WIDTH y1=HEIGHT y2=HEIGHT/>
            </svg>
            <div class="kpi-chart__ends" aria-hidden="true">
                <span>{first}</span>
                <span>{last}</span>
            </div>
        </figure>
    }
    .into_any()
}

fn heights_last(measures: &[Measure]) -> Option<i64> {
    heights(measures, None, HEIGHT).last().copied().flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(tenths: Option<i32>) -> Measure {
        Measure { n: tenths.map(|_| 9), tenths }
    }

    #[test]
    fn the_highest_fills_the_picture_and_what_is_not_told_has_no_bar() {
        let months = [of(Some(500)), of(None), of(Some(1000)), of(Some(0))];
        assert_eq!(heights(&months, None, 150), [Some(75), None, Some(150), Some(0)]);
    }

    #[test]
    fn a_target_above_all_bars_makes_room_for_itself() {
        assert_eq!(heights(&[of(Some(250))], Some(500), 150), [Some(75)]);
    }

    #[test]
    fn less_than_nothing_is_drawn_as_nothing() {
        assert_eq!(heights(&[of(Some(-30)), of(Some(0))], None, 150), [Some(0), Some(0)]);
    }
}
