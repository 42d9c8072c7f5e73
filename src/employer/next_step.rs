//! The one next thing the employer can do, as the primary button, and what else is possible.

use contract::retention_plan::{EmployerRetentionMove, EmployerRetentionPage};
use contract::rules::{Course, EmployerMove};
use leptos::prelude::*;

use super::desk::CaseDesk;
use super::flow::{go_on, next_move, said_sections};
use crate::router::use_go;
use crate::routes::{EmployerPage, Route};
use crate::session::use_session;
use crate::text::{Text, Texts, fill, text, text_of};
use crate::ui::{Button, ButtonKind, LinkButton, focus_element, live};

/// The id of the heading, where the focus goes after a move.
pub(super) const NEXT_ID: &str = "plan-next";
/// The id of what dropping a new version means.
const DROP_ID: &str = "plan-drop";
/// The id of the question whether one is sure.
const DROP_SURE_ID: &str = "plan-drop-sure";

/// The card on the plan's page.
pub(super) fn next_step(desk: CaseDesk, known: &EmployerRetentionPage) -> AnyView {
    let next = next_move(&known.moves);
    let heading = match next {
        Some(_) => text(|t| t.employer().next),
        None => text(|t| t.employer().next_wait),
    };
    let buttons = next.map(|next| primary(desk, known, next));
    view! {
        <section class="next-step" aria-labelledby=NEXT_ID>
            <div class="card">
                <div class="card-content">
                    <h2 class="card-heading h3" id=NEXT_ID tabindex="-1">{heading}</h2>
                    <p>{what(known)}</p>
                    {desk.moving.outcome()}
                    <div class="actions">{buttons}</div>
                    {others(desk, known)}
                </div>
            </div>
        </section>
    }
    .into_any()
}

/// What it is about, in a sentence.
fn what(known: &EmployerRetentionPage) -> Text {
    let session = use_session();
    let (course, name) =
        (known.course.as_ref().map(|course| course.course), known.employee.clone());
    let days = known.answer_days.to_string();
    text_of(move |t| {
        let unit = session.municipality().map(|known| known.unit_name).unwrap_or_default();
        let words = t.employer();
        match course {
            None => format!("{} {}", words.none_yet, words.why_plan),
            Some(Course::Requested { .. }) => {
                format!("{} {}", words.next_begin_asked, words.why_plan)
            }
            Some(Course::Drafting { revises: Some(_), .. }) => fill(words.next_revise, &[&name]),
            Some(Course::Drafting { .. }) => fill(words.next_write, &[&name]),
            Some(Course::ChangesAsked { .. }) => fill(words.next_changes, &[&name]),
            Some(Course::Sent { .. }) => fill(words.next_sent, &[&name, &name, &days]),
            Some(Course::Approved { .. }) => fill(words.next_approved, &[&name, &unit]),
            Some(Course::Questioned { .. }) => words.next_question.to_owned(),
            Some(Course::Submitted { .. }) => fill(words.next_submitted, &[&capital(&unit)]),
            Some(Course::Acknowledged { .. }) => words.next_acknowledged.to_owned(),
            Some(Course::Declined { .. }) => words.next_declined.to_owned(),
            Some(Course::Closed { .. }) => words.next_closed.to_owned(),
        }
    })
}

/// With a capital first letter, at the start of a sentence.
pub(super) fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn primary(desk: CaseDesk, known: &EmployerRetentionPage, next: EmployerMove) -> AnyView {
    let version = known.course.as_ref().map_or(0, |course| course.course.last_version());
    let is_first = known.course.is_none();
    let asked = matches!(known.course.as_ref().map(|c| c.course), Some(Course::Requested { .. }));
    match next {
        EmployerMove::Begin => {
            let words: fn(&'static Texts) -> &'static str = match is_first || asked {
                true => |t| t.employer().begin,
                false => |t| t.employer().begin_again,
            };
            begin(desk, EmployerRetentionMove::Begin {}, text(words), ButtonKind::Primary)
        }
        EmployerMove::Submit => submit(desk, version),
        EmployerMove::Answer => view! {
            <LinkButton
                kind=ButtonKind::Primary
                to=Route::Employer(EmployerPage::Answer(desk.case))
                text=text(|t| t.employer().answer)
            />
        }
        .into_any(),
        _ => write_on(desk, known),
    }
}

/// Writing on, and looking it over.
fn write_on(desk: CaseDesk, known: &EmployerRetentionPage) -> AnyView {
    let changes = matches!(
        known.course.as_ref().map(|course| course.course),
        Some(Course::ChangesAsked { .. })
    );
    let said = desk.form.draft.with(|fields| said_sections(fields.said()));
    let to = match (changes, go_on(desk.case, &said)) {
        (true, _) => known
            .latest
            .as_ref()
            .and_then(|latest| latest.comments.first())
            .map_or(EmployerPage::Check(desk.case), |comment| {
                EmployerPage::Section(desk.case, comment.section)
            }),
        (false, to) => to,
    };
    let words: fn(&'static Texts) -> &'static str = match (changes, to, said.is_empty()) {
        (true, ..) => |t| t.employer().change,
        (_, EmployerPage::Check(_), _) => |t| t.employer().look_over,
        (_, _, true) => |t| t.employer().begin,
        (..) => |t| t.employer().go_on,
    };
    let check = (!matches!(to, EmployerPage::Check(_))).then(|| {
        view! {
            <LinkButton
                to=Route::Employer(EmployerPage::Check(desk.case))
                text=text(|t| t.employer().look_over)
            />
        }
    });
    view! {
        <LinkButton kind=ButtonKind::Primary to=Route::Employer(to) text=text(words)/>
        {check}
    }
    .into_any()
}

/// A move after which one writes.
fn begin(desk: CaseDesk, body: EmployerRetentionMove, words: Text, kind: ButtonKind) -> AnyView {
    let go = use_go();
    let on_click = move |()| {
        let go = go.clone();
        let first = go_on(desk.case, &Default::default());
        desk.moving.make(desk, body.clone(), move || go(Route::Employer(first)));
    };
    view! { <Button kind=kind text=words on_click busy=desk.moving.busy()/> }.into_any()
}

/// Sending an approved version to the municipality.
pub(super) fn submit(desk: CaseDesk, version: u32) -> AnyView {
    let (session, go) = (use_session(), use_go());
    let words = text_of(move |t| {
        let unit = session.municipality().map(|known| known.unit_name).unwrap_or_default();
        fill(t.employer().submit, &[&unit])
    });
    let on_click = move |()| {
        let go = go.clone();
        desk.moving.make(desk, EmployerRetentionMove::Submit { version }, move || {
            go(Route::Employer(EmployerPage::Receipt(desk.case)));
        });
    };
    view! {
        <Button kind=ButtonKind::Primary text=words on_click busy=desk.moving.busy()/>
    }
    .into_any()
}

/// Dropping a version that is being written, asked twice: what was agreed stays.
fn drop_revision(desk: CaseDesk) -> AnyView {
    let asked = RwSignal::new(false);
    let ask = move |is_asked: bool, id: &'static str| {
        asked.set(is_asked);
        // It is drawn first.
        request_animation_frame(move || focus_element(id));
    };
    let now = move |()| {
        desk.moving.make(desk, EmployerRetentionMove::DropRevision {}, move || {
            desk.focus_next.set_value(Some(NEXT_ID.to_owned()));
        });
    };
    live(move || match asked.get() {
        false => view! {
            <p id=DROP_ID tabindex="-1">{text(|t| t.employer().drop_why)}</p>
            <Button
                text=text(|t| t.employer().drop_revision)
                on_click=move |()| ask(true, DROP_SURE_ID)
            />
        }
        .into_any(),
        true => view! {
            <p id=DROP_SURE_ID tabindex="-1">{text(|t| t.employer().drop_sure)}</p>
            <div class="actions">
                <Button
                    kind=ButtonKind::Warning
                    text=text(|t| t.employer().drop_now)
                    on_click=now
                    busy=desk.moving.busy()
                />
                <Button
                    text=text(|t| t.employer().drop_not)
                    on_click=move |()| ask(false, DROP_ID)
                />
            </div>
        }
        .into_any(),
    })
}

/// Taking back, a new version, saying no: never the first thing one sees.
fn others(desk: CaseDesk, known: &EmployerRetentionPage) -> AnyView {
    let version = known.course.as_ref().map_or(0, |course| course.course.last_version());
    let can = |one| known.moves.contains(&one);
    let name = known.employee.clone();
    let take_back = can(EmployerMove::TakeBack).then(|| {
        let why = {
            let name = name.clone();
            text_of(move |t| fill(t.employer().take_back_why, &[&name]))
        };
        let on_click = move |()| {
            desk.moving.make(desk, EmployerRetentionMove::TakeBack { version }, move || {
                desk.focus_next.set_value(Some(NEXT_ID.to_owned()));
            });
        };
        let words = text(|t| t.employer().take_back);
        view! {
            <p>{why}</p>
            <Button text=words on_click busy=desk.moving.busy()/>
        }
    });
    let revise = can(EmployerMove::Revise).then(|| {
        let why = text_of(move |t| fill(t.employer().revise_why, &[&name]));
        let words = text(|t| t.employer().revise);
        view! {
            <p>{why}</p>
            {begin(desk, EmployerRetentionMove::Revise {}, words, ButtonKind::Secondary)}
        }
    });
    let decline = can(EmployerMove::Decline).then(|| {
        let to = Route::Employer(EmployerPage::Decline(desk.case)).path();
        view! { <p><a href=to>{text(|t| t.employer().say_no)}</a></p> }
    });
    let drop = can(EmployerMove::DropRevision).then(|| drop_revision(desk));
    view! { {take_back} {revise} {drop} {decline} }.into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_begins_with_a_capital() {
        assert_eq!(capital("jobcentret"), "Jobcentret");
        assert_eq!(capital("øst"), "Øst");
        assert_eq!(capital(""), "");
    }
}
