//! Loading, failing and not being there: the same on every page.

use contract::problem::ErrorCode;
use leptos::prelude::*;

use super::alert::{Alert, AlertKind};
use super::button::{Button, ButtonKind, LinkButton};
use super::live::{live, live_if};
use super::page::Page;
use crate::api::{ApiError, Load, Loaded};
use crate::routes::Route;
use crate::session::use_session;
use crate::text::{Text, fill, text, text_of};

/// Grey lines where the data will be.
#[component]
pub fn Loading() -> impl IntoView {
    view! {
        <div class="skeleton" role="status">
            <span class="sr-only">{text(|t| t.common.loading)}</span>
            <span class="skeleton-line"></span>
            <span class="skeleton-line"></span>
            <span class="skeleton-block"></span>
        </div>
    }
    .into_any()
}

/// Data that did not come: why, and what to do now.
#[component]
pub fn Failed(
    /// What went wrong.
    error: ApiError,
    /// Asking again.
    retry: Callback<()>,
) -> impl IntoView {
    let session = use_session();
    if error.code() == Some(ErrorCode::NotSignedIn) {
        return view! { <SignInNeeded/> }.into_any();
    }
    let may_retry = !matches!(error.code(), Some(ErrorCode::NotFound | ErrorCode::NotAllowed));
    let message = text_of(move |t| {
        let t = &t.common;
        match &error {
            ApiError::Offline => t.failed_offline.to_owned(),
            error => match error.code() {
                Some(ErrorCode::NotFound) => fill(t.failed_not_found, &[&session.phone()]),
                Some(ErrorCode::NotAllowed) => t.failed_not_allowed.to_owned(),
                _ => fill(t.failed_server, &[&session.phone()]),
            },
        }
    });
    view! {
        <Alert kind=AlertKind::Error heading=text(|t| t.common.failed) live=true>
            <p>{message}</p>
            {if may_retry {
                view! { <Button text=text(|t| t.common.try_again) on_click=retry/> }.into_any()
            } else {
                view! { <LinkButton to=Route::Front text=text(|t| t.common.go_to_front)/> }
                    .into_any()
            }}
        </Alert>
    }
    .into_any()
}

/// For a page that belongs to somebody who has signed in.
#[component]
pub fn SignInNeeded() -> impl IntoView {
    view! {
        <Alert heading=text(|t| t.common.sign_in_needed)>
            <p>{text(|t| t.common.sign_in_needed_text)}</p>
            <LinkButton
                kind=ButtonKind::Primary
                to=Route::Front
                text=text(|t| t.common.go_to_front)
            />
        </Alert>
    }
    .into_any()
}

/// Draws loaded data: grey lines, the failure, or `draw` of what came. `draw` runs again when
/// the data is new.
pub fn show<T>(data: Loaded<T>, draw: impl Fn(T) -> AnyView + Send + Sync + 'static) -> AnyView
where
    T: Clone + Send + Sync + 'static,
{
    live(move || match data.state.get() {
        Load::Loading => view! { <Loading/> }.into_any(),
        Load::Failed(error) => view! { <Failed error=error retry=data.retry()/> }.into_any(),
        Load::Ready(ready) => draw(ready),
    })
}

/// What to say when a call did not work for no reason the person could mend.
fn trouble(error: &ApiError) -> Text {
    let session = use_session();
    let (offline, code) = (*error == ApiError::Offline, error.code());
    text_of(move |t| {
        let words = match code {
            _ if offline => t.common.did_not_work_offline,
            Some(ErrorCode::PreviewIsReadOnly) => t.common.looks_on,
            _ => t.common.did_not_work,
        };
        fill(words, &[&session.phone()])
    })
}

/// Says in an alert that a call did not work, while there is something to say.
pub fn failure(failed: RwSignal<Option<ApiError>>) -> AnyView {
    live_if(move || {
        failed.get().map(|error| {
            view! { <Alert kind=AlertKind::Error live=true>{trouble(&error)}</Alert> }.into_any()
        })
    })
}

/// The page for an address that does not exist.
#[component]
pub fn NotFound() -> impl IntoView {
    view! {
        <Page title=text(|t| t.common.not_found)>
            <p>{text(|t| t.common.not_found_text)}</p>
            <LinkButton to=Route::Front text=text(|t| t.common.go_to_front)/>
        </Page>
    }
    .into_any()
}
