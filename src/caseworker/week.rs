//! A caseworker's week: bookings and free times by day, and the weeks around it.

mod day;
mod withdraw;

use chrono::{Days, NaiveDate};
use contract::calendar::{CalendarDay, CalendarWeek};
use contract::ids::CaseworkerId;
use leptos::prelude::*;

use super::notice::{Notice, NoticeBoard};
use super::owner::OwnerChooser;
use crate::api::{Load, Loaded, load, staff};
use crate::router::{caseworker_query, week_query};
use crate::routes::Route;
use crate::text::{Text, Texts, dates, fill, text, text_of};
use crate::ui::{Attribute, Button, Failed, Loading, Page, attribute, live_if};
use day::Day;

/// The week's page.
#[component]
pub fn WeekPage() -> impl IntoView {
    let (owner, week) = (caseworker_query(), week_query());
    let data = load::<CalendarWeek>(move || staff::week_url(owner.get(), week.get()));
    let shown = keep_shown(data, owner);
    let notice = Notice::new();
    let title = text_of(move |t| {
        let name = shown.with(|week| week.as_ref().map(|week| week.caseworker.clone()));
        match (owner.get(), name) {
            (Some(_), Some(name)) => fill(t.staff().week.title_of, &[&name]),
            _ => t.staff().week.title.to_owned(),
        }
    });
    let only_today = RwSignal::new(false);
    let on_change = Callback::new(move |()| data.reload());
    let missing = live_if(move || match data.state.get() {
        Load::Failed(error) => Some(view! { <Failed error=error retry=data.retry()/> }.into_any()),
        Load::Loading if shown.with(Option::is_none) => Some(view! { <Loading/> }.into_any()),
        Load::Loading | Load::Ready(_) => None,
    });
    view! {
        <Page title=title>
            <OwnerChooser owner=owner page=|owner| Route::Staff(owner, None)/>
            <NoticeBoard notice=notice/>
            <div hidden=Signal::derive(move || shown.with(Option::is_none))>
                <WeekHead shown=shown owner=owner only_today=only_today/>
            </div>
            {missing}
            {live_if(move || shown.get().map(|week| {
                view! { <Days week=week only_today=only_today notice=notice on_change=on_change/> }
                    .into_any()
            }))}
        </Page>
    }
    .into_any()
}

/// The week on screen: the old one stays until the new one is here, so that nothing jumps
/// and the link that was pressed keeps the focus. Another calendar starts empty.
fn keep_shown(
    data: Loaded<CalendarWeek>,
    owner: Memo<Option<CaseworkerId>>,
) -> RwSignal<Option<CalendarWeek>> {
    let shown = RwSignal::new(None);
    Effect::new(move |before: Option<Option<CaseworkerId>>| {
        let now = owner.get();
        if before.is_some_and(|before| before != now) {
            shown.set(None);
        }
        now
    });
    Effect::new(move || match data.state.get() {
        Load::Ready(week) => shown.set(Some(week)),
        Load::Failed(_) => shown.set(None),
        Load::Loading => {}
    });
    shown
}

#[component]
fn WeekHead(
    shown: RwSignal<Option<CalendarWeek>>,
    owner: Memo<Option<CaseworkerId>>,
    only_today: RwSignal<bool>,
) -> impl IntoView {
    let monday = Memo::new(move |_| shown.with(|week| Some(week.as_ref()?.week)));
    let heading = text_of(move |t| {
        monday.get().map(|monday| dates::week(t.language, monday)).unwrap_or_default()
    });
    let published = text_of(move |t| {
        match shown.with(|week| week.as_ref().and_then(|week| week.published_until)) {
            Some(day) => {
                let day = dates::date_with_year(t.language, day);
                fill(t.staff().week.published_until, &[&day])
            }
            None => t.staff().week.nothing_published.to_owned(),
        }
    });
    let holds_today = Memo::new(move |_| {
        shown.with(|week| week.as_ref().is_some_and(|week| has_day(week.week, week.today)))
    });
    let toggle: Text = text_of(move |t| {
        let words =
            if only_today.get() { t.staff().week.whole_week } else { t.staff().week.only_today };
        words.to_owned()
    });
    let before = move || monday.get()?.checked_sub_days(Days::new(7));
    let after = move || monday.get()?.checked_add_days(Days::new(7));
    let to = move |week: Option<NaiveDate>| Some(Route::Staff(owner.get(), week).path());
    let calendar = attribute(move || Some(Route::StaffCalendar(owner.get()).path()));
    view! {
        <h2 aria-live="polite">{heading}</h2>
        <div class="toolbar">
            {week_link(attribute(move || to(before())), |t| t.staff().week.previous)}
            {week_link(attribute(move || to(None)), |t| t.staff().week.this_week)}
            {week_link(attribute(move || to(after())), |t| t.staff().week.next)}
            {live_if(move || holds_today.get().then(|| view! {
                <Button text=toggle on_click=move |()| only_today.update(|only| *only = !*only)/>
            }.into_any()))}
        </div>
        <p>
            {published} " "
            <a href=calendar>{text(|t| t.staff().week.to_calendar)}</a>
        </p>
    }
    .into_any()
}

/// A link that stays the same element from week to week.
fn week_link(href: Attribute, words: fn(&'static Texts) -> &'static str) -> AnyView {
    view! {
        <a class="button button-secondary" href=href data-noscroll="">{text(words)}</a>
    }
    .into_any()
}

#[component]
fn Days(
    week: CalendarWeek,
    only_today: RwSignal<bool>,
    notice: Notice,
    on_change: Callback<()>,
) -> impl IntoView {
    let CalendarWeek { caseworker_id, today, week: monday, days, .. } = week;
    let holds_today = has_day(monday, today);
    days.into_iter()
        .map(|day| {
            let hidden = move || holds_today && only_today.get() && day.date != today;
            let is_today = day.date == today;
            let weekend_without_anything = is_weekend(monday, day.date) && is_empty(&day);
            (!weekend_without_anything).then(|| {
                view! {
                    <div class:d-none=hidden>
                        <Day
                            day=day
                            is_today=is_today
                            owner=caseworker_id
                            notice=notice
                            on_change=on_change
                        />
                    </div>
                }
            })
        })
        .collect_view()
        .into_any()
}

fn is_empty(day: &CalendarDay) -> bool {
    day.free.is_empty()
        && day.bookings.is_empty()
        && day.round_tables.is_empty()
        && day.groups.is_empty()
}

fn has_day(monday: NaiveDate, day: NaiveDate) -> bool {
    (0..7).contains(&(day - monday).num_days())
}

fn is_weekend(monday: NaiveDate, day: NaiveDate) -> bool {
    (day - monday).num_days() >= 5
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_week_has_seven_days() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let monday = day("2026-12-07");
        assert!(has_day(monday, monday) && has_day(monday, day("2026-12-13")));
        assert!(!has_day(monday, day("2026-12-14")) && !has_day(monday, day("2026-12-06")));
        assert!(is_weekend(monday, day("2026-12-12")) && !is_weekend(monday, day("2026-12-11")));
    }
}
