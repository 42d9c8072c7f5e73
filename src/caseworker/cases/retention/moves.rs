//! What the caseworker can do with the plan now, and the dialogs that ask before it is done.

use contract::limits;
use contract::problem::FieldCode;
use contract::retention_plan::{StaffRetentionMove, StaffRetentionPage, check_note};
use contract::rules::StaffMove;
use leptos::prelude::*;

use super::deciding::Deciding;
use crate::api::Loaded;
use crate::caseworker::dialogs::{Asked, ConfirmDialog, SendText, TextDialog};
use crate::caseworker::parts::part;
use crate::text::{Text, Texts, fill, text, text_of};
use crate::ui::{Button, ButtonKind, live_if};

/// The moves that are offered, and the version they are about.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Offered {
    moves: Vec<StaffMove>,
    version: u32,
}

/// The buttons, and the dialog that is open.
#[component]
pub fn Moves(
    /// The plan.
    data: Loaded<StaffRetentionPage>,
    /// What is decided.
    deciding: Deciding,
) -> impl IntoView {
    let offered = part(data, offered);
    let version = Memo::new(move |_| offered.get().map_or(0, |offered| offered.version));
    let buttons = live_if(move || {
        let moves = offered.get().map(|offered| offered.moves).filter(|all| !all.is_empty())?;
        let buttons = moves.into_iter().map(|by| {
            let kind = match by {
                StaffMove::Suggest | StaffMove::Acknowledge => ButtonKind::Primary,
                StaffMove::Ask | StaffMove::Close => ButtonKind::Secondary,
            };
            let open = move |()| deciding.open.set(Some(by));
            view! { <Button kind=kind text=text(name(by)) on_click=open/> }
        });
        Some(
            view! {
                <section class="no-print" aria-labelledby="retention-moves">
                    <h2 id="retention-moves">{text(|t| t.staff().retention.what_now)}</h2>
                    <div class="toolbar">{buttons.collect_view()}</div>
                </section>
            }
            .into_any(),
        )
    });
    let dialog = live_if(move || {
        let version = version.get_untracked();
        deciding.open.get().map(|by| match by {
            StaffMove::Suggest => confirm(
                deciding,
                text(|t| t.staff().retention.suggest_heading),
                text(|t| t.staff().retention.suggest_text),
                text(name(by)),
                StaffRetentionMove::Suggest {},
            ),
            StaffMove::Acknowledge => confirm(
                deciding,
                numbered(|t| t.staff().retention.acknowledge_heading, version),
                text(|t| t.staff().retention.acknowledge_text),
                text(name(by)),
                StaffRetentionMove::Acknowledge { version },
            ),
            StaffMove::Ask => ask(deciding, version),
            StaffMove::Close => close(deciding),
        })
    });
    view! { {buttons} {dialog} }.into_any()
}

/// What is offered: a version can be acknowledged and asked about only by whoever reads it.
fn offered(page: &StaffRetentionPage) -> Offered {
    let newest = page.course.as_ref().map(|view| view.course.last_version());
    let shown = page.shown.as_ref().map(|shown| shown.version.number);
    let reads_newest = shown.is_some() && shown == newest;
    let can = |by: &StaffMove| match by {
        StaffMove::Acknowledge | StaffMove::Ask => reads_newest,
        StaffMove::Suggest | StaffMove::Close => true,
    };
    let moves = page.moves.iter().copied().filter(can);
    let moves = if page.case_closed { Vec::new() } else { moves.collect() };
    Offered { moves, version: shown.unwrap_or_default() }
}

fn name(by: StaffMove) -> fn(&'static Texts) -> &'static str {
    match by {
        StaffMove::Suggest => |t| t.staff().retention.suggest,
        StaffMove::Acknowledge => |t| t.staff().retention.acknowledge,
        StaffMove::Ask => |t| t.staff().retention.ask,
        StaffMove::Close => |t| t.staff().retention.close,
    }
}

fn numbered(sentence: fn(&'static Texts) -> &'static str, version: u32) -> Text {
    text_of(move |t| fill(sentence(t), &[&version.to_string()]))
}

fn confirm(
    deciding: Deciding,
    heading: Text,
    lead: Text,
    confirm: Text,
    by: StaffRetentionMove,
) -> AnyView {
    let send = Callback::new(move |()| deciding.send(by.clone()));
    view! {
        <ConfirmDialog
            heading=heading
            lead=lead
            confirm=confirm
            send=send
            on_done=Callback::new(move |()| deciding.leave_dialog())
            on_close=Callback::new(move |()| deciding.open.set(None))
        />
    }
    .into_any()
}

fn ask(deciding: Deciding, version: u32) -> AnyView {
    let asked = Asked {
        name: "question",
        label: text(|t| t.staff().retention.question),
        hint: text(|t| t.staff().retention.question_hint),
        limit: limits::NOTE_CHARS,
        check: check_question,
        typed: deciding.question,
    };
    let send: SendText = Callback::new(move |(_, words): (_, String)| {
        deciding.send(StaffRetentionMove::Ask { version, text: words.trim().to_owned() })
    });
    view! {
        <TextDialog
            heading=numbered(|t| t.staff().retention.ask_heading, version)
            lead=text(|t| t.staff().retention.ask_text)
            confirm=text(|t| t.staff().retention.ask_send)
            asked=asked
            send=send
            on_done=Callback::new(move |()| deciding.leave_dialog())
            on_close=Callback::new(move |()| deciding.open.set(None))
        />
    }
    .into_any()
}

fn close(deciding: Deciding) -> AnyView {
    let asked = Asked {
        name: "close-reason",
        label: text(|t| t.staff().retention.close_reason),
        hint: text(|t| t.staff().retention.close_hint),
        limit: limits::NOTE_CHARS,
        check: check_close_reason,
        typed: deciding.reason,
    };
    let send: SendText = Callback::new(move |(_, words): (_, String)| {
        deciding.send(StaffRetentionMove::Close { reason: words.trim().to_owned() })
    });
    view! {
        <TextDialog
            heading=text(|t| t.staff().retention.close_heading)
            lead=text(|t| t.staff().retention.close_text)
            confirm=text(|t| t.staff().retention.close)
            asked=asked
            send=send
            on_done=Callback::new(move |()| deciding.leave_dialog())
            on_close=Callback::new(move |()| deciding.open.set(None))
        />
    }
    .into_any()
}

fn check_question(words: &str) -> Option<FieldCode> {
    check_note(words, true)
}

fn check_close_reason(words: &str) -> Option<FieldCode> {
    check_note(words, false)
}

#[cfg(test)]
mod tests {
    use contract::rules::Course;

    use super::*;
    use crate::caseworker::cases::retention::samples::page;

    #[test]
    fn what_is_read_can_be_acknowledged_and_asked_about() {
        let page = page(Some(Course::Submitted { version: 2 }), 2);
        let offered = offered(&page);
        assert_eq!(offered.version, 2);
        assert_eq!(offered.moves, [StaffMove::Acknowledge, StaffMove::Ask, StaffMove::Close]);
    }

    #[test]
    fn an_earlier_version_can_neither_be_acknowledged_nor_asked_about() {
        let page = page(Some(Course::Submitted { version: 2 }), 1);
        assert_eq!(offered(&page).moves, [StaffMove::Close]);
    }

    #[test]
    fn without_a_plan_one_can_be_suggested_but_not_in_a_closed_case() {
        let mut page = page(None, 0);
        assert_eq!(offered(&page).moves, [StaffMove::Suggest]);
        page.case_closed = true;
        assert!(offered(&page).moves.is_empty());
    }

    #[test]
    fn a_question_is_required_and_a_reason_is_not() {
        assert_eq!(check_question(" "), Some(FieldCode::Missing));
        assert_eq!(check_close_reason(""), None);
        assert_eq!(check_close_reason("010190-1234"), Some(FieldCode::CprNumber));
        assert_eq!(check_question(&"x".repeat(1001)), Some(FieldCode::TooLong));
    }
}
