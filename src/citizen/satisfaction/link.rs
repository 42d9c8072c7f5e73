//! Answering by the link in a message, without signing in. The link's end stands behind the `#`, which
//! no browser sends: only the answer carries it. What is typed is kept in the tab, and nowhere else:
//! there is nobody signed in whose draft it could be.

use contract::ids::SatisfactionToken;
use contract::satisfaction::{SatisfactionPart, SatisfactionReply};
use leptos::prelude::*;

use super::answer::{By, Said, Typed, reply_of, said};
use super::fields::{closer_choices, satisfied_choices};
use super::{OUTCOME_ID, follow, outcome_of};
use crate::api::{ApiError, satisfaction as api};
use crate::form::Problems;
use crate::routes::Route;
use crate::text::{text, use_texts};
use crate::ui::{
    Button, ButtonKind, ErrorSummary, LinkButton, Page, RadioGroup, SUMMARY_ID, Sending, TextArea,
    failure, focus_element, live, problem_of,
};

/// The page of a link.
#[component]
pub fn SatisfactionLinkPage() -> impl IntoView {
    let (problems, summary): (Problems, Problems) = (RwSignal::default(), RwSignal::default());
    let outcome = RwSignal::new(None::<Said>);
    let failed = RwSignal::new(None::<ApiError>);
    let sending = Sending::new();
    let above = view! { <ErrorSummary problems=summary/> };
    let token = token();
    if token.is_none() {
        outcome.set(Some(Said::Unknown));
    }
    let send = Callback::new(move |reply: SatisfactionReply| {
        let Some(token) = token else { return };
        sending.run(async move {
            failed.set(None);
            match said(By::Link, &reply, api::reply_by_link(token, reply.clone()).await) {
                Ok(now) => {
                    kept::forget(token);
                    outcome.set(Some(now));
                    request_animation_frame(|| focus_element(OUTCOME_ID));
                }
                Err(error) => failed.set(Some(error)),
            }
        });
    });
    view! {
        <Page title=text(|t| t.satisfaction().title) above=above.into_any()>
            {outcome_of(outcome)}
            {failure(failed)}
            {live(move || match (token, outcome.get()) {
                (Some(token), None) => questions(token, (problems, summary), sending.busy(), send),
                _ => view! {
                    <LinkButton to=Route::Front text=text(|t| t.common.go_to_front)/>
                }
                .into_any(),
            })}
        </Page>
    }
    .into_any()
}

fn questions(
    token: SatisfactionToken,
    (problems, summary): (Problems, Problems),
    busy: Signal<bool>,
    send: Callback<SatisfactionReply>,
) -> AnyView {
    let texts = use_texts();
    let before = kept::read(token);
    let satisfied = RwSignal::new(before.satisfied);
    let closer = RwSignal::new(before.closer);
    let remark = RwSignal::new(before.remark);
    let typed =
        move || Typed { satisfied: satisfied.get(), closer: closer.get(), remark: remark.get() };
    Effect::new(move || kept::write(token, &typed()));
    let found =
        Signal::derive(move || reply_of(texts(), &typed(), id_of).err().unwrap_or_default());
    follow(found, problems, summary, id_of(SatisfactionPart::Remark));
    let answer = move |()| match reply_of(texts(), &untrack(typed), id_of) {
        Ok(reply) => {
            problems.set(Vec::new());
            summary.set(Vec::new());
            send.run(reply);
        }
        Err(found) => {
            problems.set(found.clone());
            summary.set(found);
            request_animation_frame(|| focus_element(SUMMARY_ID));
        }
    };
    let error = move |part| problem_of(problems, id_of(part));
    view! {
        <p class="font-lead">{text(|t| t.satisfaction().lead)}</p>
        <p>{text(|t| t.satisfaction().private)}</p>
        <RadioGroup
            id=id_of(SatisfactionPart::Satisfied)
            legend=text(|t| t.satisfaction().satisfied)
            choices=satisfied_choices()
            value=satisfied
            error=error(SatisfactionPart::Satisfied)
        />
        <RadioGroup
            id=id_of(SatisfactionPart::Closer)
            legend=text(|t| t.satisfaction().closer)
            choices=closer_choices()
            value=closer
            error=error(SatisfactionPart::Closer)
        />
        <TextArea
            id=id_of(SatisfactionPart::Remark)
            label=text(|t| t.satisfaction().remark)
            hint=text(|t| t.satisfaction().remark_hint)
            value=remark
            limit=SatisfactionPart::Remark.limit()
            rows=6
            error=error(SatisfactionPart::Remark)
        />
        <Button
            kind=ButtonKind::Primary
            class="button-wide"
            text=text(|t| t.satisfaction().send)
            on_click=answer
            busy
        />
        <Button
            kind=ButtonKind::Tertiary
            class="button-wide"
            text=text(|t| t.satisfaction().no)
            on_click=move |()| send.run(SatisfactionReply::No)
            busy
        />
    }
    .into_any()
}

fn id_of(part: SatisfactionPart) -> String {
    let name = match part {
        SatisfactionPart::Satisfied => "satisfied",
        SatisfactionPart::Closer => "closer",
        SatisfactionPart::Remark => "remark",
    };
    format!("link-{name}")
}

/// The end of the link that the page was opened by.
fn token() -> Option<SatisfactionToken> {
    window().location().hash().ok()?.trim_start_matches('#').parse().ok()
}

/// What is typed, kept in the tab so that it survives a reload.
mod kept {
    use contract::ids::SatisfactionToken;
    use leptos::prelude::window;

    use super::Typed;

    fn storage() -> Option<web_sys::Storage> {
        window().session_storage().ok().flatten()
    }

    /// Not the link's end itself: that would stay in the browser.
    fn name(token: SatisfactionToken) -> String {
        format!("genvej-satisfaction-{:08x}", token.0.as_fields().0)
    }

    pub(super) fn read(token: SatisfactionToken) -> Typed {
        let kept = storage().and_then(|storage| storage.get_item(&name(token)).ok().flatten());
        let kept = kept.unwrap_or_default();
        let mut parts = kept.splitn(3, '\n');
        let mut next = || parts.next().unwrap_or_default().to_owned();
        Typed { satisfied: next(), closer: next(), remark: next() }
    }

    pub(super) fn write(token: SatisfactionToken, typed: &Typed) {
        let text = format!("{}\n{}\n{}", typed.satisfied, typed.closer, typed.remark);
        if let Some(storage) = storage() {
            // A browser that keeps nothing keeps it on the page only.
            let _ = storage.set_item(&name(token), &text);
        }
    }

    pub(super) fn forget(token: SatisfactionToken) {
        if let Some(storage) = storage() {
            let _ = storage.remove_item(&name(token));
        }
    }
}
