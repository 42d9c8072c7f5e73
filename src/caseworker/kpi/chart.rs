//! The months of a figure as bars. Every number of it stands in the table below, so that the picture
//! is for those who look; it needs no colour: what is not told is a dash, the running month an
//! outline, the target a broken line with its name.

use chrono::NaiveDate;
use contract::kpi::{Figure, Measure};
use leptos::prelude::*;

use super::words;
use crate::text::{Texts, dates, fill, use_texts};
use crate::ui::live;

/// Of the drawing, in its own units; so are its letters (`style/_kpi.scss`), which take up to 37 above
/// and 10 below the line they stand on.
const WIDTH: i64 = 700;
const HEIGHT: i64 = 150;
/// Room above the bars for a number.
const ABOVE: i64 = 52;
/// Where the months' first letters stand, below the bars.
const LETTERS: i64 = 40;
/// Room below the bars for them.
const BELOW: i64 = 54;
/// Room between two bars.
const GAP: i64 = 10;

/// How high a value is drawn where `top` fills the picture.
fn height(tenths: i32, top: i32) -> i64 {
    i64::from(tenths.max(0)) * HEIGHT / i64::from(top.max(1))
}

/// What fills the picture: the highest month, or the target.
fn top(months: &[Measure], target: Option<i32>) -> i32 {
    months.iter().filter_map(|one| one.tenths).chain(target).max().unwrap_or(1)
}

/// The month whose number is written above its bar: the highest, the last of those.
fn highest(months: &[Measure]) -> Option<(usize, i32)> {
    let told = months.iter().enumerate().filter_map(|(at, one)| Some((at, one.tenths?)));
    told.max_by_key(|(at, tenths)| (*tenths, *at))
}

/// The bars.
pub fn chart(figure: Figure, months: Vec<NaiveDate>) -> AnyView {
    let texts = use_texts();
    live(move || draw(texts(), &figure, &months))
}

/// Left edge and width of the bar at a place.
fn span(place: usize, of: usize) -> (i64, i64) {
    let step = WIDTH / i64::try_from(of.max(1)).unwrap_or(1);
    (i64::try_from(place).unwrap_or(0) * step + GAP / 2, step - GAP)
}

fn draw(t: &'static Texts, figure: &Figure, months: &[NaiveDate]) -> AnyView {
    let key = figure.key.as_str();
    let (title, about) = (format!("kpi-{key}-title"), format!("kpi-{key}-desc"));
    let target = figure.target.map(|target| target.tenths);
    let top = top(&figure.months, target);
    let count = figure.months.len();
    let bars: Vec<AnyView> = (figure.months.iter().enumerate())
        .map(|(place, measure)| bar(place, count, measure.tenths.map(|one| height(one, top))))
        .collect();
    let letters: Vec<AnyView> =
        months.iter().enumerate().map(|(place, day)| letter(t, place, count, *day)).collect();
    let most = highest(&figure.months);
    let number = most.map(|(place, tenths)| {
        let words = words::amount(t, figure.unit, tenths);
        let y = ABOVE + HEIGHT - height(tenths, top) - 8;
        label(place, count, y, words)
    });
    let line = target.map(|target| {
        let y = ABOVE + HEIGHT - height(target, top);
        let words = fill(t.staff().kpi.target_line, &[&words::amount(t, figure.unit, target)]);
        // At the end that is farther from the highest bar's number.
        let (class, x) = match most {
            Some((place, _)) if place < count / 2 => ("kpi-label kpi-label--end", WIDTH - 8),
            _ => ("kpi-label kpi-label--start", 8),
        };
        view! {
            <line class="kpi-target" x1="0" x2=WIDTH y1=y y2=y/>
            <text class=class x=x y={y - 8}>{words}</text>
        }
    });
    let name = fill(t.staff().kpi.chart, &[words::named(&t.staff().figures, figure.key).0]);
    let ground = ABOVE + HEIGHT;
    view! {
        <figure class="kpi-chart">
            <svg
                viewBox=format!("0 0 {WIDTH} {}", ABOVE + HEIGHT + BELOW)
                role="img"
                aria-labelledby=format!("{title} {about}")
            >
                <title id=title.clone()>{name}</title>
                <desc id=about.clone()>{description(t, figure, months)}</desc>
                {bars}
                {line}
                {number}
                <line class="kpi-ground" x1="0" x2=WIDTH y1=ground y2=ground/>
                {letters}
            </svg>
        </figure>
    }
    .into_any()
}

/// From where to where, the highest, and where the numbers stand.
fn description(t: &Texts, figure: &Figure, months: &[NaiveDate]) -> String {
    let texts = &t.staff().kpi;
    let month = |day: Option<&NaiveDate>| {
        day.map(|day| dates::month_of_year(t.language, *day)).unwrap_or_default()
    };
    match highest(&figure.months) {
        Some((place, tenths)) => {
            let amount = words::amount(t, figure.unit, tenths);
            let ends = (month(months.first()), month(months.last()));
            fill(texts.chart_text, &[&ends.0, &ends.1, &amount, &month(months.get(place))])
        }
        None => texts.chart_none.to_owned(),
    }
}

/// A bar; a dash for what is not told.
fn bar(place: usize, of: usize, height: Option<i64>) -> AnyView {
    let (x, width) = span(place, of);
    let Some(height) = height else {
        let (middle, y) = (x + width / 2, ABOVE + HEIGHT - 8);
        return view! { <text class="kpi-label" x=middle y=y>"–"</text> }.into_any();
    };
    // A bar of nothing is still a line to stand on. The running month is not over yet.
    let height = height.max(2);
    let class = if place + 1 == of { "kpi-bar kpi-bar--running" } else { "kpi-bar" };
    let y = ABOVE + HEIGHT - height;
    view! { <rect class=class x=x y=y width=width height=height></rect> }.into_any()
}

/// The first letter of a month below its bar.
fn letter(t: &Texts, place: usize, of: usize, day: NaiveDate) -> AnyView {
    let (x, width) = span(place, of);
    let letter: String = dates::month_of_year(t.language, day).chars().take(1).collect();
    view! { <text class="kpi-label" x={x + width / 2} y={ABOVE + HEIGHT + LETTERS}>{letter}</text> }
        .into_any()
}

/// A number above a bar, which keeps inside the picture.
fn label(place: usize, of: usize, y: i64, words: String) -> AnyView {
    let (x, width) = span(place, of);
    let (class, x) = match place {
        0 | 1 => ("kpi-label kpi-label--start", x),
        _ if place + 2 >= of => ("kpi-label kpi-label--end", x + width),
        _ => ("kpi-label", x + width / 2),
    };
    view! { <text class=class x=x y=y>{words}</text> }.into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(tenths: Option<i32>) -> Measure {
        Measure { n: tenths.map(|_| 9), tenths }
    }

    #[test]
    fn the_highest_fills_the_picture() {
        let months = [of(Some(500)), of(None), of(Some(1000)), of(Some(0))];
        assert_eq!(top(&months, None), 1000);
        assert_eq!(height(500, 1000), HEIGHT / 2);
        assert_eq!(highest(&months), Some((2, 1000)));
    }

    #[test]
    fn a_target_above_all_bars_makes_room_for_itself() {
        assert_eq!(top(&[of(Some(250))], Some(500)), 500);
    }

    #[test]
    fn less_than_nothing_is_drawn_as_nothing() {
        assert_eq!(height(-30, 100), 0);
        assert_eq!(height(0, 0), 0);
    }

    #[test]
    fn nothing_told_has_no_highest() {
        assert_eq!(highest(&[of(None), of(None)]), None);
    }

    #[test]
    fn bars_stay_within_the_picture() {
        let (x, width) = span(13, 14);
        assert!(x + width <= WIDTH);
    }
}
