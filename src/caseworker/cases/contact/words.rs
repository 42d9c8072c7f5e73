//! The task "contact the employer before or at the first conversation" in words.

use contract::retention_plan::{
    ContactChannelUsed, EmployerContact, EmployerContactWhat, EmployerContacts,
};
use contract::rules::EmployerContactTask;

use crate::text::{Texts, dates, fill};

/// A sentence, and the tags that mark it: their words and kinds.
#[derive(Debug, PartialEq, Eq)]
pub struct TaskWords {
    /// How far the task has come.
    pub sentence: String,
    /// Its marks.
    pub tags: Vec<(&'static str, &'static str)>,
}

/// How far the task has come.
pub fn task_words(t: &Texts, all: &EmployerContacts) -> TaskWords {
    let texts = &t.staff().contacts;
    let Some(employer) = &all.employer else {
        return TaskWords { sentence: texts.no_employer.to_owned(), tags: Vec::new() };
    };
    let day = |day| dates::date_with_year(t.language, day);
    match all.task {
        EmployerContactTask::NotRequired => {
            TaskWords { sentence: texts.not_required.to_owned(), tags: Vec::new() }
        }
        EmployerContactTask::Due { by, late } => {
            let task = fill(texts.task, &[employer]);
            let until =
                by.map(|by| fill(if late { texts.late_by } else { texts.due_by }, &[&day(by)]));
            let sentence: Vec<_> = std::iter::once(task).chain(until).collect();
            let tag = if late { (texts.late, "error") } else { (texts.due, "warning") };
            TaskWords { sentence: sentence.join(" "), tags: vec![tag] }
        }
        EmployerContactTask::Done { on, late } => {
            let (sentence, tag) = if is_left_out(&all.contacts) {
                (texts.left_out, (texts.left_out_tag, ""))
            } else {
                (texts.done, (texts.done_tag, "success"))
            };
            let mut tags = vec![tag];
            tags.extend(late.then_some((texts.done_late, "warning")));
            TaskWords { sentence: fill(sentence, &[employer, &day(on)]), tags }
        }
    }
}

/// Was it only ever decided to leave the present employer out? What was done with a former one
/// says nothing about that.
fn is_left_out(contacts: &[EmployerContact]) -> bool {
    let left_out =
        |contact: &EmployerContact| matches!(contact.what, EmployerContactWhat::LeftOut { .. });
    let mut present =
        contacts.iter().filter(|contact| contact.former_employer.is_none()).peekable();
    present.peek().is_some() && present.all(left_out)
}

/// A channel's name.
pub fn channel_name(t: &Texts, channel: ContactChannelUsed) -> &'static str {
    let texts = &t.staff().contacts;
    match channel {
        ContactChannelUsed::Phone => texts.phone,
        ContactChannelUsed::Video => texts.video,
        ContactChannelUsed::Meeting => texts.meeting,
        ContactChannelUsed::Letter => texts.letter,
    }
}

/// What was done in short: "Kontaktet: Telefon".
pub fn what_in_short(t: &Texts, what: &EmployerContactWhat) -> String {
    let texts = &t.staff().contacts;
    match what {
        EmployerContactWhat::Contacted { channel, .. } => {
            format!("{}: {}", texts.contacted, channel_name(t, *channel))
        }
        EmployerContactWhat::LeftOut { .. } => texts.left_out_tag.to_owned(),
    }
}

/// That a contact was with an employer whom the case has left.
pub fn with_former(t: &Texts, employer: &str) -> String {
    fill(t.staff().contacts.former, &[employer])
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;
    use contract::ids::EmployerContactId;

    use super::*;
    use crate::text::Language;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn contact(what: EmployerContactWhat) -> EmployerContact {
        let id = EmployerContactId(uuid::Uuid::from_u128(1));
        let at = "2026-11-20T10:00:00+01:00".parse().unwrap();
        EmployerContact {
            id,
            on: day("2026-11-20"),
            what,
            former_employer: None,
            by: "Lone Krag".into(),
            at,
        }
    }

    fn words(task: EmployerContactTask, contacts: Vec<EmployerContact>) -> TaskWords {
        let employer = Some("Nordbageriet".to_owned());
        task_words(Language::Da.texts(), &EmployerContacts { employer, task, contacts })
    }

    fn phone() -> EmployerContact {
        let channel = ContactChannelUsed::Phone;
        contact(EmployerContactWhat::Contacted { channel, outcome: "En plan".into() })
    }

    fn left_out() -> EmployerContact {
        contact(EmployerContactWhat::LeftOut { reason: "Selv dialogen".into() })
    }

    #[test]
    fn what_is_due_says_by_when_and_whether_it_is_late() {
        let by = Some(day("2026-12-01"));
        let due = words(EmployerContactTask::Due { by, late: false }, Vec::new());
        assert_eq!(
            due.sentence,
            "Kontakt Nordbageriet før eller ved første samtale. Senest 1. december 2026."
        );
        assert_eq!(due.tags, [("Mangler", "warning")]);
        let late = words(EmployerContactTask::Due { by, late: true }, Vec::new());
        assert!(late.sentence.contains("Skulle være sket"));
        assert_eq!(late.tags, [("Overskredet", "error")]);
        let open = words(EmployerContactTask::Due { by: None, late: false }, Vec::new());
        assert_eq!(open.sentence, "Kontakt Nordbageriet før eller ved første samtale.");
    }

    #[test]
    fn leaving_it_out_is_not_said_to_be_a_contact() {
        let done = EmployerContactTask::Done { on: day("2026-11-20"), late: false };
        assert_eq!(words(done, vec![phone()]).tags, [("Udført", "success")]);
        let out = words(done, vec![left_out()]);
        assert_eq!(out.tags, [("Undladt", "")]);
        assert!(out.sentence.contains("undladt"));
        assert_eq!(words(done, vec![phone(), left_out()]).tags, [("Udført", "success")]);
    }

    #[test]
    fn a_contact_with_a_former_employer_is_none_with_the_present_one() {
        let former = EmployerContact { former_employer: Some("Sydbageriet".into()), ..phone() };
        let done = EmployerContactTask::Done { on: day("2026-11-20"), late: false };
        assert_eq!(words(done, vec![left_out(), former.clone()]).tags, [("Undladt", "")]);
        let former_left_out = EmployerContact { what: left_out().what, ..former };
        assert_eq!(words(done, vec![phone(), former_left_out]).tags, [("Udført", "success")]);
        let said = with_former(Language::Da.texts(), "Sydbageriet");
        assert!(said.starts_with("Med Sydbageriet"), "{said}");
    }

    #[test]
    fn a_contact_after_the_first_conversation_is_marked() {
        let done = EmployerContactTask::Done { on: day("2026-11-20"), late: true };
        assert_eq!(words(done, vec![phone()]).tags[1], ("Efter første samtale", "warning"));
    }

    #[test]
    fn without_an_employer_there_is_nothing_to_do() {
        let task = EmployerContactTask::NotRequired;
        let none = EmployerContacts { employer: None, task, contacts: Vec::new() };
        let words = task_words(Language::Da.texts(), &none);
        assert_eq!(words.sentence, "Sagen har ingen arbejdsgiver.");
        assert!(words.tags.is_empty());
    }

    #[test]
    fn a_contact_says_how() {
        let t = Language::Da.texts();
        assert_eq!(what_in_short(t, &phone().what), "Kontaktet: Telefon");
        assert_eq!(what_in_short(t, &left_out().what), "Undladt");
    }
}
