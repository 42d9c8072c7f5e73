//! Free times as links that look like buttons, under the headings of their days, and the
//! links between weeks. Where a pick leads, and where the weeks are, says the page.

use chrono::NaiveDate;
use contract::booking::{FreeDay, FreeTimes, OfferedTime};
use leptos::prelude::*;

use crate::routes::Route;
use crate::text::{Texts, dates, fill, text, text_of, use_texts};
use crate::ui::{Attribute, Icon, IconKind, attribute, flag, live};

/// What picking a time leads to.
#[derive(Clone, Copy)]
pub struct Pick {
    /// The page of a time.
    pub route: Callback<OfferedTime, Route>,
    /// What is to be remembered on the way there.
    pub remember: Callback<OfferedTime>,
    /// Does that page take the place of this one in the history?
    pub replace: bool,
}

/// One free time. Its name has the full date, the channel and the person.
#[component]
pub fn TimeLink(
    /// Which.
    time: OfferedTime,
    /// Picking it.
    pick: Pick,
    /// Is it the first free time, to be shown large with its date?
    #[prop(optional)]
    first: bool,
    /// Does it stand without a heading that says its day?
    #[prop(optional)]
    dated: bool,
) -> impl IntoView {
    let t = use_texts();
    let time = StoredValue::new(time);
    let name = text_of(move |t| time.with_value(|time| name(t, time, first)));
    let shown = live(move || time.with_value(|time| shown(t(), time, first, dated)));
    let class = if first { "button button-primary time-first" } else { "time-button" };
    let path = time.with_value(|time| pick.route.run(time.clone()).path());
    view! {
        <a
            class=class
            href=path
            prop:replace=pick.replace
            aria-label=name
            on:click=move |_| pick.remember.run(time.get_value())
        >
            {shown}
        </a>
    }
    .into_any()
}

fn name(t: &Texts, time: &OfferedTime, first: bool) -> String {
    let at = dates::date_time(t.language, &time.starts_at);
    let channel = t.common.channel(time.channel);
    if first {
        fill(t.citizen.booking.book_first_name, &[&at, channel])
    } else {
        fill(t.citizen.booking.time_name, &[&at, &time.caseworker, channel])
    }
}

fn shown(t: &Texts, time: &OfferedTime, first: bool, dated: bool) -> AnyView {
    if first {
        let at = dates::date_time(t.language, &time.starts_at);
        return view! {
            <span class="time-first__label">{t.citizen.booking.first_free.to_owned()}</span>
            // Between blocks, yet it keeps the words apart for those who hear them.
            " "
            <span class="time-first__at">{at}</span>
        }
        .into_any();
    }
    let with = (!time.own_caseworker).then(|| {
        let with = fill(t.citizen.booking.with, &[&time.caseworker]);
        view! { <span class="time-button__with">{with}</span> }
    });
    let at = if dated {
        dates::date_time(t.language, &time.starts_at)
    } else {
        dates::time(t.language, &time.starts_at)
    };
    view! { {at} {with} }.into_any()
}

/// The free times of a week.
#[component]
pub fn TimeList(
    /// By day.
    days: Vec<FreeDay>,
    /// Picking one.
    pick: Pick,
) -> impl IntoView {
    days.into_iter().map(|day| day_section(day, pick)).collect_view().into_any()
}

fn day_section(day: FreeDay, pick: Pick) -> impl IntoView {
    let heading = text_of(move |t| dates::date(t.language, day.date));
    let id = format!("day-{}", day.date);
    let times =
        day.times.into_iter().map(|time| view! { <li><TimeLink time pick/></li> }).collect_view();
    view! {
        <section class="time-day" aria-labelledby=id.clone()>
            <h3 class="h4" id=id.clone()>{heading}</h3>
            <ul class="nobullet-list time-list">{times}</ul>
        </section>
    }
}

/// The week shown, with links to the nearest weeks that have times. The week and how it
/// looks is told to screen readers whenever it changes.
#[component]
pub fn WeekLinks(
    /// The week on screen.
    #[prop(into)]
    shown: Signal<Option<FreeTimes>>,
    /// Where another week is.
    week_path: Callback<NaiveDate, String>,
) -> impl IntoView {
    let heading = text_of(move |t| {
        let week = shown.with(|times| times.as_ref().map(|times| times.week));
        week.map(|week| dates::week(t.language, week)).unwrap_or_default()
    });
    let to = move |pick: fn(&FreeTimes) -> Option<NaiveDate>| {
        attribute(move || {
            shown.with(|times| {
                let times = times.as_ref()?;
                Some(week_path.run(pick(times)?))
            })
        })
    };
    let (previous, next) = (to(|times| times.previous_week), to(|times| times.next_week));
    view! {
        <div class="week-links">
            <h2 class="h3" aria-live="polite">{heading}</h2>
            <nav class="week-links__nav" aria-label=text(|t| t.citizen.booking.choose_week)>
                {week_link(previous, IconKind::Back, |t| t.citizen.booking.previous_week)}
                {week_link(next, IconKind::Forward, |t| t.citizen.booking.next_week)}
            </nav>
        </div>
    }
    .into_any()
}

/// A link that stays the same element from week to week, so that it keeps the focus. The page
/// does not scroll: the list changes under the person's eyes.
fn week_link(
    href: Attribute,
    icon: IconKind,
    words: fn(&'static Texts) -> &'static str,
) -> impl IntoView {
    view! {
        <a
            class="button button-secondary week-link"
            href=href
            aria-disabled=flag(move || href.with(Option::is_none))
            data-noscroll=""
        >
            <Icon kind=icon/>
            {text(words)}
        </a>
    }
}
