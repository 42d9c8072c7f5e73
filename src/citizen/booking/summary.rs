//! What a conversation is, row by row: on the check page, the receipt and the booking page.

use chrono::{DateTime, FixedOffset};
use contract::booking::{Booking, OfferedTime, Participant, ParticipantKind, Place, Topic};
use contract::rules::ContactChannel;
use leptos::prelude::*;

use crate::text::{Texts, dates, use_texts};
use crate::ui::live;

/// When, how, with whom and where.
#[derive(Clone, Debug, PartialEq)]
pub struct Appointment {
    starts_at: DateTime<FixedOffset>,
    ends_at: DateTime<FixedOffset>,
    channel: ContactChannel,
    caseworker: String,
    place: Option<Place>,
    room: Option<String>,
}

impl From<&OfferedTime> for Appointment {
    fn from(time: &OfferedTime) -> Self {
        Self {
            starts_at: time.starts_at,
            ends_at: time.ends_at,
            channel: time.channel,
            caseworker: time.caseworker.clone(),
            place: time.place.clone(),
            room: None,
        }
    }
}

impl From<&Booking> for Appointment {
    fn from(booking: &Booking) -> Self {
        Self {
            starts_at: booking.starts_at,
            ends_at: booking.ends_at,
            channel: booking.channel,
            caseworker: booking.caseworker.name.clone(),
            place: booking.place.clone(),
            room: booking.room.clone(),
        }
    }
}

/// What the person has added.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Additions {
    /// Who else takes part.
    pub participants: Vec<Participant>,
    /// What to talk about.
    pub topics: Vec<Topic>,
    /// In their own words.
    pub note: String,
}

/// The rows of an appointment, and of what was added, if that is to be shown.
#[component]
pub fn Summary(
    /// When, how, with whom and where.
    appointment: Appointment,
    /// What was added.
    #[prop(optional)]
    additions: Option<Additions>,
) -> impl IntoView {
    let texts = use_texts();
    live(move || {
        let t = texts();
        let mut rows = appointment_rows(t, &appointment);
        if let Some(additions) = &additions {
            rows.extend(addition_rows(t, additions));
        }
        view! { <dl class="summary">{rows.into_iter().map(row).collect_view()}</dl> }.into_any()
    })
}

type Row = (&'static str, String);

fn row((term, value): Row) -> impl IntoView {
    view! {
        <div class="summary__row">
            <dt>{term}</dt>
            <dd>{value}</dd>
        </div>
    }
}

fn appointment_rows(t: &'static Texts, appointment: &Appointment) -> Vec<Row> {
    let words = &t.citizen.booking;
    let day = dates::date(t.language, appointment.starts_at.date_naive());
    let span = dates::time_span(t.language, &appointment.starts_at, &appointment.ends_at);
    let mut rows = vec![
        (words.when, crate::text::fill(words.when_value, &[&day, &span])),
        (words.how_short, t.common.channel(appointment.channel).to_owned()),
        (words.who, appointment.caseworker.clone()),
    ];
    if let Some(place) = &appointment.place {
        rows.push((words.place, format!("{}, {}", place.name, place.address)));
    }
    if let Some(room) = &appointment.room {
        rows.push((words.room, room.clone()));
    }
    rows
}

/// Rows of what was added; each says so when nothing was.
pub fn addition_rows(t: &'static Texts, additions: &Additions) -> Vec<Row> {
    let words = &t.citizen.booking;
    let participants = additions.participants.iter().map(|one| participant(t, one));
    let topics = additions.topics.iter().map(|topic| topic_name(t, *topic).to_owned());
    vec![
        (words.participants, list(participants, words.nobody_else)),
        (words.topics, list(topics, words.no_topics)),
        (words.note, list([additions.note.trim().to_owned()].into_iter(), words.no_note)),
    ]
}

fn list(items: impl Iterator<Item = String>, none: &str) -> String {
    let items: Vec<String> = items.filter(|item| !item.is_empty()).collect();
    if items.is_empty() { none.to_owned() } else { items.join("\n") }
}

fn participant(t: &'static Texts, participant: &Participant) -> String {
    let kind = participant_name(t, participant.kind);
    match participant.name.trim() {
        "" => kind.to_owned(),
        name => format!("{kind}: {name}"),
    }
}

/// The name of a capacity in which people take part.
pub fn participant_name(t: &'static Texts, kind: ParticipantKind) -> &'static str {
    let words = &t.citizen.details;
    match kind {
        ParticipantKind::Companion => words.companion,
        ParticipantKind::Union => words.union,
        ParticipantKind::Employer => words.employer,
        ParticipantKind::Interpreter => words.interpreter,
        ParticipantKind::Health => words.health,
        ParticipantKind::Insurer => words.insurer,
        ParticipantKind::Other => words.other,
    }
}

/// The name of a topic.
pub fn topic_name(t: &'static Texts, topic: Topic) -> &'static str {
    let words = &t.citizen.details;
    match topic {
        Topic::Health => words.topic_health,
        Topic::BackToJob => words.topic_back,
        Topic::PartialReturn => words.topic_partial,
        Topic::RetentionPlan => words.topic_retention,
        Topic::OtherJob => words.topic_other_job,
        Topic::Benefit => words.topic_benefit,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::citizen::samples;
    use crate::text::Language;

    #[test]
    fn an_appointment_says_when_how_with_whom_and_where() {
        let rows = appointment_rows(Language::Da.texts(), &(&samples::booking()).into());
        let values: Vec<&str> = rows.iter().map(|(_, value)| value.as_str()).collect();
        assert_eq!(
            values,
            [
                "tirsdag den 1. december kl. 10.15–10.45",
                "Fremmøde",
                "Mette Holm",
                "Rådhuset, Torvet 1",
                "Lokale 2"
            ]
        );
    }

    #[test]
    fn everything_added_is_repeated_and_nothing_is_said_to_be_nothing() {
        let t = Language::Da.texts();
        let none = addition_rows(t, &Additions::default());
        assert_eq!(none[0].1, "Kun dig og din sagsbehandler");
        let kind = ParticipantKind::Union;
        let additions = Additions {
            participants: vec![Participant { kind, name: "Jens".into() }],
            topics: vec![Topic::BackToJob],
            note: " Kl. 14 skal jeg hente børn ".into(),
        };
        let rows = addition_rows(t, &additions);
        assert_eq!(rows[0].1, "Fagforening: Jens");
        assert_eq!(rows[1].1, "Tilbage til mit job");
        assert_eq!(rows[2].1, "Kl. 14 skal jeg hente børn");
    }
}
