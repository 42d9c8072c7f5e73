//! What keeps a text from being sent, and what to do about it. Plain functions.

use contract::problem::FieldCode;
use contract::retention_plan::{AnswerField, check_note};

use crate::form::element_id;
use crate::text::Texts;
use crate::ui::FieldProblem;

/// The problem of a text, if it has one.
pub(super) fn problem(
    t: &Texts,
    field: AnswerField,
    text: &str,
    required: bool,
) -> Option<FieldProblem> {
    let texts = t.my_retention();
    let message = match check_note(text, required)? {
        FieldCode::Missing => texts.mend_missing,
        FieldCode::TooLong => texts.mend_long,
        FieldCode::CprNumber => texts.mend_cpr,
        _ => texts.mend_characters,
    };
    Some(FieldProblem::new(element_id(&field.to_string()), message))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;

    #[test]
    fn an_answer_must_say_something_and_a_remark_need_not() {
        let t = Language::Da.texts();
        let found = problem(t, AnswerField::Answer, "  ", true).unwrap();
        assert_eq!(found, FieldProblem::new("plan-answer", "Skriv dit svar"));
        assert_eq!(problem(t, AnswerField::Remark, "", false), None);
    }

    #[test]
    fn a_cpr_number_is_to_be_taken_out() {
        let t = Language::Da.texts();
        let step = AnswerField::Report("2026-12-07".parse().unwrap());
        let found = problem(t, step, "mit nummer er 070761-4285", false).unwrap();
        assert!(found.message.starts_with("Fjern CPR-nummeret"));
    }
}
