//! What is to be told about a case and has not been sent yet.

use contract::ids::{CaseId, LetterId};
use contract::retention_plan::{CourseEventKind, MessageKind, OutboxMessage};
use contract::rules::CourseParty;
use leptos::prelude::*;

use super::decided::letter_link;
use crate::caseworker::words::day_with_year;
use crate::text::{Texts, dates, fill, text, text_of};
use crate::ui::{Table, Tag};

/// The messages that wait; nothing when there are none.
pub fn messages(case: CaseId, messages: Vec<OutboxMessage>) -> AnyView {
    let waiting: Vec<_> =
        messages.into_iter().filter(|message| message.sent_at.is_none()).collect();
    if waiting.is_empty() {
        return ().into_any();
    }
    let columns = vec![
        text(|t| t.staff().messages.what),
        text(|t| t.staff().messages.to),
        text(|t| t.staff().messages.since),
        text(|t| t.staff().case_page.letter),
    ];
    let rows = waiting.into_iter().map(|message| row(case, message)).collect_view();
    view! {
        <h2>{text(|t| t.staff().messages.heading)}</h2>
        <p>{text(|t| t.staff().messages.lead)}</p>
        <Table caption=text(|t| t.staff().messages.heading) columns=columns>{rows}</Table>
    }
    .into_any()
}

fn row(case: CaseId, message: OutboxMessage) -> AnyView {
    let OutboxMessage { id, kind, to, at, .. } = message;
    // Only the citizen's are letters: what the others get is not written yet.
    let letter = (to == CourseParty::Citizen).then(|| {
        let name =
            text_of(move |t| fill(t.staff().letters.see_message_name, &[&message_words(t, kind)]));
        letter_link(case, LetterId(id.0), text(|t| t.staff().letters.see_message), name)
    });
    view! {
        <tr>
            <td data-title=text(|t| t.staff().messages.what)>
                {text_of(move |t| message_words(t, kind))} " "
                <Tag text=text(|t| t.staff().messages.not_sent) kind="warning"/>
            </td>
            <td data-title=text(|t| t.staff().messages.to)>
                {text_of(move |t| party(t, to).to_owned())}
            </td>
            <td data-title=text(|t| t.staff().messages.since)>
                {text_of(move |t| day_with_year(t, &at))}
            </td>
            <td data-title=text(|t| t.staff().case_page.letter)>{letter}</td>
        </tr>
    }
    .into_any()
}

/// What a message tells.
fn message_words(t: &Texts, kind: MessageKind) -> String {
    let texts = &t.staff().messages;
    let day = |day| dates::date_with_year(t.language, day);
    let at = |at| dates::date_time(t.language, &at);
    match kind {
        MessageKind::Plan { event } => event_words(t, event).to_owned(),
        MessageKind::StepUp { from, .. } => fill(texts.step_up, &[&day(from)]),
        MessageKind::StepReport { from } => fill(texts.step_report, &[&day(from)]),
        MessageKind::PlanNotSubmitted => texts.plan_not_submitted.to_owned(),
        MessageKind::RoundTableOffered => texts.round_table_offered.to_owned(),
        MessageKind::RoundTableBooked => texts.round_table_booked.to_owned(),
        MessageKind::RoundTableCancelled => texts.round_table_cancelled.to_owned(),
        MessageKind::TimeOffered { until } => {
            fill(texts.time_offered, &[&dates::date_time(t.language, &until)])
        }
        MessageKind::TimeWithdrawn => texts.time_withdrawn.to_owned(),
        MessageKind::GroupSeatOffered { until, .. } => fill(texts.group_offered, &[&at(until)]),
        MessageKind::GroupCancelled { starts_at, .. } => {
            fill(texts.group_cancelled, &[&at(starts_at)])
        }
        MessageKind::CaseworkerChanged { .. } => texts.caseworker_changed.to_owned(),
        MessageKind::SatisfactionAsked { .. } => texts.satisfaction_asked.to_owned(),
    }
}

fn event_words(t: &Texts, event: CourseEventKind) -> &'static str {
    let texts = &t.staff().messages;
    match event {
        CourseEventKind::Requested => texts.requested,
        CourseEventKind::RequestWithdrawn => texts.request_withdrawn,
        CourseEventKind::Suggested => texts.suggested,
        CourseEventKind::Begun => texts.begun,
        CourseEventKind::Sent => texts.sent,
        CourseEventKind::TakenBack => texts.taken_back,
        CourseEventKind::ChangesAsked => texts.changes_asked,
        CourseEventKind::Approved => texts.approved,
        CourseEventKind::Submitted => texts.submitted,
        CourseEventKind::Questioned => texts.questioned,
        CourseEventKind::Answered => texts.answered,
        CourseEventKind::Acknowledged => texts.acknowledged,
        CourseEventKind::Revised => texts.revised,
        CourseEventKind::RevisionDropped => texts.revision_dropped,
        CourseEventKind::Declined => texts.declined,
        CourseEventKind::Closed => texts.closed,
        CourseEventKind::Nudged => texts.nudged,
    }
}

fn party(t: &Texts, party: CourseParty) -> &'static str {
    let texts = &t.staff().messages;
    match party {
        CourseParty::Citizen => texts.citizen,
        CourseParty::Employer => texts.employer,
        CourseParty::Staff => texts.staff,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;

    #[test]
    fn each_event_is_told_in_words_of_its_own() {
        let t = Language::Da.texts();
        let mut words: Vec<_> =
            CourseEventKind::ALL.into_iter().map(|event| event_words(t, event)).collect();
        words.sort_unstable();
        words.dedup();
        assert_eq!(words.len(), CourseEventKind::ALL.len());
    }

    #[test]
    fn a_step_is_told_with_its_first_day() {
        let from = "2027-01-04".parse().unwrap();
        let words = message_words(Language::Da.texts(), MessageKind::StepUp { version: 1, from });
        assert_eq!(words, "Timerne stiger 4. januar 2027");
        let english = message_words(Language::En.texts(), MessageKind::StepReport { from });
        assert!(english.contains("4 January 2027"));
    }
}
