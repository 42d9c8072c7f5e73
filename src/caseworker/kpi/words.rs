//! Key figures in words. Draws nothing.

use contract::kpi::FigureKey::{self, *};
use contract::kpi::{FigureUnit, Measure, Target};

use crate::text::staff::FigureTexts;
use crate::text::{Texts, fill, numbers};

/// A text.
pub type Said = fn(&'static Texts) -> &'static str;

/// The figures under their headings; those of the forms stand in a table of their own.
pub const GROUPS: [(Said, &[FigureKey]); 5] = [
    (
        |t| t.staff().kpi.booking,
        &[SelfBooked, Held, Missed, PlanBefore, FirstFreeTime, GapsRefilled],
    ),
    (|t| t.staff().kpi.contact, &[EmployerContacted, FirstInTime, IntervalInTime, HalfYearMinimum]),
    (
        |t| t.staff().kpi.plans,
        &[
            PartialReturn,
            HoursProgression,
            PlansRequested,
            PlansAgreed,
            PlansDeclined,
            DaysToAgreement,
        ],
    ),
    (|t| t.staff().kpi.satisfaction, &[Satisfied, CloserToWork]),
    (|t| t.staff().kpi.cases, &[CaseworkerChanges, Duration, Extended]),
];

/// Chosen, held and missed, of each form.
pub const FORMS: [[FigureKey; 3]; 3] = [
    [ChosenInPerson, HeldInPerson, MissedInPerson],
    [ChosenPhone, HeldPhone, MissedPhone],
    [ChosenVideo, HeldVideo, MissedVideo],
];

/// What a form is called, by its place.
pub fn form(t: &Texts, place: usize) -> &'static str {
    let texts = &t.staff().kpi;
    [texts.in_person, texts.phone, texts.video].get(place).copied().unwrap_or_default()
}

/// What a figure is called, and what it counts.
pub fn named(texts: &FigureTexts, key: FigureKey) -> (&'static str, &'static str) {
    match key {
        SelfBooked => (texts.self_booked, texts.self_booked_is),
        ChosenPhone => (texts.chosen_phone, texts.chosen_is),
        ChosenVideo => (texts.chosen_video, texts.chosen_is),
        ChosenInPerson => (texts.chosen_in_person, texts.chosen_is),
        Held => (texts.held, texts.held_is),
        HeldPhone => (texts.held_phone, texts.held_phone_is),
        HeldVideo => (texts.held_video, texts.held_video_is),
        HeldInPerson => (texts.held_in_person, texts.held_in_person_is),
        Missed => (texts.missed, texts.missed_is),
        MissedPhone => (texts.missed_phone, texts.missed_phone_is),
        MissedVideo => (texts.missed_video, texts.missed_video_is),
        MissedInPerson => (texts.missed_in_person, texts.missed_in_person_is),
        PlanBefore => (texts.plan_before, texts.plan_before_is),
        EmployerContacted => (texts.employer_contacted, texts.employer_contacted_is),
        FirstInTime => (texts.first_in_time, texts.first_in_time_is),
        IntervalInTime => (texts.interval_in_time, texts.interval_in_time_is),
        HalfYearMinimum => (texts.half_year_minimum, texts.half_year_minimum_is),
        PartialReturn => (texts.partial_return, texts.partial_return_is),
        HoursProgression => (texts.hours_progression, texts.hours_progression_is),
        PlansRequested => (texts.plans_requested, texts.plans_requested_is),
        PlansAgreed => (texts.plans_agreed, texts.plans_agreed_is),
        PlansDeclined => (texts.plans_declined, texts.plans_declined_is),
        DaysToAgreement => (texts.days_to_agreement, texts.days_to_agreement_is),
        FirstFreeTime => (texts.first_free_time, texts.first_free_time_is),
        GapsRefilled => (texts.gaps_refilled, texts.gaps_refilled_is),
        Satisfied => (texts.satisfied, texts.satisfied_is),
        CloserToWork => (texts.closer_to_work, texts.closer_to_work_is),
        CaseworkerChanges => (texts.caseworker_changes, texts.caseworker_changes_is),
        Duration => (texts.duration, texts.duration_is),
        Extended => (texts.extended, texts.extended_is),
    }
}

/// "25,5 %", "12 dage", "1 dag".
pub fn amount(t: &Texts, unit: FigureUnit, tenths: i32) -> String {
    let texts = &t.staff().kpi;
    let one = tenths.abs() == 10;
    let words = match unit {
        FigureUnit::Percent => texts.percent,
        FigureUnit::Days if one => texts.day_one,
        FigureUnit::Days => texts.days,
        FigureUnit::Hours if one => texts.hour_one,
        FigureUnit::Hours => texts.hours,
        FigureUnit::Times if one => texts.time_one,
        FigureUnit::Times => texts.times,
    };
    fill(words, &[&numbers::tenths(t.language, tenths)])
}

/// The same of a measure: also why there is none.
pub fn value(t: &Texts, unit: FigureUnit, measure: Measure) -> String {
    let texts = &t.staff().kpi;
    match (measure.n, measure.tenths) {
        (None, _) => texts.hidden.to_owned(),
        (Some(_), None) => texts.nobody.to_owned(),
        (Some(_), Some(tenths)) => amount(t, unit, tenths),
    }
}

/// What the rows add up to: "26,3 % af 240 rækker tæller som ja."
pub fn sum(t: &Texts, unit: FigureUnit, measure: Measure) -> String {
    let texts = &t.staff().kpi;
    let n = numbers::count_u32(t.language, measure.n.unwrap_or_default());
    let words = match unit {
        FigureUnit::Percent => texts.rows_share,
        FigureUnit::Days | FigureUnit::Hours | FigureUnit::Times => texts.rows_mean,
    };
    fill(words, &[&value(t, unit, measure), &n])
}

/// "Mål: mindst 25 %".
pub fn target(t: &Texts, unit: FigureUnit, target: Target) -> String {
    let texts = &t.staff().kpi;
    let words = if target.at_least { texts.at_least } else { texts.at_most };
    fill(words, &[&amount(t, unit, target.tenths)])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;

    #[test]
    fn every_figure_stands_under_one_heading() {
        let grouped = GROUPS.iter().flat_map(|(_, keys)| *keys).copied();
        let mut shown: Vec<FigureKey> = grouped.chain(FORMS.concat()).collect();
        shown.sort_unstable();
        assert_eq!(shown, FigureKey::ALL);
    }

    #[test]
    fn what_is_counted_of_a_form_says_which() {
        let texts = &Language::Da.texts().staff().figures;
        for [_, held, missed] in FORMS {
            for key in [held, missed] {
                let (name, counts) = named(texts, key);
                let form = name.rsplit(' ').next().unwrap_or_default();
                assert!(counts.contains(form), "{name}: {counts}");
            }
        }
    }

    #[test]
    fn rows_add_up_in_words() {
        let t = Language::Da.texts();
        let measure = Measure { n: Some(240), tenths: Some(263) };
        let said = sum(t, FigureUnit::Percent, measure);
        assert_eq!(said, "26,3 % af 240 rækker tæller som ja.");
        let said = sum(t, FigureUnit::Days, Measure { n: Some(7), tenths: Some(125) });
        assert_eq!(said, "12,5 dage er gennemsnittet af 7 rækker.");
        let said = sum(t, FigureUnit::Times, Measure { n: Some(128_829), tenths: Some(10) });
        assert_eq!(said, "1 gang er gennemsnittet af 128.829 rækker.");
    }

    #[test]
    fn what_is_not_told_says_so_and_nobody_is_no_zero() {
        let t = Language::Da.texts();
        let say = |n, tenths| value(t, FigureUnit::Percent, Measure { n, tenths });
        assert_eq!(say(None, None), "Vises ikke");
        assert_eq!(say(Some(0), None), "Ingen endnu");
        assert_eq!(say(Some(8), Some(125)), "12,5 %");
        assert_eq!(say(Some(8), Some(0)), "0 %");
    }
}
