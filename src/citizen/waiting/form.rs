//! What one asks for: a day, forms and weekdays, filled in to begin with.

use chrono::NaiveDate;
use contract::problem::FieldError;
use contract::rules::ContactChannel;
use contract::waiting_list::{WaitingList, WaitingWish, check_wish};
use leptos::prelude::*;

use super::{Desk, NotDone, Said};
use crate::api::{ApiError, day, waiting};
use crate::text::{Texts, dates, fill, text, text_of, use_texts};
use crate::ui::{Button, ButtonKind, CheckboxGroup, Choice, DayField, FieldProblem, problem_of};

/// The fields, and the button that joins the list or saves what is changed.
pub(super) fn form(list: &WaitingList, wish: WaitingWish, desk: Desk) -> AnyView {
    let (first, latest, waits) = (list.first, list.latest, list.waiting.is_some());
    let before = RwSignal::new(wish.before.to_string());
    let no_day = RwSignal::new(false);
    let names = |channels: &[ContactChannel]| -> Vec<String> {
        channels.iter().map(|channel| channel.as_str().to_owned()).collect()
    };
    let channels = RwSignal::new(names(&wish.channels));
    let weekdays = RwSignal::new(wish.weekdays.iter().map(u8::to_string).collect::<Vec<_>>());
    let t = use_texts();
    let typed = move || WaitingWish {
        before: day(&before.get()).filter(|_| !no_day.get()).unwrap_or(first),
        channels: channels
            .with(|all| all.iter().filter_map(|name| ContactChannel::parse(name)).collect()),
        weekdays: weekdays.with(|all| all.iter().filter_map(|day| day.parse().ok()).collect()),
    };
    let sent = StoredValue::new(None::<WaitingWish>);
    // A message goes away as soon as its field is mended.
    Effect::new(move || {
        let (now, sent) = (typed(), sent.get_value());
        let stands =
            |problem: &FieldProblem| still_wrong(&problem.id, sent.as_ref(), &now, first, latest);
        if desk.problems.with_untracked(|problems| !problems.iter().all(stands)) {
            desk.problems.update(|problems| problems.retain(stands));
        }
    });
    let send = move |()| {
        let wish = untrack(typed);
        sent.set_value(Some(wish.clone()));
        let in_words = move |errors: &[FieldError]| -> Vec<FieldProblem> {
            errors.iter().map(|error| problem(t(), &error.field, first, latest)).collect()
        };
        let errors = check_wish(&wish, first, latest);
        if !errors.is_empty() {
            return desk.refuse(in_words(&errors));
        }
        let done: Said = match waits {
            true => |t| t.waiting().saved,
            false => |t| t.waiting().joined,
        };
        let call = async move {
            match waiting::wait(&wish).await {
                Err(ApiError::Problem(refused)) if !refused.errors.is_empty() => {
                    Err(NotDone::Fields(in_words(&refused.errors)))
                }
                answer => answer.map(|_| ()).map_err(NotDone::Failed),
            }
        };
        desk.run(call, done);
    };
    let open = list
        .channels
        .iter()
        .filter(|choice| choice.allowed || wish.channels.contains(&choice.channel));
    let channel_choices = open
        .map(|choice| choice.channel)
        .map(|channel| {
            let words = text_of(move |t| t.common.channel(channel).to_owned());
            Choice::new(channel.as_str(), words)
        })
        .collect();
    let wanted = |number: &u8| *number <= 5 || wish.weekdays.contains(number);
    let weekday_choices = (1..=7_u8)
        .filter(wanted)
        .map(|number| {
            let words = text_of(move |t| dates::weekday(t.language, number).to_owned());
            Choice::new(number.to_string(), words)
        })
        .collect();
    let action = match waits {
        true => text(|t| t.waiting().save),
        false => text(|t| t.waiting().join),
    };
    view! {
        <DayField
            id="before"
            label=text(|t| t.waiting().before)
            value=before
            is_none=no_day
            error=problem_of(desk.problems, "before")
        />
        <CheckboxGroup
            id="channels"
            legend=text(|t| t.waiting().channels)
            choices=channel_choices
            chosen=channels
            error=problem_of(desk.problems, "channels")
        />
        <CheckboxGroup
            id="weekdays"
            legend=text(|t| t.waiting().weekdays)
            choices=weekday_choices
            chosen=weekdays
            error=problem_of(desk.problems, "weekdays")
        />
        <div class="actions">
            <Button
                kind=ButtonKind::Primary
                class="button-wide"
                text=action
                on_click=send
                busy=desk.sending.busy()
            />
        </div>
    }
    .into_any()
}

/// Is a field still wrong? What was refused is, until it is changed: also where only the server
/// saw why.
fn still_wrong(
    field: &str,
    refused: Option<&WaitingWish>,
    now: &WaitingWish,
    first: NaiveDate,
    latest: NaiveDate,
) -> bool {
    let unchanged = refused.is_some_and(|refused| match field {
        "channels" => refused.channels == now.channels,
        "weekdays" => refused.weekdays == now.weekdays,
        _ => refused.before == now.before,
    });
    unchanged || check_wish(now, first, latest).iter().any(|error| error.field == field)
}

/// What to do about a field.
fn problem(t: &Texts, field: &str, first: NaiveDate, latest: NaiveDate) -> FieldProblem {
    let texts = t.waiting();
    let message = match field {
        "channels" => texts.mend_channels.to_owned(),
        "weekdays" => texts.mend_weekdays.to_owned(),
        _ => {
            let date = |day| dates::date(t.language, day);
            fill(texts.mend_before, &[&date(first), &date(latest)])
        }
    };
    FieldProblem::new(field, message)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::citizen::samples::day as on;

    #[test]
    fn a_message_stands_until_its_own_field_is_mended() {
        let (first, latest) = (on("2026-12-01"), on("2026-12-20"));
        let refused =
            WaitingWish { before: on("2026-12-02"), channels: Vec::new(), weekdays: vec![1] };
        let wrong =
            |field, now: &WaitingWish| still_wrong(field, Some(&refused), now, first, latest);
        // The server has refused the day as well, for a reason the page does not know.
        let one = WaitingWish { channels: vec![ContactChannel::Phone], ..refused.clone() };
        assert!(!wrong("channels", &one));
        assert!(wrong("before", &one));
        assert!(!wrong("before", &WaitingWish { before: on("2026-12-03"), ..one.clone() }));
        assert!(wrong("before", &WaitingWish { before: on("2026-12-24"), ..one }));
    }

    #[test]
    fn the_days_one_may_choose_are_named() {
        let t = crate::text::Language::Da.texts();
        let said = problem(t, "before", on("2026-12-01"), on("2026-12-20")).message;
        let days = "tirsdag den 1. december, senest søndag den 20. december";
        assert_eq!(said, format!("Vælg en dag efter {days}"));
    }
}
