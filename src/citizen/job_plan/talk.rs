//! Words for the next conversation: the goal, and what to talk about. Handed over to the
//! caseworker only when the citizen says so.

use contract::job_plan::{ConversationWords, FieldKey, GiveWords, GivenWords, JobPlanPage};
use contract::problem::ErrorCode;
use leptos::prelude::*;

use super::desk::{PlanDesk, use_plan};
use super::flow::element_id;
use super::question::optional;
use super::screen::{closed, with_page};
use crate::api::{ApiError, job_plan};
use crate::form::{Problems, SavingLine, area_of};
use crate::routes::{PlanPage, Route};
use crate::text::{Texts, dates, fill, text, text_of, use_texts};
use crate::ui::{
    Alert, AlertKind, BackLink, Button, ButtonKind, ErrorSummary, FieldProblem, LinkButton, Page,
    Sending, failure, live_if,
};

/// The id of the sentence that says which conversation it is about.
const LEAD_ID: &str = "plan-lead";
/// The id of the sentence that says what was handed over.
const GIVEN_ID: &str = "plan-given";

/// Words for the next conversation.
#[component]
pub(super) fn TalkPage() -> impl IntoView {
    let problems: Problems = RwSignal::default();
    let above = view! {
        <BackLink to=Route::Plan(PlanPage::Overview)/>
        <ErrorSummary problems=problems/>
    };
    view! {
        <Page title=text(|t| t.plan().talk) above=above.into_any()>
            {with_page(move |known| fields(known, problems))}
        </Page>
    }
    .into_any()
}

fn fields(known: &JobPlanPage, problems: Problems) -> AnyView {
    if known.case_closed {
        return closed();
    }
    let desk = use_plan();
    let goal = desk.form.draft.bind(FieldKey::Goal);
    let talk = desk.form.draft.bind(FieldKey::Talk);
    let talk_field =
        optional(&FieldKey::Talk, text(|t| t.plan().talk_field), |t| t.plan().talk_hint);
    let goal_field = optional(&FieldKey::Goal, text(|t| t.plan().goal), |t| t.plan().goal_hint);
    let (lead, hand_over) = match known.next_conversation.clone() {
        Some(next) => (lead(&next), hand_over(desk, next, problems)),
        None => (no_conversation(), ().into_any()),
    };
    view! {
        {lead}
        {area_of(desk.form, talk_field, talk, problems)}
        {area_of(desk.form, goal_field, goal, problems)}
        <SavingLine form=desk.form/>
        {hand_over}
        <p><a href=Route::Plan(PlanPage::Overview).path()>{text(|t| t.plan().to_plan)}</a></p>
    }
    .into_any()
}

fn lead(next: &ConversationWords) -> AnyView {
    let next = next.clone();
    let words = text_of(move |t| {
        let (at, channel) = (dates::date_time(t.language, &next.starts_at), next.channel);
        fill(t.plan().talk_lead, &[&at, t.common.channel(channel), &next.caseworker])
    });
    view! { <p id=LEAD_ID tabindex="-1" class="font-lead">{words}</p> }.into_any()
}

fn no_conversation() -> AnyView {
    view! {
        <Alert>
            <p>{text(|t| t.plan().talk_none)}</p>
            <LinkButton to=Route::Book text=text(|t| t.plan().talk_book)/>
        </Alert>
    }
    .into_any()
}

/// The button that hands over, and what has been handed over.
fn hand_over(desk: PlanDesk, next: ConversationWords, problems: Problems) -> AnyView {
    let (sending, failed) = (Sending::new(), RwSignal::new(None::<ApiError>));
    let (texts, booking) = (use_texts(), next.booking);
    let over = RwSignal::new(false);
    let send = move |words: GiveWords, then: &'static str| {
        sending.run(async move {
            failed.set(None);
            match job_plan::give_words(booking, &words).await {
                Ok(()) => desk.reload_and_focus(then),
                Err(error) if is_over(&error) => over.set(true),
                Err(error) => failed.set(Some(error)),
            }
        });
    };
    let give = move |()| {
        let words = typed(desk);
        let wrong = wrong(texts(), &words);
        if wrong.is_empty() {
            desk.form.draft.flush();
            send(words, GIVEN_ID);
        }
        problems.set(wrong);
    };
    let take_back = move |()| {
        send(GiveWords { goal: String::new(), talk: String::new() }, LEAD_ID);
    };
    let label = match next.words {
        Some(_) => text(|t| t.plan().talk_again),
        None => text(|t| t.plan().talk_give),
    };
    let handed_over = next.words.clone();
    let is_new = Memo::new(move |_| {
        desk.form.draft.edited.track();
        desk.form.draft.replaced.track();
        let typed = typed(desk);
        handed_over
            .as_ref()
            .is_none_or(|words| (&words.goal, &words.talk) != (&typed.goal, &typed.talk))
    });
    let given = next.words.map(|words| {
        view! {
            {given(next.caseworker, words)}
            <Button text=text(|t| t.plan().talk_back) on_click=take_back busy=sending.busy()/>
        }
    });
    view! {
        {failure(failed)}
        {live_if(move || over.get().then(|| {
            view! {
                <Alert kind=AlertKind::Warning live=true><p>{text(|t| t.plan().talk_over)}</p></Alert>
            }
            .into_any()
        }))}
        {live_if(move || is_new.get().then(|| {
            view! {
                <Button
                    kind=ButtonKind::Primary
                    class="button-wide"
                    text=label
                    on_click=give
                    busy=sending.busy()
                />
            }
            .into_any()
        }))}
        {given}
    }
    .into_any()
}

/// What is on screen, to be handed over.
fn typed(desk: PlanDesk) -> GiveWords {
    let text = |field: FieldKey| desk.form.draft.text(&field.to_string()).trim().to_owned();
    GiveWords { goal: text(FieldKey::Goal), talk: text(FieldKey::Talk) }
}

fn is_over(error: &ApiError) -> bool {
    matches!(error.code(), Some(ErrorCode::BookingNotOpen | ErrorCode::NotFound))
}

/// What keeps the words from being handed over.
fn wrong(t: &Texts, words: &GiveWords) -> Vec<FieldProblem> {
    if words.goal.is_empty() && words.talk.is_empty() {
        return vec![FieldProblem::new(element_id(&FieldKey::Talk), t.plan().talk_empty)];
    }
    let too_long = |(key, text): (FieldKey, &String)| {
        let code = contract::booking::check_text(text, key.limit())?;
        Some(super::problems::problem(t, &key, code))
    };
    let fields = [(FieldKey::Talk, &words.talk), (FieldKey::Goal, &words.goal)];
    fields.into_iter().filter_map(too_long).collect()
}

fn given(caseworker: String, words: GivenWords) -> AnyView {
    let GivenWords { goal, talk, at } = words;
    let heading = text_of(move |t| {
        fill(t.plan().talk_given, &[&caseworker, &dates::date_time(t.language, &at)])
    });
    let row = |label: fn(&'static Texts) -> &'static str, words: String| {
        (!words.is_empty()).then(|| {
            view! {
                <div class="summary__row">
                    <dt>{text(label)}</dt>
                    <dd class="plan-text" dir="auto">{words}</dd>
                </div>
            }
        })
    };
    view! {
        <Alert kind=AlertKind::Success live=true>
            <p id=GIVEN_ID tabindex="-1">{heading}</p>
            <dl class="summary">
                {row(|t| t.plan().talk_field, talk)}
                {row(|t| t.plan().goal_part, goal)}
            </dl>
        </Alert>
    }
    .into_any()
}
