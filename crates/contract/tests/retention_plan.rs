//! The retention plan: from what is typed to a plan and back, what has to be mended, and what
//! may not be written at all.

use contract::draft::{Draft, DraftField, DraftForm, DraftOwner};
use contract::job_plan::{RampPart, RowId};
use contract::problem::FieldCode;
use contract::retention_plan::{
    AnswerField, CareKind, FollowUpPart, OfferPart, PartyKind, PartyPart, RampText, RetentionField,
    RetentionPlan, RetentionSection, SupportKind, TaskKind, check_note,
};
use proptest::prelude::*;

fn draft(fields: &[(&str, &str)]) -> Draft {
    let field = |(field, value): &(&str, &str)| DraftField {
        field: (*field).to_owned(),
        value: (*value).to_owned(),
        version: 1,
    };
    Draft { version: 1, fields: fields.iter().map(field).collect() }
}

fn faults(fields: &[(&str, &str)]) -> Vec<(String, FieldCode)> {
    let (_, errors) = RetentionPlan::read(&draft(fields));
    errors.into_iter().map(|error| (error.field, error.code)).collect()
}

fn fault(field: &str, code: FieldCode) -> (String, FieldCode) {
    (field.to_owned(), code)
}

const CONTACT: (&str, &str) = ("party.contact.name", "Camilla Strand");

#[test]
fn a_contact_and_what_the_return_looks_like_are_enough() {
    assert_eq!(faults(&[CONTACT, ("goal", "Tilbage på fuld tid til marts")]), []);
}

#[test]
fn an_empty_plan_lacks_a_contact_and_a_goal() {
    let expected =
        [fault("party.contact.name", FieldCode::Missing), fault("goal", FieldCode::Missing)];
    assert_eq!(faults(&[]), expected);
}

#[test]
fn hours_need_the_normal_hours_and_days_without_gaps() {
    let ramp = [
        CONTACT,
        ("ramp.a.from", "2026-12-07"),
        ("ramp.a.to", "2026-12-13"),
        ("ramp.a.hours", "10"),
        ("ramp.b.from", "2026-12-15"),
        ("ramp.b.to", "2026-12-20"),
        ("ramp.b.hours", "15,5"),
    ];
    let expected =
        [fault("normal-hours", FieldCode::Missing), fault("ramp.b.from", FieldCode::Gap)];
    assert_eq!(faults(&ramp), expected);
}

#[test]
fn hours_that_go_down_need_a_reason() {
    let down = |reason| {
        [
            CONTACT,
            ("normal-hours", "37"),
            ("ramp.a.from", "2026-12-07"),
            ("ramp.a.to", "2026-12-13"),
            ("ramp.a.hours", "20"),
            ("ramp.b.from", "2026-12-14"),
            ("ramp.b.to", "2026-12-20"),
            ("ramp.b.hours", "10"),
            ("ramp.b.reason", reason),
        ]
    };
    assert_eq!(faults(&down("")), [fault("ramp.b.reason", FieldCode::Missing)]);
    assert_eq!(faults(&down("Juleferie på værkstedet")), []);
}

#[test]
fn more_than_the_normal_hours_cannot_be_planned() {
    let over = [
        CONTACT,
        ("normal-hours", "30"),
        ("ramp.a.from", "2026-12-07"),
        ("ramp.a.to", "2026-12-13"),
        ("ramp.a.hours", "31"),
    ];
    assert_eq!(faults(&over), [fault("ramp.a.hours", FieldCode::OutOfRange)]);
}

#[test]
fn what_is_said_beside_the_plan_is_not_in_it() {
    let said = [CONTACT, ("goal", "Tilbage"), ("decline-reason", "Nej"), ("answer", "Ja")];
    let (plan, errors) = RetentionPlan::read(&draft(&said));
    assert_eq!(errors, []);
    assert!(!plan.fields().iter().any(|(key, _)| key.section().is_none()));
}

#[test]
fn a_cpr_number_is_refused_at_the_field_but_a_workplace_may_have_its_number() {
    let cpr = Some(FieldCode::CprNumber);
    for form in [DraftForm::RetentionPlan, DraftForm::RetentionAnswer] {
        let field = if form == DraftForm::RetentionPlan { "tasks.can" } else { "comment.tasks" };
        assert_eq!(form.check(field, "Hun hedder 010190-1234"), cpr);
    }
    assert_eq!(DraftForm::RetentionPlan.check("workplace", "P-nummer 1012345678"), None);
    assert_eq!(DraftForm::RetentionPlan.check("workplace", "Anna, 010190-1234"), cpr);
    assert_eq!(check_note("0101901234", false), cpr);
    assert_eq!(check_note("", false), None);
    assert_eq!(check_note(" ", true), Some(FieldCode::Missing));
}

#[test]
fn the_employers_form_is_the_employers_and_no_citizens() {
    assert_eq!(DraftForm::RetentionPlan.owner(), DraftOwner::Employer);
    assert_eq!(DraftForm::RetentionAnswer.owner(), DraftOwner::Citizen);
    assert_eq!(DraftForm::JobPlan.owner(), DraftOwner::Citizen);
}

#[test]
fn every_answer_has_a_name_that_leads_back_to_it() {
    let comments = RetentionSection::ALL.map(AnswerField::Comment);
    let step = "2026-12-07".parse().unwrap();
    let others = [AnswerField::Remark, AnswerField::Answer, AnswerField::Report(step)];
    for field in comments.into_iter().chain(others) {
        assert_eq!(AnswerField::parse(&field.to_string()), Some(field));
    }
    for name in [
        "",
        "comment",
        "comment.",
        "comment.goal",
        "remark.x",
        "comment.tasks.x",
        "report",
        "report.2026-12-7",
        "report.x",
        "report.2026-13-01",
    ] {
        assert_eq!(AnswerField::parse(name), None, "{name}");
    }
}

fn any_field() -> impl Strategy<Value = RetentionField> {
    let row = "[a-z0-9]{1,24}".prop_filter_map("a row id", |id| RowId::parse(&id));
    let row_again = "[a-z0-9]{1,24}".prop_filter_map("a row id", |id| RowId::parse(&id));
    let offer = "[a-z0-9]{1,24}".prop_filter_map("a row id", |id| RowId::parse(&id));
    let pick = |count: usize| 0..count;
    prop_oneof![
        (pick(4), pick(4)).prop_map(|(kind, part)| {
            RetentionField::Party(PartyKind::ALL[kind], PartyPart::ALL[part])
        }),
        Just(RetentionField::Workplace),
        Just(RetentionField::Absence),
        Just(RetentionField::NormalHours),
        Just(RetentionField::ExpectedReturn),
        Just(RetentionField::Goal),
        pick(3).prop_map(|kind| RetentionField::Task(TaskKind::ALL[kind])),
        (row, pick(3)).prop_map(|(row, part)| RetentionField::Ramp(row, RampPart::ALL[part])),
        (row_again, pick(3))
            .prop_map(|(row, part)| RetentionField::RampText(row, RampText::ALL[part])),
        pick(5).prop_map(|kind| RetentionField::Care(CareKind::ALL[kind])),
        pick(7).prop_map(|kind| RetentionField::Support(SupportKind::ALL[kind])),
        Just(RetentionField::SupportNote),
        pick(4).prop_map(|part| RetentionField::FollowUp(FollowUpPart::ALL[part])),
        Just(RetentionField::DeclineReason),
        Just(RetentionField::Answer),
        (offer, pick(3)).prop_map(|(row, part)| RetentionField::Offer(row, OfferPart::ALL[part])),
    ]
}

proptest! {
    #[test]
    fn every_field_has_a_name_that_leads_back_to_it(field in any_field()) {
        prop_assert_eq!(RetentionField::parse(&field.to_string()), Some(field));
    }

    #[test]
    fn no_name_makes_the_reader_panic(name in "[a-z.-]{0,30}|.{0,20}") {
        if let Some(field) = RetentionField::parse(&name) {
            prop_assert_eq!(field.to_string(), name);
        }
    }

    #[test]
    fn a_plan_that_can_be_sent_is_the_same_when_one_begins_with_it_again(
        texts in prop::collection::vec((any_field(), "[a-zæøå0-9 ,@.:-]{0,30}"), 0..60),
    ) {
        let fields: Vec<(String, String)> =
            texts.into_iter().map(|(field, text)| (field.to_string(), text)).collect();
        let typed: Vec<(&str, &str)> =
            fields.iter().map(|(field, text)| (field.as_str(), text.as_str())).collect();
        let (plan, _) = RetentionPlan::read(&draft(&typed));
        let again = plan.fields();
        let names: Vec<(String, String)> =
            again.into_iter().map(|(field, text)| (field.to_string(), text)).collect();
        let typed: Vec<(&str, &str)> =
            names.iter().map(|(field, text)| (field.as_str(), text.as_str())).collect();
        prop_assert_eq!(RetentionPlan::read(&draft(&typed)).0, plan);
    }
}
