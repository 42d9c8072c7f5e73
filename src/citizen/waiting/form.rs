//! What one asks for: a day, forms and weekdays, filled in to begin with.

use contract::problem::ErrorCode;
use contract::rules::ContactChannel;
use contract::waiting_list::{WaitingList, WaitingWish, check_wish};
use leptos::prelude::*;

use super::{Desk, Said};
use crate::api::{ApiError, day, waiting};
use crate::text::{Texts, dates, fill, text, text_of, use_texts};
use crate::ui::{
    Button, ButtonKind, CheckboxGroup, Choice, DayField, FieldProblem, SUMMARY_ID, focus_element,
    problem_of,
};

/// The fields, and the button that joins the list or saves what is changed.
pub(super) fn form(list: &WaitingList, wish: WaitingWish, desk: Desk) -> AnyView {
    let (today, latest, waits) = (list.first, list.latest, list.waiting.is_some());
    let before = RwSignal::new(wish.before.to_string());
    let no_day = RwSignal::new(false);
    let names = |channels: &[ContactChannel]| -> Vec<String> {
        channels.iter().map(|channel| channel.as_str().to_owned()).collect()
    };
    let channels = RwSignal::new(names(&wish.channels));
    let weekdays = RwSignal::new(wish.weekdays.iter().map(u8::to_string).collect::<Vec<_>>());
    let t = use_texts();
    let send = move |()| {
        let typed = before.get_untracked();
        let wish = WaitingWish {
            before: day(&typed).filter(|_| !no_day.get_untracked()).unwrap_or(today),
            channels: channels.with_untracked(|all| {
                all.iter().filter_map(|name| ContactChannel::parse(name)).collect()
            }),
            weekdays: weekdays
                .with_untracked(|all| all.iter().filter_map(|day| day.parse().ok()).collect()),
        };
        let wrong = |fields: &[String]| -> Vec<FieldProblem> {
            fields.iter().map(|field| problem(t(), field, latest)).collect()
        };
        let fields: Vec<String> =
            check_wish(&wish, today, latest).into_iter().map(|error| error.field).collect();
        if !fields.is_empty() {
            return refuse(desk, wrong(&fields));
        }
        desk.problems.set(Vec::new());
        let done: Said = match waits {
            true => |t| t.waiting().saved,
            false => |t| t.waiting().joined,
        };
        let call = async move {
            let answer = waiting::wait(&wish).await;
            if let Err(ApiError::Problem(refused)) = &answer
                && refused.code == ErrorCode::InvalidFields
            {
                let fields = refused.errors.iter();
                let fields = fields.map(|error| problem(t(), &error.field, latest));
                desk.problems.set(fields.collect());
            }
            answer.map(|_| ())
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

/// Shows what is wrong, and leads there.
fn refuse(desk: Desk, problems: Vec<FieldProblem>) {
    desk.problems.set(problems);
    request_animation_frame(|| focus_element(SUMMARY_ID));
}

/// What to do about a field.
fn problem(t: &Texts, field: &str, latest: chrono::NaiveDate) -> FieldProblem {
    let texts = t.waiting();
    let message = match field {
        "channels" => texts.mend_channels.to_owned(),
        "weekdays" => texts.mend_weekdays.to_owned(),
        _ => fill(texts.mend_before, &[&dates::date(t.language, latest)]),
    };
    FieldProblem::new(field, message)
}
