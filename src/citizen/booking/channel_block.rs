//! One channel on the booking page: what it means, its first free time, or why not.

use chrono::NaiveDate;
use contract::booking::{ChannelOption, OfferedTime};
use contract::rules::ContactChannel;
use leptos::prelude::*;

use super::{Pick, Purpose, TimeLink};
use crate::citizen::reasons::why_channel;
use crate::session::use_session;
use crate::text::{Texts, fill, text, text_of};
use crate::ui::live_if;

/// One channel.
#[component]
pub(super) fn ChannelBlock(
    /// Open or locked, how long, and its first free time.
    option: ChannelOption,
    /// To book, or to move.
    purpose: Purpose,
    /// The last day to hold the conversation, when one is due.
    hold_by: Option<NaiveDate>,
    /// Picking a time.
    pick: Pick,
) -> impl IntoView {
    let session = use_session();
    let ChannelOption { choice, minutes, first_free } = option;
    let (channel, allowed) = (choice.channel, choice.allowed);
    let id = format!("channel-{}", channel.as_str());
    let why = text_of(move |t| why_channel(t, &choice, &session.phone()).unwrap_or_default());
    let means = text_of(move |t| {
        let minutes = fill(t.citizen.booking.minutes, &[&minutes.to_string()]);
        format!("{} {minutes}", means(t, channel))
    });
    let body = if allowed {
        open(first_free, channel, purpose, hold_by, pick)
    } else {
        view! { <p class="channel__locked">{text(|t| t.citizen.booking.locked)}</p> }.into_any()
    };
    view! {
        <section class="channel" class:channel--locked=!allowed aria-labelledby=id.clone()>
            <h3 class="h4" id=id.clone()>{text_of(move |t| t.common.channel(channel).to_owned())}</h3>
            <p>{means}</p>
            {body}
            {live_if(move || {
                let why = why.get();
                (!why.is_empty()).then(|| view! { <p class="channel__why">{why}</p> }.into_any())
            })}
        </section>
    }
    .into_any()
}

fn open(
    first_free: Option<OfferedTime>,
    channel: ContactChannel,
    purpose: Purpose,
    hold_by: Option<NaiveDate>,
    pick: Pick,
) -> AnyView {
    let session = use_session();
    let Some(time) = first_free else {
        let none = text_of(move |t| fill(t.citizen.booking.none_in_channel, &[&session.phone()]));
        return view! { <p>{none}</p> }.into_any();
    };
    let late = hold_by.is_some_and(|hold_by| time.starts_at.date_naive() > hold_by);
    let colleague = (!time.own_caseworker).then(|| {
        let name = time.caseworker.clone();
        text_of(move |t| fill(t.citizen.booking.with, &[&name]))
    });
    let more_name =
        text_of(move |t| fill(t.citizen.booking.more_times_name, &[t.common.channel(channel)]));
    view! {
        <TimeLink time pick first=true/>
        {colleague.map(|with| view! { <p class="channel__note">{with}</p> })}
        {late.then(|| {
            view! { <p class="channel__note">{text(|t| t.citizen.booking.after_deadline)}</p> }
        })}
        <a
            class="channel__more"
            href=purpose.times(channel, None).path()
            aria-label=more_name
        >
            {text(|t| t.citizen.booking.more_times)}
        </a>
    }
    .into_any()
}

fn means(t: &'static Texts, channel: ContactChannel) -> &'static str {
    match channel {
        ContactChannel::Phone => t.citizen.booking.phone_means,
        ContactChannel::Video => t.citizen.booking.video_means,
        ContactChannel::InPerson => t.citizen.booking.in_person_means,
    }
}
