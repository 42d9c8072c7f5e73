//! What a caseworker can do with a booking: record its outcome, or cancel it.

use chrono::{DateTime, FixedOffset};
use contract::booking::BookingState;
use contract::ids::BookingId;
use contract::staff::Outcome;
use leptos::prelude::*;

use super::dialogs::{Answer, ReasonDialog, SendingDialog};
use super::notice::Notice;
use super::refusal::is_outdated;
use crate::api::{ApiError, IdempotencyKey, staff};
use crate::text::{Text, Texts, dates, fill, text, text_of, use_texts};
use crate::ui::{Button, Choice, RadioGroup, focus_element, live_if};

/// The id of the first choice of an outcome.
const OUTCOME: &str = "outcome";

/// The booking one acts on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    /// Which.
    pub id: BookingId,
    /// Whose.
    pub citizen: String,
    /// When.
    pub starts_at: DateTime<FixedOffset>,
    /// What became of it.
    pub state: BookingState,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Open {
    Cancel,
    Outcome,
}

/// The buttons of a booking, and their dialogs. `on_change` asks for the data anew.
#[component]
pub fn BookingActions(
    /// Which booking.
    subject: Subject,
    /// Where to tell what was done.
    notice: Notice,
    /// Something changed.
    on_change: Callback<()>,
) -> impl IntoView {
    let open = RwSignal::new(None);
    let state = subject.state;
    let subject = StoredValue::new(subject);
    let close = Callback::new(move |()| open.set(None));
    let done = move |sentence: fn(&'static Texts) -> &'static str| {
        Callback::new(move |()| {
            notice.done(sentence_about(sentence, subject));
            open.set(None);
            on_change.run(());
            notice.take_focus();
        })
    };
    // The new data takes the row away, and the dialog with it.
    let outdated = Callback::new(move |error: ApiError| {
        notice.refused(error);
        open.set(None);
        on_change.run(());
        notice.take_focus();
    });
    let button = match state {
        BookingState::Booked => view! {
            <Button
                text=text(|t| t.staff().week.cancel)
                label=about(|t| t.staff().week.cancel_name, subject)
                on_click=move |()| open.set(Some(Open::Cancel))
            />
        }
        .into_any(),
        BookingState::AwaitingOutcome => view! {
            <Button
                text=text(|t| t.staff().week.record)
                label=about(|t| t.staff().week.record_name, subject)
                on_click=move |()| open.set(Some(Open::Outcome))
            />
        }
        .into_any(),
        BookingState::Held | BookingState::NoShow | BookingState::Cancelled => ().into_any(),
    };
    let dialog = live_if(move || {
        open.get().map(|open| match open {
            Open::Cancel => view! {
                <ReasonDialog
                    heading=text(|t| t.staff().week.cancel_heading)
                    lead=about(|t| t.staff().week.cancel_text, subject)
                    confirm=text(|t| t.staff().week.cancel_confirm)
                    send=Callback::new(move |(key, reason)| cancel(subject, key, reason))
                    on_done=done(|t| t.staff().week.cancelled)
                    on_close=close
                />
            }
            .into_any(),
            Open::Outcome => view! {
                <OutcomeDialog
                    subject=subject
                    on_done=done(|t| t.staff().week.outcome_saved)
                    on_outdated=outdated
                    on_close=close
                />
            }
            .into_any(),
        })
    });
    view! { {button} {dialog} }.into_any()
}

fn cancel(subject: StoredValue<Subject>, key: IdempotencyKey, reason: String) -> Answer {
    let id = subject.with_value(|subject| subject.id);
    Box::pin(async move { staff::cancel(id, &key, reason).await })
}

/// A sentence with the citizen's name and the time.
fn about(sentence: fn(&'static Texts) -> &'static str, subject: StoredValue<Subject>) -> Text {
    text_of(sentence_about(sentence, subject))
}

fn sentence_about(
    sentence: fn(&'static Texts) -> &'static str,
    subject: StoredValue<Subject>,
) -> impl Fn(&'static Texts) -> String + Send + Sync + 'static {
    let Subject { citizen, starts_at, .. } = subject.get_value();
    move |t| fill(sentence(t), &[&citizen, &dates::date_time(t.language, &starts_at)])
}

#[component]
fn OutcomeDialog(
    subject: StoredValue<Subject>,
    on_done: Callback<()>,
    on_outdated: Callback<ApiError>,
    on_close: Callback<()>,
) -> impl IntoView {
    let t = use_texts();
    let chosen = RwSignal::new(String::new());
    let missing = RwSignal::new(false);
    let error = Signal::derive(move || {
        let missing = missing.get() && outcome_of(&chosen.get()).is_none();
        missing.then(|| t().staff().week.outcome_missing.to_owned())
    });
    let send = Callback::new(move |()| {
        missing.set(true);
        let Some(outcome) = outcome_of(&chosen.get_untracked()) else {
            focus_element(OUTCOME);
            return None;
        };
        let id = subject.with_value(|subject| subject.id);
        Some(Box::pin(async move {
            let answer = staff::record(id, &IdempotencyKey::new(), outcome).await;
            if let Some(error) = answer.as_ref().err().filter(|error| is_outdated(error)) {
                on_outdated.try_run(error.clone());
            }
            answer
        }) as Answer)
    });
    let choices = vec![
        Choice::new("held", text(|t| t.staff().week.held)).hint(text(|t| t.staff().week.held_hint)),
        Choice::new("no_show", text(|t| t.staff().week.no_show))
            .hint(text(|t| t.staff().week.no_show_hint)),
        Choice::new("cancelled", text(|t| t.staff().week.not_held)),
    ];
    view! {
        <SendingDialog
            id="outcome-dialog"
            heading=text(|t| t.staff().week.outcome_heading)
            lead=about(|t| t.staff().week.outcome_text, subject)
            confirm=text(|t| t.staff().week.outcome_save)
            send=send
            on_done=on_done
            on_close=on_close
        >
            <RadioGroup
                id=OUTCOME
                legend=text(|t| t.staff().week.outcome_question)
                choices=choices
                value=chosen
                error=error
            />
        </SendingDialog>
    }
    .into_any()
}

fn outcome_of(name: &str) -> Option<Outcome> {
    match name {
        "held" => Some(Outcome::Held),
        "no_show" => Some(Outcome::NoShow),
        "cancelled" => Some(Outcome::Cancelled),
        _ => None,
    }
}
