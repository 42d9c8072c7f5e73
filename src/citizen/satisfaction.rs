//! How a conversation was: two questions and a remark, on one's own page and by link. Knows neither
//! who reads the answers nor when they are counted.

mod answer;
mod desk;
mod fields;
mod link;

use contract::satisfaction::{AskedAbout, SatisfactionField, SatisfactionPart, SatisfactionReply};
use leptos::prelude::*;

use self::answer::{By, Said, Typed, marked, reply_of, said};
use self::fields::{closer_choices, satisfied_choices};
use crate::api::{ApiError, satisfaction as api};
use crate::form::{Field, Form, Problems, SavingLine, area, element_id, radios};
use crate::routes::Route;
use crate::text::{Texts, dates, fill, text, text_of, use_texts};
use crate::ui::{
    Alert, Button, ButtonKind, ErrorSummary, FieldProblem, LinkButton, Page, SUMMARY_ID, Sending,
    failure, focus_element, live,
};

pub use self::desk::SatisfactionDesk;
pub use self::link::SatisfactionLinkPage;

/// The page of somebody who is signed in: one conversation at a time, the latest first.
#[component]
pub fn SatisfactionPage() -> impl IntoView {
    let desk = SatisfactionDesk::open();
    let (problems, summary): (Problems, Problems) = (RwSignal::default(), RwSignal::default());
    let outcome = RwSignal::new(None::<Said>);
    let failed = RwSignal::new(None::<ApiError>);
    let sending = Sending::new();
    let send = Callback::new(move |(about, reply): (AskedAbout, SatisfactionReply)| {
        sending.run(async move {
            failed.set(None);
            // What is typed has arrived before it is sent, or it would come back as a draft.
            desk.form.draft.settle().await;
            match said(By::SignedIn, &reply, api::reply(about.booking_id, reply.clone()).await) {
                Ok(now) => {
                    outcome.set(Some(now));
                    desk.reload();
                    request_animation_frame(|| focus_element(OUTCOME_ID));
                }
                Err(error) => failed.set(error.unless_signed_out()),
            }
        });
    });
    let above = view! { <ErrorSummary problems=summary/> };
    view! {
        <Page title=text(|t| t.satisfaction().title) above=above.into_any()>
            {outcome_of(outcome)}
            {failure(failed)}
            {desk.draw(move |page| match page.asked.first() {
                Some(about) => questions(desk.form, *about, (problems, summary), sending.busy(), send),
                None => nothing(outcome),
            })}
        </Page>
    }
    .into_any()
}

/// The id of what says what became of an answer.
const OUTCOME_ID: &str = "satisfaction-outcome";

/// What became of an answer, once there is one.
fn outcome_of(outcome: RwSignal<Option<Said>>) -> AnyView {
    view! {
        <div id=OUTCOME_ID tabindex="-1">
            {live(move || outcome.get().map(Said::view).unwrap_or_else(|| ().into_any()))}
        </div>
    }
    .into_any()
}

/// That there is nothing (more) to answer.
fn nothing(outcome: RwSignal<Option<Said>>) -> AnyView {
    let words = outcome.with_untracked(Option::is_none).then(|| {
        view! {
            <Alert heading=text(|t| t.satisfaction().nothing)>
                <p>{text(|t| t.satisfaction().nothing_text)}</p>
            </Alert>
        }
    });
    view! { {words} {to_my()} }.into_any()
}

/// The way on.
fn to_my() -> AnyView {
    view! { <LinkButton to=Route::My text=text(|t| t.satisfaction().to_my)/> }.into_any()
}

/// Marks what is `found` to be wrong while somebody types, as far as [`marked`] says. The summary, which
/// takes the focus, only loses what is mended.
fn follow(found: Signal<Vec<FieldProblem>>, problems: Problems, summary: Problems, remark: String) {
    Effect::new(move || {
        let found = found.get();
        let now = problems.with_untracked(|before| marked(found.clone(), before, &remark));
        if problems.with_untracked(|before| *before != now) {
            problems.set(now);
        }
        let now = summary.with_untracked(|before| {
            let known = |problem: &FieldProblem| before.iter().any(|other| other.id == problem.id);
            found.into_iter().filter(known).collect::<Vec<_>>()
        });
        if summary.with_untracked(|before| *before != now) {
            summary.set(now);
        }
    });
}

fn questions(
    form: Form,
    about: AskedAbout,
    (problems, summary): (Problems, Problems),
    busy: Signal<bool>,
    send: Callback<(AskedAbout, SatisfactionReply)>,
) -> AnyView {
    let texts = use_texts();
    let name = move |part| SatisfactionField { booking: about.booking_id, part }.to_string();
    let field = |part: SatisfactionPart, label| Field::new(name(part), part.limit(), label);
    let id = move |part| element_id(&name(part));
    let read = move |t: &Texts| {
        let text = |part| form.draft.text(&name(part));
        let typed = Typed {
            satisfied: text(SatisfactionPart::Satisfied),
            closer: text(SatisfactionPart::Closer),
            remark: text(SatisfactionPart::Remark),
        };
        reply_of(t, &typed, id)
    };
    let found = Signal::derive(move || {
        form.draft.edited.track();
        form.draft.replaced.track();
        read(texts()).err().unwrap_or_default()
    });
    follow(found, problems, summary, id(SatisfactionPart::Remark));
    let answer = move |()| match read(texts()) {
        Ok(reply) => {
            problems.set(Vec::new());
            summary.set(Vec::new());
            send.run((about, reply));
        }
        Err(found) => {
            problems.set(found.clone());
            summary.set(found);
            // Also when the summary is there already.
            request_animation_frame(|| focus_element(SUMMARY_ID));
        }
    };
    let when = about.starts_at;
    let about_words =
        text_of(move |t| fill(t.satisfaction().about, &[&dates::date_time(t.language, &when)]));
    let until = text_of(move |t| {
        fill(t.satisfaction().until, &[&dates::date_with_year(t.language, about.until)])
    });
    view! {
        <p class="font-lead">{about_words} " " {text(|t| t.satisfaction().lead)}</p>
        <p>{text(|t| t.satisfaction().private)} " " {until}</p>
        {radios(
            form,
            field(SatisfactionPart::Satisfied, text(|t| t.satisfaction().satisfied)),
            satisfied_choices(),
            problems,
        )}
        {radios(
            form,
            field(SatisfactionPart::Closer, text(|t| t.satisfaction().closer)),
            closer_choices(),
            problems,
        )}
        {area(
            form,
            field(SatisfactionPart::Remark, text(|t| t.satisfaction().remark))
                .hint(text(|t| t.satisfaction().remark_hint)),
            problems,
        )}
        <SavingLine form/>
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
            on_click=move |()| send.run((about, SatisfactionReply::No))
            busy
        />
    }
    .into_any()
}
