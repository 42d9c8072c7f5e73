//! The second step: a time in the chosen channel, week by week.

use contract::booking::{FreeTimes, WhoseTimes};
use contract::rules::ContactChannel;
use leptos::prelude::*;

use super::{Pick, Purpose, TimeLink, TimeList, WeekLinks, above};
use crate::api::citizen::times_url;
use crate::api::{Load, load};
use crate::citizen::desk::use_desk;
use crate::router::week_query;
use crate::routes::Route;
use crate::session::use_session;
use crate::text::{dates, fill, text, text_of};
use crate::ui::{Alert, AlertKind, Failed, LinkButton, Loading, Page, live_if};

/// Choosing a time.
#[component]
pub fn TimesPage(
    /// To book, or to move.
    purpose: Purpose,
    /// In which channel.
    channel: ContactChannel,
) -> impl IntoView {
    let week = week_query();
    let data = load::<FreeTimes>(move || times_url(channel, week.get()));
    // The old week stays on screen until the new one is here: nothing jumps, and the link
    // that was pressed keeps the focus.
    let shown = RwSignal::new(None::<FreeTimes>);
    Effect::new(move || {
        if let Load::Ready(times) = data.state.get() {
            shown.set(Some(times));
        }
    });
    let pick = purpose.pick(false);
    let title = text_of(move |t| fill(t.citizen.booking.times_title, &[t.common.channel(channel)]));
    let week_path = Callback::new(move |week| purpose.times(channel, Some(week)).path());
    let failed = live_if(move || match data.state.get() {
        Load::Failed(error) => Some(view! { <Failed error retry=data.retry()/> }.into_any()),
        Load::Loading | Load::Ready(_) => None,
    });
    let waiting = move || shown.with(Option::is_none) && matches!(data.state.get(), Load::Loading);
    view! {
        <Page title above=above(purpose.channels(), 2)>
            {live_if(move || waiting().then(|| view! { <Loading/> }.into_any()))}
            {live_if(move || shown.get().map(|times| above_weeks(times, purpose, pick)))}
            <div hidden=Signal::derive(move || shown.with(Option::is_none))>
                <WeekLinks shown week_path/>
            </div>
            {failed}
            {live_if(move || shown.get().map(|times| week_list(times, purpose, pick)))}
        </Page>
    }
}

fn above_weeks(times: FreeTimes, purpose: Purpose, pick: Pick) -> AnyView {
    let session = use_session();
    let none_in_time = (!times.any_before_deadline).then(|| {
        let hold_by = times.hold_by;
        let message = text_of(move |t| match hold_by {
            Some(day) => fill(
                t.citizen.booking.none_before_deadline,
                &[&dates::date(t.language, day), &session.phone()],
            ),
            None => fill(t.citizen.booking.none_in_channel, &[&session.phone()]),
        });
        view! {
            <Alert kind=AlertKind::Warning>
                <p>{message}</p>
                <p><a href=Route::Waiting.path()>{text(|t| t.citizen.overview.wait)}</a></p>
                {other_channel(purpose, times.channel)}
            </Alert>
        }
    });
    let first = times.first_free.map(|time| view! { <TimeLink time pick first=true/> });
    view! { {none_in_time} {first} }.into_any()
}

/// The way to another channel, where there is one.
fn other_channel(purpose: Purpose, channel: ContactChannel) -> Option<AnyView> {
    use_desk().has_other(channel).then(|| {
        let words = text(|t| t.citizen.booking.other_channel);
        view! { <LinkButton to=purpose.channels() text=words/> }.into_any()
    })
}

fn week_list(times: FreeTimes, purpose: Purpose, pick: Pick) -> AnyView {
    if times.days.is_empty() {
        let next = times.next_week.map(|week| {
            view! {
                <LinkButton
                    to=purpose.times(times.channel, Some(week))
                    text=text(|t| t.citizen.booking.go_to_week)
                />
            }
        });
        return view! {
            <Alert>
                <p>{text(|t| t.citizen.booking.empty_week)}</p>
                <div class="actions">
                    {next}
                    {other_channel(purpose, times.channel)}
                </div>
            </Alert>
        }
        .into_any();
    }
    let of_colleagues = times.days.iter().flat_map(|day| &day.times).any(|one| !one.own_caseworker);
    let whose = (times.whose == WhoseTimes::Colleagues && of_colleagues).then(|| {
        view! { <p>{text(|t| t.citizen.booking.whose_colleagues)}</p> }
    });
    view! { {whose} <TimeList days=times.days pick/> }.into_any()
}
