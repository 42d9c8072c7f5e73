//! The kinds of attention by name.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

use contract::caseload::{Attention, AttentionKind};

fn one_of_each() -> [Attention; 11] {
    let at = "2026-12-01T10:15:00+01:00".parse().unwrap();
    let day = "2026-12-01".parse().unwrap();
    [
        Attention::NoRuleSet,
        Attention::Late { days: 3 },
        Attention::ThisWeek,
        Attention::NoBooking { self_booking_over: true },
        Attention::OutcomeMissing { starts_at: at },
        Attention::StepUpFailed { from: day, at },
        Attention::PlanUnread { shared_at: at },
        Attention::RetentionWaits { since: at },
        Attention::NoEmployerContact { by: Some(day), late: false },
        Attention::NoPlan,
        Attention::StandbyReview { since: day },
    ]
}

#[test]
fn a_kind_has_the_name_that_answers_carry() {
    for attention in one_of_each() {
        let sent = serde_json::to_value(attention).unwrap();
        assert_eq!(sent["kind"], attention.kind().as_str());
        assert_eq!(AttentionKind::parse(attention.kind().as_str()), Some(attention.kind()));
    }
    assert_eq!(AttentionKind::parse("early"), None);
}

#[test]
fn the_kinds_are_in_the_order_of_the_variants() {
    assert_eq!(one_of_each().map(Attention::kind), AttentionKind::ALL);
    assert!(AttentionKind::ALL.is_sorted());
}
