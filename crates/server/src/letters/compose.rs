//! A whole letter: from whom, to whom, the day it leaves, and what is the same in all of them. Knows
//! neither requests nor the database.

use chrono::{DateTime, Utc};
use contract::ids::LetterId;
use contract::letters::{Letter, LetterKind, LetterSender};
use contract::retention_plan::OutboxMessage;
use contract::staff::{CaseDecision, CaseworkerChange, DecisionMatter};
use rules::LetterDay;

use super::decisions::decision;
use super::draft::{Draft, words};
use super::messages::message;
use crate::clock::{local_date, to_local};
use crate::config::MunicipalityConfig;

/// Who writes to whom.
#[derive(Clone, Copy, Debug)]
pub(super) struct Desk<'a> {
    /// The municipality that writes.
    pub config: &'a MunicipalityConfig,
    /// The citizen's name.
    pub citizen: &'a str,
}

/// A decision, made or about to be.
#[derive(Clone, Copy, Debug)]
pub(super) struct Decided<'a> {
    /// What.
    pub matter: DecisionMatter,
    /// Why.
    pub reason: &'a str,
    /// Who decides.
    pub by: &'a str,
    /// When.
    pub at: DateTime<Utc>,
    /// Why the letter leaves the same day although it comes up to a day off.
    pub all_the_same: Option<&'a str>,
}

impl<'a> From<&'a CaseDecision> for Decided<'a> {
    fn from(one: &'a CaseDecision) -> Self {
        let (reason, by, at) = (one.reason.as_str(), one.by.as_str(), one.at.to_utc());
        Self { matter: one.matter, reason, by, at, all_the_same: None }
    }
}

impl Desk<'_> {
    /// The message to the citizen; it leaves at once. None of what citizens are never told.
    pub fn message(self, told: &OutboxMessage, changes: &[CaseworkerChange]) -> Option<Letter> {
        let Draft { da, en } = self.framed(message(told.kind, changes)?, "");
        Some(Letter {
            id: Some(LetterId(told.id.0)),
            kind: LetterKind::Message,
            at: told.at,
            leaves: LetterDay::at_once(told.at.date_naive()),
            sent_at: told.sent_at,
            sender: self.sender(),
            da,
            en,
        })
    }

    /// The letter about a decision: it leaves when `rules::letter_day` lets it, or on the same day with
    /// a remark that says why.
    pub fn decision(self, id: Option<LetterId>, decided: Decided<'_>) -> Letter {
        let Decided { matter, reason, by, at, all_the_same } = decided;
        let wanted = local_date(at);
        let leaves = LetterDay::of_decision(&self.config.closing_days, wanted);
        let draft = decision(matter, reason, &self.config.letters);
        let (draft, leaves) = match (all_the_same, &leaves.held) {
            (Some(why), Some(_)) => (remark(draft, why), leaves.all_the_same(wanted)),
            _ => (draft, leaves),
        };
        let Draft { da, en } = self.framed(draft, by);
        Letter {
            id,
            kind: LetterKind::Decision,
            at: to_local(at),
            leaves,
            sent_at: None,
            sender: self.sender(),
            da,
            en,
        }
    }

    fn sender(self) -> LetterSender {
        let from = &self.config.municipality;
        LetterSender {
            name: from.name.clone(),
            address: from.address.clone(),
            phone: from.phone.clone(),
        }
    }

    /// The greeting before, and whom to ring and the signature after.
    fn framed(self, draft: Draft, signed: &str) -> Draft {
        let from = &self.config.municipality;
        let lines = |closing: &str| {
            let lines = [closing, signed, from.name.as_str()];
            lines.into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
        };
        draft
            .begins(words(format!("Kære {}", self.citizen), format!("Dear {}", self.citizen)))
            .says(words(
                format!("Vil du tale med os, så ring på {}, {}.", from.phone, from.phone_hours),
                format!(
                    "If you want to talk with us, ring {}, {}.",
                    from.phone, from.phone_hours_en
                ),
            ))
            .says(words(lines("Venlig hilsen"), lines("Kind regards")))
    }
}

/// That it comes at a bad time, and why (seed K2). Whom to ring about it follows in every letter.
fn remark(draft: Draft, why: &str) -> Draft {
    draft
        .heading(words("Hvorfor får du brevet nu?", "Why do you get this letter now?"))
        .says(words(
            "Vi ved, at brevet kommer op til en fridag. Det har været nødvendigt, fordi:",
            "We know that this letter comes up to a day off. It was necessary because:",
        ))
        .quotes(why)
}

#[cfg(test)]
mod tests {
    use contract::ids::{BookingId, CaseworkerChangeId, OutboxMessageId};
    use contract::letters::{LetterPart, LetterText};
    use contract::retention_plan::{CourseEventKind, MessageKind};
    use contract::staff::ChangeCause;
    use rules::{ContactChannel, CourseParty};
    use uuid::Uuid;

    use super::*;
    use crate::config::{Config, ServerOverrides};
    use crate::retention_plan::looks_like_health;

    const REASON: &str = "Vi aftalte det i telefonen.";

    fn config() -> MunicipalityConfig {
        Config::load(None, &ServerOverrides::default()).unwrap().municipality
    }

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    fn change() -> CaseworkerChange {
        CaseworkerChange {
            cause: ChangeCause::Decision,
            id: CaseworkerChangeId(Uuid::from_u128(7)),
            from: "Hanne Ravn".into(),
            to: "Thomas Elm".into(),
            reason: "Du er syg med stress.".into(),
            by: "Gitte Fjord".into(),
            at: to_local(at("2026-12-01T08:00:00Z")),
        }
    }

    /// Each of these stands for the kinds that share its words.
    fn messages() -> Vec<Letter> {
        let from = "2027-01-04".parse().unwrap();
        let moment = to_local(at("2027-01-04T12:00:00Z"));
        let mut kinds: Vec<MessageKind> =
            CourseEventKind::ALL.into_iter().map(|event| MessageKind::Plan { event }).collect();
        kinds.extend([
            MessageKind::StepUp { from, version: 1 },
            MessageKind::PlanNotSubmitted,
            MessageKind::RoundTableOffered,
            MessageKind::RoundTableBooked,
            MessageKind::RoundTableCancelled,
            MessageKind::SatisfactionAsked { booking: BookingId(Uuid::from_u128(3)) },
            MessageKind::TimeOffered { until: to_local(at("2026-12-01T09:30:00Z")) },
            MessageKind::TimeWithdrawn,
            MessageKind::GroupSeatOffered { starts_at: moment, until: moment },
            MessageKind::GroupCancelled { starts_at: moment, too_few: true, next: Some(moment) },
            MessageKind::CaseworkerChanged { change: change().id },
        ]);
        let config = config();
        let desk = Desk { config: &config, citizen: "Jonas Bak" };
        let told = |kind| OutboxMessage {
            id: OutboxMessageId(Uuid::from_u128(1)),
            kind,
            to: CourseParty::Citizen,
            at: to_local(at("2026-05-01T08:00:00Z")),
            sent_at: None,
        };
        kinds.into_iter().map(|kind| desk.message(&told(kind), &[change()]).unwrap()).collect()
    }

    fn decisions() -> Vec<Letter> {
        let channels = ContactChannel::ALL.into_iter().flat_map(|channel| {
            [true, false].map(|unlocked| DecisionMatter::Channel { channel, unlocked })
        });
        let booking = [true, false].map(|withdrawn| DecisionMatter::SelfBooking { withdrawn });
        let config = config();
        let desk = Desk { config: &config, citizen: "Jonas Bak" };
        let decided = |matter| {
            let at = at("2026-05-01T08:00:00Z");
            desk.decision(
                None,
                Decided { matter, reason: REASON, by: "Hanne Ravn", at, all_the_same: None },
            )
        };
        channels.chain(booking).map(decided).collect()
    }

    fn everything(text: &LetterText) -> String {
        let parts = text.parts.iter().map(|part| match part {
            LetterPart::Heading { text }
            | LetterPart::Paragraph { text }
            | LetterPart::Quoted { text } => text.as_str(),
        });
        [text.subject.as_str()].into_iter().chain(parts).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn each_kind_has_a_subject_of_its_own_in_both_languages() {
        let all: Vec<Letter> = messages().into_iter().chain(decisions()).collect();
        for pick in [
            |letter: &Letter| letter.da.subject.clone(),
            |letter: &Letter| letter.en.subject.clone(),
        ] {
            let mut subjects: Vec<String> = all.iter().map(pick).collect();
            subjects.sort_unstable();
            subjects.dedup();
            assert_eq!(subjects.len(), all.len());
        }
    }

    #[test]
    fn both_languages_say_the_same_part_by_part() {
        for Letter { da, en, .. } in messages().iter().chain(&decisions()) {
            assert_eq!(da.parts.len(), en.parts.len(), "{}", da.subject);
            for (danish, english) in da.parts.iter().zip(&en.parts) {
                match (danish, english) {
                    (LetterPart::Heading { text: a }, LetterPart::Heading { text: b })
                    | (LetterPart::Paragraph { text: a }, LetterPart::Paragraph { text: b }) => {
                        assert!(!a.trim().is_empty() && a != b, "{a} / {b}");
                    }
                    (LetterPart::Quoted { text: a }, LetterPart::Quoted { text: b }) => {
                        assert_eq!((a.as_str(), b.as_str()), (REASON, REASON));
                    }
                    (a, b) => panic!("{a:?} is not {b:?}"),
                }
            }
        }
    }

    #[test]
    fn i8_no_letter_tells_what_somebody_suffers_from_or_who_they_are_by_number() {
        let words = config().retention_plan.health_words;
        for Letter { da, en, .. } in messages().iter().chain(&decisions()) {
            for text in [everything(da), everything(en)] {
                assert!(!looks_like_health(&words, &text), "{text}");
                assert!(!rules::mentions_cpr(&text), "{text}");
                assert!(!text.contains('§') && !text.contains("medvirken"), "{text}");
            }
        }
    }

    #[test]
    fn i8_a_message_does_not_say_why_somebody_is_away() {
        for Letter { da, en, .. } in &messages() {
            assert!(!everything(da).to_lowercase().contains("syg"), "{}", everything(da));
            assert!(!everything(en).to_lowercase().contains("sick"), "{}", everything(en));
        }
    }

    #[test]
    fn i8_a_message_quotes_nobody() {
        let quotes = |text: &LetterText| {
            text.parts.iter().any(|part| matches!(part, LetterPart::Quoted { .. }))
        };
        assert!(!messages().iter().any(|letter| quotes(&letter.da) || quotes(&letter.en)));
    }

    #[test]
    fn a_decision_letter_says_why_how_to_complain_and_whom_to_ring() {
        let config = config();
        for letter in decisions() {
            assert_eq!(letter.kind, LetterKind::Decision);
            let (da, en) = (everything(&letter.da), everything(&letter.en));
            assert!(da.contains(&config.letters.complaint), "{da}");
            assert!(en.contains(&config.letters.complaint_en), "{en}");
            for text in [da, en] {
                for needed in [REASON, config.municipality.phone.as_str(), "Hanne Ravn"] {
                    assert!(text.contains(needed), "{needed} in {text}");
                }
            }
        }
    }

    #[test]
    fn i12_a_decision_of_a_friday_waits_and_a_message_does_not() {
        let leaves = |letters: &[Letter]| letters[0].leaves.on.to_string();
        assert_eq!(leaves(&decisions()), "2026-05-04");
        assert_eq!(leaves(&messages()), "2026-05-01");
    }

    #[test]
    fn without_a_reason_yet_nothing_is_quoted() {
        let config = config();
        let desk = Desk { config: &config, citizen: "Jonas Bak" };
        let matter = DecisionMatter::SelfBooking { withdrawn: true };
        let at = at("2026-12-01T08:00:00Z");
        let letter = desk.decision(
            None,
            Decided { matter, reason: " ", by: "Hanne Ravn", at, all_the_same: None },
        );
        let quoted = |part: &LetterPart| matches!(part, LetterPart::Quoted { .. });
        assert!(!letter.da.parts.iter().any(quoted));
    }
}
