//! Locking and unlocking channels, withdrawing and restoring self-booking: always with a
//! reason that the citizen reads.

use chrono::NaiveDate;
use contract::booking::SelfBooking;
use contract::ids::CaseId;
use contract::rules::{ChannelChoice, ChannelReason, ContactChannel};
use contract::staff::{DecideChannel, DecideSelfBooking, DecisionMatter};
use leptos::prelude::*;

use super::letters::LetterPreview;
use crate::api::staff;
use crate::caseworker::desk::Note;
use crate::caseworker::dialogs::{SendText, TextDialog, Typed, asked_reason, kept_note};
use crate::caseworker::notice::Notice;
use crate::text::{Text, Texts, dates, fill, text, text_of};
use crate::ui::{Button, Table, Tag, live_if};

/// What is being decided about a channel, and why, as far as it is typed.
#[derive(Clone, Copy)]
struct Deciding {
    channel: ContactChannel,
    unlocked: bool,
    typed: Typed,
}

/// The channels of a case, each with its lock.
#[component]
pub fn Channels(
    /// Which case.
    case: CaseId,
    /// Its channels.
    channels: Vec<ChannelChoice>,
    /// Where to tell what was done.
    notice: Notice,
    /// Something changed.
    on_change: Callback<()>,
) -> impl IntoView {
    let deciding = RwSignal::new(None::<Deciding>);
    let rows =
        channels.into_iter().map(|choice| channel_row(case, choice, deciding)).collect_view();
    let columns = vec![
        text(|t| t.staff().week.form),
        text(|t| t.staff().cases.why),
        text(|t| t.staff().week.action),
    ];
    let dialog = live_if(move || {
        deciding.get().map(|Deciding { channel, unlocked, typed }| {
            let send: SendText = Callback::new(move |(key, reason)| {
                let decision = DecideChannel { channel, unlocked, reason };
                Box::pin(async move { staff::decide_channel(case, &key, &decision).await }) as _
            });
            let heading = named(channel, move |t| {
                if unlocked { t.staff().cases.unlock_heading } else { t.staff().cases.lock_heading }
            });
            let close = Callback::new(move |()| deciding.set(None));
            let matter = DecisionMatter::Channel { channel, unlocked };
            view! { <Decision case matter heading typed send close notice on_change/> }.into_any()
        })
    });
    view! {
        <h2>{text(|t| t.staff().cases.channels)}</h2>
        <Table caption=text(|t| t.staff().cases.channels) columns=columns>{rows}</Table>
        {dialog}
    }
    .into_any()
}

fn channel_row(
    case: CaseId,
    choice: ChannelChoice,
    deciding: RwSignal<Option<Deciding>>,
) -> AnyView {
    let ChannelChoice { channel, allowed, because } = choice;
    let unlocked = !allowed;
    let typed = kept_note(case, Note::Decision(DecisionMatter::Channel { channel, unlocked }));
    let offered = because != ChannelReason::NotOffered;
    let state =
        if allowed { text(|t| t.staff().cases.open) } else { text(|t| t.staff().cases.locked) };
    let (action, name): (Text, Text) = if allowed {
        (text(|t| t.staff().cases.lock), named(channel, |t| t.staff().cases.lock_name))
    } else {
        (text(|t| t.staff().cases.unlock), named(channel, |t| t.staff().cases.unlock_name))
    };
    let decide = move |()| deciding.set(Some(Deciding { channel, unlocked, typed }));
    view! {
        <tr>
            <td data-title=text(|t| t.staff().week.form)>
                {text_of(move |t| t.common.channel(channel).to_owned())} " "
                <Tag text=state kind=if allowed { "success" } else { "" }/>
            </td>
            <td data-title=text(|t| t.staff().cases.why)>{why(because)}</td>
            <td data-title=text(|t| t.staff().week.action)>
                {offered.then(|| view! { <Button text=action label=name on_click=decide/> })}
            </td>
        </tr>
    }
    .into_any()
}

fn why(because: ChannelReason) -> AnyView {
    let words = match because {
        ChannelReason::FirstConversation => text(|t| t.staff().cases.first_default),
        ChannelReason::FirstConversationElsewhere => text(|t| t.staff().cases.first_elsewhere),
        ChannelReason::CitizenChooses => text(|t| t.staff().cases.citizen_chooses),
        ChannelReason::Unlocked { reason, on } | ChannelReason::Locked { reason, on } => {
            return decided(|t| t.staff().cases.decided, on, reason);
        }
        ChannelReason::NotOffered => text(|t| t.staff().cases.not_offered),
    };
    words.into_any()
}

/// When it was decided, and the reason. Caseworkers write it in Danish, whatever language the
/// page is in.
fn decided(sentence: fn(&'static Texts) -> &'static str, on: NaiveDate, reason: String) -> AnyView {
    let when = text_of(move |t| fill(sentence(t), &[&dates::date_with_year(t.language, on)]));
    view! { {when} " " <span lang="da">{reason}</span> }.into_any()
}

/// A sentence with a channel's name in it.
fn named(
    channel: ContactChannel,
    sentence: impl Fn(&'static Texts) -> &'static str + Send + Sync + 'static,
) -> Text {
    text_of(move |t| fill(sentence(t), &[t.common.channel(channel)]))
}

/// May the citizen book, and changing it.
#[component]
pub fn SelfBookingPart(
    /// Which case.
    case: CaseId,
    /// How it is now.
    state: SelfBooking,
    /// Where to tell what was done.
    notice: Notice,
    /// Something changed.
    on_change: Callback<()>,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let withdraws = matches!(state, SelfBooking::Open);
    let matter = DecisionMatter::SelfBooking { withdrawn: withdraws };
    let typed = kept_note(case, Note::Decision(matter));
    let action: fn(&'static Texts) -> &'static str = match state {
        SelfBooking::Open => |t| t.staff().cases.withdraw,
        SelfBooking::Withdrawn { .. } | SelfBooking::CaseClosed => |t| t.staff().cases.restore,
    };
    let changeable = state != SelfBooking::CaseClosed;
    let now = match state {
        SelfBooking::Open => text(|t| t.staff().cases.self_booking_open).into_any(),
        SelfBooking::Withdrawn { reason, on } => {
            decided(|t| t.staff().cases.self_booking_withdrawn, on, reason)
        }
        SelfBooking::CaseClosed => text(|t| t.staff().refusals.case_closed).into_any(),
    };
    let dialog = live_if(move || {
        open.get().then(|| {
            let send: SendText = Callback::new(move |(key, reason)| {
                let decision = DecideSelfBooking { withdrawn: withdraws, reason };
                Box::pin(async move { staff::decide_self_booking(case, &key, &decision).await })
                    as _
            });
            let close = Callback::new(move |()| open.set(false));
            view! {
                <Decision
                    case=case
                    matter=matter
                    heading=text(action)
                    typed=typed
                    send=send
                    close=close
                    notice=notice
                    on_change=on_change
                />
            }
            .into_any()
        })
    });
    view! {
        <h2>{text(|t| t.staff().cases.self_booking)}</h2>
        <p>{now}</p>
        {changeable.then(|| view! { <Button text=text(action) on_click=move |()| open.set(true)/> })}
        {dialog}
    }
    .into_any()
}

#[component]
fn Decision(
    case: CaseId,
    matter: DecisionMatter,
    heading: Text,
    typed: Typed,
    send: SendText,
    close: Callback<()>,
    notice: Notice,
    on_change: Callback<()>,
) -> impl IntoView {
    let done = Callback::new(move |()| {
        typed.clear();
        notice.done(|t| t.staff().cases.decision_saved.to_owned());
        on_change.run(());
        close.run(());
        notice.take_focus();
    });
    let letter = view! { <LetterPreview case decision=matter typed/> };
    view! {
        <TextDialog
            heading=heading
            lead=text(|t| t.staff().cases.decision_text)
            confirm=text(|t| t.staff().cases.save_decision)
            asked=asked_reason(typed)
            below=letter.into_any()
            send=send
            on_done=done
            on_close=close
        />
    }
    .into_any()
}
