//! What a case waits for, and why its deadline is when it is, in words. Decides nothing.

use chrono::{DateTime, FixedOffset, NaiveDate};
use contract::caseload::{Attention, AttentionKind, CaseRow};
use contract::rules::{Because, ContactDuty, Exemption};

use crate::text::{Texts, dates, fill, numbers};

/// Something a case waits for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// In a word or two.
    pub label: &'static str,
    /// How the label looks: a kind of tag.
    pub look: &'static str,
    /// In a sentence or two.
    pub sentence: String,
}

/// The name of a kind, on its filter and at its cases.
pub fn label(t: &Texts, kind: AttentionKind) -> &'static str {
    let words = &t.staff().caseload;
    match kind {
        AttentionKind::NoRuleSet => words.no_rule_set,
        AttentionKind::Late => words.late,
        AttentionKind::ThisWeek => words.this_week,
        AttentionKind::NoBooking => words.no_booking,
        AttentionKind::OutcomeMissing => words.outcome_missing,
        AttentionKind::StepUpFailed => words.step_up_failed,
        AttentionKind::PlanUnread => words.plan_unread,
        AttentionKind::RetentionWaits => t.staff().retention.waits_mark,
        AttentionKind::NoEmployerContact => t.staff().retention.contact_mark,
        AttentionKind::NoPlan => words.no_plan,
        AttentionKind::StandbyReview => words.standby_review,
    }
}

/// Red for what is too late, yellow for what will be, blue for what somebody waits for.
const fn look(kind: AttentionKind) -> &'static str {
    match kind {
        AttentionKind::NoRuleSet | AttentionKind::Late => "error",
        AttentionKind::ThisWeek
        | AttentionKind::NoBooking
        | AttentionKind::StepUpFailed
        | AttentionKind::NoEmployerContact
        | AttentionKind::NoPlan => "warning",
        AttentionKind::OutcomeMissing
        | AttentionKind::PlanUnread
        | AttentionKind::RetentionWaits
        | AttentionKind::StandbyReview => "info",
    }
}

/// Everything a case waits for. That nothing is booked is said with that it is late.
pub fn reasons(t: &Texts, row: &CaseRow) -> Vec<Reason> {
    let is_late = row.attention.iter().any(|one| one.kind() == AttentionKind::Late);
    let told = |one: &&Attention| !(is_late && one.kind() == AttentionKind::NoBooking);
    let reason = |one: &Attention| Reason {
        label: label(t, one.kind()),
        look: if one.is_late() { "error" } else { look(one.kind()) },
        sentence: sentence(t, row, *one),
    };
    row.attention.iter().filter(told).map(reason).collect()
}

fn sentence(t: &Texts, row: &CaseRow, attention: Attention) -> String {
    let words = &t.staff().caseload;
    let day = |day: NaiveDate| dates::date(t.language, day);
    let day_of =
        |at: &DateTime<FixedOffset>| dates::date_without_weekday(t.language, at.date_naive());
    match attention {
        Attention::NoRuleSet => words.no_rules.to_owned(),
        Attention::Late { .. } => late(t, row),
        Attention::ThisWeek => fill(words.this_week_by, &[&hold_by(t, row)]),
        Attention::NoBooking { self_booking_over } => no_booking(t, row, self_booking_over),
        Attention::OutcomeMissing { starts_at } => {
            fill(words.outcome_of, &[&dates::date_time(t.language, &starts_at)])
        }
        Attention::StepUpFailed { from, at } => {
            fill(words.step_failed, &[&day(from), &day_of(&at)])
        }
        Attention::PlanUnread { shared_at } => fill(words.plan_shared, &[&day_of(&shared_at)]),
        Attention::RetentionWaits { since } => fill(words.plan_waits, &[&day_of(&since)]),
        Attention::NoEmployerContact { by: None, .. } => words.contact.to_owned(),
        Attention::NoEmployerContact { by: Some(by), late } => {
            fill(if late { words.contact_late } else { words.contact_by }, &[&day(by)])
        }
        Attention::NoPlan => words.plan_needed.to_owned(),
        Attention::StandbyReview { since } => {
            fill(words.standby_since, &[&dates::date_with_year(t.language, since)])
        }
    }
}

fn late(t: &Texts, row: &CaseRow) -> String {
    let words = &t.staff().caseload;
    match &row.next_booking_at {
        Some(at) => fill(words.late_booked, &[&hold_by(t, row), &dates::date_time(t.language, at)]),
        None => fill(words.late_open, &[&hold_by(t, row)]),
    }
}

fn no_booking(t: &Texts, row: &CaseRow, self_booking_over: bool) -> String {
    let words = &t.staff().caseload;
    if let Some(at) = &row.next_booking_at {
        let booked = dates::short_date_time(t.language, at);
        return fill(words.booked_too_late, &[&booked, &hold_by(t, row)]);
    }
    let sentence = if self_booking_over { words.not_booked_over } else { words.not_booked };
    match &row.duty {
        Some(ContactDuty::Due(deadline)) => {
            fill(sentence, &[&dates::date(t.language, deadline.book_by)])
        }
        _ => String::new(),
    }
}

fn hold_by(t: &Texts, row: &CaseRow) -> String {
    match &row.duty {
        Some(ContactDuty::Due(deadline)) => dates::date(t.language, deadline.hold_by),
        _ => String::new(),
    }
}

/// The last day to hold the conversation, or that there is none, or that nobody knows it.
pub fn deadline(t: &Texts, duty: Option<&ContactDuty>) -> String {
    match duty {
        Some(ContactDuty::Due(deadline)) => dates::date_with_year(t.language, deadline.hold_by),
        Some(_) => t.staff().cases.not_due.to_owned(),
        None => t.staff().caseload.unknown.to_owned(),
    }
}

/// Why it is that day, or why there is none.
pub fn why(t: &Texts, duty: Option<&ContactDuty>) -> String {
    let words = &t.staff().caseload;
    let day = |day: NaiveDate| dates::date_with_year(t.language, day);
    let Some(duty) = duty else { return String::new() };
    match duty {
        ContactDuty::Due(deadline) => match &deadline.because {
            Because::FirstWithinWeeks { weeks, from } => {
                fill(words.why_first, &[&weeks.to_string(), &day(*from)])
            }
            Because::IntervalAfterConversation { weeks, held_on } => {
                fill(words.why_interval, &[&weeks.to_string(), &day(*held_on)])
            }
            Because::MinimumInFirstHalfYear { required, held, until } => {
                let (held, required) = (held.to_string(), required.to_string());
                fill(words.why_half_year, &[&held, &required, &day(*until)])
            }
        },
        ContactDuty::Exempt(Exemption::EmployedAndExpectedBack { expected_back, .. }) => {
            fill(words.why_employed, &[&day(*expected_back)])
        }
        ContactDuty::Exempt(Exemption::Standby { since }) => {
            fill(words.why_standby, &[&day(*since)])
        }
        ContactDuty::Exempt(Exemption::ByAgreement) => words.why_agreement.to_owned(),
        ContactDuty::Closed { .. } => String::new(),
    }
}

/// "12 af 90 sager".
pub fn count(t: &Texts, shown: usize, all: usize) -> String {
    let words = &t.staff().caseload;
    let number = |count| numbers::count(t.language, count);
    match (shown == all, all) {
        (true, 1) => words.count_all_one.to_owned(),
        (true, _) => fill(words.count_all, &[&number(all)]),
        (false, _) => fill(words.count_some, &[&number(shown), &number(all)]),
    }
}

#[cfg(test)]
mod tests {
    use super::super::samples::{HANNE, row};
    use super::*;
    use crate::text::Language;

    const OPEN: Attention = Attention::NoBooking { self_booking_over: true };

    fn said(row: &CaseRow, language: Language) -> Vec<String> {
        let reasons = reasons(language.texts(), row);
        reasons.into_iter().map(|one| format!("{}: {}", one.label, one.sentence)).collect()
    }

    fn danish(row: &CaseRow) -> Vec<String> {
        said(row, Language::Da)
    }

    #[test]
    fn a_late_case_says_since_when_and_that_nothing_is_booked_once() {
        let mut late = row("Peter Dam", HANNE, &[Attention::Late { days: 3 }, OPEN]);
        let expected = "Overskredet: Samtalen skulle være holdt senest fredag den 4. december. \
                        Der er ikke booket en tid.";
        assert_eq!(danish(&late), [expected]);
        late.next_booking_at = Some("2026-12-09T10:15:00+01:00".parse().unwrap());
        late.attention.pop();
        let expected = "Overdue: The conversation should have been held by Friday 4 December. \
                        It is booked for Wednesday 9 December at 10:15.";
        assert_eq!(said(&late, Language::En), [expected]);
    }

    #[test]
    fn a_case_without_a_time_says_whether_the_citizen_can_still_book() {
        let over = row("Peter Dam", HANNE, &[OPEN]);
        let expected = "Ikke booket: Der er ikke booket en tid. Borgeren skulle selv have booket \
                        senest fredag den 20. november.";
        assert_eq!(danish(&over), [expected]);
        let mut too_late = row("Peter Dam", HANNE, &[OPEN]);
        too_late.next_booking_at = Some("2026-12-09T10:15:00+01:00".parse().unwrap());
        let expected = "Ikke booket: Den bookede tid on. 9/12 kl. 10.15 ligger efter fristen \
                        fredag den 4. december.";
        assert_eq!(danish(&too_late), [expected]);
    }

    #[test]
    fn every_kind_has_its_words_in_both_languages() {
        let at = "2026-12-01T10:15:00+01:00".parse().unwrap();
        let day = "2026-12-01".parse().unwrap();
        let all = [
            Attention::NoRuleSet,
            Attention::ThisWeek,
            Attention::NoBooking { self_booking_over: false },
            Attention::OutcomeMissing { starts_at: at },
            Attention::StepUpFailed { from: day, at },
            Attention::PlanUnread { shared_at: at },
            Attention::RetentionWaits { since: at },
            Attention::NoEmployerContact { by: Some(day), late: true },
            Attention::NoPlan,
            Attention::StandbyReview { since: day },
        ];
        let row = row("Peter Dam", HANNE, &all);
        for language in [Language::Da, Language::En] {
            let reasons = reasons(language.texts(), &row);
            assert_eq!(reasons.len(), all.len());
            for reason in reasons {
                let (label, sentence) = (reason.label, reason.sentence);
                assert!(!label.is_empty() && sentence.ends_with('.'), "{label}: {sentence}");
                assert!(!sentence.contains("{}") && !sentence.contains("  "), "{sentence}");
            }
        }
        assert_eq!(
            danish(&row)[7],
            "Arbejdsgiver ikke kontaktet: Overskredet: Arbejdsgiveren skulle være kontaktet senest \
             tirsdag den 1. december."
        );
    }

    #[test]
    fn a_deadline_says_why() {
        let t = Language::Da.texts();
        let duty = row("Peter Dam", HANNE, &[]).duty;
        let said = |duty| (deadline(t, duty), why(t, duty));
        let pair = |day: &str, why: &str| (day.to_owned(), why.to_owned());
        let first = pair("4. december 2026", "Første samtale inden 8 uger fra 10. oktober 2026");
        assert_eq!(said(duty.as_ref()), first);
        let agreed = ContactDuty::Exempt(Exemption::ByAgreement);
        assert_eq!(said(Some(&agreed)), pair("Ingen frist", "Efter aftale"));
        assert_eq!(said(None), pair("Fristen er ukendt", ""), "no rule set governs it");
    }

    #[test]
    fn the_number_of_cases_is_said_as_people_say_it() {
        let t = Language::Da.texts();
        assert_eq!(count(t, 1, 1), "1 sag");
        assert_eq!(count(t, 90, 90), "90 sager");
        assert_eq!(count(t, 0, 90), "0 af 90 sager");
    }
}
