//! Why a citizen does not see more times: each time of a week that they do not see, with the
//! reason. The server decides; this says it in words.

use chrono::{Days, NaiveDate};
use contract::ids::PreviewId;
use contract::preview::{HiddenDay, HiddenTime, HiddenTimes, Preview};
use contract::rules::ContactChannel;
use leptos::prelude::*;

use crate::api::{Load, load, preview};
use crate::caseworker::words;
use crate::citizen::booking::monday_of;
use crate::text::{Texts, dates, fill, text, text_of};
use crate::ui::{Button, Choice, RadioGroup, live_if, show};

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
    let week_of = move |day: Option<NaiveDate>| day.map(monday_of).unwrap_or_default();
    let week = RwSignal::new(week_of(day.get_untracked()));
    // Another day has another week.
    Effect::new(move |before: Option<Option<NaiveDate>>| {
        let now = day.get();
        if before.is_some_and(|before| before != now) {
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
    let go = move |forward: bool| {
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
        {show(data, days)}
    }
    .into_any()
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
        many => fill(words[2], &[&many.to_string()]),
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
    let times: Vec<_> = times.into_iter().map(time_item).collect();
    view! {
        <section class="hidden-day">
            <h3 class="h5">{text_of(move |t| dates::full_date(t.language, date))}</h3>
            {closed}
            <ul class="nobullet-list preview-times">{times}</ul>
        </section>
    }
    .into_any()
}

fn time_item(time: HiddenTime) -> AnyView {
    let HiddenTime { starts_at, ends_at, caseworker, because } = time;
    let when = text_of(move |t| {
        let span = dates::time_span(t.language, &starts_at, &ends_at);
        fill(t.staff().hidden.time, &[&span, &caseworker])
    });
    let why = text_of(move |t| t.staff().hidden.because(because).to_owned());
    view! { <li><strong>{when}</strong> ": " {why}</li> }.into_any()
}

#[cfg(test)]
mod tests {
    use contract::preview::WhyHidden;

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
        HiddenTimes { channel: ContactChannel::Phone, week, shown, days: vec![day] }
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
    fn a_day_without_anything_is_left_out() {
        assert!(says_something(&times(0, 1).days[0]));
        assert!(!says_something(&times(0, 0).days[0]));
    }
}
