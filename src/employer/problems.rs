//! What has to be mended before a plan can be sent, in words, at its field. Plain functions.

use std::collections::BTreeSet;

use contract::job_plan::RampPart;
use contract::limits;
use contract::problem::{FieldCode, FieldError};
use contract::retention_plan::{
    PartyKind, PartyPart, RampText, RetentionField, RetentionPlan, RetentionSection,
};

use crate::draft::Fields;
use crate::form::element_id;
use crate::text::{Texts, fill};
use crate::ui::FieldProblem;

/// A field and what is wrong with it.
pub type Wrong = (RetentionField, FieldCode);

/// What is wrong on one screen: what cannot be saved, and what could not be sent. What is only
/// not written yet is asked for at the check: one may know it later.
pub fn on_screen(
    t: &Texts,
    fields: &Fields,
    unreadable: &BTreeSet<String>,
    section: RetentionSection,
) -> Vec<FieldProblem> {
    let no_day = unreadable
        .iter()
        .filter_map(|name| Some((RetentionField::parse(name)?, FieldCode::Unknown)));
    let others = all(fields).into_iter().filter(|(key, _)| !unreadable.contains(&key.to_string()));
    let errors = no_day.chain(others.filter(|wrong| !is_for_later(wrong)));
    let own = errors.filter(|(key, _)| key.section() == Some(section));
    own.map(|(key, code)| problem(t, &key, code)).collect()
}

/// Is it only not written yet?
pub fn is_for_later((key, code): &Wrong) -> bool {
    let needed = matches!(
        key,
        RetentionField::Goal | RetentionField::Party(PartyKind::Contact, PartyPart::Name)
    );
    needed && *code == FieldCode::Missing
}

/// Everything that keeps the plan from being sent, in the plan's order.
pub fn all(fields: &Fields) -> Vec<Wrong> {
    let (_, errors) = RetentionPlan::read(&fields.draft());
    let refused = fields.refused().into_iter().map(|(field, code)| FieldError { field, code });
    let mut known: Vec<Wrong> = Vec::new();
    for error in refused.chain(errors) {
        let Some(key) = RetentionField::parse(&error.field) else { continue };
        if key.section().is_some() && known.iter().all(|(other, _)| *other != key) {
            known.push((key, error.code));
        }
    }
    known.sort_by_key(|(key, _)| key.section());
    known
}

/// What keeps one field beside the plan from being sent.
pub fn of_note(fields: &Fields, key: &RetentionField) -> Option<FieldCode> {
    let refused = fields.refused().into_iter().find(|(name, _)| *name == key.to_string());
    refused.map(|(_, code)| code)
}

/// In words, at the field.
pub fn problem(t: &Texts, key: &RetentionField, code: FieldCode) -> FieldProblem {
    FieldProblem::new(element_id(&key.to_string()), message(t, key, code))
}

fn message(t: &Texts, key: &RetentionField, code: FieldCode) -> String {
    use RetentionField as Key;
    let (form, plan) = (t.form(), t.employer_plan());
    let words = match (code, key) {
        (FieldCode::TooLong, _) => {
            return fill(t.citizen.details.too_long, &[&key.limit().to_string()]);
        }
        (FieldCode::TooMany, _) => {
            return fill(form.most_rows, &[&limits::PLAN_STEPS.to_string()]);
        }
        (FieldCode::CprNumber, _) => form.cpr,
        (FieldCode::NotNow, _) => form.not_now,
        (FieldCode::ControlCharacters, _) => form.mend_text,
        (FieldCode::Missing, Key::Answer) => t.employer().answer_missing,
        (FieldCode::Missing, Key::Party(PartyKind::Contact, _)) => plan.mend_contact,
        (FieldCode::Missing, Key::Party(..)) => plan.mend_name,
        (FieldCode::Missing, Key::Goal) => plan.mend_goal,
        (FieldCode::Missing, Key::NormalHours) => plan.mend_normal,
        (FieldCode::Missing, Key::Ramp(_, RampPart::From)) => form.mend_from,
        (FieldCode::Missing, Key::Ramp(_, RampPart::To)) => form.mend_to,
        (FieldCode::Missing, Key::Ramp(_, RampPart::Hours)) => plan.mend_hours,
        (FieldCode::Missing, Key::RampText(_, RampText::Reason)) => plan.mend_reason,
        (FieldCode::EndNotAfterStart, _) => form.mend_end,
        (FieldCode::Overlaps, _) => form.mend_overlap,
        (FieldCode::Gap, _) => form.mend_gap,
        (FieldCode::OutOfRange, Key::Ramp(_, RampPart::Hours)) => plan.mend_over,
        (_, Key::Party(_, PartyPart::Email)) => plan.mend_email,
        (_, Key::Absence) => plan.mend_absence,
        (_, Key::NormalHours | Key::Ramp(_, RampPart::Hours)) => form.mend_hours,
        (_, Key::ExpectedReturn | Key::FollowUp(_) | Key::Ramp(..)) => form.mend_day,
        _ => form.mend_text,
    };
    words.to_owned()
}

#[cfg(test)]
mod tests {
    use contract::draft::{Draft, DraftField, DraftForm};

    use super::*;
    use crate::text::Language;

    fn fields(typed: &[(&str, &str)]) -> Fields {
        let mut fields = Fields::new(DraftForm::RetentionPlan);
        let stored = typed.iter().map(|(field, value)| DraftField {
            field: (*field).to_owned(),
            value: (*value).to_owned(),
            version: 1,
        });
        fields.refresh(Draft { version: 1, fields: stored.collect() });
        fields
    }

    #[test]
    fn an_empty_plan_asks_for_a_contact_and_a_goal_only_at_the_check() {
        let empty = fields(&[]);
        let keys: Vec<_> = all(&empty).into_iter().map(|(key, _)| key.to_string()).collect();
        assert_eq!(keys, ["party.contact.name", "goal"]);
        let t = Language::Da.texts();
        for section in RetentionSection::ALL {
            assert_eq!(on_screen(t, &empty, &BTreeSet::new(), section), []);
        }
    }

    #[test]
    fn a_cpr_number_is_refused_at_its_field() {
        let mut typed = fields(&[("party.contact.name", "Bo Lind")]);
        typed.edit("goal", "010180-1234 er tilbage".to_owned());
        let t = Language::Da.texts();
        let found = on_screen(t, &typed, &BTreeSet::new(), RetentionSection::Absence);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].id, "plan-goal");
        assert_eq!(found[0].message, t.form().cpr);
    }

    #[test]
    fn fewer_hours_than_before_need_a_reason_where_they_are() {
        let typed = fields(&[
            ("party.contact.name", "Bo Lind"),
            ("normal-hours", "37"),
            ("ramp.a.from", "2026-12-01"),
            ("ramp.a.to", "2026-12-14"),
            ("ramp.a.hours", "20"),
            ("ramp.b.from", "2026-12-15"),
            ("ramp.b.to", "2026-12-31"),
            ("ramp.b.hours", "10"),
        ]);
        let t = Language::Da.texts();
        let found = on_screen(t, &typed, &BTreeSet::new(), RetentionSection::Hours);
        assert_eq!(found, [FieldProblem::new("plan-ramp-b-reason", t.employer_plan().mend_reason)]);
    }

    #[test]
    fn what_is_no_day_is_said_though_the_draft_does_not_have_it() {
        let unreadable = BTreeSet::from(["expected-return".to_owned()]);
        let t = Language::En.texts();
        let found = on_screen(t, &fields(&[]), &unreadable, RetentionSection::Absence);
        assert_eq!(found, [FieldProblem::new("plan-expected-return", t.form().mend_day)]);
    }
}
