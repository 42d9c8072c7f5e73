//! The fields: participants with their names, topics, and a message.

use contract::booking::{BookingDraft, Participant, ParticipantKind, Topic};
use contract::limits;
use contract::problem::{FieldCode, FieldError};
use contract::rules::ContactChannel;
use leptos::prelude::*;

use super::saving::{errors, same_words};
use crate::citizen::booking::Purpose;
use crate::citizen::booking::summary::{participant_name, topic_name};
use crate::citizen::desk::use_desk;
use crate::citizen::reasons::why_video;
use crate::text::{Texts, fill, text, text_of};
use crate::ui::{
    Alert, AlertKind, CheckboxGroup, Choice, FieldProblem, LinkButton, TextArea, TextField,
    live_if, problem_of,
};

/// What is on screen; a change of any of it changes the draft.
#[derive(Clone, Copy)]
struct Fields {
    kinds: RwSignal<Vec<String>>,
    names: [RwSignal<String>; ParticipantKind::ALL.len()],
    topics: RwSignal<Vec<String>>,
    note: RwSignal<String>,
}

impl Fields {
    fn of(draft: &BookingDraft) -> Self {
        let name_of = |kind| {
            let known = draft.participants.iter().find(|one| one.kind == kind);
            RwSignal::new(known.map(|one| one.name.clone()).unwrap_or_default())
        };
        let kinds = draft.participants.iter().map(|one| kind_value(one.kind)).collect();
        let topics = draft.topics.iter().map(|topic| topic_value(*topic)).collect();
        Self {
            kinds: RwSignal::new(kinds),
            names: ParticipantKind::ALL.map(name_of),
            topics: RwSignal::new(topics),
            note: RwSignal::new(draft.note.clone()),
        }
    }

    /// What the fields say; tracks them all.
    fn draft(self) -> BookingDraft {
        let kinds = self.kinds.get();
        let participants = ParticipantKind::ALL
            .into_iter()
            .zip(self.names)
            .filter(|(kind, _)| kinds.contains(&kind_value(*kind)))
            .map(|(kind, name)| Participant { kind, name: name.get() })
            .collect();
        let chosen = self.topics.get();
        let topics = Topic::ALL.into_iter().filter(|topic| chosen.contains(&topic_value(*topic)));
        BookingDraft { version: 0, participants, topics: topics.collect(), note: self.note.get() }
    }
}

/// The form. It is drawn anew when the draft is replaced from outside.
#[component]
pub(super) fn Form(
    /// The channel chosen.
    channel: ContactChannel,
    /// What is wrong with the fields.
    problems: RwSignal<Vec<FieldProblem>>,
) -> impl IntoView {
    let draft = use_desk().draft;
    let fields = draft.typed.with_untracked(Fields::of);
    Effect::new(move || {
        let typed = fields.draft();
        if !draft.typed.with_untracked(|before| same_words(before, &typed)) {
            problems.set(Vec::new());
            draft.edit(|before| {
                *before = BookingDraft { version: before.version, ..typed };
            });
        }
    });
    let kinds = ParticipantKind::ALL
        .map(|kind| {
            let name = text_of(move |t| participant_name(t, kind).to_owned());
            let choice = Choice::new(kind_value(kind), name);
            match kind {
                ParticipantKind::Companion => {
                    choice.hint(text(|t| t.citizen.details.companion_hint))
                }
                _ => choice,
            }
        })
        .to_vec();
    let topics = Topic::ALL
        .map(|topic| {
            let name = text_of(move |t| topic_name(t, topic).to_owned());
            Choice::new(topic_value(topic), name)
        })
        .to_vec();
    view! {
        <CheckboxGroup
            id="participants"
            legend=text(|t| t.citizen.details.who)
            hint=text(|t| t.citizen.details.who_help)
            choices=kinds
            chosen=fields.kinds
            error=problem_of(problems, "participants")
        />
        {names(fields, problems)}
        {video(fields, channel)}
        <CheckboxGroup
            id="topics"
            legend=text(|t| t.citizen.details.what)
            choices=topics
            chosen=fields.topics
        />
        <TextArea
            id="note"
            label=text(|t| t.citizen.details.note)
            hint=text(|t| t.citizen.details.note_help)
            value=fields.note
            limit=limits::NOTE_CHARS
            error=problem_of(problems, "note")
        />
    }
    .into_any()
}

/// A field for the name of each participant chosen.
fn names(fields: Fields, problems: RwSignal<Vec<FieldProblem>>) -> AnyView {
    let rows = ParticipantKind::ALL
        .into_iter()
        .zip(fields.names)
        .map(|(kind, value)| {
            let chosen =
                Memo::new(move |_| fields.kinds.with(|kinds| kinds.contains(&kind_value(kind))));
            live_if(move || {
                chosen.get().then(|| {
                    let id = name_id(kind);
                    let error = problem_of(problems, id.clone());
                    let label = text_of(move |t| {
                        fill(t.citizen.details.name_of, &[participant_name(t, kind)])
                    });
                    view! { <TextField id label value error/> }.into_any()
                })
            })
        })
        .collect_view();
    view! { <div class="participant-names">{rows}</div> }.into_any()
}

/// Video suits many people better: why, and the way there.
fn video(fields: Fields, channel: ContactChannel) -> impl IntoView {
    let why =
        text_of(move |t| why_video(t, fields.kinds.with(Vec::len), channel).unwrap_or_default());
    let suggested = Memo::new(move |_| !why.with(String::is_empty));
    let open = use_desk().may_use(ContactChannel::Video);
    live_if(move || {
        (open && suggested.get()).then(|| {
            view! {
                <Alert kind=AlertKind::Info live=true>
                    <p>{why}</p>
                    <LinkButton
                        to=Purpose::Book.times(ContactChannel::Video, None)
                        text=text(|t| t.citizen.details.switch_to_video)
                    />
                </Alert>
            }
            .into_any()
        })
    })
}

/// What is wrong, in words, each at its field.
pub(super) fn field_problems(t: &Texts, draft: &BookingDraft) -> Vec<FieldProblem> {
    errors(draft).iter().map(|error| field_problem(t, draft, error)).collect()
}

fn field_problem(t: &Texts, draft: &BookingDraft, error: &FieldError) -> FieldProblem {
    let words = &t.citizen.details;
    if error.field == "participants" {
        let most = limits::PARTICIPANTS.to_string();
        return FieldProblem::new("participants", fill(words.limit_reached, &[&most]));
    }
    let name = draft
        .participants
        .iter()
        .enumerate()
        .find(|(index, _)| error.field == format!("participants[{index}].name"));
    let (id, most) = match name {
        Some((_, one)) => (name_id(one.kind), limits::PARTICIPANT_NAME_CHARS),
        None => (error.field.clone(), limits::NOTE_CHARS),
    };
    let message = match error.code {
        FieldCode::ControlCharacters => words.control.to_owned(),
        _ => fill(words.too_long, &[&most.to_string()]),
    };
    FieldProblem::new(id, message)
}

fn name_id(kind: ParticipantKind) -> String {
    format!("name-{}", kind_value(kind))
}

fn kind_value(kind: ParticipantKind) -> String {
    position(&ParticipantKind::ALL, kind)
}

fn topic_value(topic: Topic) -> String {
    position(&Topic::ALL, topic)
}

fn position<T: PartialEq>(all: &[T], one: T) -> String {
    all.iter().position(|other| *other == one).unwrap_or_default().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;

    #[test]
    fn each_problem_stands_at_its_field() {
        let long = "x".repeat(limits::PARTICIPANT_NAME_CHARS + 1);
        let draft = BookingDraft {
            participants: vec![Participant { kind: ParticipantKind::Union, name: long }],
            note: "x".repeat(limits::NOTE_CHARS + 1),
            ..BookingDraft::default()
        };
        let problems = field_problems(Language::Da.texts(), &draft);
        assert_eq!(
            problems,
            [
                FieldProblem::new("name-1", "Skriv højst 100 tegn"),
                FieldProblem::new("note", "Skriv højst 1000 tegn"),
            ]
        );
    }

    #[test]
    fn too_many_participants_are_told_the_limit() {
        let everybody = ParticipantKind::ALL.map(|kind| Participant { kind, name: String::new() });
        let draft = BookingDraft { participants: everybody.to_vec(), ..BookingDraft::default() };
        let problems = field_problems(Language::Da.texts(), &draft);
        assert!(problems[0].message.contains("højst være 6"), "{problems:?}");
    }
}
