//! A caseworker's week: bookings and free times by day, and the weeks around it.

mod day;

use chrono::{Days, NaiveDate};
use contract::calendar::CalendarWeek;
use contract::ids::CaseworkerId;
use leptos::prelude::*;

use super::notice::{Notice, NoticeBoard};
use super::owner::OwnerChooser;
use crate::api::{Load, load, staff};
use crate::router::{caseworker_query, week_query};
use crate::routes::Route;
use crate::text::{Text, dates, fill, text, text_of, use_texts};
use crate::ui::{Button, LinkButton, Page, show};
use day::Day;

/// The week's page.
#[component]
pub fn WeekPage() -> impl IntoView {
    let (owner, week) = (caseworker_query(), week_query());
    let data = load::<CalendarWeek>(move || staff::week_url(owner.get(), week.get()));
    let notice = Notice::new();
    let title = text_of(move |t| match (owner.get(), data.state.get()) {
        (Some(_), Load::Ready(week)) => fill(t.staff().week.title_of, &[&week.caseworker]),
        _ => t.staff().week.title.to_owned(),
    });
    let only_today = RwSignal::new(false);
    let on_change = Callback::new(move |()| data.reload());
    view! {
        <Page title=title>
            <OwnerChooser owner=owner page=|owner| Route::Staff(owner, None)/>
            <NoticeBoard notice=notice/>
            {show(data, move |week| {
                view! {
                    <WeekHead week=week.clone() owner=owner.get_untracked() only_today=only_today/>
                    <Days week=week only_today=only_today notice=notice on_change=on_change/>
                }
                .into_any()
            })}
        </Page>
    }
    .into_any()
}

#[component]
fn WeekHead(
    week: CalendarWeek,
    owner: Option<CaseworkerId>,
    only_today: RwSignal<bool>,
) -> impl IntoView {
    let t = use_texts();
    let CalendarWeek { today, week: monday, published_until, .. } = week;
    let published = move || match published_until {
        Some(day) => {
            fill(t().staff().week.published_until, &[&dates::date_with_year(t().language, day)])
        }
        None => t().staff().week.nothing_published.to_owned(),
    };
    let holds_today = has_day(monday, today);
    let toggle: Text = text_of(move |t| {
        let words =
            if only_today.get() { t.staff().week.whole_week } else { t.staff().week.only_today };
        words.to_owned()
    });
    let before = monday.checked_sub_days(Days::new(7));
    let after = monday.checked_add_days(Days::new(7));
    view! {
        <h2 aria-live="polite">{move || dates::week(t().language, monday)}</h2>
        <div class="toolbar">
            <LinkButton to=Route::Staff(owner, before) text=text(|t| t.staff().week.previous)/>
            <LinkButton to=Route::Staff(owner, None) text=text(|t| t.staff().week.this_week)/>
            <LinkButton to=Route::Staff(owner, after) text=text(|t| t.staff().week.next)/>
            {holds_today.then(|| view! {
                <Button text=toggle on_click=move |()| only_today.update(|only| *only = !*only)/>
            })}
        </div>
        <p>
            {published} " "
            <a href=Route::StaffCalendar(owner).path()>{text(|t| t.staff().week.to_calendar)}</a>
        </p>
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
            let weekend_without_anything =
                is_weekend(monday, day.date) && day.free.is_empty() && day.bookings.is_empty();
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
