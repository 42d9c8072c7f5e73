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

use contract::ids::PreviewId;
use contract::paths;
use contract::preview::{Preview, PreviewOf};
use contract::problem::ErrorCode;
use leptos::prelude::*;

use self::banner::{Banner, Explanation, whose};
use self::controls::{Look, What, group, one_of, refused_fields};
use self::frame::Frame;
use self::hidden::Hidden;
use self::letters::Letters;
use self::opening::Opening;
pub use self::opening::SeeAsCitizen;
use self::wanted::Wanted;
use super::desk::use_desk;
use super::notice::{Notice, NoticeBoard};
use super::problems::show_problems;
use crate::api::{Load, Loaded, load, preview};
use crate::router::{preview_param, use_go_to, use_replace};
use crate::routes::Route;
use crate::session::use_session;
use crate::text::{Text, fill, text, text_of, use_texts};
use crate::ui::{
    Alert, AlertKind, Button, ButtonKind, Details, ErrorSummary, Failed, Loading, Page, Sending,
    focus_element, live_if,
};

/// Where it is told that the view is closed.
const CLOSED: &str = "preview-closed";
/// What opens the controls.
const CONTROLS: &str = "preview-controls";

/// The page around the frame.
#[component]
pub fn PreviewPage() -> impl IntoView {
    let id = preview_param();
    let data = load::<Preview>(move || id.get().map(paths::staff_preview).unwrap_or_default());
    let on_refusal = Callback::new(move |()| data.reload());
    let frame = Frame::new(use_session().language.get_untracked(), on_refusal);
    let shown = keep_shown(data, frame);
    let (notice, problems) = (Notice::new(), RwSignal::new(Vec::new()));
    let controls_open = RwSignal::new(false);
    let opening = opening(notice, problems, controls_open);
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
    let is_over = Memo::new(move |_| data.state.with(is_closed));
    let is_there = Memo::new(move |_| shown.with(Option::is_some) && !is_over.get());
    let missing = live_if(move || match data.state.get() {
        state if is_closed(&state) => Some(closed(id.get_untracked(), shown, opening, leave)),
        Load::Failed(error) => Some(view! { <Failed error=error retry=data.retry()/> }.into_any()),
        Load::Loading if !is_there.get() => Some(view! { <Loading/> }.into_any()),
        Load::Loading | Load::Ready(_) => None,
    });
    let (hidden_open, reading) = (RwSignal::new(false), RwSignal::new(false));
    let around = live_if(move || {
        is_there.get().then(|| {
            let first = shown.get_untracked()?;
            Some(
                view! {
                    <div class="preview-tools">
                        {switch(reading)}
                        <Look frame=frame/>
                        <Details
                            id=CONTROLS
                            summary=text(|t| t.staff().preview.controls)
                            open=controls_open
                        >
                            <What first=first shown=shown opening=opening problems=problems/>
                        </Details>
                        <Details summary=text(|t| t.staff().hidden.title) open=hidden_open>
                            <Hidden shown=shown open=hidden_open/>
                        </Details>
                    </div>
                }
                .into_any(),
            )
        })?
    });
    // The frame stays where it is while the letters are read.
    let letters = live_if(move || {
        (is_there.get() && reading.get()).then(|| {
            let language = frame.language;
            view! { <Letters shown language on_closed=on_refusal/> }.into_any()
        })
    });
    let banner = live_if(move || {
        (!is_over.get())
            .then(|| view! { <Banner shown=shown on_leave=leave leaving=leaving/> }.into_any())
    });
    let above = view! {
        {banner}
        <ErrorSummary problems=problems/>
    };
    view! {
        <Page title=title above=above.into_any()>
            <NoticeBoard notice=notice/>
            {missing}
            {around}
            {opening.dialog()}
            {letters}
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
        let pressed = Signal::derive(move || reading.get() == letters);
        one_of(name, pressed, Callback::new(move |()| reading.set(letters)))
    };
    let ways = view! {
        {one(false, text(|t| t.staff().preview.frame))}
        {one(true, text(|t| t.staff().preview.letters))}
    };
    group(text(|t| t.staff().preview.shows), ways.into_any())
}

/// The view on screen. The one before stays until the new one is here, so that what was pressed
/// keeps the focus.
/// Once it is closed or left, the reason to look at it is none for the next.
fn keep_shown(data: Loaded<Preview>, frame: Frame) -> RwSignal<Option<Preview>> {
    let (shown, desk) = (RwSignal::new(None::<Preview>), use_desk());
    Effect::new(move |was_closed: Option<bool>| {
        let state = data.state.get();
        let is_closed = is_closed(&state);
        let was_closed = was_closed.unwrap_or_default();
        match state {
            Load::Ready(preview) => {
                let before = shown.get_untracked();
                if before.as_ref() != Some(&preview) {
                    frame.show(&preview, before.as_ref());
                    back::note_shown(&preview);
                    shown.set(Some(preview));
                }
                // What opened it again is gone.
                if was_closed {
                    frame.take_focus();
                }
            }
            _ if is_closed => {
                frame.clear();
                desk.end_look();
                // What had the focus was in the frame, most likely.
                request_animation_frame(|| focus_element(CLOSED));
            }
            Load::Failed(_) | Load::Loading => return was_closed,
        }
        is_closed
    });
    on_cleanup(move || desk.end_look());
    shown
}

/// Is the view not open any more, or the case not theirs to look at?
fn is_closed(state: &Load<Preview>) -> bool {
    let codes = [ErrorCode::NotFound, ErrorCode::PreviewClosed];
    let code = match state {
        Load::Failed(error) => error.code(),
        Load::Loading | Load::Ready(_) => None,
    };
    code.is_some_and(|code| codes.contains(&code))
}

/// Opens another view in the place of this one. The controls make room for it.
fn opening(notice: Notice, problems: controls::Problems, controls_open: RwSignal<bool>) -> Opening {
    let (t, replace) = (use_texts(), use_replace());
    let on_open = Callback::new(move |preview: Preview| {
        notice.clear();
        if controls_open.get_untracked() {
            controls_open.set(false);
            request_animation_frame(|| focus_element(CONTROLS));
        }
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
fn closed(
    id: Option<PreviewId>,
    shown: RwSignal<Option<Preview>>,
    opening: Opening,
    leave: Callback<()>,
) -> AnyView {
    let again = shown
        .get_untracked()
        .and_then(|preview| Wanted::of(&preview).open(Some(preview.case_id)).ok())
        // After a reload.
        .or_else(|| id.and_then(back::shown_before));
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
        <div id=CLOSED tabindex="-1">
            <Alert kind=AlertKind::Warning heading=text(|t| t.staff().preview.closed) live=true>
                <p>{text(|t| t.staff().preview.closed_text)}</p>
                <div class="actions">
                    {again}
                    <Button text=text(|t| t.staff().preview.go_back) on_click=leave/>
                </div>
            </Alert>
        </div>
    }
    .into_any()
}
