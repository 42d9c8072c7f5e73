//! "Hvorfor?": the sentence behind each deadline, lock and exemption, made from the reason the
//! server gives as data. Never decides anything itself.

use contract::rules::channel::suggests_video;
use contract::rules::{Because, ChannelChoice, ChannelReason, ContactChannel, Deadline, Exemption};

use crate::text::{Texts, dates, fill};

/// Why the conversation is due on that day.
pub fn why_deadline(t: &Texts, deadline: &Deadline) -> String {
    let day = |date| dates::date(t.language, date);
    let by = day(deadline.hold_by);
    let reasons = &t.citizen.reasons;
    match &deadline.because {
        Because::FirstWithinWeeks { weeks, from } => {
            fill(reasons.first_within_weeks, &[&day(*from), &weeks.to_string(), &by])
        }
        Because::IntervalAfterConversation { weeks, held_on } => {
            fill(reasons.interval, &[&day(*held_on), &weeks.to_string(), &by])
        }
        Because::MinimumInFirstHalfYear { required, held, until } => {
            let (required, held) = (required.to_string(), held.to_string());
            fill(reasons.half_year, &[&required, &day(*until), &held, &by])
        }
    }
}

/// Why nothing is due.
pub fn why_exempt(t: &Texts, exemption: &Exemption) -> String {
    let day = |date| dates::date_with_year(t.language, date);
    let reasons = &t.citizen.reasons;
    match exemption {
        Exemption::EmployedAndExpectedBack { weeks, expected_back } => {
            fill(reasons.exempt_employed, &[&day(*expected_back), &weeks.to_string()])
        }
        Exemption::Standby { since } => fill(reasons.exempt_standby, &[&day(*since)]),
        Exemption::ByAgreement => reasons.exempt_agreement.to_owned(),
    }
}

/// Why a channel is open or locked; nothing when there is nothing to explain.
pub fn why_channel(t: &Texts, choice: &ChannelChoice, phone: &str) -> Option<String> {
    let day = |date| dates::date_with_year(t.language, date);
    let reasons = &t.citizen.reasons;
    match &choice.because {
        ChannelReason::CitizenChooses => None,
        ChannelReason::FirstConversation if choice.channel == ContactChannel::InPerson => {
            Some(reasons.first_in_person.to_owned())
        }
        ChannelReason::FirstConversation => None,
        ChannelReason::FirstConversationElsewhere => Some(fill(reasons.first_elsewhere, &[phone])),
        ChannelReason::Unlocked { reason, on } => {
            Some(fill(reasons.unlocked, &[&day(*on), reason]))
        }
        ChannelReason::Locked { reason, on } => {
            Some(fill(reasons.locked, &[&day(*on), reason, phone]))
        }
        ChannelReason::NotOffered => Some(reasons.not_offered.to_owned()),
    }
}

/// Why the citizen cannot book alone.
pub fn why_withdrawn(t: &Texts, reason: &str, on: chrono::NaiveDate) -> String {
    fill(t.citizen.reasons.withdrawn, &[&dates::date_with_year(t.language, on), reason])
}

/// Why video suits so many people better; nothing when it does not, or already is chosen.
pub fn why_video(t: &Texts, extra: usize, chosen: ContactChannel) -> Option<String> {
    let suggest = suggests_video(extra) && chosen != ContactChannel::Video;
    suggest.then(|| fill(t.citizen.reasons.video_suggested, &[&(extra + 2).to_string()]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::citizen::samples;
    use crate::text::Language;

    fn da() -> &'static Texts {
        Language::Da.texts()
    }

    #[test]
    fn the_first_deadline_counts_its_weeks() {
        assert_eq!(
            why_deadline(da(), &samples::deadline()),
            "Du blev sygemeldt onsdag den 14. oktober. Den første samtale holdes inden 8 uger, \
             altså senest tirsdag den 8. december."
        );
    }

    #[test]
    fn every_rule_names_its_dates_in_both_languages() {
        let held_on = samples::day("2026-11-10");
        let until = samples::day("2027-04-13");
        for because in [
            Because::IntervalAfterConversation { weeks: 4, held_on },
            Because::MinimumInFirstHalfYear { required: 4, held: 1, until },
        ] {
            let deadline = Deadline { because, ..samples::deadline() };
            assert!(why_deadline(da(), &deadline).contains("senest tirsdag den 8. december"));
            let en = why_deadline(Language::En.texts(), &deadline);
            assert!(en.contains("by Tuesday 8 December"), "{en}");
        }
    }

    #[test]
    fn a_lock_tells_the_caseworkers_reason_and_a_phone_number() {
        let choice = ChannelChoice {
            channel: ContactChannel::Video,
            allowed: false,
            because: ChannelReason::Locked {
                reason: "Vi skal se papirerne sammen.".into(),
                on: samples::day("2026-11-02"),
            },
        };
        let why = why_channel(da(), &choice, "70 10 20 30").expect("a reason");
        assert!(why.contains("“Vi skal se papirerne sammen.”"), "{why}");
        assert!(why.contains("2. november 2026") && why.contains("70 10 20 30"), "{why}");
    }

    #[test]
    fn a_free_choice_needs_no_explaining() {
        let choice = ChannelChoice {
            channel: ContactChannel::Phone,
            allowed: true,
            because: ChannelReason::CitizenChooses,
        };
        assert_eq!(why_channel(da(), &choice, "70 10 20 30"), None);
    }

    #[test]
    fn more_than_two_in_all_suggests_video_unless_it_is_chosen() {
        assert_eq!(why_video(da(), 0, ContactChannel::Phone), None);
        let why = why_video(da(), 1, ContactChannel::Phone).expect("a reason");
        assert!(why.starts_with("I bliver 3 i alt."), "{why}");
        assert_eq!(why_video(da(), 3, ContactChannel::Video), None);
    }

    #[test]
    fn each_exemption_explains_itself() {
        let since = samples::day("2026-10-01");
        assert!(why_exempt(da(), &Exemption::Standby { since }).contains("1. oktober 2026"));
        assert!(!why_exempt(da(), &Exemption::ByAgreement).is_empty());
        let expected_back = samples::day("2027-02-01");
        let employed = Exemption::EmployedAndExpectedBack { weeks: 26, expected_back };
        assert!(why_exempt(da(), &employed).contains("26 uger"));
    }
}
