//! The times a period would give, day by day, each with what publishing would do to it.

use contract::calendar::{PreviewChange, PreviewDay, PreviewTime, TimesPreview};
use leptos::prelude::*;

use crate::caseworker::words;
use crate::text::{Texts, dates, fill, numbers, text, text_of, use_texts};
use crate::ui::{Alert, Table, Tag};

/// What publishing would give.
#[component]
pub fn Preview(
    /// The times.
    times: TimesPreview,
) -> impl IntoView {
    let counts = counts(&times);
    let summary = text_of(move |t| {
        let counts = counts.map(|count| numbers::count(t.language, count));
        let [total, new, kept, booked, blocked, withdrawn] = &counts;
        fill(t.staff().calendar.total, &[total, new, kept, booked, blocked, withdrawn])
    });
    let ends = times.days.first().zip(times.days.last()).map(|(from, to)| (from.date, to.date));
    let caption = text_of(move |t| match ends {
        Some((from, to)) => fill(
            t.staff().calendar.preview_caption,
            &[&dates::date_with_year(t.language, from), &dates::date_with_year(t.language, to)],
        ),
        None => t.staff().calendar.no_times.to_owned(),
    });
    let columns = vec![text(|t| t.staff().calendar.days), text(|t| t.staff().calendar.times)];
    let rows = times.days.into_iter().filter(|day| !is_idle(day)).map(day_row).collect_view();
    view! {
        <Alert live=true><p>{summary}</p></Alert>
        <Table caption=caption columns=columns>{rows}</Table>
    }
    .into_any()
}

/// A day without times that is not closed either tells nothing.
fn is_idle(day: &PreviewDay) -> bool {
    day.times.is_empty() && day.closed.is_none()
}

fn counts(times: &TimesPreview) -> [usize; 6] {
    let changes: Vec<_> =
        times.days.iter().flat_map(|day| &day.times).map(|time| time.change).collect();
    let of = |change| changes.iter().filter(|other| **other == change).count();
    [
        times.total as usize,
        of(PreviewChange::New),
        of(PreviewChange::Kept),
        of(PreviewChange::Booked),
        of(PreviewChange::BlockedByBooking),
        of(PreviewChange::Withdrawn),
    ]
}

fn day_row(day: PreviewDay) -> AnyView {
    let t = use_texts();
    let PreviewDay { date, closed, times } = day;
    let closed = closed.map(|closed| view! { <p>{move || words::closure(t(), &closed)}</p> });
    let times = times.into_iter().map(time_item).collect_view();
    view! {
        <tr>
            <td data-title=text(|t| t.staff().calendar.days)>{move || dates::date(t().language, date)}</td>
            <td data-title=text(|t| t.staff().calendar.times)>
                {closed} <ul class="nobullet-list preview-times">{times}</ul>
            </td>
        </tr>
    }
    .into_any()
}

fn time_item(time: PreviewTime) -> AnyView {
    let t = use_texts();
    let PreviewTime { starts_at, ends_at, channels, place, change } = time;
    let words = move || {
        format!(
            "{} {}, {}",
            dates::time_span(t().language, &starts_at, &ends_at),
            words::channels(t(), &channels),
            words::place(t(), &place)
        )
    };
    let kind = match change {
        PreviewChange::New => "success",
        PreviewChange::Kept => "",
        PreviewChange::Booked | PreviewChange::BlockedByBooking => "info",
        PreviewChange::Withdrawn => "warning",
    };
    let tag = text_of(move |t| change_word(t, change).to_owned());
    view! { <li>{words} " " <Tag text=tag kind=kind/></li> }.into_any()
}

fn change_word(t: &Texts, change: PreviewChange) -> &'static str {
    let words = &t.staff().calendar;
    match change {
        PreviewChange::New => words.change_new,
        PreviewChange::Kept => words.change_kept,
        PreviewChange::Booked => words.change_booked,
        PreviewChange::BlockedByBooking => words.change_blocked,
        PreviewChange::Withdrawn => words.change_withdrawn,
    }
}
