//! The one next thing, on top of the overview.

use chrono::NaiveDate;
use contract::retention_plan::{CitizenRetentionMove, CitizenRetentionPage, CourseEvent};
use leptos::prelude::*;

use super::declined::declined;
use super::next::{Next, next};
use super::sending::Attempted;
use crate::routes::{PlanPage, RetentionPage, Route};
use crate::session::use_session;
use crate::text::{Text, Texts, dates, fill, text, text_of};
use crate::ui::{Alert, Button, ButtonKind, CallButton, Card, LinkButton};

/// The card of the next thing; nothing while it is somebody else's turn.
pub(super) fn next_card(page: &CitizenRetentionPage, attempted: Attempted) -> AnyView {
    match next(page) {
        Next::NoEmployer => no_employer(),
        Next::Closed => {
            let words: fn(&'static Texts) -> &'static str = match page.latest.is_some() {
                true => |t| t.my_retention().closed,
                false => |t| t.my_retention().closed_without,
            };
            view! { <Alert><p>{text(words)}</p></Alert> }.into_any()
        }
        Next::Read { .. } => read(page.answer_days),
        Next::Submit { version } => submit(version, attempted),
        Next::Answer(question) => answer(question),
        Next::Declined { event, can_ask } => declined(event, can_ask, attempted),
        Next::Ask { again } => ask(page, again, attempted),
        Next::Wait { can_withdraw } => withdraw(can_withdraw, attempted),
    }
}

fn no_employer() -> AnyView {
    let session = use_session();
    let why = text_of(move |t| fill(t.my_retention().no_employer_why, &[&session.phone()]));
    view! {
        <Card heading=text(|t| t.my_retention().no_employer)>
            <p>{why}</p>
            <p>{text(|t| t.my_retention().no_employer_plan)}</p>
            <LinkButton
                to=Route::Plan(PlanPage::Return)
                text=text(|t| t.my_retention().to_my_plan)
            />
            <CallButton/>
        </Card>
    }
    .into_any()
}

fn read(answer_days: u16) -> AnyView {
    let days = text_of(move |t| fill(t.my_retention().answer_days, &[&answer_days.to_string()]));
    view! {
        <Card heading=text(|t| t.my_retention().to_read)>
            <p>{text(|t| t.my_retention().to_read_answer)}</p>
            <p>{days}</p>
            {answers_to()}
        </Card>
    }
    .into_any()
}

/// The two answers to a version.
pub(super) fn answers_to() -> AnyView {
    view! {
        <div class="actions">
            <LinkButton
                kind=ButtonKind::Primary
                to=Route::Retention(RetentionPage::Approve)
                text=text(|t| t.my_retention().approve)
            />
            <LinkButton
                to=Route::Retention(RetentionPage::Changes)
                text=text(|t| t.my_retention().changes)
            />
        </div>
    }
    .into_any()
}

fn submit(version: u32, attempted: Attempted) -> AnyView {
    let changes = Route::Retention(RetentionPage::Changes).path();
    let send = move |()| attempted.make(CitizenRetentionMove::Submit { version }, || ());
    view! {
        <Card heading=text(|t| t.my_retention().to_submit)>
            <p>{text(|t| t.my_retention().to_submit_lead)}</p>
            <Button
                kind=ButtonKind::Primary
                class="button-wide"
                text=text(|t| t.my_retention().submit)
                on_click=send
                busy=attempted.busy()
            />
            <p><a href=changes>{text(|t| t.my_retention().rather_changes)}</a></p>
        </Card>
    }
    .into_any()
}

fn answer(question: Option<&CourseEvent>) -> AnyView {
    let question = question.map(asked);
    view! {
        <Card heading=text(|t| t.my_retention().to_answer)>
            {question}
            <p>{text(|t| t.my_retention().to_answer_lead)}</p>
            <LinkButton
                kind=ButtonKind::Primary
                class="button-wide"
                to=Route::Retention(RetentionPage::Answer)
                text=text(|t| t.my_retention().answer)
            />
        </Card>
    }
    .into_any()
}

/// The municipality's question.
pub(super) fn asked(question: &CourseEvent) -> AnyView {
    let (at, words) = (question.at, question.text.clone());
    let from = text_of(move |t| {
        fill(t.my_retention().question_from, &[&dates::date_time(t.language, &at)])
    });
    view! {
        <p class="question__from">{from}</p>
        <blockquote class="said plan-text" dir="auto">{words}</blockquote>
    }
    .into_any()
}

fn ask(page: &CitizenRetentionPage, again: bool, attempted: Attempted) -> AnyView {
    let (today, from) = (page.today, page.eight_weeks_on);
    let words = match again {
        true => text(|t| t.my_retention().ask_again),
        false => text(|t| t.my_retention().ask),
    };
    view! {
        <p>{text_of(move |t| right_to_ask(t, today, from))}</p>
        <p>{text(|t| t.my_retention().ask_lead)}</p>
        {ask_button(words, ButtonKind::Primary, attempted)}
    }
    .into_any()
}

/// Who is still away eight weeks on has the right to a plan; others may ask as well.
fn right_to_ask(t: &Texts, today: NaiveDate, eight_weeks_on: NaiveDate) -> String {
    let texts = t.my_retention();
    match today < eight_weeks_on {
        true => fill(texts.ask_right_unless, &[&dates::date_with_year(t.language, eight_weeks_on)]),
        false => texts.ask_right.to_owned(),
    }
}

/// The button that asks the employer for a plan.
pub(super) fn ask_button(words: Text, kind: ButtonKind, attempted: Attempted) -> AnyView {
    let ask = move |()| attempted.make(CitizenRetentionMove::Request {}, || ());
    let busy = attempted.busy();
    view! { <Button kind=kind class="button-wide" text=words on_click=ask busy=busy/> }.into_any()
}

fn withdraw(can_withdraw: bool, attempted: Attempted) -> AnyView {
    if !can_withdraw {
        return ().into_any();
    }
    let withdraw = move |()| attempted.make(CitizenRetentionMove::WithdrawRequest {}, || ());
    let busy = attempted.busy();
    view! { <Button text=text(|t| t.my_retention().withdraw) on_click=withdraw busy=busy/> }
        .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::citizen::samples::day;
    use crate::text::Language;

    #[test]
    fn the_right_to_ask_names_its_day_until_that_has_come() {
        let from = day("2026-12-29");
        let said = |today| right_to_ask(Language::Da.texts(), day(today), from);
        assert!(said("2026-12-28").contains("inden den 29. december 2026."));
        assert_eq!(said("2026-12-29"), "Du har ret til at bede om en plan.");
    }
}
