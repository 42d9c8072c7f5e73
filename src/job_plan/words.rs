//! Names of a plan's parts in the language in use. Draws nothing.

use contract::job_plan::{ActivityKind, LegQuestion, LegTexts, PlanLeg, PlanSection};

use crate::text::{Language, Texts, fill};

/// Who reads: what counts for the citizen is said to the citizen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reader {
    /// The citizen.
    Citizen,
    /// A caseworker.
    Caseworker,
}

/// A question's heading.
pub fn question(t: &Texts, question: LegQuestion) -> &'static str {
    let t = t.job_plan();
    match question {
        LegQuestion::Job => t.job,
        LegQuestion::Why => t.why,
        LegQuestion::Can => t.can,
        LegQuestion::Obstacles => t.obstacles,
        LegQuestion::Support => t.support,
        LegQuestion::Sure => t.sure,
    }
}

/// What the municipality calls a leg; "Plan A" when it says nothing.
pub fn leg_label(t: &Texts, legs: &[LegTexts], leg: PlanLeg) -> String {
    let known = legs.iter().find(|known| known.leg == leg);
    let label = known.map(|known| match t.language {
        Language::Da => known.label.clone(),
        Language::En => known.label_en.clone(),
    });
    label.filter(|label| !label.is_empty()).unwrap_or_else(|| short_name(t, leg))
}

/// "Plan A".
pub fn short_name(t: &Texts, leg: PlanLeg) -> String {
    fill(t.job_plan().plan, &[letter(leg)])
}

/// "A".
pub const fn letter(leg: PlanLeg) -> &'static str {
    match leg {
        PlanLeg::A => "A",
        PlanLeg::B => "B",
        PlanLeg::C => "C",
    }
}

/// The name of a part of the plan, in short.
pub fn section_name(t: &Texts, section: PlanSection) -> String {
    match section {
        PlanSection::Goal => t.job_plan().goal.to_owned(),
        PlanSection::A => short_name(t, PlanLeg::A),
        PlanSection::B => short_name(t, PlanLeg::B),
        PlanSection::C => short_name(t, PlanLeg::C),
        PlanSection::Return => t.job_plan().partial_return.to_owned(),
    }
}

/// "4 af 10, lidt sikker".
pub fn sure(t: &Texts, sure: u8) -> String {
    let texts = t.job_plan();
    let words = match sure {
        0 => texts.not_sure,
        1..=4 => texts.a_little_sure,
        5..=7 => texts.quite_sure,
        _ => texts.very_sure,
    };
    format!("{}: {words}", fill(texts.sure_of_ten, &[&sure.to_string()]))
}

/// The name of a kind of activity.
pub fn activity_kind(t: &Texts, kind: &ActivityKind) -> String {
    match t.language {
        Language::Da => kind.name.clone(),
        Language::En => kind.name_en.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_leg_is_called_what_the_municipality_calls_it() {
        let texts = LegTexts {
            leg: PlanLeg::B,
            label: "Plan B – andre opgaver".into(),
            label_en: "Plan B – other tasks".into(),
            help: String::new(),
            help_en: String::new(),
        };
        let (da, en) = (Language::Da.texts(), Language::En.texts());
        let legs = [texts];
        assert_eq!(leg_label(da, &legs, PlanLeg::B), "Plan B – andre opgaver");
        assert_eq!(leg_label(en, &legs, PlanLeg::B), "Plan B – other tasks");
        assert_eq!(leg_label(da, &legs, PlanLeg::C), "Plan C");
    }

    #[test]
    fn how_sure_one_is_stands_in_words_too() {
        let t = Language::Da.texts();
        assert_eq!(sure(t, 0), "0 af 10: slet ikke sikker");
        assert_eq!(sure(t, 7), "7 af 10: ret sikker");
        assert_eq!(sure(t, 10), "10 af 10: meget sikker");
    }
}
