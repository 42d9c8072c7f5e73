//! What has happened to a plan, the newest first.

use contract::retention_plan::CourseEvent;
use contract::rules::CourseParty;
use leptos::prelude::*;

use super::words::{Reader, event_name, party_name};
use crate::text::{Texts, dates, fill, text, text_of};

/// The events with who, when and what was said.
#[component]
pub fn CourseHistory(
    /// The newest first.
    events: Vec<CourseEvent>,
    /// Who reads.
    reader: Reader,
) -> impl IntoView {
    if events.is_empty() {
        return ().into_any();
    }
    let list = events.into_iter().map(|event| item(event, reader)).collect_view();
    view! {
        <section class="course-history" aria-labelledby="course-history">
            <h2 id="course-history">{text(|t| t.retention().history)}</h2>
            <ul class="nobullet-list">{list}</ul>
        </section>
    }
    .into_any()
}

fn item(event: CourseEvent, reader: Reader) -> AnyView {
    let said = event.text.clone();
    let said = (!said.is_empty()).then(|| {
        view! { <p class="plan-text course-history__text" dir="auto">{said}</p> }
    });
    let event = StoredValue::new(event);
    view! {
        <li>
            <p class="course-history__what">
                <strong>{text_of(move |t| event.with_value(|event| what(t, event)))}</strong>
                <br/>
                {text_of(move |t| event.with_value(|event| who(t, event, reader)))}
            </p>
            {said}
        </li>
    }
    .into_any()
}

/// "Godkendte planen (version 2)".
fn what(t: &Texts, event: &CourseEvent) -> String {
    let did = event_name(t, event.kind);
    match event.version {
        Some(version) => fill(t.retention().history_version, &[did, &version.to_string()]),
        None => did.to_owned(),
    }
}

/// "Din arbejdsgiver, Bo Lind · tirsdag den 8. december kl. 10.15".
fn who(t: &Texts, event: &CourseEvent, reader: Reader) -> String {
    let party = party_name(t, event.by, reader);
    let at = dates::date_time(t.language, &event.at);
    match (event.name.as_str(), event.by, reader) {
        ("", ..) | (_, Some(CourseParty::Citizen), Reader::Citizen) => format!("{party} · {at}"),
        (name, Some(CourseParty::Employer), Reader::Employer) => {
            format!("{} · {at}", fill(t.retention().one_of_you, &[name]))
        }
        (name, ..) => format!("{party}, {name} · {at}"),
    }
}

#[cfg(test)]
mod tests {
    use contract::retention_plan::CourseEventKind;

    use super::*;
    use crate::text::Language;

    #[test]
    fn an_event_says_what_who_and_when() {
        let t = Language::Da.texts();
        let mut event = CourseEvent {
            kind: CourseEventKind::Sent,
            by: Some(CourseParty::Employer),
            name: "Bo Lind".into(),
            at: "2026-12-08T10:15:00+01:00".parse().unwrap(),
            version: Some(2),
            text: String::new(),
        };
        assert_eq!(what(t, &event), "Sendte planen til godkendelse (version 2)");
        assert_eq!(
            who(t, &event, Reader::Citizen),
            "Din arbejdsgiver, Bo Lind · tirsdag den 8. december kl. 10.15"
        );
        assert_eq!(
            who(t, &event, Reader::Employer),
            "Bo Lind (jer selv) · tirsdag den 8. december kl. 10.15"
        );
        event.by = Some(CourseParty::Citizen);
        assert!(who(t, &event, Reader::Citizen).starts_with("Dig · "));
        assert!(who(t, &event, Reader::Employer).starts_with("Medarbejderen, Bo Lind · "));
        event.name.clear();
        event.by = Some(CourseParty::Staff);
        assert!(who(t, &event, Reader::Employer).starts_with("Kommunen · "));
    }
}
