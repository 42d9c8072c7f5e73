//! Who has looked at the citizen's data: by day, newest first, as far back as one likes.

mod by_day;
mod words;

use std::pin::Pin;

use contract::access_log::{AccessLog, AccessLogEntry};
use contract::ids::AccessLogEntryId;
use contract::paths;
use leptos::prelude::*;

use self::by_day::by_day;
use self::words::{what, who};
use crate::api::{self, ApiError, load};
use crate::citizen::own_data::OwnDataLink;
use crate::routes::Route;
use crate::session::use_session;
use crate::text::{dates, fill, text, text_of};
use crate::ui::{BackLink, Button, Page, Sending, failure, focus_element, live, live_if, show};

/// The access log's page.
#[component]
pub fn AccessLogPage() -> impl IntoView {
    let log = load::<AccessLog>(|| paths::CITIZEN_ACCESS_LOG.to_owned());
    let more: MoreLooks = Callback::new(|before| Box::pin(api::access_log::before(before)) as _);
    let session = use_session();
    let above = view! { <BackLink to=Route::My label=text(|t| t.citizen.overview.title)/> };
    view! {
        <Page title=text(|t| t.access_log().title) above=above.into_any()>
            <p>{text(|t| t.access_log().lead)}</p>
            <p>
                {text(|t| t.access_log().who_may)} " "
                {text_of(move |t| fill(t.access_log().ask, &[&session.phone()]))}
            </p>
            {show(log, move |log| {
                if log.entries.is_empty() {
                    return view! { <p>{text(|t| t.access_log().none)}</p> }.into_any();
                }
                view! { <Looks log more/> }.into_any()
            })}
            <OwnData/>
        </Page>
    }
    .into_any()
}

/// Fetches the looks before one.
pub type MoreLooks =
    Callback<AccessLogEntryId, Pin<Box<dyn Future<Output = Result<AccessLog, ApiError>>>>>;

/// The looks fetched so far, and the button for more.
#[component]
pub fn Looks(
    /// The newest.
    log: AccessLog,
    /// Fetching older ones.
    more: MoreLooks,
) -> impl IntoView {
    let looks = RwSignal::new(log.entries);
    let before = RwSignal::new(log.before);
    let added = RwSignal::new(0_usize);
    let failed = RwSignal::new(None::<ApiError>);
    let sending = Sending::new();
    let fetch = move |from: AccessLogEntryId| {
        failed.set(None);
        let answer = more.run(from);
        sending.run(async move {
            match answer.await {
                Ok(page) => {
                    let first = page.entries.first().map(|look| look.id);
                    added.try_set(page.entries.len());
                    before.try_set(page.before);
                    looks.try_update(|looks| looks.extend(page.entries));
                    if let Some(first) = first {
                        // In the next frame, when it is drawn: on from where reading stopped.
                        request_animation_frame(move || focus_element(&look_id(first)));
                    }
                }
                Err(error) => {
                    failed.try_set(Some(error));
                }
            }
        });
    };
    let button = live_if(move || {
        before.get().map(|from| {
            view! {
                <div class="actions">
                    <Button
                        text=text(|t| t.access_log().more)
                        busy=sending.busy()
                        on_click=move |()| fetch(from)
                    />
                </div>
            }
            .into_any()
        })
    });
    let told = text_of(move |t| match added.get() {
        0 => String::new(),
        added => fill(t.access_log().more_shown, &[&added.to_string()]),
    });
    view! {
        {live(move || looks.with(|looks| days(looks)))}
        <p class="sr-only" role="status">{told}</p>
        {failure(failed)}
        {button}
    }
    .into_any()
}

fn days(looks: &[AccessLogEntry]) -> AnyView {
    by_day(looks)
        .into_iter()
        .map(|(day, looks)| {
            let heading = text_of(move |t| dates::full_date(t.language, day));
            view! {
                <section class="looks">
                    <h2 class="h3 looks__day">{heading}</h2>
                    <ul class="nobullet-list">{looks.iter().map(look).collect_view()}</ul>
                </section>
            }
        })
        .collect_view()
        .into_any()
}

fn look(look: &AccessLogEntry) -> AnyView {
    let at = look.at;
    let (shown, what_for) = (look.clone(), look.what);
    let reason = look.reason.clone().map(|reason| {
        let words = text_of(move |t| fill(t.access_log().reason, &[&reason]));
        view! { <br/> {words} }
    });
    view! {
        <li class="looks__look" id=look_id(look.id) tabindex="-1">
            <span class="looks__at">{text_of(move |t| dates::time(t.language, &at))}</span>
            <span class="looks__what">
                <strong>{text_of(move |t| what(t, what_for).to_owned())}</strong>
                <br/>
                {text_of(move |t| who(t, &shown))}
                {reason}
            </span>
        </li>
    }
    .into_any()
}

fn look_id(look: AccessLogEntryId) -> String {
    format!("look-{look}")
}

/// Everything about oneself as a file.
#[component]
fn OwnData() -> impl IntoView {
    view! {
        <section class="own-data" aria-labelledby="own-data">
            <h2 id="own-data">{text(|t| t.access_log().own_data)}</h2>
            <p>{text(|t| t.access_log().own_data_text)}</p>
            <OwnDataLink class="button button-secondary" words=text(|t| t.access_log().download)/>
        </section>
    }
    .into_any()
}
