//! A citizen's pages as the citizen sees them (*se som borger*): the citizen's own app in a frame,
//! a banner that stays in sight, and around it what a caseworker can look at otherwise. The pages
//! in the frame are none of this page's business.

mod back;
mod banner;
mod controls;
mod frame;
mod hidden;
mod letters;
mod opening;
mod tried;
mod wanted;

use contract::paths;
use contract::preview::{Preview, PreviewOf};
use contract::problem::ErrorCode;
use leptos::prelude::*;

use self::banner::{Banner, Explanation, whose};
use self::controls::{Look, What, refused_fields};
use self::frame::Frame;
use self::hidden::Hidden;
use self::letters::Letters;
use self::opening::Opening;
pub use self::opening::SeeAsCitizen;
use self::wanted::Wanted;
use super::notice::{Notice, NoticeBoard};
use super::problems::show_problems;
use crate::api::{Load, Loaded, load, preview};
use crate::router::{preview_param, use_go_to, use_replace};
use crate::routes::Route;
use crate::session::use_session;
use crate::text::{Text, fill, text, text_of, use_texts};
use crate::ui::{
    Alert, AlertKind, Button, ButtonKind, Details, ErrorSummary, Failed, Loading, Page, Sending,
    live_if,
};

/// The page around the frame.
#[component]
pub fn PreviewPage() -> impl IntoView {
    let id = preview_param();
    let data = load::<Preview>(move || id.get().map(paths::staff_preview).unwrap_or_default());
    let on_refusal = Callback::new(move |()| data.reload());
    let frame = Frame::new(use_session().language.get_untracked(), on_refusal);
    let shown = keep_shown(data, frame);
    let (notice, problems) = (Notice::new(), RwSignal::new(Vec::new()));
    let opening = opening(notice, problems);
    let (leave, leaving) = leave(shown);
    let title = text_of(move |t| {
        shown.with(|shown| match shown {
            Some(preview) => {
                let texts = &t.staff().preview;
                let sentence = match preview.of {
                    PreviewOf::Case { .. } => texts.title,
                    PreviewOf::Sample { .. } => texts.title_sample,
                };
                fill(sentence, &[&whose(t, preview)])
            }
            None => t.staff().preview.title_loading.to_owned(),
        })
    });
    let is_there = Memo::new(move |_| shown.with(Option::is_some));
    let missing = live_if(move || match data.state.get() {
        Load::Failed(error) if error.code() == Some(ErrorCode::NotFound) => {
            Some(closed(shown, opening, leave))
        }
        Load::Failed(error) => Some(view! { <Failed error=error retry=data.retry()/> }.into_any()),
        Load::Loading if !is_there.get() => Some(view! { <Loading/> }.into_any()),
        Load::Loading | Load::Ready(_) => None,
    });
    let hidden_open = RwSignal::new(false);
    let around = live_if(move || {
        is_there.get().then(|| {
            let first = shown.get_untracked()?;
            Some(
                view! {
                    <Details summary=text(|t| t.staff().preview.controls)>
                        <Look frame=frame/>
                        <What first=first shown=shown opening=opening problems=problems/>
                    </Details>
                    <Details summary=text(|t| t.staff().hidden.title) open=hidden_open>
                        <Hidden shown=shown open=hidden_open/>
                    </Details>
                }
                .into_any(),
            )
        })?
    });
    // The frame stays where it is while the letters are read.
    let reading = RwSignal::new(false);
    let seen = live_if(move || {
        is_there.get().then(|| {
            view! {
                {switch(reading)}
                {live_if(move || reading.get().then(|| {
                    let language = frame.language;
                    view! { <Letters shown language on_closed=on_refusal/> }.into_any()
                }))}
            }
            .into_any()
        })
    });
    let above = view! {
        <Banner shown=shown on_leave=leave leaving=leaving/>
        <ErrorSummary problems=problems/>
    };
    view! {
        <Page title=title above=above.into_any()>
            <NoticeBoard notice=notice/>
            {missing}
            {around}
            {opening.dialog()}
            {seen}
            <div hidden=move || reading.get()>
                {frame.draw()}
                <Explanation frame=frame/>
            </div>
        </Page>
    }
    .into_any()
}

/// The citizen's pages, or what they are written.
fn switch(reading: RwSignal<bool>) -> AnyView {
    let one = move |letters: bool, name: Text| {
        view! {
            <button
                type="button"
                class="button button-secondary"
                aria-pressed=move || if reading.get() == letters { "true" } else { "false" }
                on:click=move |_| reading.set(letters)
            >
                {name}
            </button>
        }
    };
    let group = text(|t| t.staff().preview.shows);
    view! {
        <div class="toolbar" role="group" aria-label=move || group.get()>
            {one(false, text(|t| t.staff().preview.frame))}
            {one(true, text(|t| t.staff().preview.letters))}
        </div>
    }
    .into_any()
}

/// The view on screen. The one before stays until the new one is here, so that what was pressed
/// keeps the focus.
fn keep_shown(data: Loaded<Preview>, frame: Frame) -> RwSignal<Option<Preview>> {
    let shown = RwSignal::new(None::<Preview>);
    Effect::new(move || match data.state.get() {
        Load::Ready(preview) => {
            let before = shown.get_untracked();
            if before.as_ref() != Some(&preview) {
                frame.show(&preview, before.as_ref());
                shown.set(Some(preview));
            }
        }
        Load::Failed(error) if error.code() == Some(ErrorCode::NotFound) => frame.clear(),
        Load::Failed(_) | Load::Loading => {}
    });
    shown
}

/// Opens another view in the place of this one.
fn opening(notice: Notice, problems: controls::Problems) -> Opening {
    let (t, replace) = (use_texts(), use_replace());
    let on_open = Callback::new(move |preview: Preview| {
        notice.clear();
        replace(Route::StaffPreview(preview.id));
    });
    let on_refusal = Callback::new(move |error| match refused_fields(untrack(t), &error) {
        Some(found) => show_problems(problems, found),
        None => notice.refused(error),
    });
    Opening::new(on_open, on_refusal)
}

/// Closes the view and goes back to where one was.
fn leave(shown: RwSignal<Option<Preview>>) -> (Callback<()>, Signal<bool>) {
    let (id, go, sending) = (preview_param(), use_go_to(), Sending::new());
    let leave = Callback::new(move |()| {
        let (go, id) = (go.clone(), id.get_untracked());
        let to = shown.with_untracked(|shown| back::way(shown.as_ref()));
        sending.run(async move {
            if let Some(id) = id {
                // What cannot be closed now ends with the session.
                let _ = preview::close(id).await;
            }
            go(&to);
        });
    });
    (leave, sending.busy())
}

/// The view is not open any more: it can be opened again, or left.
fn closed(shown: RwSignal<Option<Preview>>, opening: Opening, leave: Callback<()>) -> AnyView {
    let again = shown
        .get_untracked()
        .and_then(|preview| Wanted::of(&preview).open(Some(preview.case_id)).ok());
    let again = again.map(|what| {
        view! {
            <Button
                kind=ButtonKind::Primary
                text=text(|t| t.staff().preview.open_again)
                busy=opening.busy()
                on_click=move |()| opening.open(what.clone())
            />
        }
    });
    view! {
        <Alert kind=AlertKind::Warning heading=text(|t| t.staff().preview.closed) live=true>
            <p>{text(|t| t.staff().preview.closed_text)}</p>
            <div class="actions">
                {again}
                <Button text=text(|t| t.staff().preview.go_back) on_click=leave/>
            </div>
        </Alert>
    }
    .into_any()
}
