//! The shapes of the caseworkers' list of cases.

use contract::caseload::*;

use super::{Json, Read};

records! {
    CaseRow {
        id, case_number, citizen, caseworker_id, caseworker, duty, next_booking_at, attention
    }
}

variants! {
    Attention by "kind" {
        "no_rule_set" => NoRuleSet,
        "late" => Late { days },
        "this_week" => ThisWeek,
        "no_booking" => NoBooking { self_booking_over },
        "outcome_missing" => OutcomeMissing { starts_at },
        "step_up_failed" => StepUpFailed { from, at },
        "plan_unread" => PlanUnread { shared_at },
        "retention_waits" => RetentionWaits { since },
        "no_employer_contact" => NoEmployerContact { by, late },
        "no_plan" => NoPlan,
        "standby_review" => StandbyReview { since }
    }
}

#[cfg(test)]
mod tests {
    use contract::ids::{CaseId, CaseworkerId};
    use contract::rules::{ContactDuty, Exemption};
    use uuid::Uuid;

    use super::*;
    use crate::api::read::tests::tree;
    use crate::citizen::samples;

    #[test]
    fn a_row_is_read_as_it_was_sent() {
        let at = samples::time("2026-12-01T10:15:00+01:00").starts_at;
        let day = samples::day("2026-12-01");
        let row = CaseRow {
            id: CaseId(Uuid::from_u128(1)),
            case_number: "2026-1".into(),
            citizen: "Åse".into(),
            caseworker_id: CaseworkerId(Uuid::from_u128(2)),
            caseworker: "Hanne".into(),
            duty: Some(ContactDuty::Exempt(Exemption::ByAgreement)),
            next_booking_at: Some(at),
            attention: vec![
                Attention::NoRuleSet,
                Attention::Late { days: 3 },
                Attention::ThisWeek,
                Attention::NoBooking { self_booking_over: true },
                Attention::OutcomeMissing { starts_at: at },
                Attention::StepUpFailed { from: day, at },
                Attention::PlanUnread { shared_at: at },
                Attention::RetentionWaits { since: at },
                Attention::NoEmployerContact { by: None, late: false },
                Attention::NoPlan,
                Attention::StandbyReview { since: day },
            ],
        };
        let sent = serde_json::to_value(&row).unwrap();
        assert_eq!(CaseRow::read(tree(sent)), Some(row.clone()));
        let unknown = CaseRow { duty: None, ..row };
        let sent = serde_json::to_value(&unknown).unwrap();
        assert_eq!(CaseRow::read(tree(sent)), Some(unknown));
    }
}
