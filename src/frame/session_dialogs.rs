//! The two dialogs of the session: it ends soon, and it has ended. Both leave the page
//! behind them as it is, with everything typed.

use contract::session::SignedIn;
use leptos::prelude::*;

use crate::api;
use crate::router::use_go;
use crate::routes::Route;
use crate::session::{SessionState, use_session};
use crate::text::{fill, text, text_of};
use crate::ui::{Button, ButtonKind, Modal, Sending, failure, live_if};

/// Whichever of the dialogs is due.
#[component]
pub fn SessionDialogs() -> impl IntoView {
    let session = use_session();
    live_if(move || match session.ended.get() {
        Some(person) => Some(view! { <Ended person=person/> }.into_any()),
        None => session.ending_soon.get().then(|| view! { <EndingSoon/> }.into_any()),
    })
}

#[component]
fn EndingSoon() -> impl IntoView {
    let session = use_session();
    let sending = Sending::new();
    let go = use_go();
    let stay = move |()| sending.run(session.extend());
    let leave = move |()| {
        let go = go.clone();
        sending.run(async move {
            session.ending_soon.set(false);
            if session.may_sign_out().await && session.sign_out().await.is_ok() {
                go(Route::Front);
            }
        });
    };
    let footer = view! {
        <Button
            kind=ButtonKind::Primary
            text=text(|t| t.common.stay)
            busy=sending.busy()
            on_click=stay
        />
        <Button text=text(|t| t.common.sign_out) on_click=leave/>
    };
    view! {
        <Modal
            id="session-ends"
            heading=text(|t| t.common.ending_heading)
            on_close=Callback::new(stay)
            footer=footer.into_any()
        >
            <p>{text(|t| t.common.ending_text)}</p>
        </Modal>
    }
    .into_any()
}

#[component]
fn Ended(person: SignedIn) -> impl IntoView {
    let session = use_session();
    let sending = Sending::new();
    let failed = RwSignal::new(None);
    let go = use_go();
    let leave = move |()| {
        session.ended.set(None);
        let go = go.clone();
        sending.run(async move {
            session.refresh().await;
            go(Route::Front);
        });
    };
    let name = StoredValue::new(person.name);
    let again = move |()| {
        sending.run(async move {
            if let Err(error) = sign_in_again(session, &name.get_value()).await {
                failed.set(Some(error));
            }
        });
    };
    let footer = view! {
        {session.is_demo().then(|| view! {
            <Button
                kind=ButtonKind::Primary
                text=text_of(move |t| fill(t.common.sign_in_again, &[&name.get_value()]))
                busy=sending.busy()
                on_click=again
            />
        })}
        <Button text=text(|t| t.common.leave) on_click=leave/>
    };
    view! {
        <Modal id="session-ended" heading=text(|t| t.common.ended_heading) footer=footer.into_any()>
            <p>{text_of(move |t| fill(t.common.ended_text, &[&name.get_value()]))}</p>
            {failure(failed)}
        </Modal>
    }
    .into_any()
}

/// Signs in as the same person; the page behind the dialog asks for its data again.
async fn sign_in_again(session: SessionState, name: &str) -> Result<(), api::ApiError> {
    let personas = api::session::demo_personas().await?;
    match personas.iter().find(|persona| persona.name == name) {
        Some(persona) => session.sign_in_as(persona).await.map(|_| ()),
        None => Err(api::ApiError::Unexpected),
    }
}
