//! The page of the waiting list: what is kept, what one waits for, and asking for it.

mod form;
mod offer;
mod state;

use contract::booking::SelfBooking;
use contract::paths;
use contract::waiting_list::{WaitingEnd, WaitingList};
use leptos::prelude::*;

use self::form::form;
use self::offer::{Lost, offer_of};
use self::state::{free_now, waits};
use crate::api::{ApiError, Loaded, load};
use crate::routes::Route;
use crate::session::use_session;
use crate::text::{Texts, dates, fill, text, text_of};
use crate::ui::{
    Alert, AlertKind, BackLink, CallButton, ErrorSummary, FieldProblem, Page, SUMMARY_ID, Sending,
    failure, focus_element, live_if, show,
};

/// What was done last, to be said.
type Said = fn(&'static Texts) -> &'static str;

/// Where the page tells what came of it.
const OUTCOME_ID: &str = "waiting-outcome";

/// Why it was not done.
enum NotDone {
    /// Fields at fault, which the person mends.
    Fields(Vec<FieldProblem>),
    /// Anything else.
    Failed(ApiError),
}

impl From<ApiError> for NotDone {
    fn from(error: ApiError) -> Self {
        Self::Failed(error)
    }
}

/// What the parts of the page share.
#[derive(Clone, Copy)]
struct Desk {
    list: Loaded<WaitingList>,
    problems: RwSignal<Vec<FieldProblem>>,
    said: RwSignal<Option<Said>>,
    failed: RwSignal<Option<ApiError>>,
    /// The time that was to be taken and could not.
    lost: RwSignal<Option<Lost>>,
    sending: Sending,
}

impl Desk {
    /// Carries out a call; then says what was done and asks anew. The page is drawn anew then, and
    /// the focus goes to what is told.
    fn run<E>(self, call: impl Future<Output = Result<(), E>> + 'static, done: Said)
    where
        NotDone: From<E>,
    {
        self.sending.run(async move {
            self.problems.set(Vec::new());
            self.failed.set(None);
            self.said.set(None);
            self.lost.set(None);
            match call.await.map_err(NotDone::from) {
                Ok(()) => {
                    self.said.try_set(Some(done));
                    self.list.reload();
                }
                Err(NotDone::Fields(fields)) => return self.refuse(fields),
                Err(NotDone::Failed(error)) => {
                    let Some(error) = error.unless_signed_out() else { return };
                    self.failed.try_set(Some(error));
                }
            }
            request_animation_frame(|| focus_element(OUTCOME_ID));
        });
    }

    /// Shows what is wrong, and leads there.
    fn refuse(self, problems: Vec<FieldProblem>) {
        self.said.try_set(None);
        self.failed.try_set(None);
        // The page may be gone by now.
        self.problems.try_set(problems);
        request_animation_frame(|| focus_element(SUMMARY_ID));
    }
}

/// The page.
#[component]
pub fn WaitingPage() -> impl IntoView {
    let desk = Desk {
        list: load::<WaitingList>(|| paths::CITIZEN_WAITING_LIST.to_owned()),
        problems: RwSignal::new(Vec::new()),
        said: RwSignal::new(None),
        failed: RwSignal::new(None),
        lost: RwSignal::new(None),
        sending: Sending::new(),
    };
    let above = view! {
        <BackLink to=Route::My label=text(|t| t.citizen.overview.title)/>
        <ErrorSummary problems=desk.problems/>
    };
    view! {
        <Page title=text(|t| t.waiting().title) above=above.into_any()>
            <div id=OUTCOME_ID tabindex="-1">
                {failure(desk.failed)}
                {live_if(move || desk.said.get().map(|said| view! {
                    <Alert kind=AlertKind::Success live=true><p>{text(said)}</p></Alert>
                }.into_any()))}
                {lost(desk)}
            </div>
            {show(desk.list, move |list| body(list, desk))}
        </Page>
    }
    .into_any()
}

/// What became of a time that could not be taken.
fn lost(desk: Desk) -> AnyView {
    let session = use_session();
    live_if(move || {
        desk.lost.get().map(|lost| {
            let kind = if lost.is_mine() { AlertKind::Success } else { AlertKind::Warning };
            let words = text_of(move |t| lost.words(t, &session.phone()));
            view! { <Alert kind live=true><p>{words}</p></Alert> }.into_any()
        })
    })
}

fn body(list: WaitingList, desk: Desk) -> AnyView {
    match list.self_booking {
        SelfBooking::CaseClosed => {
            return view! { <Alert><p>{text(|t| t.waiting().not_closed)}</p></Alert> }.into_any();
        }
        SelfBooking::Withdrawn { .. } => return withdrawn(),
        SelfBooking::Open => {}
    }
    if let Some(waiting) = list.waiting.clone() {
        return view! {
            {offer_of(&list, desk)}
            {waits(list, waiting, desk)}
        }
        .into_any();
    }
    let ended = list.ended.filter(|ended| ended.why != WaitingEnd::Left).map(|ended| {
        let words = text_of(move |t| {
            let day = dates::date(t.language, ended.at.date_naive());
            fill(t.waiting().ended(ended.why), &[&day])
        });
        view! { <Alert><p>{words}</p></Alert> }
    });
    let booked = list.booked.map(|at| {
        let words =
            text_of(move |t| fill(t.waiting().booked, &[&dates::date_time(t.language, &at)]));
        view! { <p>{words}</p> }
    });
    let ask = match list.latest <= list.first {
        true => view! { <p>{text(|t| t.waiting().too_near)}</p> }.into_any(),
        false => view! {
            <p>{text(|t| t.waiting().lead)}</p>
            {how(list.minutes)}
            {free_now(&list, list.suggested.before)}
            {form(&list, list.suggested.clone(), desk)}
        }
        .into_any(),
    };
    view! { {ended} {booked} {ask} }.into_any()
}

/// How long a time is kept, and where it is seen.
fn how(minutes: u16) -> AnyView {
    let words = text_of(move |t| fill(t.waiting().kept_how, &[&minutes.to_string()]));
    view! { <p>{words}</p> }.into_any()
}

fn withdrawn() -> AnyView {
    let session = use_session();
    let words = text_of(move |t| fill(t.waiting().not_withdrawn, &[&session.phone()]));
    view! {
        <Alert><p>{words}</p></Alert>
        <CallButton/>
    }
    .into_any()
}
