//! Why a citizen does not see more times: each time of a week that they do not see, by day and by
//! reason. The server decides; this says it in words.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use contract::ids::PreviewId;
use contract::preview::{HiddenDay, HiddenTime, HiddenTimes, Preview, WhyHidden};
use contract::rules::ContactChannel;
use leptos::prelude::*;

use crate::api::{Load, load, preview};
use crate::caseworker::words;
use crate::citizen::booking::monday_of;
use crate::text::{Texts, dates, fill, numbers, text, text_of};
use crate::ui::{Button, Choice, RadioGroup, live_if, show};

/// How many weeks without a single time are passed over to find one with some.
const WEEKS_PASSED: u32 = 8;

/// The panel; it asks for nothing until it is opened.
#[component]
pub fn Hidden(
    /// What is shown.
    shown: RwSignal<Option<Preview>>,
    /// Is it open?
    open: RwSignal<bool>,
) -> impl IntoView {
    let view = Memo::new(move |_| shown.with(|shown| shown.as_ref().map(|one| (one.id, one.on))));
    let is_there = Memo::new(move |_| view.with(Option::is_some));
    live_if(move || (open.get() && is_there.get()).then(|| view! { <Week view=view/> }.into_any()))
}

#[component]
fn Week(view: Memo<Option<(PreviewId, NaiveDate)>>) -> impl IntoView {
    let channel = RwSignal::new(ContactChannel::Phone.as_str().to_owned());
    let day = Memo::new(move |_| view.get().map(|(_, day)| day));
    let week_of = move |day: Option<NaiveDate>| day.map(first_week).unwrap_or_default();
    let week = RwSignal::new(week_of(day.get_untracked()));
    // Weeks that may still be passed over; none once somebody chooses the week.
    let passing = StoredValue::new(WEEKS_PASSED);
    // Another day has another week.
    Effect::new(move |before: Option<Option<NaiveDate>>| {
        let now = day.get();
        if before.is_some_and(|before| before != now) {
            passing.set_value(WEEKS_PASSED);
            week.set(week_of(now));
        }
        now
    });
    let data = load::<HiddenTimes>(move || {
        let id = view.get().map(|(id, _)| id).unwrap_or(PreviewId(uuid::Uuid::nil()));
        let channel = ContactChannel::parse(&channel.get()).unwrap_or(ContactChannel::Phone);
        preview::hidden_times_url(id, channel, week.get())
    });
    let channels = ContactChannel::ALL.map(|channel| {
        Choice::new(channel.as_str(), text_of(move |t| t.common.channel(channel).to_owned()))
    });
    Effect::new(move || {
        let is_empty =
            data.state.with(|load| matches!(load, Load::Ready(times) if is_empty(times)));
        if is_empty && passing.get_value() > 0 {
            passing.update_value(|left| *left -= 1);
            week.update(|week| *week = week.checked_add_days(Days::new(7)).unwrap_or(*week));
        }
    });
    let go = move |forward: bool| {
        passing.set_value(0);
        week.update(|week| {
            let there = match forward {
                true => week.checked_add_days(Days::new(7)),
                false => week.checked_sub_days(Days::new(7)),
            };
            *week = there.unwrap_or(*week);
        });
    };
    let counts = text_of(move |t| {
        data.state.with(|load| match load {
            Load::Ready(times) => counts(t, times),
            Load::Loading | Load::Failed(_) => String::new(),
        })
    });
    let deadline = live_if(move || {
        let hold_by = data.state.with(|load| match load {
            Load::Ready(times) => times.hold_by,
            Load::Loading | Load::Failed(_) => None,
        })?;
        let words =
            text_of(move |t| fill(t.staff().hidden.hold_by, &[&dates::date(t.language, hold_by)]));
        Some(view! { <p>{words}</p> }.into_any())
    });
    view! {
        <RadioGroup
            id="hidden-channel"
            legend=text(|t| t.staff().hidden.channel)
            choices=channels.into()
            value=channel
        />
        <div class="toolbar">
            <Button text=text(|t| t.staff().hidden.previous) on_click=move |()| go(false)/>
            <Button text=text(|t| t.staff().hidden.next) on_click=move |()| go(true)/>
        </div>
        <h2 class="h4">{text_of(move |t| dates::week(t.language, week.get()))}</h2>
        <p role="status">{counts}</p>
        {deadline}
        {show(data, days)}
    }
    .into_any()
}

/// The week of a day; the next one when nothing of its week is to come.
fn first_week(day: NaiveDate) -> NaiveDate {
    let monday = monday_of(day);
    match day.weekday() {
        Weekday::Sat | Weekday::Sun => monday.checked_add_days(Days::new(7)).unwrap_or(monday),
        _ => monday,
    }
}

/// No time at all, seen or not.
fn is_empty(times: &HiddenTimes) -> bool {
    times.shown == 0 && times.days.iter().all(|day| day.times.is_empty())
}

fn days(times: HiddenTimes) -> AnyView {
    times.days.into_iter().filter(says_something).map(day_part).collect_view().into_any()
}

fn says_something(day: &HiddenDay) -> bool {
    day.closed.is_some() || !day.times.is_empty()
}

/// "Borgeren ser 12 tider i den uge. 3 tider ser borgeren ikke:".
fn counts(t: &Texts, times: &HiddenTimes) -> String {
    let texts = &t.staff().hidden;
    let hidden: usize = times.days.iter().map(|day| day.times.len()).sum();
    let number = |count: usize, words: [&str; 3]| match count {
        0 => words[0].to_owned(),
        1 => words[1].to_owned(),
        many => fill(words[2], &[&numbers::count(t.language, many)]),
    };
    let shown = usize::try_from(times.shown).unwrap_or(usize::MAX);
    let shown = number(shown, [texts.shown_none, texts.shown_one, texts.shown]);
    let hidden = number(hidden, [texts.hidden_none, texts.hidden_one, texts.hidden]);
    format!("{shown} {hidden}")
}

fn day_part(day: HiddenDay) -> AnyView {
    let HiddenDay { date, closed, times } = day;
    let closed =
        closed.map(|closed| view! { <p>{text_of(move |t| words::closure(t, &closed))}</p> });
    let count = times.len();
    let heading = text_of(move |t| day_words(t, date, count));
    let reasons: Vec<_> = by_reason(times).into_iter().map(reason_part).collect();
    view! {
        <section class="hidden-day">
            <h3 class="h5">{heading}</h3>
            {closed}
            {reasons}
        </section>
    }
    .into_any()
}

/// "tirsdag den 8. december 2026: 3 tider"; a closed day without times is only named.
fn day_words(t: &Texts, date: NaiveDate, times: usize) -> String {
    let texts = &t.staff().hidden;
    let day = dates::full_date(t.language, date);
    match times {
        0 => day,
        1 => fill(texts.day_one, &[&day]),
        many => fill(texts.day, &[&day, &numbers::count(t.language, many)]),
    }
}

/// The times of each reason, the reasons in the order in which the day has them.
fn by_reason(times: Vec<HiddenTime>) -> Vec<(WhyHidden, Vec<HiddenTime>)> {
    let mut reasons: Vec<(WhyHidden, Vec<HiddenTime>)> = Vec::new();
    for time in times {
        match reasons.iter_mut().find(|(why, _)| *why == time.because) {
            Some((_, times)) => times.push(time),
            None => reasons.push((time.because, vec![time])),
        }
    }
    reasons
}

fn reason_part((why, times): (WhyHidden, Vec<HiddenTime>)) -> AnyView {
    let count = times.len();
    let heading = text_of(move |t| {
        let texts = &t.staff().hidden;
        fill(texts.reason, &[texts.because(why), &numbers::count(t.language, count)])
    });
    let times: Vec<_> = times.into_iter().map(time_item).collect();
    view! {
        <h4 class="h6">{heading}</h4>
        <ul class="nobullet-list preview-times">{times}</ul>
    }
    .into_any()
}

fn time_item(time: HiddenTime) -> AnyView {
    let HiddenTime { starts_at, ends_at, caseworker, .. } = time;
    let when = text_of(move |t| {
        let span = dates::time_span(t.language, &starts_at, &ends_at);
        fill(t.staff().hidden.time, &[&span, &caseworker])
    });
    view! { <li>{when}</li> }.into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::citizen::samples;
    use crate::text::Language;

    fn times(shown: u32, hidden: usize) -> HiddenTimes {
        let time = samples::time("2026-12-08T10:15:00+01:00");
        let hidden_time = HiddenTime {
            starts_at: time.starts_at,
            ends_at: time.ends_at,
            caseworker: "Hanne Ravn".into(),
            because: WhyHidden::Booked,
        };
        let date = samples::day("2026-12-08");
        let day = HiddenDay { date, closed: None, times: vec![hidden_time; hidden] };
        let week = samples::day("2026-12-07");
        HiddenTimes { channel: ContactChannel::Phone, week, shown, hold_by: None, days: vec![day] }
    }

    #[test]
    fn the_numbers_are_said_in_words() {
        let t = Language::Da.texts();
        assert_eq!(
            counts(t, &times(12, 3)),
            "Borgeren ser 12 tider i den uge. 3 tider ser borgeren ikke:"
        );
        assert_eq!(
            counts(t, &times(0, 0)),
            "Borgeren ser ingen tider i den uge. Der er ingen tider, som borgeren ikke ser."
        );
    }

    #[test]
    fn at_the_weekend_the_week_to_come_is_shown() {
        let first = |day: &str| first_week(samples::day(day)).to_string();
        assert_eq!(first("2026-12-11"), "2026-12-07");
        assert_eq!(first("2026-12-12"), "2026-12-14");
        assert_eq!(first("2026-12-13"), "2026-12-14");
        assert!(is_empty(&times(0, 0)), "and one without times is passed over");
        assert!(!is_empty(&times(0, 1)) && !is_empty(&times(1, 0)));
    }

    #[test]
    fn times_stand_together_by_reason_and_the_day_says_how_many() {
        let mut all = times(0, 3).days.remove(0).times;
        all[1].because = WhyHidden::NoRoom;
        let groups: Vec<_> =
            by_reason(all).into_iter().map(|(why, times)| (why, times.len())).collect();
        assert_eq!(groups, [(WhyHidden::Booked, 2), (WhyHidden::NoRoom, 1)]);
        let t = Language::Da.texts();
        let day = samples::day("2026-12-08");
        assert_eq!(day_words(t, day, 0), "tirsdag den 8. december 2026");
        assert_eq!(day_words(t, day, 3), "tirsdag den 8. december 2026: 3 tider");
    }

    #[test]
    fn a_day_without_anything_is_left_out() {
        assert!(says_something(&times(0, 1).days[0]));
        assert!(!says_something(&times(0, 0).days[0]));
    }
}
