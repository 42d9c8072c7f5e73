//! Names of a plan's parts and of its states, in the language in use and to who reads. Draws
//! nothing.

use contract::retention_plan::{
    CareKind, CourseEventKind, PartyKind, RetentionSection, SupportKind, TaskKind,
};
use contract::rules::{Course, CourseParty};

use crate::text::Texts;

/// Who reads: each is spoken to in their own words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reader {
    /// The employee.
    Citizen,
    /// Somebody of the employer.
    Employer,
    /// A caseworker.
    Staff,
}

impl Reader {
    /// Of three texts the one to this reader.
    fn pick<T>(self, to_citizen: T, to_employer: T, to_staff: T) -> T {
        match self {
            Self::Citizen => to_citizen,
            Self::Employer => to_employer,
            Self::Staff => to_staff,
        }
    }
}

/// The name of a part of the plan.
pub fn section_name(t: &Texts, section: RetentionSection) -> &'static str {
    let t = t.retention();
    match section {
        RetentionSection::Parties => t.parties,
        RetentionSection::Absence => t.absence,
        RetentionSection::Tasks => t.tasks,
        RetentionSection::Hours => t.hours,
        RetentionSection::Care => t.care,
        RetentionSection::Support => t.support,
        RetentionSection::FollowUp => t.follow_up,
    }
}

/// As what somebody takes part.
pub(super) fn party_kind_name(t: &Texts, kind: PartyKind) -> &'static str {
    let t = t.retention();
    match kind {
        PartyKind::Contact => t.party_contact,
        PartyKind::Union => t.party_union,
        PartyKind::Safety => t.party_safety,
        PartyKind::Adviser => t.party_adviser,
    }
}

/// Which tasks.
pub(super) fn task_name(t: &Texts, kind: TaskKind) -> &'static str {
    let t = t.retention();
    match kind {
        TaskKind::Can => t.can,
        TaskKind::Cannot => t.cannot,
        TaskKind::Changed => t.changed,
    }
}

/// What makes the work possible.
pub(super) fn care_name(t: &Texts, kind: CareKind) -> &'static str {
    let t = t.retention();
    match kind {
        CareKind::Considerations => t.considerations,
        CareKind::Aids => t.aids,
        CareKind::Home => t.home,
        CareKind::Breaks => t.breaks,
        CareKind::Mentor => t.mentor,
    }
}

/// What is wanted from the municipality.
pub(super) fn support_name(t: &Texts, kind: SupportKind) -> &'static str {
    let t = t.retention();
    match kind {
        SupportKind::Adviser => t.want_adviser,
        SupportKind::Aids => t.want_aids,
        SupportKind::Assistance => t.want_assistance,
        SupportKind::Agreement56 => t.want_agreement,
        SupportKind::WorkTrial => t.want_trial,
        SupportKind::FastTrack => t.want_fast_track,
        SupportKind::RoundTable => t.want_round_table,
    }
}

/// Who did something: "Dig", "Din arbejdsgiver"; a nudge nobody did.
pub(super) fn party_name(t: &Texts, party: Option<CourseParty>, reader: Reader) -> &'static str {
    let t = t.retention();
    match party {
        Some(CourseParty::Citizen) => reader.pick(t.you, t.the_employee, t.the_citizen),
        Some(CourseParty::Employer) => reader.pick(t.your_employer, t.your_company, t.the_employer),
        Some(CourseParty::Staff) => t.the_municipality,
        None => t.nobody,
    }
}

/// What happened, as a sentence without its person.
pub(super) fn event_name(t: &Texts, kind: CourseEventKind) -> &'static str {
    let t = t.retention();
    match kind {
        CourseEventKind::Requested => t.did_request,
        CourseEventKind::RequestWithdrawn => t.did_withdraw,
        CourseEventKind::Suggested => t.did_suggest,
        CourseEventKind::Begun => t.did_begin,
        CourseEventKind::Sent => t.did_send,
        CourseEventKind::TakenBack => t.did_take_back,
        CourseEventKind::ChangesAsked => t.did_ask_changes,
        CourseEventKind::Approved => t.did_approve,
        CourseEventKind::Submitted => t.did_submit,
        CourseEventKind::Questioned => t.did_question,
        CourseEventKind::Answered => t.did_answer,
        CourseEventKind::Acknowledged => t.did_acknowledge,
        CourseEventKind::Revised => t.did_revise,
        CourseEventKind::RevisionDropped => t.did_drop_revision,
        CourseEventKind::Declined => t.did_decline,
        CourseEventKind::Closed => t.did_close,
        CourseEventKind::Nudged => t.did_nudge,
    }
}

/// Where a plan is, in a few words; there is none when absent.
pub(super) fn state_name(t: &Texts, course: Option<Course>, reader: Reader) -> &'static str {
    let t = t.course();
    match course {
        None => t.none,
        Some(Course::Requested { .. }) => t.requested,
        Some(Course::Drafting { .. }) => t.drafting,
        Some(Course::Sent { .. }) => reader.pick(t.sent_citizen, t.sent, t.sent),
        Some(Course::ChangesAsked { .. }) => t.changes_asked,
        Some(Course::Approved { .. }) => t.approved,
        Some(Course::Submitted { .. }) => t.submitted,
        Some(Course::Questioned { .. }) => t.questioned,
        Some(Course::Acknowledged { .. }) => t.acknowledged,
        Some(Course::Declined { .. }) => reader.pick(t.declined, t.declined_own, t.declined),
        Some(Course::Closed { .. }) => t.closed,
    }
}

/// What comes next and whose turn it is, as a sentence.
pub(super) fn next_sentence(t: &Texts, course: Option<Course>, reader: Reader) -> &'static str {
    let t = t.course();
    match course {
        None => reader.pick(t.none_to_citizen, t.none_to_employer, t.none_to_staff),
        Some(Course::Requested { .. }) => {
            reader.pick(t.requested_to_citizen, t.requested_to_employer, t.requested_to_staff)
        }
        Some(Course::Drafting { .. }) => {
            reader.pick(t.drafting_to_citizen, t.drafting_to_employer, t.drafting_to_staff)
        }
        Some(Course::Sent { .. }) => {
            reader.pick(t.sent_to_citizen, t.sent_to_employer, t.sent_to_staff)
        }
        Some(Course::ChangesAsked { .. }) => reader.pick(
            t.changes_asked_to_citizen,
            t.changes_asked_to_employer,
            t.changes_asked_to_staff,
        ),
        Some(Course::Approved { .. }) => {
            reader.pick(t.approved_to_citizen, t.approved_to_employer, t.approved_to_staff)
        }
        Some(Course::Submitted { .. }) => {
            reader.pick(t.submitted_to_citizen, t.submitted_to_employer, t.submitted_to_staff)
        }
        Some(Course::Questioned { .. }) => {
            reader.pick(t.questioned_to_citizen, t.questioned_to_employer, t.questioned_to_staff)
        }
        Some(Course::Acknowledged { .. }) => reader.pick(
            t.acknowledged_to_citizen,
            t.acknowledged_to_employer,
            t.acknowledged_to_staff,
        ),
        Some(Course::Declined { .. }) => {
            reader.pick(t.declined_to_citizen, t.declined_to_employer, t.declined_to_staff)
        }
        Some(Course::Closed { .. }) => {
            reader.pick(t.closed_to_citizen, t.closed_to_employer, t.closed_to_staff)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;

    #[test]
    fn each_reader_hears_whose_turn_it_is_in_their_own_words() {
        let t = Language::Da.texts();
        let sent = Some(Course::Sent { version: 1 });
        let to = |reader| next_sentence(t, sent, reader);
        assert!(to(Reader::Citizen).contains("Nu er det din tur"));
        assert!(to(Reader::Employer).contains("medarbejderens tur"));
        assert!(to(Reader::Staff).contains("Medarbejderen"));
        assert_eq!(state_name(t, sent, Reader::Citizen), "Sendt til dig");
        assert_eq!(state_name(t, sent, Reader::Staff), "Sendt til medarbejderen");
    }

    #[test]
    fn who_did_something_is_named_as_the_reader_knows_them() {
        let t = Language::Da.texts();
        let name = |party, reader| party_name(t, Some(party), reader);
        assert_eq!(name(CourseParty::Citizen, Reader::Citizen), "Dig");
        assert_eq!(name(CourseParty::Citizen, Reader::Employer), "Medarbejderen");
        assert_eq!(name(CourseParty::Employer, Reader::Employer), "Jer selv");
        assert_eq!(party_name(t, None, Reader::Staff), "Automatisk");
    }
}
